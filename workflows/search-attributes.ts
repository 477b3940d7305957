import * as wf from '@temporalio/workflow';
import { isStarted, type FollowUpState } from '../domain/follow-up/state.ts';
import { nextTimer } from '../domain/follow-up/timers.ts';
import { searchAttributes } from './names.ts';

/**
 * Keeps what operators see in Temporal's own UI. Written only when something changed and only at the points where the
 * follow-up comes to rest: every write is a history event and a row of the visibility store.
 */
export function createSearchAttributes(): (state: FollowUpState) => void {
  let shown = '';
  return (state) => {
    if (!isStarted(state) || (state.planning !== null && state.status !== 'closed')) return;
    const nextStepAt = nextTimer(state)?.dueAt ?? null;
    const current = [state.status, state.rung, nextStepAt, state.playbook.key].join(' ');
    if (current === shown) return;
    shown = current;
    wf.upsertSearchAttributes([
      { key: searchAttributes.state, value: state.stateCode },
      { key: searchAttributes.playbook, value: state.playbook.key },
      { key: searchAttributes.status, value: state.status },
      { key: searchAttributes.rung, value: state.rung },
      { key: searchAttributes.nextStepAt, value: nextStepAt === null ? null : new Date(nextStepAt) },
    ]);
  };
}
