import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { realMsOfDays, type Clock } from '../domain/clock.ts';
import { workflowTypes } from '../workflows/names.ts';

export type RetentionScheduleDeps = { readonly client: Client; readonly clock: Clock; readonly taskQueue: string };

/** Where days are short, as in a demo, once a minute is often enough. */
const leastEveryMs = 60_000;

export const retentionScheduleId = (taskQueue: string): string => `retention:${taskQueue}`;

/** Makes the daily Schedule where there is none. Asked at every start and each hour, so that one that was lost comes again. */
export async function ensureRetentionSchedule({ client, clock, taskQueue }: RetentionScheduleDeps): Promise<void> {
  const scheduleId = retentionScheduleId(taskQueue);
  const everyMs = Math.max(leastEveryMs, realMsOfDays(clock, 1));
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: everyMs }] },
      action: { type: 'startWorkflow', workflowType: workflowTypes.runRetention, workflowId: scheduleId, taskQueue },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: everyMs },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
