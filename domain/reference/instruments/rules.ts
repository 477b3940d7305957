import type { Denunciation, EntryIntoForce } from './facts.ts';

/** "On the thirtieth day after the date of the deposit": the day of the deposit is not counted. */
export const afterDays = (count: number, article: string): EntryIntoForce => ({
  rule: { type: 'days-after', count },
  article,
});

export const afterMonths = (count: number, article: string): EntryIntoForce => ({
  rule: { type: 'months-after', count },
  article,
});

export const noticeOf = (monthsAfterNotice: number, article: string) =>
  ({ isPossible: true, monthsAfterNotice, fromFirstOfMonth: false, notBeforeYears: 0, article }) as const;

/** A treaty that says nothing about its end is not subject to denunciation: Vienna Convention on the Law of Treaties. */
export const noClause = (...more: readonly string[]): Denunciation => ({
  isPossible: false,
  because: ['no clause of denunciation; Vienna Convention on the Law of Treaties, article 56(1)', ...more].join('; '),
});
