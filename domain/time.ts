/**
 * Instants and dates, as text that sorts.
 *
 * Nothing here reads a clock or a time zone: an instant comes in from the shell, and what a date means in a
 * State's zone is told by a `LocalCalendar` (plan/calendar.ts).
 */

/** UTC with milliseconds, `2026-03-01T09:00:00.000Z`: sorts as text, survives JSON. */
export type Instant = string;

/** A day of the calendar, `2026-03-01`, in whatever zone its owner lives. */
export type CalendarDate = string;

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayMs = 86_400_000;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when `to` lies before `from`. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs;

export const weekdayOf = (date: CalendarDate): Weekday =>
  (((new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

/** The nth given weekday of a month, such as the fourth Tuesday of September. */
export function nthWeekday(year: number, month: number, weekday: Weekday, nth: number): CalendarDate {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const untilWeekday = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, untilWeekday + (nth - 1) * 7);
}

export const earliest = <T extends string>(...moments: readonly T[]): T | undefined => [...moments].sort()[0];
export const latest = <T extends string>(...moments: readonly T[]): T | undefined => [...moments].sort().at(-1);
