import { activityInfo } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import { clearExpired, cutoff, type RetentionPeriods } from '../db/personal-data/retention.ts';
import type { Schema } from '../db/schema.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/time.ts';
import type { RetentionActivities } from './contract.ts';

export type Retention = {
  readonly periods: RetentionPeriods;
  /** Deletes mail from the local mailbox, where there is one. */
  readonly forgetMailBefore?: (instant: Instant) => Promise<number>;
};

type RetentionDeps = { readonly db: Kysely<Schema>; readonly clock: Clock; readonly retention: Retention };

/** One run of the daily Schedule; a second try of it changes nothing more. */
export const createClearExpired =
  (deps: RetentionDeps): RetentionActivities['clearExpired'] =>
  async () => {
    await clearNow(deps, `run_${activityInfo().workflowExecution?.runId ?? ''}`);
  };

export async function clearNow({ db, clock, retention }: RetentionDeps, id: string) {
  const { periods, forgetMailBefore } = retention;
  const mails = await forgetMailBefore?.(cutoff(new Date().toISOString(), periods.mailbox));
  const elsewhere = mails === undefined ? {} : { mailbox: mails };
  return clearExpired(db, { id, periods, calendarNow: calendarTime(clock, Date.now()), elsewhere });
}
