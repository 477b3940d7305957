import type { CalendarDate, Weekday } from '../time.ts';

/** Where the holidays of a State are known from; *unknown* means that only its weekends count. */
export type HolidaySource = 'library' | 'library-and-own' | 'own' | 'unknown';

/** What is known of the days on which a State does not work, for people to judge whether its dates can be trusted. */
export type StateCalendar = {
  readonly weekend: readonly Weekday[];
  readonly weekendSource: 'default' | 'own';
  readonly holidaySource: HolidaySource;
  /** How many days our own table adds to the known holidays, or strikes from them. */
  readonly ownHolidays: number;
};

/** A day that is not worked, because of the weekend, a holiday, or both. */
export type DayOff = {
  readonly on: CalendarDate;
  readonly isWeekend: boolean;
  readonly holiday: { readonly name: string; readonly source: 'library' | 'own' } | null;
};

/** Whose work the library's holidays are: its licence wants the source named wherever they are shown. */
export const libraryCredit = 'date-holidays by commenthol; data CC BY-SA 3.0, gathered from Wikipedia';

/** What a page says below a State's dates. */
export function holidaysInWords({ holidaySource, ownHolidays }: StateCalendar): string {
  const own = `${ownHolidays} ${ownHolidays === 1 ? 'day' : 'days'} of our own table`;
  switch (holidaySource) {
    case 'library':
      return `Public holidays are those of the library (${libraryCredit}).`;
    case 'library-and-own':
      return `Public holidays are those of the library (${libraryCredit}), corrected by ${own}.`;
    case 'own':
      return `The library has no holidays of this State: only weekends and ${own} count as free.`;
    case 'unknown':
      return 'No public holidays of this State are known: only weekends count as free. Dates may fall on a holiday until its days are added.';
  }
}

export const holidaySourceOf = (isInLibrary: boolean, ownHolidays: number): HolidaySource => {
  if (isInLibrary) return ownHolidays > 0 ? 'library-and-own' : 'library';
  return ownHolidays > 0 ? 'own' : 'unknown';
};
