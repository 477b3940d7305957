import type { LocalCalendar } from '../plan/calendar.ts';

/**
 * The same calendar, asked once for each date: zone arithmetic costs some 40 µs, and a simulation asks for the same mornings of the
 * same State again and again.
 */
export function cachedCalendar(calendar: LocalCalendar): LocalCalendar {
  const dates = remembered(calendar.dateOf);
  const hours = remembered(calendar.hourOf);
  const workingDays = remembered(calendar.isWorkingDay);
  const byHour = new Map<number, (date: string) => string>();
  const instantsAt = (hour: number): ((date: string) => string) => {
    const known = byHour.get(hour) ?? remembered((date: string) => calendar.instantOf(date, hour));
    byHour.set(hour, known);
    return known;
  };
  return {
    dateOf: dates,
    hourOf: hours,
    isWorkingDay: workingDays,
    instantOf: (date, hour) => instantsAt(hour)(date),
  };
}

function remembered<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
}
