import { isStarted, type StartedState } from '../follow-up/state.ts';
import { workingDayUntil } from '../plan/calendar.ts';
import type { Milestone } from '../playbooks/playbook.ts';
import { addDays, daysBetween, latest, type CalendarDate } from '../time.ts';
import {
  askedRound,
  claimOn,
  firstOf,
  nextMilestone,
  onWorkingDay,
  ownSide,
  progressAt,
  type MilestoneDate,
} from './answers.ts';
import { onTimeHabits, type Habits } from './assumptions.ts';
import type { Answers, Subject } from './life.ts';

/** Everybody answers on time: `assumptionTexts` says what that means, `onTimeHabits` how long things take. */
export function everybodyOnTime(subject: Subject, habits: Habits = onTimeHabits): Answers {
  const { calendar, playbook } = subject.context;
  const way = usualWay(subject, (milestone) => middleOf(milestone), habits);
  const claimed = claimDate(subject, habits);
  return (state, at) => {
    const round = askedRound(state);
    const answeredOn = round && workingDayUntil(addDays(round.dueOn, -habits.answersBeforeDays), calendar);
    const isMoving = state.position !== 'noted' && state.parts === null;
    const mayClaim = isMoving && playbook.closing.length === 0 && state.status === 'open';
    return firstOf(
      ownSide(state, habits, calendar),
      isMoving ? nextMilestone(way, state, calendar) : undefined,
      mayClaim ? claimOn(claimed, calendar) : undefined,
      answeredOn === null ? undefined : progressAt(latest(onWorkingDay(answeredOn, calendar), at) ?? at, state),
    );
  };
}

export const middleOf = ({ usually }: Milestone): number => Math.floor((usually.fromDays + usually.toDays) / 2);

/** The date on which a follow-up began, or would. */
export const startedOn = ({ state, at, context: { calendar } }: Subject): CalendarDate =>
  calendar.dateOf(isStarted(state) ? state.startedAt : at);

/**
 * The milestones that are missing, in order, each on its usual day after the start. Where the first of them is late already, all
 * move by as much, so that a follow-up that is behind keeps the usual distances.
 */
export function usualWay(
  subject: Subject,
  daysOf: (milestone: Milestone) => number,
  { catchUpDays }: Pick<Habits, 'catchUpDays'>,
): readonly MilestoneDate[] {
  const { state, at, context } = subject;
  const reached: StartedState['milestones'] = isStarted(state) ? state.milestones : {};
  const way = context.playbook.milestones
    .filter(({ key }) => !(key in reached))
    .map((each) => ({ milestone: each.key, on: addDays(startedOn(subject), daysOf(each)) }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const first = way[0];
  const today = context.calendar.dateOf(at);
  if (first === undefined || first.on > today) return way;
  const lateDays = daysBetween(first.on, addDays(today, catchUpDays));
  return way.map(({ milestone, on }) => ({ milestone, on: addDays(on, lateDays) }));
}

/** On the target date, or after the usual time; a date that has passed is caught up with. */
function claimDate(subject: Subject, { claimAfterDays, catchUpDays }: Habits): CalendarDate {
  const { state, start, at, context } = subject;
  const targetOn = (isStarted(state) ? state.targetOn : start?.targetOn) ?? null;
  const on = targetOn ?? addDays(startedOn(subject), claimAfterDays);
  const today = context.calendar.dateOf(at);
  return on > today ? on : addDays(today, catchUpDays);
}
