import { sql, type Kysely } from 'kysely';
import type { WaitsFor } from '../../domain/follow-up/reading.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { readingAt } from './recommendation-filter.ts';

/** How many recommendations read how, at an instant. */
export async function countReadings(db: Kysely<Schema>, now: Instant): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ reading: string; count: number }>`
    select ${readingAt(now)} as reading, count(*)::int as count from recommendation_lines l group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ reading, count }) => [reading, count]));
}

export type Decision = Extract<WaitsFor, 'approval' | 'verification' | 'extension-decision'>;

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

/** What falls due in each week from an instant on: the next step of every follow-up, by its kind. */
export async function countWeeks(db: Kysely<Schema>, from: Instant, until: Instant) {
  const { rows } = await sql<{ week: string; kind: string; count: number }>`
    select to_char(date_trunc('week', next_step_at at time zone 'UTC'), 'YYYY-MM-DD') as week, next_step_kind as kind,
      count(*)::int as count
    from recommendation_lines where next_step_at >= ${from} and next_step_at < ${until} group by 1, 2`.execute(db);
  return rows;
}
