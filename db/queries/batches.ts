import { sql, type Kysely } from 'kysely';
import type { BatchItemStatus, Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

/** Batches of which something is left to do: their workflow must be running. */
export async function listUnfinishedBatches(db: Kysely<Schema>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('batch_items')
    .select('batch_id')
    .distinct()
    .where('status', '=', 'pending')
    .orderBy('batch_id')
    .execute();
  return rows.map(({ batch_id }) => batch_id);
}

const selectBatches = (db: Kysely<Schema>) =>
  db
    .selectFrom('batches as b')
    .selectAll('b')
    .select((select) => {
      const count = (status: BatchItemStatus) =>
        select
          .selectFrom('batch_items as i')
          .select(sql<number>`count(*)::int`.as('count'))
          .whereRef('i.batch_id', '=', 'b.id')
          .where('i.status', '=', status)
          .as(status);
      return [count('pending'), count('done'), count('refused'), count('failed')];
    });

/** Newest first. */
export async function listBatches(db: Kysely<Schema>, { sort, limit, cursor }: Page<'createdAt'>) {
  let query = selectBatches(db);
  if (cursor) query = query.where(afterCursor(sql.ref('b.created_at'), sql.ref('b.id'), sort, cursor));
  const rows = await query
    .orderBy('b.created_at', sort.direction)
    .orderBy('b.id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.created_at, row.id]);
}

export const findBatch = (db: Kysely<Schema>, id: string) =>
  selectBatches(db).where('b.id', '=', id).executeTakeFirst();

/** What was not done, by its reason, with the first of the follow-ups concerned. */
export async function listUndone(db: Kysely<Schema>, batchId: string, mostIds: number) {
  const { rows } = await sql<{ status: 'refused' | 'failed'; code: string; count: number; ids: string[] }>`
    select status, detail as code, count(*)::int as count, (array_agg(recommendation_id order by number))[1:${sql.lit(mostIds)}] as ids
    from batch_items where batch_id = ${batchId} and status in ('refused', 'failed')
    group by status, detail order by count(*) desc, detail`.execute(db);
  return rows;
}
