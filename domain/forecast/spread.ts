import { isStarted } from '../follow-up/state.ts';
import type { ContactId } from '../ids.ts';
import { isQuiet } from '../plan/next-check-in.ts';
import { addDays, daysBetween, earliest, latest, type CalendarDate } from '../time.ts';
import type { CheckInDue, Future } from './future.ts';
import type { Simulation } from './simulate.ts';
import { nameOfWeek, weekOf } from './weeks.ts';

/** The rule, as it is shown beside the suggestions. */
export const spreadingRule =
  'A week is too full when it holds more than twice as many check-ins as an average week of that desk, and more than five. ' +
  'Only the next check-in of a follow-up moves, only later, by whole weeks, by at most a quarter of its playbook’s interval, ' +
  'and never to its target date or beyond. A running follow-up moves by an extension, and only where the ordinary check-in is ' +
  'next (dates of milestones, events and targets stay) and has not been asked yet; one that is not started is started later, ' +
  'unless its first date hangs on an event or on its target. Later rounds move along and are not counted here: simulate again ' +
  'to see them.';

export type Suggestion = {
  readonly recommendationId: string;
  readonly deskId: ContactId;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  readonly days: number;
  /** How it is done: by an extension until `toOn`, or by starting so many days later. */
  readonly by: 'extension' | 'later-start';
  readonly says: string;
};

/** A check-in that may move, and by how many days at most. */
export type Movable = {
  readonly checkIn: CheckInDue;
  readonly deskId: ContactId;
  readonly freedomDays: number;
  readonly by: Suggestion['by'];
};

const smallestFullWeek = 5;
/** Nothing new is asked within two weeks: what is due that soon has its reminders on the way. */
const soonestDays = 14;

export function suggestionsFor({ futures }: Simulation, limit: number): readonly Suggestion[] {
  const checkIns = futures.flatMap((future) => future.checkIns);
  return spread(checkIns, futures.flatMap(movableOf)).slice(0, limit);
}

/** Moves what may move out of weeks that are too full, one by one, each to the emptiest week within its freedom. */
export function spread(checkIns: readonly CheckInDue[], movables: readonly Movable[]): readonly Suggestion[] {
  const desks = new Map<ContactId, Map<CalendarDate, number>>();
  for (const checkIn of checkIns) {
    const deskId = deskOf(checkIn);
    if (deskId === null) continue;
    const weeks = desks.get(deskId) ?? new Map<CalendarDate, number>();
    weeks.set(weekOf(checkIn.dueOn), (weeks.get(weekOf(checkIn.dueOn)) ?? 0) + 1);
    desks.set(deskId, weeks);
  }
  return [...desks].flatMap(([deskId, weeks]) =>
    spreadDesk(
      weeks,
      movables.filter((each) => each.deskId === deskId),
    ),
  );
}

function spreadDesk(weeks: Map<CalendarDate, number>, movables: readonly Movable[]): readonly Suggestion[] {
  const total = [...weeks.values()].reduce((sum, count) => sum + count, 0);
  const full = Math.max(smallestFullWeek, Math.ceil((2 * total) / weeksBetween([...weeks.keys()])));
  const inOrder = [...movables].sort((a, b) => b.freedomDays - a.freedomDays || (idOf(a) < idOf(b) ? -1 : 1));
  return inOrder.flatMap((movable): readonly Suggestion[] => {
    const fromWeek = weekOf(movable.checkIn.dueOn);
    const load = weeks.get(fromWeek) ?? 0;
    if (load <= full) return [];
    const toWeek = emptiest(fromWeek, Math.floor(movable.freedomDays / 7), weeks);
    if (toWeek === undefined || (weeks.get(toWeek) ?? 0) >= full) return [];
    weeks.set(fromWeek, load - 1);
    weeks.set(toWeek, (weeks.get(toWeek) ?? 0) + 1);
    return [suggestionOf(movable, daysBetween(fromWeek, toWeek))];
  });
}

/** From the first week with anything to the last one, the empty ones between them included. */
function weeksBetween(mondays: readonly CalendarDate[]): number {
  const [first, last] = [earliest(...mondays), latest(...mondays)];
  return first === undefined || last === undefined ? 1 : daysBetween(first, last) / 7 + 1;
}

const idOf = ({ checkIn }: Movable): string => checkIn.recommendationId;

/** The emptiest of the weeks that follow; of equals the nearest. */
function emptiest(
  from: CalendarDate,
  mostWeeks: number,
  weeks: ReadonlyMap<CalendarDate, number>,
): CalendarDate | undefined {
  const ahead = Array.from({ length: mostWeeks }, (_, index) => addDays(from, 7 * (index + 1)));
  const [first, ...others] = ahead;
  if (first === undefined) return undefined;
  const loadOf = (week: CalendarDate): number => weeks.get(week) ?? 0;
  return others.reduce((best, week) => (loadOf(week) < loadOf(best) ? week : best), first);
}

function suggestionOf({ checkIn, deskId, by }: Movable, days: number): Suggestion {
  const { recommendationId, dueOn } = checkIn;
  const toOn = addDays(dueOn, days);
  const how = by === 'extension' ? `extend it until ${toOn}` : `start it ${days} days later`;
  const says = `${nameOfWeek(weekOf(dueOn))} is too full: ${how}`;
  return { recommendationId, deskId, fromOn: dueOn, toOn, days, by, says };
}

/** The desk that a check-in falls on; where there is no desk officer, whoever is asked. */
const deskOf = ({ deskId, askedOf }: CheckInDue): ContactId | null => deskId ?? askedOf;

function movableOf({ subject, checkIns, happened }: Future): readonly Movable[] {
  const { state, start, at, context } = subject;
  const [checkIn] = checkIns;
  const deskId = checkIn === undefined ? null : deskOf(checkIn);
  if (checkIn === undefined || deskId === null) return [];
  const isRunning = isStarted(state);
  if (isRunning && (checkIn.asks !== 'check-in' || isAskedAlready(state.round, checkIn.dueOn))) return [];
  if (!isRunning && isBoundToEvent(checkIn, context.playbook.cadence.events)) return [];
  if (checkIn.dueOn < addDays(context.calendar.dateOf(at), soonestDays)) return [];
  const begun = happened[0]?.after ?? state;
  const { quiet, everyDays, later } = context.playbook.cadence;
  const interval = isStarted(begun) && isQuiet(begun) ? quiet.everyDays : Math.min(everyDays, later.everyDays);
  const targetOn = (isRunning ? state.targetOn : start?.targetOn) ?? null;
  const untilTarget =
    targetOn === null || targetOn < checkIn.dueOn ? Infinity : daysBetween(checkIn.dueOn, targetOn) - 1;
  const freedomDays = Math.min(Math.floor(interval / 4), untilTarget);
  return [{ checkIn, deskId, freedomDays, by: isRunning ? 'extension' : 'later-start' }];
}

type Asked = { readonly dueOn: CalendarDate; readonly askedAt: string | null } | null;
const isAskedAlready = (round: Asked, dueOn: CalendarDate): boolean =>
  round !== null && round.askedAt !== null && round.dueOn === dueOn;

const isBoundToEvent = ({ asks }: CheckInDue, events: readonly { readonly asks: string }[]): boolean =>
  asks === 'target-date' || events.some((event) => event.asks === asks);
