import type { StartedState } from '../follow-up/state.ts';
import type { Cadence, EventCheckIn } from '../playbooks/playbook.ts';
import { addDays, daysBetween, latest, nthWeekday, type CalendarDate } from '../time.ts';
import type { KnownEvent } from './context.ts';

export type CheckIn = {
  readonly dueOn: CalendarDate;
  readonly asks: string;
  readonly remindBeforeDays: readonly number[];
};

/** Nothing new is asked within two weeks: whoever has just answered is left in peace. */
const shortestNoticeDays = 14;

/** Noted recommendations and States that do not cooperate keep a yearly check-in and have no ladder. */
export const isQuiet = (state: StartedState): boolean => state.position === 'noted' || !state.isCooperating;

/** What is asked next, and when: the earliest of the playbook's dates that is still ahead. */
export function nextCheckIn(state: StartedState, cadence: Cadence, dates: PlanningDates): CheckIn {
  const fixed = fixedCheckIns(state, cadence, dates);
  const fromPlaybook = isQuiet(state) ? [] : [...fixed, ...eventCheckIns(state, cadence, dates)];
  const ahead = [
    ...fromPlaybook.filter(({ dueOn }) => dueOn >= addDays(dates.fromOn, shortestNoticeDays)),
    ...targetCheckIn(state, cadence), // However near: this is the date that was promised.
  ].filter(({ dueOn }) => dueOn > dates.askedUntilOn && dueOn > dates.fromOn);
  const hasFixedAhead = ahead.some((each) => fixed.includes(each));
  const candidates = hasFixedAhead ? ahead : [...ahead, regularCheckIn(state, cadence, dates)];
  return candidates.reduce((first, each) => (each.dueOn < first.dueOn ? each : first));
}

export type PlanningDates = {
  readonly startedOn: CalendarDate;
  /** The day of planning. */
  readonly fromOn: CalendarDate;
  /**
   * Nothing up to this day is asked again: the due date of a round that was asked and answered, or the day of planning; for a round
   * that takes the place of another, what that one counted from.
   */
  readonly askedUntilOn: CalendarDate;
  readonly events: readonly KnownEvent[];
};

/**
 * A round that was asked and answered before its due date has been answered for that date: the next one is counted from
 * it. News before anything was asked answers for nothing but itself, or a few letters would silence the clock for years.
 */
export function planningDates(
  state: StartedState,
  { startedOn, fromOn, events }: Omit<PlanningDates, 'askedUntilOn'>,
  countedOn?: CalendarDate,
): PlanningDates {
  if (countedOn !== undefined) return { startedOn, fromOn, events, askedUntilOn: countedOn };
  const { round } = state;
  const answeredDueOn = round !== null && round.askedAt !== null && round.answeredAt !== null ? round.dueOn : fromOn;
  return { startedOn, fromOn, events, askedUntilOn: latest(fromOn, answeredDueOn) ?? fromOn };
}

/** What was reached need not be asked for. */
const fixedCheckIns = (
  { milestones }: StartedState,
  { checkIns, remindBeforeDays }: Cadence,
  { startedOn }: PlanningDates,
): readonly CheckIn[] =>
  checkIns
    .filter(({ asks }) => !(asks in milestones))
    .map(({ afterDays, asks }) => ({ dueOn: addDays(startedOn, afterDays), asks, remindBeforeDays }));

const eventCheckIns = ({ milestones }: StartedState, cadence: Cadence, dates: PlanningDates): readonly CheckIn[] =>
  cadence.events
    .filter(
      ({ onceReached, asks }) => !(asks in milestones) && (onceReached === undefined || onceReached in milestones),
    )
    .flatMap((each) =>
      datesOf(each, dates).map((onDate) => ({
        dueOn: addDays(onDate, each.offsetDays),
        asks: each.asks,
        remindBeforeDays: each.remindBeforeDays,
      })),
    );

/** The dates that are known; the rule speaks only for years of which none is. */
function datesOf({ event, rule }: EventCheckIn, { askedUntilOn, events }: PlanningDates): readonly CalendarDate[] {
  const known = events.filter((each) => each.event === event).map(({ onDate }) => onDate);
  if (rule === null) return known;
  const year = Number(askedUntilOn.slice(0, 4));
  const unknown = [year, year + 1, year + 2].filter((each) => !known.some((onDate) => onDate.startsWith(`${each}-`)));
  return [...known, ...unknown.map((each) => nthWeekday(each, rule.month, rule.weekday, rule.nth))];
}

const targetCheckIn = ({ targetOn }: StartedState, { remindBeforeDays }: Cadence): readonly CheckIn[] =>
  targetOn === null ? [] : [{ dueOn: targetOn, asks: 'target-date', remindBeforeDays }];

function regularCheckIn(state: StartedState, cadence: Cadence, dates: PlanningDates): CheckIn {
  const { quiet, later } = cadence;
  const soonestOn = addDays(dates.fromOn, shortestNoticeDays);
  if (isQuiet(state)) {
    const dueOn = laterOf(addDays(anchorOf(state, dates), quiet.everyDays), soonestOn);
    return { dueOn, asks: 'check-in', remindBeforeDays: quiet.remindBeforeDays };
  }
  const isLater = daysBetween(dates.startedOn, dates.askedUntilOn) >= later.afterDays;
  const everyDays = isLater ? later.everyDays : cadence.everyDays;
  return {
    dueOn: laterOf(addDays(dates.askedUntilOn, everyDays), soonestOn),
    asks: 'check-in',
    remindBeforeDays: cadence.remindBeforeDays,
  };
}

const laterOf = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);

/** An unanswered yearly check-in is repeated from its own date, so that the years do not drift. */
function anchorOf({ round }: StartedState, { fromOn, askedUntilOn }: PlanningDates): CalendarDate {
  if (round === null || round.answeredAt !== null) return askedUntilOn;
  const missedForDays = daysBetween(round.dueOn, fromOn);
  return missedForDays >= 0 && missedForDays <= longestGraceDays ? round.dueOn : askedUntilOn;
}

/** Beyond this a yearly check-in counts from the day of planning: an outage must not make the next one fall due soon after. */
const longestGraceDays = 60;
