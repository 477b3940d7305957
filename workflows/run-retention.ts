import { retentionActivities } from './activity-options.ts';

/** What the daily Schedule starts: deletes what has been kept for long enough. Never events. */
export async function runRetention(): Promise<void> {
  await retentionActivities().clearExpired();
}
