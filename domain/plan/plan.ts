import type { Plan, PlanRequest } from '../follow-up/commands.ts';
import type { Step } from '../follow-up/events.ts';
import type { StartedState } from '../follow-up/state.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { addDays, latest, type CalendarDate, type Instant } from '../time.ts';
import { openingHour, workingDayFrom, workingDayUntil } from './calendar.ts';
import type { PlanningContext } from './context.ts';
import { planDecision, planRung, rungStep } from './ladder.ts';
import { watchesFrom } from './limits.ts';
import { planTask } from './tasks.ts';
import { isQuiet, nextCheckIn, planningDates, type CheckIn } from './next-check-in.ts';

/** Turns what a state asks to have planned into steps with fixed instants, on working days of the State. */
export function planNext(request: PlanRequest, state: StartedState, context: PlanningContext): Plan {
  switch (request.kind) {
    case 'round':
      return planRound(request, state, context);
    case 'rung':
      return planRung(request, state, context);
    case 'decision':
      return planDecision(request, state, context);
    case 'task':
      return planTask(request, state, context);
  }
}

function planRound(request: RoundRequest, state: StartedState, context: PlanningContext): Plan {
  const { calendar, playbook } = context;
  const fromOn = calendar.dateOf(request.from);
  const checkIn =
    request.dueOn === null ? checkInFrom(request, state, context) : postponed(request.dueOn, state, playbook);
  const dueOn = workingDayFrom(checkIn.dueOn, calendar);
  const at = (on: CalendarDate): Instant => calendar.instantOf(on, openingHour);
  const steps = stepsOf({ ...checkIn, dueOn }, fromOn, state, context);
  const watches = watchesFrom(fromOn, state, context);
  return { kind: 'round', asks: checkIn.asks, dueOn, dueAt: at(dueOn), steps, watches };
}

type RoundRequest = Extract<PlanRequest, { kind: 'round' }>;

function checkInFrom({ from, counted }: RoundRequest, state: StartedState, context: PlanningContext): CheckIn {
  const { calendar, playbook, events } = context;
  const dates = { startedOn: calendar.dateOf(state.startedAt), fromOn: calendar.dateOf(from), events };
  const countedOn = counted && latest(calendar.dateOf(counted.from), counted.answeredUntilOn ?? '');
  return nextCheckIn(state, playbook.cadence, planningDates(state, dates, countedOn));
}

/** The same question again, later. */
const postponed = (dueOn: CalendarDate, state: StartedState, { cadence }: Playbook): CheckIn => ({
  dueOn,
  asks: state.round?.asks ?? 'check-in',
  remindBeforeDays: cadence.remindBeforeDays,
});

/** Reminders before the due date never move later and those after it never earlier; two on one day are one. */
function stepsOf(
  checkIn: CheckIn,
  fromOn: CalendarDate,
  state: StartedState,
  context: PlanningContext,
): readonly Step[] {
  const { calendar, playbook } = context;
  const { cadence } = playbook;
  const quiet = isQuiet(state);
  const dueOn = checkIn.dueOn;
  const before = checkIn.remindBeforeDays
    .map((days) => ({ offsetDays: -days, on: workingDayUntil(addDays(dueOn, -days), calendar) }))
    .filter(({ on }) => on > fromOn && on < dueOn);
  const after = (quiet ? cadence.quiet.remindAfterDays : cadence.remindAfterDays)
    .map((days) => ({ offsetDays: days, on: workingDayFrom(addDays(dueOn, days), calendar) }))
    .filter(({ on }) => on > dueOn);
  const ladder = quiet ? [] : rungStep(1, dueOn, state, context);
  const id = (index: number): string => `${state.plansAdopted + 1}.${index + 1}`;
  const at = (on: CalendarDate): Instant => calendar.instantOf(on, openingHour);
  return [
    ...oncePerDay([...before, { offsetDays: 0, on: dueOn }, ...after]).map(({ offsetDays, on }, index): Step =>
      offsetDays === 0
        ? { id: id(index), kind: 'check-in', dueAt: at(on) }
        : { id: id(index), kind: 'reminder', offsetDays, dueAt: at(on) },
    ),
    ...ladder,
  ];
}

const oncePerDay = <T extends { readonly on: CalendarDate }>(days: readonly T[]): readonly T[] =>
  days.filter((day, index) => days.findIndex((other) => other.on === day.on) === index);
