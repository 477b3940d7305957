import { englishMonths } from '../reference/months.ts';
import { addDays, weekdayOf, type CalendarDate } from '../time.ts';

/** The Monday of a date's week. */
export const weekOf = (date: CalendarDate): CalendarDate => addDays(date, 1 - weekdayOf(date));

/** A week as people say it: `the week of 5 October 2026`. */
export const nameOfWeek = (monday: CalendarDate): string =>
  `the week of ${Number(monday.slice(8))} ${englishMonths[Number(monday.slice(5, 7)) - 1]} ${monday.slice(0, 4)}`;
