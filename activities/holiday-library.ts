import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, type CalendarDate } from '../domain/time.ts';

/** The public holidays that the library knows of one country, by date, named in English where it can. */
export type LibraryHolidays = (date: CalendarDate) => string | undefined;

const countriesWithData = new Set(Object.keys(new Holidays().getCountries('en')));
const tables = new Map<string, LibraryHolidays>();

/** Undefined where the library has no data, as of thirty members: it would answer with an empty list and no error. */
export function libraryHolidays(stateCode: string): LibraryHolidays | undefined {
  if (!countriesWithData.has(stateCode)) return undefined;
  const known = tables.get(stateCode) ?? memoised(new Holidays(stateCode, { languages: ['en'] }));
  tables.set(stateCode, known);
  return known;
}

type Year = ReadonlyMap<CalendarDate, string>;

function memoised(library: Holidays): LibraryHolidays {
  const years = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const days = years.get(year) ?? publicHolidays(library, year);
    years.set(year, days);
    return days;
  };
  return (date) => {
    const year = Number(date.slice(0, 4));
    const isJanuary = date.startsWith('01', 5); // A feast of the last days of December may go on.
    return yearOf(year).get(date) ?? (isJanuary ? yearOf(year - 1).get(date) : undefined);
  };
}

const publicHolidays = (library: Holidays, year: number): Year =>
  new Map(
    (library.getHolidays(year) ?? [])
      .filter(({ type, date }) => type === 'public' && leavesNoMorning(date))
      .flatMap((day) => datesOf(day).map((on) => [on, day.name] as const)),
  );

/** A half holiday begins at noon or later: the morning, in which mail is read and things fall due, is worked. */
const leavesNoMorning = (date: string): boolean => Number(date.slice(11, 13)) < 12;

/** Dates as the country writes them: the library's text begins with the first local date, and feasts may last for days. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): readonly CalendarDate[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
}
