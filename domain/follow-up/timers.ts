import type { Step } from './events.ts';
import { isStarted, type FollowUpState } from './state.ts';

/** The one timer that the shell must keep; `undefined` means that it waits for people, or for a plan. */
export const nextTimer = (state: FollowUpState): Step | undefined => (isStarted(state) ? state.pending[0] : undefined);
