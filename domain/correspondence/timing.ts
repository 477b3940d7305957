import type { ContactId } from '../ids.ts';
import { openingHour, workingDayFrom, type LocalCalendar } from '../plan/calendar.ts';
import { addDays, earliest, latest, type CalendarDate, type Instant } from '../time.ts';
import { absenceOn, isAwayOn, type Absence } from './absence.ts';
import { gatheringMs, morningMomentOf } from './morning.ts';

/** A digest that was held up on its morning may still leave until office hours end. */
export const closingHour = 18;

/** Of routine mail a person gets one in as many days, unless the installation says otherwise. */
export const defaultRoutineMailDays = 7;

/** What has gone to a contact, and when they are there: all that decides upon their next mail beside what waits. */
export type DigestTiming = {
  readonly contactId: ContactId;
  /** Nothing may go before this instant: the present one, when planning ahead. */
  readonly notBefore: Instant;
  /** The last date on which a digest went, or may have gone. */
  readonly lastDigestOn: CalendarDate | null;
  /** The last date on which one went that carried anything routine. */
  readonly lastRoutineOn: CalendarDate | null;
  readonly routineMailDays: number;
  readonly absences: readonly Absence[];
  readonly calendar: LocalCalendar;
};

/** How long something has waited. */
export type Waiting = {
  /** When the oldest notice of any kind was queued. */
  readonly since: Instant;
  /** When the oldest pressing one was; null when all is routine. */
  readonly pressingSince: Instant | null;
};

/**
 * When a contact's next digest may go: on a working morning of theirs on which they are there, one a date, and one in
 * `routineMailDays` unless something presses; that one then takes along whatever waits.
 */
export function nextDigestAt({ since, pressingSince }: Waiting, timing: DigestTiming): Instant {
  const { lastRoutineOn, routineMailDays } = timing;
  const routineFromOn = lastRoutineOn === null ? null : addDays(lastRoutineOn, routineMailDays);
  const routineAt = morningFor(since, routineFromOn, timing);
  const pressingAt = pressingSince === null ? routineAt : morningFor(pressingSince, null, timing);
  return earliest(routineAt, pressingAt) ?? routineAt;
}

/** Whether anything that may happen until then, a pressing notice or the end of a leave, could bring a planned digest forward. */
export const mayComeForward = (plannedAt: Instant, timing: DigestTiming): boolean =>
  nextDigestAt({ since: timing.notBefore, pressingSince: timing.notBefore }, { ...timing, absences: [] }) < plannedAt;

/**
 * When what waits is to be looked at anew, whatever may be sent then: as a leave begins, and on each day of one on which
 * something still waits here, for somebody may stand in by now. Undefined when no leave is known.
 */
export function nextLookAt({ notBefore, absences, calendar }: DigestTiming): Instant | undefined {
  const today = calendar.dateOf(notBefore);
  if (isAwayOn(today, absences)) return calendar.instantOf(addDays(today, 1), openingHour);
  const leaveOn = earliest(...absences.flatMap(({ fromOn }) => (fromOn > today ? [fromOn] : [])));
  return leaveOn === undefined ? undefined : calendar.instantOf(leaveOn, 0);
}

function morningFor(since: Instant, fromOn: CalendarDate | null, timing: DigestTiming): Instant {
  const { contactId, notBefore, lastDigestOn, calendar } = timing;
  const isTooLateToday = calendar.hourOf(notBefore) >= closingHour;
  const soonest = addDays(calendar.dateOf(notBefore), isTooLateToday ? 1 : 0);
  const unusedOn = lastDigestOn === null ? soonest : addDays(lastDigestOn, 1);
  const on = latest(soonest, unusedOn, gatheredOn(since, timing), fromOn ?? soonest) ?? soonest;
  const moment = morningMomentOf(contactId, presentFrom(on, timing), calendar);
  return latest(moment, notBefore) ?? moment;
}

/** The first date whose mail can have gathered what was queued at an instant. */
function gatheredOn(since: Instant, { contactId, calendar }: DigestTiming): CalendarDate {
  const gatheredAt = new Date(Date.parse(since) + gatheringMs).toISOString();
  const on = calendar.dateOf(gatheredAt);
  return morningMomentOf(contactId, on, calendar) >= gatheredAt ? on : addDays(on, 1);
}

/** The first working day on or after a date on which a contact is not on leave. */
function presentFrom(date: CalendarDate, when: Pick<DigestTiming, 'absences' | 'calendar'>): CalendarDate {
  const on = workingDayFrom(date, when.calendar);
  const absence = absenceOn(on, when.absences);
  return absence === undefined ? on : presentFrom(addDays(absence.untilOn, 1), when); // Each is met once at most.
}
