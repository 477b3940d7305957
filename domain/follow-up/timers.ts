import type { Step } from './events.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';

/** The one timer that the shell must keep; `undefined` means that it waits for people, or for a plan. */
export const nextTimer = (state: FollowUpState): Step | undefined =>
  isStarted(state) ? stepsAhead(state)[0] : undefined;

/** Everything that has an instant, the earliest first: the round's steps and the limits beside it. */
export const stepsAhead = ({ pending, watches }: StartedState): readonly Step[] =>
  watches.length === 0 ? pending : [...pending, ...watches].sort(byDueAtThenId);

/** A total order, so that two runs sort alike. */
export const byDueAtThenId = (a: Step, b: Step): number => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1);
