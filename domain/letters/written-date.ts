import type { CalendarDate } from '../time.ts';

/** The parts of a date as wordings write them out: the month by its name in their own list. */
export function partsOf(on: CalendarDate, months: readonly string[]): { day: number; month: string; year: number } {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return { day, month: months[month - 1] ?? '', year };
}
