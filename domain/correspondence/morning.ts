import type { ContactId } from '../ids.ts';
import { openingHour, type LocalCalendar } from '../plan/calendar.ts';
import type { CalendarDate, Instant } from '../time.ts';

const minuteMs = 60_000;

/** What falls due together should arrive together: whatever was queued this long before the mail goes is in it. */
export const gatheringMs = 10 * minuteMs;

/** Mail goes from 09:20 to 11:30: what falls due at 09:00 is on record by then, and is read before noon. */
const earliestMs = 20 * minuteMs;
const latestMs = 150 * minuteMs;

/**
 * The moment of a date at which a contact's digest goes: another one for each person and date, so that thousands do not
 * fall into one second and nobody's mail looks like clockwork; always the same for the same, so that planning it twice is
 * planning it once.
 */
export function morningMomentOf(contactId: ContactId, on: CalendarDate, calendar: LocalCalendar): Instant {
  const afterOpeningMs = earliestMs + Math.floor(fractionOf(`${contactId} ${on}`) * (latestMs - earliestMs));
  return new Date(Date.parse(calendar.instantOf(on, openingHour)) + afterOpeningMs).toISOString();
}

/** A number from 0 to just below 1 that depends on every character: FNV-1a, mixed as MurmurHash3 ends. */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
