import { isBefore, type JudgedPart } from './compare.ts';
import type { Judgement } from './judge-row.ts';

/** What a person decided about a row that contradicts the log. */
export const decisions = ['keep', 'replace'] as const;
export type Decision = (typeof decisions)[number];

export const rowResults = ['written', 'unchanged', 'kept', 'changed-meanwhile', 'refused', 'failed'] as const;
export type RowResult = (typeof rowResults)[number];

/** What becomes of one part; `written` asks the log, which may still refuse it. */
export type PlannedPart = {
  readonly part: JudgedPart;
  readonly result: Exclude<RowResult, 'failed'>;
  /** Why the log refused it. */
  readonly code: string | null;
};

/**
 * What becomes of a row when the import is applied: only what the dry run has shown. Where the log has moved on since, the
 * difference is said and nothing is overwritten; what somebody else has written meanwhile, just as the row says it, is no change.
 */
export function planRow(shown: Judgement, now: Judgement, decision: Decision): readonly PlannedPart[] {
  return shown.parts.map((part) => {
    const found = now.parts.find(({ what }) => what === part.what) ?? null;
    return { part: found ?? part, result: resultOfPart(part, found, decision), code: found === null ? now.code : null };
  });
}

function resultOfPart(shown: JudgedPart, now: JudgedPart | null, decision: Decision): PlannedPart['result'] {
  if (now?.outcome === 'same') return 'unchanged';
  if (now === null || !isAlike(shown, now)) return 'changed-meanwhile';
  return now.outcome === 'conflict' && decision === 'keep' ? 'kept' : 'written';
}

const isAlike = (shown: JudgedPart, now: JudgedPart): boolean =>
  shown.outcome === now.outcome && valuesOf(shown.recorded) === valuesOf(now.recorded);

/** The same values are the same, in whatever order a database gives the fields back. */
const valuesOf = (recorded: JudgedPart['recorded']): string =>
  recorded === null
    ? ''
    : [recorded.entry, recorded.on, recorded.precision, 'how' in recorded ? (recorded.how ?? '') : ''].join(' ');

/**
 * The order in which the log can take the parts: a signature later than the deposit on record would contradict it until that
 * deposit is corrected.
 */
export function inWritingOrder(parts: readonly PlannedPart[]): readonly PlannedPart[] {
  const signature = parts.find(({ part }) => part.what === 'signature');
  const deposit = parts.find(({ part }) => part.what === 'deposit');
  const before = deposit?.part.recorded;
  if (!signature || !deposit || !before) return parts;
  return isBefore(before.on, signature.part.stated.on) ? [deposit, signature] : parts;
}

/** One word for the row: what needs a person's eye first. */
export const resultOf = (parts: readonly PlannedPart[]): RowResult =>
  (['refused', 'changed-meanwhile', 'kept', 'written'] as const).find((result) =>
    parts.some((part) => part.result === result),
  ) ?? 'unchanged';
