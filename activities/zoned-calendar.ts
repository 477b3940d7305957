import { Temporal } from 'temporal-polyfill';
import type { LocalCalendar } from '../domain/plan/calendar.ts';
import { weekdayOf, type CalendarDate, type Weekday } from '../domain/time.ts';

export type RestDays = {
  readonly weekend: readonly Weekday[];
  readonly isHoliday: (date: CalendarDate) => boolean;
};

/** What a date means in a zone of the IANA database, by the rules that came with this version of Node. */
export function zonedCalendar(timeZone: string, { weekend, isHoliday }: RestDays): LocalCalendar {
  const local = (instant: string): Temporal.ZonedDateTime =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    dateOf: (instant) => local(instant).toPlainDate().toString(),
    hourOf: (instant) => {
      const { hour, minute } = local(instant);
      return hour + minute / 60;
    },
    instantOf: (date, hour) =>
      Temporal.PlainDate.from(date)
        .toZonedDateTime({ timeZone, plainTime: plainTimeOf(hour) })
        .toInstant()
        .toString({ smallestUnit: 'millisecond' }),
    isWorkingDay: (date) => !weekend.includes(weekdayOf(date)) && !isHoliday(date),
  };
}

const plainTimeOf = (hour: number): Temporal.PlainTime =>
  Temporal.PlainTime.from({ hour: Math.floor(hour), minute: Math.round((hour % 1) * 60) });
