import { sql, type Kysely } from 'kysely';
import type { WaitsFor } from '../../domain/follow-up/reading.ts';
import { addDays, type CalendarDate, type Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { readTotals, type Totals } from './line-totals.ts';
import { splitByTime } from './readings.ts';

/** How many recommendations read how, at an instant. */
export async function countReadings(db: Kysely<Schema>, now: Instant): Promise<Totals> {
  const { standing } = await readTotals(db, ['standing']);
  return splitByTime(db, standing, now);
}

export type Decision = Extract<WaitsFor, 'approval' | 'validation' | 'verification' | 'extension-decision'>;

/** What waits for a person's decision, by its kind: how many, and the oldest of them with what one needs to decide. */
export async function listDecisions(db: Kysely<Schema>, kind: Decision, limit: number) {
  const [{ count }, items] = await Promise.all([
    db
      .selectFrom('recommendation_lines')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('waits_for', '=', kind)
      .where('waiting_since', 'is not', null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('recommendation_lines as l')
      .innerJoin('recommendations as r', 'r.id', 'l.id')
      .innerJoin('follow_ups as f', 'f.recommendation_id', 'l.id')
      .leftJoin('letters as t', (join) => join.onRef('t.recommendation_id', '=', 'l.id').on('t.status', '=', 'draft'))
      .select(['l.id', 'l.state_code', 'r.text', 'l.waiting_since', 'f.state'])
      .select(['t.id as letter_id', 't.reference', 't.kind as letter_kind', 't.language'])
      .where('l.waits_for', '=', kind)
      .where('l.waiting_since', 'is not', null)
      .orderBy('l.waiting_since')
      .orderBy('l.id')
      .limit(limit)
      .execute(),
  ]);
  return { count, items };
}

/** Letters that no rung waits for (campaigns, thanks): drafts to approve, and approved ones to send, the oldest first. */
export async function listLettersLeft(db: Kysely<Schema>, status: 'draft' | 'approved', limit: number) {
  const left = db
    .selectFrom('letters')
    .where('status', '=', status)
    .$if(status === 'draft', (query) => query.where('rung', '=', 0));
  const [{ count }, items] = await Promise.all([
    left.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    left
      .select(['id', 'kind', 'reference', 'state_code', 'drafted_at'])
      .orderBy('drafted_at')
      .orderBy('id')
      .limit(limit)
      .execute(),
  ]);
  return { count, items };
}

/** People whom mail no longer reaches, the newest first. */
export async function listUnreachable(db: Kysely<Schema>, limit: number) {
  const unreachable = db.selectFrom('contacts').where('unreachable_since', 'is not', null);
  const [{ count }, items] = await Promise.all([
    unreachable.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    unreachable
      .select(['id', 'name', 'unreachable_since', 'unreachable_because', 'suggestion'])
      .orderBy('unreachable_since', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute(),
  ]);
  return { count, items };
}

/** Mails of which a crash left unknown whether they went, the oldest first. */
export async function listUncertain(db: Kysely<Schema>, limit: number) {
  const uncertain = db
    .selectFrom('digests as d')
    .innerJoin('contacts as c', 'c.id', 'd.contact_id')
    .where('d.status', '=', 'uncertain');
  const [{ count }, items] = await Promise.all([
    uncertain.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    uncertain
      .select(['d.digest_id', 'd.contact_id', 'c.name', 'd.composed_at'])
      .orderBy('d.composed_at')
      .orderBy('d.digest_id')
      .limit(limit)
      .execute(),
  ]);
  return { count, items };
}

/** What is late, by State and by rung. */
export async function countLate(db: Kysely<Schema>, now: Instant) {
  const { rows } = await sql<{ state_code: string; rung: number; count: number }>`
    select state_code, rung, count(*)::int as count from recommendation_lines
    where status = 'open' and overdue_from <= ${now} group by state_code, rung`.execute(db);
  return rows;
}

type Week = { readonly week: CalendarDate; readonly kind: string; readonly count: number };

/**
 * What falls due in each week from an instant on: the next step of every follow-up, by its kind. Whole weeks are summed up
 * already; of the one that has begun, what is over does not count.
 */
export async function countWeeks(db: Kysely<Schema>, from: Instant, weeks: readonly CalendarDate[]) {
  const [first = '', ...others] = weeks;
  const { rows } = await sql<Week>`
    select ${first} as week, next_step_kind as kind, count(*)::int as count from recommendation_lines
      where next_step_at >= ${from} and next_step_at < ${`${addDays(first, 7)}T00:00:00.000Z`} group by next_step_kind
    union all
    select left(value, 10), substr(value, 12), sum(count)::int from line_totals
      where facet = 'step' and left(value, 10) = any(${sql.val(others)}::text[]) group by value`.execute(db);
  return rows;
}
