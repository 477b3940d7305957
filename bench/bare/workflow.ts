import * as wf from '@temporalio/workflow';
import type { BareActivities } from './worker.ts';

const { remind } = wf.proxyActivities<BareActivities>({ startToCloseTimeout: '60s' });

export type BareInput = { readonly to: string; readonly dueAtMs: readonly number[] };

/** The least that Temporal can do for the same promise: sleep until each date, send one mail. */
export async function bareReminders({ to, dueAtMs }: BareInput): Promise<void> {
  for (const [index, atMs] of dueAtMs.entries()) {
    await wf.sleep(Math.max(1, atMs - Date.now()));
    await remind(to, `${wf.workflowInfo().workflowId}-${index}`);
  }
}
