import {
  checkCount,
  checkKey,
  checkText,
  checkUnique,
  each,
  fault,
  none,
  type Check,
  type PlaybookDraft,
  type PlaybookFault,
} from './draft.ts';
import type { Cadence, Playbook, Rung } from './playbook.ts';
import { checkCadence } from './validate-cadence.ts';
import { checkLadder } from './validate-ladder.ts';
import { checkMilestones } from './validate-milestones.ts';

export type CheckedPlaybook =
  { readonly playbook: Playbook } | { readonly faults: readonly [PlaybookFault, ...PlaybookFault[]] };

/** Everything is read whole by every plan that is made, so a playbook stays small: the largest that ships has 8,000 characters. */
const largestCharacters = 100_000;
const mostFaults = 100;

/**
 * Checks a playbook whole, and says everything that is wrong with it rather than the first thing. `playbooks` are the keys that exist,
 * for what it opens next.
 */
export function checkPlaybook(draft: PlaybookDraft, known: { readonly playbooks: readonly string[] }): CheckedPlaybook {
  const [first, ...others] = faultsOf(draft, known.playbooks).slice(0, mostFaults);
  return first === undefined ? { playbook: playbookOf(draft) } : { faults: [first, ...others] };
}

function faultsOf(draft: PlaybookDraft, playbooks: readonly string[]): readonly PlaybookFault[] {
  if (JSON.stringify(draft).length > largestCharacters)
    return fault('TooLarge', '', `has more than ${largestCharacters} characters`);
  const checks: readonly Check[] = [checkHead, checkQuestions, checkLadder, checkCadence, checkMilestones];
  return [...checks.flatMap((check) => check(draft)), ...checkOpens(draft, playbooks)];
}

const checkHead: Check = ({ key, title, source, warning, evidence }) => [
  ...checkKey(key, '/key'),
  ...checkText(title, '/title', 300),
  ...checkText(source, '/source', 5_000),
  ...(warning === null ? none : checkText(warning, '/warning', 2_000)),
  ...(evidence.length === 0 ? fault('Missing', '/evidence', 'does not say what proves the measure') : none),
  ...checkCount(evidence, '/evidence', 50),
  ...each(evidence, (text, index) => checkText(text, `/evidence/${index}`, 300)),
];

/** Asked in every playbook: by the ordinary interval, and when the target date comes. */
const alwaysAsked = ['check-in', 'target-date'] as const;

const checkQuestions: Check = ({ questions }) => [
  ...alwaysAsked.flatMap((key) =>
    Object.hasOwn(questions, key) ? none : fault('QuestionMissing', `/questions/${key}`, 'is asked in every playbook'),
  ),
  ...checkCount(Object.keys(questions), '/questions', 100),
  ...each(Object.entries(questions), ([key, text]) => [
    ...checkKey(key, `/questions/${key.slice(0, 60)}`),
    ...checkText(text, `/questions/${key.slice(0, 60)}`, 1_000),
  ]),
];

const checkOpens = ({ key: own, opens }: PlaybookDraft, playbooks: readonly string[]): readonly PlaybookFault[] => [
  ...checkCount(opens, '/opens', 20),
  ...each(opens, ({ key, playbook, text }, index) => [
    ...checkKey(key, `/opens/${index}/key`),
    ...(playbook === own || playbooks.includes(playbook)
      ? none
      : fault('UnknownPlaybook', `/opens/${index}/playbook`, 'is no playbook')),
    ...checkText(text, `/opens/${index}/text`, 2_000),
  ]),
  ...checkUnique(
    opens.map(({ key }) => key),
    (index) => `/opens/${index}/key`,
  ),
];

/** What was checked, as the engine takes it. */
function playbookOf({ ladder, cadence, ...draft }: PlaybookDraft): Playbook {
  const events = cadence.events.map(({ onceReached, ...event }) => ({ ...event, ...defined({ onceReached }) }));
  const rungs = ladder.map(({ afterDays, roles, needsApproval, says, letter }) => ({
    afterDays,
    roles,
    needsApproval,
    says,
    ...defined({ letter }),
  }));
  // Roles, events and rules are what they claim to be: the checks above have looked at each of them.
  return { ...draft, cadence: { ...cadence, events } as Cadence, ladder: rungs as readonly Rung[] };
}

const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
