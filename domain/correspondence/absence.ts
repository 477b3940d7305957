import { daysBetween, type CalendarDate } from '../time.ts';

/** Days on which a contact is not at work, both ends included, by their own calendar. Why is nobody's business. */
export type Absence = { readonly fromOn: CalendarDate; readonly untilOn: CalendarDate };

export const absenceRejections = ['AbsenceEndsBeforeStart', 'AbsenceTooLong', 'AbsenceOverlaps'] as const;
export type AbsenceRejection = (typeof absenceRejections)[number];

/** Whoever is away for longer has left their post: the role is then to be given to somebody else. */
export const longestAbsenceDays = 366;

/** Why an absence cannot be recorded beside those that are; null when it can. */
export function refuseAbsence(wish: Absence, others: readonly Absence[]): AbsenceRejection | null {
  if (wish.untilOn < wish.fromOn) return 'AbsenceEndsBeforeStart';
  if (daysBetween(wish.fromOn, wish.untilOn) >= longestAbsenceDays) return 'AbsenceTooLong';
  const overlaps = others.some(({ fromOn, untilOn }) => fromOn <= wish.untilOn && wish.fromOn <= untilOn);
  return overlaps ? 'AbsenceOverlaps' : null;
}

export const absenceOn = <T extends Absence>(date: CalendarDate, absences: readonly T[]): T | undefined =>
  absences.find(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn);

export const isAwayOn = (date: CalendarDate, absences: readonly Absence[]): boolean =>
  absenceOn(date, absences) !== undefined;
