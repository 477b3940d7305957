import { openingHour, workingDayFrom, type LocalCalendar } from '../plan/calendar.ts';
import { addDays, latest, type CalendarDate, type Instant } from '../time.ts';

/** No digest leaves after office hours. */
export const closingHour = 18;

/** What falls due together should arrive together: the first notice waits this long for the others of its morning. */
const gatheringMs = 30 * 60_000;

export type DigestTiming = {
  /** When the oldest waiting notice was queued. */
  readonly queuedAt: Instant;
  /** Nothing may go before this instant: the present one, when planning ahead. */
  readonly notBefore: Instant;
  /** The last date on which a digest went, or may have gone. */
  readonly lastDigestOn: CalendarDate | null;
  readonly calendar: LocalCalendar;
};

/** When a contact's next digest may go: one on a date, on a working day of theirs, between 09:00 and 18:00. */
export function nextDigestAt({ queuedAt, notBefore, lastDigestOn, calendar }: DigestTiming): Instant {
  const gathered = new Date(Date.parse(queuedAt) + gatheringMs).toISOString();
  const from = latest(gathered, notBefore) ?? notBefore;
  const isAfterHours = calendar.hourOf(from) >= closingHour;
  const soonest = addDays(calendar.dateOf(from), isAfterHours ? 1 : 0);
  const unused = lastDigestOn === null ? soonest : (latest(soonest, addDays(lastDigestOn, 1)) ?? soonest);
  const opening = calendar.instantOf(workingDayFrom(unused, calendar), openingHour);
  return latest(from, opening) ?? opening;
}
