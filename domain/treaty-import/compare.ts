import type { StatedConsent, StatedDate } from './read-row.ts';
import type { Recorded, RecordedDate, RecordedDeposit } from './recorded.ts';

/** One of the two things that a row may say, beside what is on record of it. */
export type JudgedPart = {
  readonly outcome: 'new' | 'same' | 'refines' | 'conflict';
} & (
  | { readonly what: 'signature'; readonly stated: StatedDate; readonly recorded: RecordedDate | null }
  | { readonly what: 'deposit'; readonly stated: StatedConsent; readonly recorded: RecordedDeposit | null }
);

export const judgeSignature = (stated: StatedDate, { signature: recorded }: Recorded): JudgedPart => ({
  what: 'signature',
  outcome: recorded === null ? 'new' : compareDates(stated, recorded),
  stated,
  recorded,
});

/** Of several deposits the one that the row means is the one that it agrees with, or else the last. */
export function judgeDeposit(stated: StatedConsent, { deposits }: Recorded): JudgedPart {
  const recorded = deposits.find((each) => compareDeposits(stated, each) !== 'conflict') ?? deposits.at(-1) ?? null;
  const part = { what: 'deposit', stated } as const;
  if (recorded === null) return { ...part, outcome: 'new', recorded };
  const outcome = compareDeposits(stated, recorded);
  // Whoever has denounced a treaty may come back to it, even on the same day.
  const isReturn = recorded.denouncedOn !== null && !isBefore(stated.on, recorded.denouncedOn);
  return outcome === 'conflict' && isReturn
    ? { ...part, outcome: 'new', recorded: null }
    : { ...part, outcome, recorded };
}

type Compared = 'same' | 'refines' | 'conflict';

/** A day refines its year; a year says of a day on record only that it lies in it. */
function compareDates(stated: StatedDate, recorded: StatedDate): Compared {
  if (isBefore(stated.on, recorded.on) || isBefore(recorded.on, stated.on)) return 'conflict';
  return stated.precision === 'day' && recorded.precision === 'year' ? 'refines' : 'same';
}

/** What is known by its year alone came from a list that seldom says more: its kind is no better known than its day. */
function compareDeposits(stated: StatedConsent, recorded: StatedConsent): Compared {
  const byDate = compareDates(stated, recorded);
  if (byDate !== 'same') return byDate;
  return stated.how === null || stated.how === recorded.how ? 'same' : 'conflict';
}

/** Whether one date surely lies before another: where one is a year alone, `1983`, only the years can be compared. */
export function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
