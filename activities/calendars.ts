import Holidays from 'date-holidays';
import type { Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { findContactPlace, findOwnHolidays, findWeekend } from '../db/queries/calendars.ts';
import type { Schema } from '../db/schema.ts';
import type { ContactId } from '../domain/ids.ts';
import type { LocalCalendar } from '../domain/plan/calendar.ts';
import { stateByCode } from '../domain/reference/states.ts';
import { weekdayOf, type CalendarDate, type Weekday } from '../domain/time.ts';

/** Working calendars of States and persons: zone rules and public holidays from libraries, both corrected by our own tables. */
export type Calendars = {
  readonly forState: (stateCode: string) => Promise<LocalCalendar>;
  /** A person works by their own zone and by the days of their institution's State; UN bodies rest Saturday and Sunday. */
  readonly forContact: (contactId: ContactId) => Promise<LocalCalendar>;
};

export function createCalendars({ db }: { readonly db: Kysely<Schema> }): Calendars {
  const forState = async (stateCode: string): Promise<LocalCalendar> =>
    calendarOf(stateByCode(stateCode)?.timeZone ?? 'UTC', await restDaysOf(db, stateCode));
  const forContact = async (contactId: ContactId): Promise<LocalCalendar> => {
    const place = await findContactPlace(db, contactId);
    const rest = place?.stateCode ? await restDaysOf(db, place.stateCode) : unRestDays;
    return calendarOf(place?.timeZone ?? 'UTC', rest);
  };
  return { forState, forContact };
}

type RestDays = {
  readonly weekend: readonly Weekday[];
  readonly isHoliday: (date: CalendarDate) => boolean;
};

const unRestDays: RestDays = { weekend: [6, 7], isHoliday: () => false };

async function restDaysOf(db: Kysely<Schema>, stateCode: string): Promise<RestDays> {
  const [ownWeekend, own] = await Promise.all([findWeekend(db, stateCode), findOwnHolidays(db, stateCode)]);
  const overrides = new Map(own.map((day) => [day.onDate, day.isWorkingDay]));
  const isKnownHoliday = holidayTable(stateCode);
  return {
    weekend: ownWeekend ?? stateByCode(stateCode)?.weekend ?? unRestDays.weekend,
    isHoliday: (date) => {
      const isWorkingDay = overrides.get(date);
      return isWorkingDay === undefined ? isKnownHoliday(date) : !isWorkingDay;
    },
  };
}

const countriesWithData = new Set(Object.keys(new Holidays().getCountries('en')));
const tables = new Map<string, (date: CalendarDate) => boolean>();

/** Thirty members have no data in the library, which answers with an empty list and no error: then only weekends count. */
function holidayTable(stateCode: string): (date: CalendarDate) => boolean {
  if (!countriesWithData.has(stateCode)) return () => false;
  const known = tables.get(stateCode) ?? memoisedTable(new Holidays(stateCode));
  tables.set(stateCode, known);
  return known;
}

function memoisedTable(library: Holidays): (date: CalendarDate) => boolean {
  const byYear = new Map<number, ReadonlySet<CalendarDate>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    const days = byYear.get(year) ?? publicHolidays(library, year);
    byYear.set(year, days);
    return days.has(date);
  };
}

/** Dates as the country writes them: the library's text begins with the local date. */
const publicHolidays = (library: Holidays, year: number): ReadonlySet<CalendarDate> =>
  new Set((library.getHolidays(year) ?? []).filter((day) => day.type === 'public').map((day) => day.date.slice(0, 10)));

function calendarOf(timeZone: string, { weekend, isHoliday }: RestDays): LocalCalendar {
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
        .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
        .toInstant()
        .toString({ smallestUnit: 'millisecond' }),
    isWorkingDay: (date) => !weekend.includes(weekdayOf(date)) && !isHoliday(date),
  };
}
