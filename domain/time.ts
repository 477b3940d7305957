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

/**
 * A date some calendar months on; a day that the month does not have becomes its last. Count from the first date each time,
 * `addMonths(start, 2)`: step by step, 31 January would stay on the 28th for ever.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(day, daysInMonth) - 1);
}

/** The same day some years on; 29 February becomes the 28th where there is none, and comes back in the next leap year. */
export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12);

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

/** Without a zone, a day counts as today's as long as it is today somewhere on Earth: UTC+14 to UTC-12. */
export const newestDate = (at: Instant): CalendarDate => shifted(at, 14);
export const oldestDate = (at: Instant): CalendarDate => shifted(at, -12);
const shifted = (at: Instant, hours: number): CalendarDate =>
  addDays(at.slice(0, 10), Math.floor((Number(at.slice(11, 13)) + hours) / 24));

export const earliest = <T extends string>(...moments: readonly T[]): T | undefined => [...moments].sort()[0];
export const latest = <T extends string>(...moments: readonly T[]): T | undefined => [...moments].sort().at(-1);
