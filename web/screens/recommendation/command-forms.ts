import {
  assessments,
  closureReasons,
  implementations,
  pauseCauses,
  positions,
} from '../../../domain/follow-up/events.ts';
import { independentRoles, roles } from '../../../domain/follow-up/roles.ts';
import type { CommandName } from '../../words/one-words.ts';

/** One thing that a form asks. `name` is the field of the body, unless `bodyOf` builds it otherwise. */
export type Field = { readonly name: string; readonly isOptional?: boolean } & (
  | {
      readonly kind:
        'long-text' | 'text' | 'date' | 'tick' | 'decision' | 'contact' | 'parts' | 'version' | 'milestone' | 'url';
    }
  | { readonly kind: 'choice'; readonly of: ChoiceSet; readonly values: readonly string[] }
);
export type ChoiceSet = 'implementations' | 'positions' | 'assessments' | 'pauses' | 'roles' | 'closures';
export type Entered = Readonly<Record<string, unknown>>;

type Form = {
  readonly fields: readonly Field[];
  /** The body, from what was entered; the fields as they are where it is not given. */
  readonly bodyOf?: (entered: Entered) => Entered;
  /** Closes or changes for good: asked once more. */
  readonly isGrave?: boolean;
};

const note: Field = { name: 'note', kind: 'long-text' };
const reason: Field = { name: 'reason', kind: 'long-text' };
const stage: Field = {
  name: 'implementation',
  kind: 'choice',
  of: 'implementations',
  values: implementations.filter((each) => each !== 'implemented'),
  isOptional: true,
};
const evidence: readonly Field[] = [
  { name: 'url', kind: 'url' },
  { name: 'description', kind: 'text' },
];
const maybeEvidence = evidence.map((field) => ({ ...field, isOptional: true }));

const documentOf = ({ url, description }: Entered) => ({ url, description: description ?? '' });
const documentsOf = ({ url, description, ...others }: Entered): Entered => ({
  ...others,
  evidence: url === undefined ? [] : [documentOf({ url, description })],
});
const documentIn = ({ url, description, ...others }: Entered): Entered => ({
  ...others,
  evidence: url === undefined ? null : documentOf({ url, description }),
});

/** What each command asks. Closing as verified is what `verify` is for; superseding and merging have addresses of their own. */
export const commandForms: Readonly<Record<CommandName, Form>> = {
  'start-follow-up': { fields: [{ name: 'isAlreadyDone', kind: 'tick' }] },
  'report-progress': { fields: [note, stage] },
  'complete-milestone': {
    fields: [
      { name: 'milestone', kind: 'milestone' },
      { name: 'on', kind: 'date' },
      { ...note, isOptional: true },
      ...evidence,
    ],
    bodyOf: documentsOf,
  },
  'claim-implementation': { fields: [note, ...evidence], bodyOf: documentsOf },
  validate: { fields: [{ ...note, isOptional: true }] },
  'decline-validation': { fields: [reason] },
  verify: { fields: [...evidence, { ...note, isOptional: true }], bodyOf: documentIn, isGrave: true },
  'reject-verification': { fields: [reason] },
  'approve-escalation': { fields: [], isGrave: true },
  'dismiss-escalation': { fields: [reason] },
  'decide-extension': { fields: [{ name: 'isGranted', kind: 'decision' }, reason] },
  'request-extension': { fields: [{ name: 'untilOn', kind: 'date' }, reason] },
  'record-position': {
    fields: [
      { name: 'position', kind: 'choice', of: 'positions', values: positions },
      { name: 'statement', kind: 'long-text', isOptional: true },
      { name: 'isAlreadyDone', kind: 'tick' },
    ],
  },
  assess: { fields: [{ name: 'assessment', kind: 'choice', of: 'assessments', values: assessments }, reason] },
  'record-independent-view': {
    fields: [{ name: 'role', kind: 'choice', of: 'roles', values: independentRoles }, note, stage, ...maybeEvidence],
    bodyOf: documentsOf,
  },
  'assign-role': {
    fields: [
      { name: 'role', kind: 'choice', of: 'roles', values: roles },
      { name: 'contactId', kind: 'contact' },
    ],
  },
  pause: {
    fields: [
      { name: 'cause', kind: 'choice', of: 'pauses', values: pauseCauses },
      reason,
      { name: 'until', kind: 'date', isOptional: true },
    ],
    bodyOf: ({ until, ...others }) => ({
      ...others,
      until: typeof until === 'string' ? `${until}T00:00:00.000Z` : null,
    }),
  },
  resume: { fields: [] },
  'adopt-playbook': { fields: [{ name: 'version', kind: 'version' }, reason] },
  split: { fields: [{ name: 'parts', kind: 'parts' }], isGrave: true },
  close: {
    fields: [
      {
        name: 'reason',
        kind: 'choice',
        of: 'closures',
        values: closureReasons.filter((each) => !['implemented-and-verified', 'superseded', 'merged'].includes(each)),
      },
      note,
      ...maybeEvidence,
    ],
    bodyOf: documentIn,
    isGrave: true,
  },
  reopen: { fields: [reason] },
};
