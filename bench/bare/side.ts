import type { Client } from '@temporalio/client';
import { inParallel } from '../in-parallel.ts';
import type { bareReminders } from './workflow.ts';

export type BareSide = {
  /** `dueAtMs`: when each sends its mails, in wall-clock milliseconds. */
  readonly start: (prefix: string, count: number, dueAtMs: readonly number[]) => Promise<void>;
};

export function createBareSide({ workflow }: Client, taskQueue: string): BareSide {
  let started = 0;
  return {
    start: (prefix, count, dueAtMs) =>
      inParallel(count, async () => {
        started += 1;
        const id = `${prefix}-${started}`;
        const args: Parameters<typeof bareReminders> = [{ to: `${id}@bench.example`, dueAtMs }];
        await workflow.start<typeof bareReminders>('bareReminders', { workflowId: id, taskQueue, args });
      }),
  };
}
