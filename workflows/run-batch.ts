import * as wf from '@temporalio/workflow';
import { batchActivities } from './activity-options.ts';
import type { BatchInput } from './messages.ts';

const longestHistory = 300;
const shortestPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Gives one command to each of many follow-ups, page by page, at a pace that leaves the server to everybody else. What was done is on
 * record item by item and each command brings its own key, so a page that a crash cuts off is simply asked for again.
 */
export async function runBatch({ batchId }: BatchInput): Promise<void> {
  const { submitBatchPage } = batchActivities();
  let pauseMs = shortestPauseMs;
  for (;;) {
    const { isFinished, settled } = await submitBatchPage(batchId);
    if (isFinished) return;
    pauseMs = settled > 0 ? shortestPauseMs : Math.min(2 * pauseMs, longestPauseMs);
    await wf.sleep(pauseMs, { summary: 'until the next page' });
    if (wf.workflowInfo().historyLength >= longestHistory) return wf.continueAsNew<typeof runBatch>({ batchId });
  }
}
