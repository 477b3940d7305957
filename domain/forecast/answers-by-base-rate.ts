import type { Command } from '../follow-up/commands.ts';
import type { Position } from '../follow-up/events.ts';
import { isStarted, type StartedState } from '../follow-up/state.ts';
import { addDays, daysBetween, latest, type CalendarDate } from '../time.ts';
import { middleOf, startedOn, usualWay } from './answers-on-time.ts';
import {
  askedRound,
  firstOf,
  hasBegun,
  nextMilestone,
  onWorkingDay,
  ownSide,
  progressAt,
  type MilestoneDate,
} from './answers.ts';
import { baseRateHabits } from './assumptions.ts';
import { actionRate, columnOf, daysUntilShare, depositRate, septemberShare, shareAfter } from './base-rates.ts';
import { drawBetween, drawOf } from './draw.ts';
import type { Answers, Subject } from './life.ts';

/** What fate has in store for one follow-up. */
export type Fate = {
  /** When the State begins to act; null when it does not. */
  readonly actsOn: CalendarDate | null;
  /** Null when it does not deposit, or when the playbook knows no deposit. */
  readonly depositOn: CalendarDate | null;
};

const depositKey = 'deposit';

/** Answers, milestones and deposits as often as the base rates say; when is drawn from the seed and the follow-up's key. */
export function byBaseRates(subject: Subject, seed: string): Answers {
  const { calendar } = subject.context;
  const habits = baseRateHabits;
  const fate = fateOf(subject, seed);
  const { actsOn } = fate;
  const way = actsOn === null ? [] : wayOf(subject, fate, seed);
  return (state, at) => {
    const own = ownSide(state, habits, calendar);
    if (actsOn === null) return own;
    return firstOf(
      own,
      nextMilestone(way, state, calendar),
      beginning(state, onWorkingDay(actsOn, calendar)),
      answer(state, at),
    );
  };

  function answer(state: StartedState, at: string): Command | undefined {
    const round = askedRound(state);
    if (round === null || actsOn === null) return undefined;
    const draw = drawOf(seed, subject.key, 'answer', round.number);
    const delayDays = drawBetween(draw, -habits.answersBeforeDays, habits.answersAfterDays);
    const on = latest(addDays(round.dueOn, delayDays), actsOn) ?? actsOn;
    return progressAt(latest(onWorkingDay(on, calendar), at) ?? at, state);
  }
}

/** The State says that it has begun, asked or not: that is what counts as action triggered. */
const beginning = (state: StartedState, at: string): Command | undefined =>
  state.status !== 'open' || state.parts !== null || hasBegun(state.implementation) ? undefined : progressAt(at, state);

/**
 * One draw decides both, so that whoever deposits has acted before. It is drawn from what is still possible: a follow-up that has run
 * for years without a deposit is not one that deposited in its first.
 */
export function fateOf(subject: Subject, seed: string): Fate {
  const { state, start, at, key, context } = subject;
  const position: Position = isStarted(state) ? state.position : (start?.position ?? 'pending');
  const column = columnOf(position);
  const sinceOn = startedOn(subject);
  const today = context.calendar.dateOf(at);
  const elapsedDays = daysBetween(sinceOn, today);
  const hasActed = isStarted(state) && (hasBegun(state.implementation) || Object.keys(state.milestones).length > 0);
  const past = Math.max(
    shareAfter(depositRate, column, elapsedDays),
    hasActed ? 0 : shareAfter(actionRate, column, elapsedDays),
  );
  const draw = past + (1 - past) * drawOf(seed, key, 'fate');
  const actsAfter = daysUntilShare(actionRate, column, draw);
  const depositAfter = knowsDeposit(subject) ? daysUntilShare(depositRate, column, draw) : null;
  const depositOn = depositAfter === null ? null : depositDate(subject, sinceOn, depositAfter, seed);
  if (hasActed) return { actsOn: today, depositOn };
  if (actsAfter === null) return { actsOn: depositOn, depositOn };
  const actsOn = addDays(sinceOn, actsAfter);
  return { actsOn: depositOn !== null && depositOn < actsOn ? depositOn : actsOn, depositOn };
}

const knowsDeposit = ({ state, context }: Subject): boolean =>
  context.playbook.milestones.some(({ key }) => key === depositKey) &&
  !(isStarted(state) && depositKey in state.milestones);

/** Within the year that was drawn, September has its share of the days ahead. */
function depositDate(subject: Subject, sinceOn: CalendarDate, afterDays: number, seed: string): CalendarDate {
  const { key, at, context } = subject;
  const today = context.calendar.dateOf(at);
  const yearOn = addDays(sinceOn, Math.floor(afterDays / 365) * 365);
  const days = Array.from({ length: 365 }, (_, index) => addDays(yearOn, index)).filter((day) => day > today);
  const inSeptember = drawOf(seed, key, 'september') < septemberShare.share;
  const wanted = days.filter((day) => (day.slice(5, 7) === septemberShare.month) === inSeptember);
  const among = wanted.length > 0 ? wanted : days;
  const last = among.length - 1;
  return among[drawBetween(drawOf(seed, key, 'day'), 0, last)] ?? addDays(today, 1);
}

/**
 * Towards a deposit the milestones before it keep their usual proportions; on any other way each is reached at the follow-up's own
 * pace within its usual time, and none before the State has begun. A deposit comes by the table alone.
 */
function wayOf(subject: Subject, { actsOn, depositOn }: Fate, seed: string): readonly MilestoneDate[] {
  if (actsOn === null) return [];
  if (depositOn !== null) return towardsDeposit(subject, actsOn, depositOn);
  const pace = drawOf(seed, subject.key, 'pace');
  const days = (usually: { fromDays: number; toDays: number }): number =>
    Math.floor(usually.fromDays + pace * (usually.toDays - usually.fromDays));
  const way = usualWay(subject, ({ usually }) => days(usually), baseRateHabits).filter(
    ({ milestone }) => milestone !== depositKey,
  );
  const waitDays = Math.max(0, daysBetween(way[0]?.on ?? actsOn, actsOn));
  return way.map(({ milestone, on }) => ({ milestone, on: addDays(on, waitDays) }));
}

function towardsDeposit(subject: Subject, actsOn: CalendarDate, depositOn: CalendarDate): readonly MilestoneDate[] {
  const { playbook, calendar } = subject.context;
  const fromOn = latest(actsOn, calendar.dateOf(subject.at)) ?? actsOn;
  const goal = playbook.milestones.find(({ key }) => key === depositKey);
  const span = Math.max(0, daysBetween(fromOn, depositOn));
  const before = playbook.milestones
    .filter((each) => each.key !== depositKey && goal !== undefined && middleOf(each) <= middleOf(goal))
    .map((each) => ({
      milestone: each.key,
      on: addDays(fromOn, Math.floor((span * middleOf(each)) / (goal === undefined ? 1 : middleOf(goal)))),
    }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return [...before, { milestone: depositKey, on: depositOn }];
}
