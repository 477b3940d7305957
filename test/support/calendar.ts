import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import { weekdayOf, type Weekday } from '../../domain/time.ts';

/** A calendar on UTC with a given weekend and holidays: enough for rules, which know nothing of zones. */
export function utcCalendar(weekend: readonly Weekday[] = [6, 7], holidays: readonly string[] = []): LocalCalendar {
  return {
    dateOf: (instant) => instant.slice(0, 10),
    hourOf: (instant) => Number(instant.slice(11, 13)) + Number(instant.slice(14, 16)) / 60,
    instantOf: (date, hour) => new Date(Date.parse(`${date}T00:00:00.000Z`) + hour * 3_600_000).toISOString(),
    isWorkingDay: (date) => !weekend.includes(weekdayOf(date)) && !holidays.includes(date),
  };
}
