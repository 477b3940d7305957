import type { Command, Rejection } from '../follow-up/commands.ts';
import { decide } from '../follow-up/decide.ts';
import type { PlaybookRef, Step, StepKind } from '../follow-up/events.ts';
import { fold } from '../follow-up/evolve.ts';
import { isStarted, type FollowUpState, type StartedState } from '../follow-up/state.ts';
import { stepsAhead } from '../follow-up/timers.ts';
import { termsOf } from '../playbooks/playbook.ts';
import type { Instant } from '../time.ts';
import type { PlanningContext } from './context.ts';
import { planNext } from './plan.ts';

/** One date that is planned, by what it means: ids change with every plan. */
export type PlannedDate = {
  readonly kind: StepKind;
  /** Days from the due date, for a reminder. */
  readonly offsetDays: number | null;
  readonly rung: number | null;
  /** The limit's key, for a milestone that becomes late. */
  readonly limit: string | null;
};
type DateAt = PlannedDate & { readonly at: Instant };

/** What adopting a playbook version would change for one follow-up, or why it does not concern it. */
export type AdoptionPreview =
  | { readonly isConcerned: false; readonly because: Rejection }
  | {
      readonly isConcerned: true;
      readonly from: PlaybookRef;
      readonly asks: { readonly before: string | null; readonly after: string | null };
      readonly added: readonly DateAt[];
      readonly dropped: readonly DateAt[];
      readonly moved: readonly (PlannedDate & { readonly before: Instant; readonly after: Instant })[];
      readonly unchanged: number;
      /** Completed milestones that the other version knows as well, and those that it does not. */
      readonly milestones: { readonly counted: readonly string[]; readonly lost: readonly string[] };
    };

export type AdoptionWish = {
  readonly at: Instant;
  readonly reason: string;
  /** What plans are made with on the present version, and on the other one. */
  readonly present: PlanningContext;
  readonly adopted: PlanningContext;
};

/** Runs the real decider and planner on a copy of the state: there is no second set of rules that could say something else. */
export function previewAdoption(state: StartedState, wish: AdoptionWish): AdoptionPreview {
  const { at, reason, present, adopted } = wish;
  const before = planned(state, at, present);
  const { key, version } = adopted.playbook;
  const command = { type: 'AdoptPlaybook', at, playbook: { key, version }, terms: termsOf(adopted.playbook), reason };
  const decision = decide(command as Command, before);
  if ('rejected' in decision) return { isConcerned: false, because: decision.rejected };
  const after = planned(fold(decision.events, before), at, adopted);
  return { isConcerned: true, from: state.playbook, ...changes(before, after), milestones: milestones(state, adopted) };
}

/** Plans what the state asks to have planned, as the engine would at once. */
function planned(state: FollowUpState, at: Instant, context: PlanningContext): StartedState {
  if (!isStarted(state)) throw new Error('A follow-up that has begun cannot become one that has not');
  if (state.planning === null) return state;
  const plan = planNext(state.planning, state, context);
  const decision = decide({ type: 'AdoptPlan', at, for: state.planning, plan }, state);
  const after = 'events' in decision ? fold(decision.events, state) : state;
  return isStarted(after) ? after : state;
}

function changes(before: StartedState, after: StartedState) {
  const was = datesOf(before);
  const becomes = datesOf(after);
  const pairs = was.flatMap((date) => {
    const same = becomes.find((other) => isSameMeaning(date, other));
    return same === undefined ? [] : [{ before: date, after: same }];
  });
  const moved = pairs.filter((pair) => pair.before.at !== pair.after.at);
  return {
    asks: { before: before.round?.asks ?? null, after: after.round?.asks ?? null },
    added: becomes.filter((date) => !was.some((other) => isSameMeaning(date, other))),
    dropped: was.filter((date) => !becomes.some((other) => isSameMeaning(date, other))),
    moved: moved.map((pair) => {
      const { at: _, ...meaning } = pair.before;
      return { ...meaning, before: pair.before.at, after: pair.after.at };
    }),
    unchanged: pairs.length - moved.length,
  };
}

/** The reminders of an appeal's tasks come from its campaign, and no playbook moves them. */
const datesOf = (state: StartedState): readonly DateAt[] =>
  stepsAhead(state)
    .filter(({ kind }) => kind !== 'task-reminder')
    .map(dateOf);

const dateOf = (step: Step): DateAt => ({
  kind: step.kind,
  offsetDays: step.kind === 'reminder' ? step.offsetDays : null,
  rung: 'rung' in step ? step.rung : null,
  limit: step.kind === 'milestone-limit' ? step.limit : null,
  at: step.dueAt,
});

/** A limit that leads to another rung is still the same limit. */
const isSameMeaning = (one: PlannedDate, other: PlannedDate): boolean =>
  one.kind === other.kind &&
  one.offsetDays === other.offsetDays &&
  one.limit === other.limit &&
  (one.limit !== null || one.rung === other.rung);

function milestones(state: StartedState, { playbook }: PlanningContext) {
  const isKnown = (key: string): boolean => playbook.milestones.some((milestone) => milestone.key === key);
  const completed = Object.keys(state.milestones);
  return { counted: completed.filter(isKnown), lost: completed.filter((key) => !isKnown(key)) };
}
