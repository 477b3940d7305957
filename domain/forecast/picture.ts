import { initialState } from '../follow-up/state.ts';
import type { LocalCalendar } from '../plan/calendar.ts';
import { termsOf, type Limit, type Milestone, type Playbook, type WorldEvent } from '../playbooks/playbook.ts';
import { addDays, daysBetween, nthWeekday, type CalendarDate } from '../time.ts';
import { askedRound, nobodyAnswers, progressAt } from './answers.ts';
import { liveOn, type Answers } from './life.ts';

/** One thing on the line of time, in days from the start. */
export type Mark = { readonly day: number; readonly on: CalendarDate } & (
  | { readonly kind: 'check-in'; readonly asks: string }
  /** Negative before the check-in is due. */
  | { readonly kind: 'reminder'; readonly offsetDays: number }
  | { readonly kind: 'rung'; readonly rung: number }
  | { readonly kind: 'limit'; readonly limit: string }
  | { readonly kind: 'ladder-end' }
);

export type LimitMark = Limit & {
  /** From the usual end of the milestone that it counts from, or from the start. */
  readonly day: number;
};

/** What a playbook does, as a picture of time. */
export type Picture = {
  readonly startedOn: CalendarDate;
  readonly days: number;
  /** The rounds of a State that answers on the day, and moves nothing. */
  readonly answered: readonly Mark[];
  /** What comes when nobody answers and every draft is approved on its day. */
  readonly silent: readonly Mark[];
  readonly milestones: readonly (Milestone & { readonly isClosing: boolean })[];
  readonly limits: readonly LimitMark[];
  readonly events: readonly EventMarks[];
};
export type EventMarks = {
  readonly event: WorldEvent;
  readonly asks: string;
  readonly offsetDays: number;
  readonly remindBeforeDays: readonly number[];
  /** Check-ins by rule; none when only known dates of a State count. */
  readonly dates: readonly { readonly day: number; readonly on: CalendarDate }[];
};

/**
 * Draws a playbook by running the engine's own rules on it, on a calendar of which every day is a working day: a State's weekends and
 * holidays move the dates by a little.
 */
export function pictureOf(playbook: Playbook, startedOn: CalendarDate, days: number): Picture {
  const wish = { startedOn, days };
  const after = new Map(playbook.milestones.map(({ key, usually }) => [key, usually.toDays]));
  return {
    startedOn,
    days,
    // Limits pass when nothing moves: they have a line of their own and would hide the rounds here.
    answered: marksOf({ ...playbook, limits: [] }, answersOnTheDay, wish).filter(({ kind }) => kind !== 'rung'),
    silent: marksOf(playbook, nobodyAnswers, wish),
    milestones: playbook.milestones.map((each) => ({ ...each, isClosing: playbook.closing.includes(each.key) })),
    limits: playbook.limits.map((limit) => ({
      ...limit,
      day: (limit.after === null ? 0 : (after.get(limit.after) ?? 0)) + limit.withinDays,
    })),
    events: eventsOf(playbook, wish),
  };
}

type Wish = { readonly startedOn: CalendarDate; readonly days: number };

const everyDay: LocalCalendar = {
  dateOf: (instant) => instant.slice(0, 10),
  hourOf: (instant) => Number(instant.slice(11, 13)),
  instantOf: (date, hour) => `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`,
  isWorkingDay: () => true,
};

const answersOnTheDay: Answers = (state, at) => {
  const round = askedRound(state);
  return round === null ? undefined : progressAt(round.dueAt > at ? round.dueAt : at, state);
};

/** More than any playbook does in ten years: a fault of the rules must not hang a browser. */
const mostCommands = 3_000;

function marksOf(playbook: Playbook, answers: Answers, { startedOn, days }: Wish): readonly Mark[] {
  const subject = {
    key: 'picture',
    state: initialState,
    start: {
      type: 'StartFollowUp' as const,
      stateCode: '',
      position: 'supported' as const,
      targetOn: null,
      playbook: { key: playbook.key, version: playbook.version },
      assign: {},
      terms: termsOf(playbook),
      parentId: null,
    },
    at: everyDay.instantOf(startedOn, 9),
    context: { playbook, calendar: everyDay, events: [] },
  };
  const limits = { until: everyDay.instantOf(addDays(startedOn, days), 23), maxCommands: mostCommands };
  return liveOn(subject, answers, limits).happened.flatMap(({ event, after }): readonly Mark[] => {
    const on = everyDay.dateOf(event.at);
    const place = { on, day: daysBetween(startedOn, on) };
    if (event.type === 'NoCooperationRecorded') return [{ ...place, kind: 'ladder-end' }];
    if (event.type === 'EscalationRaised') return [{ ...place, kind: 'rung', rung: event.rung }];
    if (event.type !== 'StepFellDue' || event.mergedInto !== null) return [];
    const { step } = event;
    if (step.kind === 'reminder') return [{ ...place, kind: 'reminder', offsetDays: step.offsetDays }];
    if (step.kind === 'milestone-limit') return [{ ...place, kind: 'limit', limit: step.limit }];
    if (step.kind !== 'check-in') return [];
    const asks = after.status === 'not-started' ? 'check-in' : (after.round?.asks ?? 'check-in');
    return [{ ...place, kind: 'check-in', asks }];
  });
}

function eventsOf({ cadence }: Playbook, { startedOn, days }: Wish): readonly EventMarks[] {
  const year = Number(startedOn.slice(0, 4));
  const years = Array.from({ length: Math.ceil(days / 365) + 2 }, (_, index) => year + index);
  return cadence.events.map(({ event, asks, offsetDays, remindBeforeDays, rule }) => {
    const found = rule === null ? [] : years.map((each) => nthWeekday(each, rule.month, rule.weekday, rule.nth));
    const dates = found
      .map((date) => ({ on: addDays(date, offsetDays), day: daysBetween(startedOn, addDays(date, offsetDays)) }))
      .filter(({ day }) => day >= 0 && day <= days);
    return { event, asks, offsetDays, remindBeforeDays, dates };
  });
}
