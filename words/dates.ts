import { arabicMonths } from '../domain/reference/months.ts';
import type { UnLanguage } from '../domain/reference/states.ts';
import type { CalendarDate } from '../domain/time.ts';

/** A date as people write it in that language, such as `3 mars 2026`. */
export function dateWriterFor(language: UnLanguage, locale: string): (on: CalendarDate) => string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (on) => {
    const date = new Date(`${on}T00:00:00.000Z`);
    return format
      .formatToParts(date)
      .map(({ type, value }) => {
        if (language === 'ar' && type === 'month') return arabicMonths[date.getUTCMonth()] ?? value;
        if (language === 'fr' && type === 'day' && value === '1') return '1er';
        return value;
      })
      .join('');
  };
}
