import { taskToPlan } from './appeal.ts';
import type { PlanRequest } from './commands.ts';
import type { Step } from './events.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';

/** The one timer that the shell must keep; `undefined` means that it waits for people, or for a plan. */
export const nextTimer = (state: FollowUpState): Step | undefined =>
  isStarted(state) ? stepsAhead(state)[0] : undefined;

/** What must be planned next, if anything: the round's own first, then the reminders of a task beside it. */
export const nextPlan = (state: FollowUpState): PlanRequest | null =>
  isStarted(state) ? (state.planning ?? taskToPlan(state)) : null;

/** Everything that has an instant, the earliest first: the round's steps, and the limits and the tasks beside it. */
export function stepsAhead({ pending, watches, appeal }: StartedState): readonly Step[] {
  const tasks = appeal === null ? [] : appeal.tasks.flatMap(({ steps }) => steps ?? []);
  return watches.length + tasks.length === 0 ? pending : [...pending, ...watches, ...tasks].sort(byDueAtThenId);
}

/** A total order, so that two runs sort alike. */
export const byDueAtThenId = (a: Step, b: Step): number => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1);
