import type { LocalCalendar } from '../plan/calendar.ts';

/**
 * The same calendar, asked once for each date: zone arithmetic costs some 40 µs, and a simulation asks for the same mornings of the
 * same State again and again. An hour of a date lies on that date: no clock to come is known to leave out a whole day.
 */
export function cachedCalendar(calendar: LocalCalendar): LocalCalendar {
  const dates = new Map<string, string>();
  const instants = new Map<string, string>();
  return {
    dateOf: remembered(calendar.dateOf, dates),
    hourOf: remembered(calendar.hourOf),
    isWorkingDay: remembered(calendar.isWorkingDay),
    instantOf: (date, hour) => {
      const key = `${date} ${hour}`;
      const known = instants.get(key);
      if (known !== undefined) return known;
      const instant = calendar.instantOf(date, hour);
      instants.set(key, instant);
      dates.set(instant, date);
      return instant;
    },
  };
}

function remembered<T>(ask: (key: string) => T, known: Map<string, T> = new Map<string, T>()): (key: string) => T {
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
}
