import type { CalendarDate } from '../time.ts';
import type { Precision } from './events.ts';

export type EntryDate = { readonly on: CalendarDate; readonly precision: Precision };

/** A year stands for its last day, so that nobody is a party, or told to be one, before it is sure. */
export const comparable = ({ on, precision }: EntryDate): EntryDate => ({
  on: precision === 'year' ? `${on.slice(0, 4)}-12-31` : on,
  precision,
});

/** The earliest day that a date may mean. */
export const firstDayOf = ({ on, precision }: EntryDate): CalendarDate =>
  precision === 'year' ? `${on.slice(0, 4)}-01-01` : on;

/** Whether one date lies before another whatever the days of their years were. */
export const isSurelyBefore = (one: EntryDate, other: EntryDate): boolean => comparable(one).on < firstDayOf(other);

/** Whether two dates may be one: the same, or a year and a day of it. */
export const mayBeSame = (one: EntryDate, other: EntryDate): boolean =>
  !isSurelyBefore(one, other) && !isSurelyBefore(other, one);
