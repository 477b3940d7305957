import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

/** How many days each kind is kept. Events are kept for ever. */
export type RetentionPeriods = {
  /** Answers kept for whoever repeats a request. */
  readonly requestAnswers: number;
  /** The local mailbox, where mail is caught instead of sent. */
  readonly mailbox: number;
  readonly accessLog: number;
  /** What was deleted when, as counts. */
  readonly retentionRuns: number;
};

export const defaultRetention: RetentionPeriods = {
  requestAnswers: 30,
  mailbox: 90,
  accessLog: 365,
  retentionRuns: 400,
};

/** Columns have the time of the calendar, which tests and demos let run. */
type Rule = {
  readonly table: string;
  readonly column: string;
  /** None for what says itself when it ends. */
  readonly period: keyof RetentionPeriods | null;
};

/**
 * Never `events`: the log is append-only, and the database refuses it. What signing in leaves behind goes each hour
 * (db/register/expired-sign-ins.ts).
 */
export const retentionRules: readonly Rule[] = [
  { table: 'idempotency_keys', column: 'at', period: 'requestAnswers' },
  { table: 'answer_drafts', column: 'expires_at', period: null },
  { table: 'access_log', column: 'at', period: 'accessLog' },
  { table: 'retention_runs', column: 'ran_at', period: 'retentionRuns' },
];

export type RetentionRun = Selectable<Schema['retention_runs']>;

export type Clearing = {
  readonly id: string;
  readonly periods: RetentionPeriods;
  readonly calendarNow: Instant;
  /** What was deleted outside the database. */
  readonly elsewhere: Readonly<Record<string, number>>;
};

/** Deletes what is past its time and puts on record how much that was; a repeat with the same id changes nothing. */
export const clearExpired = (db: Kysely<Schema>, clearing: Clearing): Promise<RetentionRun> =>
  db.transaction().execute(async (trx) => {
    const { id, calendarNow } = clearing;
    const known = await trx.selectFrom('retention_runs').selectAll().where('id', '=', id).executeTakeFirst();
    if (known !== undefined) return known;
    const counts: Record<string, number> = { ...clearing.elsewhere };
    for (const rule of retentionRules) counts[rule.table] = await clear(trx, rule, clearing);
    return trx
      .insertInto('retention_runs')
      .values({ id, ran_at: calendarNow, counts: JSON.stringify(counts) })
      .returningAll()
      .executeTakeFirstOrThrow();
  });

async function clear(trx: Transaction<Schema>, rule: Rule, clearing: Clearing): Promise<number> {
  const before = cutoff(clearing.calendarNow, rule.period === null ? 0 : clearing.periods[rule.period]);
  const { numAffectedRows } = await sql`delete from ${sql.table(rule.table)}
    where ${sql.ref(rule.column)} < ${before}::timestamptz`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

const dayMs = 86_400_000;
export const cutoff = (now: Instant, days: number): Instant => new Date(Date.parse(now) - days * dayMs).toISOString();

export const listRetentionRuns = (db: Kysely<Schema>, limit: number): Promise<RetentionRun[]> =>
  db.selectFrom('retention_runs').selectAll().orderBy('ran_at', 'desc').orderBy('id').limit(limit).execute();
