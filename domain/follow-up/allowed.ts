import { addDays, type Instant } from '../time.ts';
import type { AppealCommand } from './appeal-events.ts';
import type { DepositCommand } from './deposit-events.ts';
import type { PersonCommand, PersonCommandType } from './commands.ts';
import { decide } from './decide.ts';
import { assessments, positions } from './events.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';

/**
 * Commands that Relance itself or another follow-up gives, and those that stand on a page of their own: a letter's, a
 * campaign's.
 */
type GivenElsewhere =
  | 'RecordContactUnreachable'
  | 'HandOver'
  | 'RecordLetterSent'
  | 'RecordLetterReply'
  | 'RecordPart'
  | 'CarryOn'
  | 'Replan'
  | AppealCommand['type']
  | DepositCommand['type'];
export type OfferedCommand = Exclude<PersonCommandType, GivenElsewhere>;

/**
 * What a person may ask of a follow-up now. Nobody's list of statuses: each command is tried on the decider in the most
 * acceptable words, and those that are refused all the same are refused for what the follow-up is.
 */
export function allowedCommands(state: FollowUpState, at: Instant): readonly OfferedCommand[] {
  if (!isStarted(state)) return ['StartFollowUp'];
  return (Object.keys(probes) as (keyof typeof probes)[]).filter((type) =>
    probes[type](state, at).some((command) => 'events' in decide({ ...command, at }, state)),
  );
}

type Probe = (state: StartedState, at: Instant) => readonly PersonCommand[];

const words = 'Words';
const evidence = { url: 'https://example.org', description: words };
const anybody = { actor: '-', persons: ['-'] };
const farOff = (at: Instant): string => addDays(at.slice(0, 10), 3_650);
const part = { recommendationId: '-', stateCode: '-', playbook: '-', text: words };

const probes: { readonly [T in Exclude<OfferedCommand, 'StartFollowUp'>]: Probe } = {
  ReportProgress: () => [{ type: 'ReportProgress', note: words, implementation: null }],
  CompleteMilestone: ({ terms }, at) =>
    terms.milestones.map((milestone) => ({
      type: 'CompleteMilestone',
      milestone,
      on: at.slice(0, 10),
      note: '',
      evidence: [evidence],
    })),
  ClaimImplementation: () => [{ type: 'ClaimImplementation', note: words, evidence: [evidence] }],
  // Whoever asks may be the wrong person to sign: that somebody may is what is asked here.
  Validate: () => [{ type: 'Validate', note: words, by: anybody }],
  DeclineValidation: () => [{ type: 'DeclineValidation', reason: words, by: anybody }],
  Verify: () => [{ type: 'Verify', evidence, note: null, by: anybody }],
  RejectVerification: () => [{ type: 'RejectVerification', reason: words }],
  ApproveEscalation: ({ draft }) => [{ type: 'ApproveEscalation', rung: draft?.rung ?? 1 }],
  DismissEscalation: ({ draft }) => [{ type: 'DismissEscalation', rung: draft?.rung ?? 1, reason: words }],
  DecideExtension: () => [{ type: 'DecideExtension', isGranted: true, reason: words }],
  RequestExtension: (_, at) => [{ type: 'RequestExtension', untilOn: farOff(at), reason: words }],
  RecordPosition: () =>
    positions.map((position) => ({ type: 'RecordPosition', position, statement: null, isAlreadyDone: false })),
  Assess: () => assessments.map((assessment) => ({ type: 'Assess', assessment, reason: words })),
  RecordIndependentView: () => [
    { type: 'RecordIndependentView', role: 'nhri', contactId: null, note: words, implementation: null },
  ],
  AssignRole: () => [{ type: 'AssignRole', role: 'desk-officer', contactId: '-' }],
  Pause: () => [{ type: 'Pause', reason: words, until: null }],
  Resume: () => [{ type: 'Resume' }],
  AdoptPlaybook: ({ playbook, terms }) => [
    { type: 'AdoptPlaybook', playbook: { ...playbook, version: playbook.version + 1 }, terms, reason: words },
  ],
  Split: () => [{ type: 'Split', parts: [part, part] }],
  Close: () => [{ type: 'Close', reason: 'not-applicable', note: words, evidence: null }],
  Reopen: () => [{ type: 'Reopen', reason: words }],
};
