import type { Cadence, EventCheckIn, Playbook, Rung } from './playbook.ts';

/** What can be wrong with a playbook: stable codes. */
export const playbookFaultCodes = [
  'TooLarge',
  'TooMany',
  'Missing',
  'EmptyText',
  'TextTooLong',
  'BadKey',
  'DuplicateKey',
  'NotWholeDays',
  'LadderGap',
  'RungTooSoon',
  'RungWithoutRoles',
  'UnknownRole',
  'RoleNotEscalatedTo',
  'RoleTwice',
  'ApprovalMissing',
  'TooOften',
  'ReminderAfterEscalation',
  'ReminderBeforeInterval',
  'ReminderTwice',
  'QuestionMissing',
  'UnknownQuestion',
  'UnknownEvent',
  'BadRule',
  'UnknownMilestone',
  'DurationsOutOfOrder',
  'LimitOnItself',
  'UnknownRung',
  'UnknownPlaybook',
] as const;
export type PlaybookFaultCode = (typeof playbookFaultCodes)[number];

/** One thing that is wrong: where, as a JSON pointer, and why, for whoever wrote it. */
export type PlaybookFault = { readonly code: PlaybookFaultCode; readonly path: string; readonly says: string };

/** A rung as people write it: numbered, if they like, so that a rung that was deleted leaves a gap that can be seen. */
export type RungDraft = Omit<Rung, 'roles' | 'letter'> & {
  readonly rung?: number | undefined;
  readonly roles: readonly string[];
  readonly letter?: Rung['letter'] | undefined;
};
export type EventDraft = Omit<EventCheckIn, 'event' | 'rule' | 'onceReached'> & {
  readonly event: string;
  readonly rule: { readonly month: number; readonly weekday: number; readonly nth: number } | null;
  readonly onceReached?: string | undefined;
};

/** A playbook as somebody writes it: it has the right fields, and nothing more is known of it. */
export type PlaybookDraft = Omit<Playbook, 'cadence' | 'ladder'> & {
  readonly cadence: Omit<Cadence, 'events'> & { readonly events: readonly EventDraft[] };
  readonly ladder: readonly RungDraft[];
};

/** What one part of the check found; each part sees the whole draft. */
export type Check = (draft: PlaybookDraft) => readonly PlaybookFault[];

export const fault = (code: PlaybookFaultCode, path: string, says: string): readonly PlaybookFault[] => [
  { code, path, says },
];
export const none: readonly PlaybookFault[] = [];

const longestDays = 20_000;
/** Lengths are whole days between bounds; fifty-five years are more than any regional arrangement took. */
export const checkDays = (days: number, path: string, least = 1, most = longestDays): readonly PlaybookFault[] =>
  Number.isInteger(days) && days >= least && days <= most
    ? none
    : fault('NotWholeDays', path, `is not a whole number of days from ${least} to ${most}`);

export const checkText = (text: string, path: string, most: number): readonly PlaybookFault[] => {
  if (text.trim() === '') return fault('EmptyText', path, 'is empty');
  return text.length > most ? fault('TextTooLong', path, `has more than ${most} characters`) : none;
};

export const checkCount = (list: readonly unknown[], path: string, most: number): readonly PlaybookFault[] =>
  list.length > most ? fault('TooMany', path, `has more than ${most} entries`) : none;

const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestKey = 60;
/** Keys become keys of objects, so one that every object has already (`constructor`) is none. */
export const checkKey = (key: string, path: string): readonly PlaybookFault[] =>
  keyPattern.test(key) && key.length <= longestKey && !(key in {})
    ? none
    : fault('BadKey', path, `is not lower-case words with hyphens, at most ${longestKey} characters`);

/** Every entry that repeats the key of an earlier one. */
export const checkUnique = (
  keys: readonly (string | number)[],
  path: (index: number) => string,
  code: PlaybookFaultCode = 'DuplicateKey',
): readonly PlaybookFault[] =>
  keys.flatMap((key, index) => (keys.indexOf(key) < index ? fault(code, path(index), 'is there already') : none));

export const each = <T>(
  list: readonly T[],
  check: (item: T, index: number) => readonly PlaybookFault[],
): readonly PlaybookFault[] => list.flatMap(check);
