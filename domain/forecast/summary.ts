import type { ClosureReason, FollowUpEvent } from '../follow-up/events.ts';
import { isStarted } from '../follow-up/state.ts';
import type { CalendarDate } from '../time.ts';
import type { Future } from './future.ts';
import type { Simulation } from './simulate.ts';
import { weekOf } from './weeks.ts';

export type Totals = {
  readonly followUps: number;
  readonly events: number;
  readonly mails: number;
  /** What mails carry, before a newer notice or an answer makes some of it needless. */
  readonly notices: number;
  /** Notices to roles that nobody holds: they are told to no one. */
  readonly unassigned: number;
  readonly checkIns: number;
  readonly answers: number;
  readonly milestones: number;
  readonly drafts: number;
  readonly escalations: Readonly<Record<string, number>>;
  readonly closings: Readonly<Partial<Record<ClosureReason, number>>>;
  readonly stoppedCooperating: number;
};

export type Period = {
  readonly mails: number;
  readonly notices: number;
  readonly checkIns: number;
  readonly escalations: number;
  /** How many persons get mail in it. */
  readonly people: number;
};
export type Week = Period & { readonly week: CalendarDate };
export type Day = Period & { readonly on: CalendarDate };

export function totalsOf({ futures, mails }: Simulation): Totals {
  const events = futures.flatMap(({ happened }) => happened.map(({ event }) => event));
  const notices = futures.flatMap((future) => future.notices);
  const typed = countBy(events, ({ type }) => type);
  return {
    followUps: futures.length,
    events: events.length,
    mails: mails.length,
    notices: notices.length,
    unassigned: notices.filter(({ contactId }) => contactId === null).length,
    checkIns: futures.reduce((sum, { checkIns }) => sum + checkIns.length, 0),
    answers: (typed['ProgressReported'] ?? 0) + (typed['LetterAnswered'] ?? 0),
    milestones: typed['MilestoneCompleted'] ?? 0,
    drafts: typed['EscalationDrafted'] ?? 0,
    escalations: countBy(raised(events), ({ rung }) => String(rung)),
    closings: countBy(closed(events), ({ reason }) => reason),
    stoppedCooperating: typed['NoCooperationRecorded'] ?? 0,
  };
}

/** Every week, or day, in which anything happens, the earliest first. A mail counts on its reader's date, the rest on the State's. */
export const weeksOf = (simulation: Simulation): readonly Week[] =>
  periodsOf(simulation, weekOf).map(([week, period]) => ({ week, ...period }));
export const daysOf = (simulation: Simulation): readonly Day[] =>
  periodsOf(simulation, (date) => date).map(([on, period]) => ({ on, ...period }));

type Counting = { mails: number; notices: number; checkIns: number; escalations: number; readers: Set<string> };

function periodsOf(
  { futures, mails }: Simulation,
  periodOf: (date: CalendarDate) => CalendarDate,
): readonly (readonly [CalendarDate, Period])[] {
  const counted = new Map<CalendarDate, Counting>();
  const at = (date: CalendarDate): Counting => {
    const period = periodOf(date);
    const known = counted.get(period) ?? { mails: 0, notices: 0, checkIns: 0, escalations: 0, readers: new Set() };
    counted.set(period, known);
    return known;
  };
  for (const { contactId, onDate } of mails) {
    at(onDate).mails += 1;
    at(onDate).readers.add(contactId);
  }
  for (const future of futures) countFuture(future, at);
  return [...counted]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, { readers, ...rest }]) => [period, { ...rest, people: readers.size }] as const);
}

function countFuture({ subject, notices, checkIns, happened }: Future, at: (date: CalendarDate) => Counting): void {
  const { dateOf } = subject.context.calendar;
  for (const { queuedAt } of notices) at(dateOf(queuedAt)).notices += 1;
  for (const { dueOn } of checkIns) at(dueOn).checkIns += 1;
  for (const { event } of happened) if (event.type === 'EscalationRaised') at(dateOf(event.at)).escalations += 1;
}

/** What could not be followed to the end, and why: nothing is left out silently. */
export const gapsOf = ({ futures }: Simulation): readonly { readonly key: string; readonly because: string }[] =>
  futures.flatMap(({ subject: { key }, refused, isCutShort, state }) => {
    if (isCutShort) return [{ key, because: 'TooManySteps' }];
    const [refusal] = refused;
    if (refusal !== undefined) return [{ key, because: refusal }];
    return isStarted(state) && state.parts !== null ? [{ key, because: 'IsSplit' }] : [];
  });

const raised = (events: readonly FollowUpEvent[]) =>
  events.flatMap((event) => (event.type === 'EscalationRaised' ? [event] : []));
const closed = (events: readonly FollowUpEvent[]) =>
  events.flatMap((event) => (event.type === 'FollowUpClosed' ? [event] : []));

function countBy<T>(items: readonly T[], nameOf: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
