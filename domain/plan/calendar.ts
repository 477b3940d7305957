import { addDays, type CalendarDate, type Instant } from '../time.ts';

/**
 * What a date means where somebody lives: their zone, weekend and holidays. Made by the shell, which knows zone rules and
 * holiday tables; the domain only asks.
 */
export type LocalCalendar = {
  readonly dateOf: (instant: Instant) => CalendarDate;
  /** Hours and minutes of the local day, as a number from 0 to 24. */
  readonly hourOf: (instant: Instant) => number;
  /**
   * The one instant at which the local clock shows an hour of a date, 9 or 2.5. An hour that a change skips is as much
   * later as the change is long (02:30 becomes 03:30); of an hour that comes twice it is the first.
   */
  readonly instantOf: (date: CalendarDate, hour: number) => Instant;
  readonly isWorkingDay: (date: CalendarDate) => boolean;
};

/** Steps fall due when the working day begins. */
export const openingHour = 9;

/** No holiday table keeps a country shut this long; without the limit a broken one would hang the planner. */
const longestClosureDays = 60;

/** The first working day on or after a date. */
export const workingDayFrom = (date: CalendarDate, calendar: LocalCalendar): CalendarDate =>
  firstWorkingDay(date, 1, calendar);

/** The last working day on or before a date. */
export const workingDayUntil = (date: CalendarDate, calendar: LocalCalendar): CalendarDate =>
  firstWorkingDay(date, -1, calendar);

function firstWorkingDay(date: CalendarDate, direction: 1 | -1, calendar: LocalCalendar): CalendarDate {
  for (let days = 0; days < longestClosureDays; days += 1) {
    const candidate = addDays(date, days * direction);
    if (calendar.isWorkingDay(candidate)) return candidate;
  }
  return date;
}
