import type { Kysely } from 'kysely';
import { findContactPlace, findOwnHolidays, findWeekend, type OwnHoliday } from '../db/queries/calendars.ts';
import type { Schema } from '../db/schema.ts';
import type { ContactId } from '../domain/ids.ts';
import type { LocalCalendar } from '../domain/plan/calendar.ts';
import { holidaySourceOf, type DayOff, type StateCalendar } from '../domain/plan/state-calendar.ts';
import { stateByCode } from '../domain/reference/states.ts';
import { addDays, daysBetween, weekdayOf, type CalendarDate, type Weekday } from '../domain/time.ts';
import { libraryHolidays } from './holiday-library.ts';
import { zonedCalendar, type RestDays } from './zoned-calendar.ts';

/** Working calendars of States and persons: zone rules and public holidays from libraries, both corrected by our own tables. */
export type Calendars = {
  readonly forState: (stateCode: string) => Promise<LocalCalendar>;
  /** A person works by their own zone and by the days of their institution's State; UN bodies rest Saturday and Sunday. */
  readonly forContact: (contactId: ContactId) => Promise<LocalCalendar>;
};

export function createCalendars({ db }: { readonly db: Kysely<Schema> }): Calendars {
  const forState = async (stateCode: string): Promise<LocalCalendar> =>
    zonedCalendar(stateByCode(stateCode)?.timeZone ?? 'UTC', restDays(await readDays(db, stateCode)));
  const forContact = async (contactId: ContactId): Promise<LocalCalendar> => {
    const place = await findContactPlace(db, contactId);
    const rest = place?.stateCode ? restDays(await readDays(db, place.stateCode)) : unRestDays;
    return zonedCalendar(place?.timeZone ?? 'UTC', rest);
  };
  return { forState, forContact };
}

export type StateCalendars = {
  readonly describe: (stateCode: string) => Promise<StateCalendar>;
  /** The days from one date to another, both included, that are not worked. */
  readonly daysOff: (stateCode: string, fromOn: CalendarDate, untilOn: CalendarDate) => Promise<readonly DayOff[]>;
};

/** The same knowledge, to be shown. */
export function createStateCalendars({ db }: { readonly db: Kysely<Schema> }): StateCalendars {
  return {
    describe: async (stateCode) => {
      const { weekend, isOwnWeekend, own } = await readDays(db, stateCode);
      return {
        weekend,
        weekendSource: isOwnWeekend ? 'own' : 'default',
        holidaySource: holidaySourceOf(libraryHolidays(stateCode) !== undefined, own.size),
        ownHolidays: own.size,
      };
    },
    daysOff: async (stateCode, fromOn, untilOn) => {
      const days = await readDays(db, stateCode);
      const dates = Array.from({ length: daysBetween(fromOn, untilOn) + 1 }, (_, index) => addDays(fromOn, index));
      return dates
        .map((on) => ({ on, isWeekend: days.weekend.includes(weekdayOf(on)), holiday: holidayOn(on, days) }))
        .filter(({ isWeekend, holiday }) => isWeekend || holiday !== null);
    },
  };
}

type KnownDays = {
  readonly stateCode: string;
  readonly weekend: readonly Weekday[];
  readonly isOwnWeekend: boolean;
  readonly own: ReadonlyMap<CalendarDate, OwnHoliday>;
};

const unWeekend: readonly Weekday[] = [6, 7];
const unRestDays: RestDays = { weekend: unWeekend, isHoliday: () => false };

async function readDays(db: Kysely<Schema>, stateCode: string): Promise<KnownDays> {
  const [ownWeekend, own] = await Promise.all([findWeekend(db, stateCode), findOwnHolidays(db, stateCode)]);
  return {
    stateCode,
    weekend: ownWeekend ?? stateByCode(stateCode)?.weekend ?? unWeekend,
    isOwnWeekend: ownWeekend !== undefined,
    own: new Map(own.map((day) => [day.onDate, day])),
  };
}

const restDays = (days: KnownDays): RestDays => ({
  weekend: days.weekend,
  isHoliday: (date) => holidayOn(date, days) !== null,
});

/** What our own table says of a date stands before what the library knows. */
function holidayOn(date: CalendarDate, { stateCode, own }: KnownDays): DayOff['holiday'] {
  const ownDay = own.get(date);
  if (ownDay !== undefined) return ownDay.isWorkingDay ? null : { name: ownDay.name, source: 'own' };
  const name = libraryHolidays(stateCode)?.(date);
  return name === undefined ? null : { name, source: 'library' };
}
