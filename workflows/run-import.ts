import * as wf from '@temporalio/workflow';
import { importActivities } from './activity-options.ts';
import type { ImportInput } from './messages.ts';

const longestHistory = 300;
const shortestPauseMs = 250;
const longestPauseMs = 60_000;

/**
 * Puts the rows of an import into the log, page by page. What became of a row is on record in the transaction that wrote it, so a
 * page that a crash cuts off is simply asked for again.
 */
export async function runImport({ importId }: ImportInput): Promise<void> {
  const { applyImportPage } = importActivities();
  let pauseMs = shortestPauseMs;
  for (;;) {
    const { isFinished, settled } = await applyImportPage(importId);
    if (isFinished) return;
    pauseMs = settled > 0 ? shortestPauseMs : Math.min(2 * pauseMs, longestPauseMs);
    await wf.sleep(pauseMs, { summary: 'until the next page' });
    if (wf.workflowInfo().historyLength >= longestHistory) return wf.continueAsNew<typeof runImport>({ importId });
  }
}
