import type { Kysely, Transaction } from 'kysely';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, BatchItemStatus, BatchKind, Schema } from '../schema.ts';

export type BatchCommand = { readonly recommendationId: RecommendationId; readonly command: PersonCommand };
export type NewBatch = {
  readonly id: string;
  readonly kind: BatchKind;
  readonly reason: string;
  readonly at: Instant;
  /** Who ordered it: the actor of all that it brings; the house itself where nobody did. */
  readonly orderedBy?: Actor;
  readonly commands: readonly BatchCommand[];
};

const rowsAtOnce = 500;

/** Writes what is to be done for many follow-ups, all of it or nothing; false when a first try has written it already. */
export async function registerBatch(trx: Transaction<Schema>, batch: NewBatch): Promise<boolean> {
  const { id, kind, reason, at, orderedBy = 'system', commands } = batch;
  const inserted = await trx
    .insertInto('batches')
    .values({ id, kind, reason, created_at: at, total: commands.length, ordered_by: orderedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  const rows = commands.map(({ recommendationId, command }, index) => ({
    batch_id: id,
    number: index + 1,
    recommendation_id: recommendationId,
    command: JSON.stringify(command),
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto('batch_items')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
  return true;
}

export type BatchItem = {
  readonly number: number;
  readonly recommendationId: RecommendationId;
  readonly command: PersonCommand;
  readonly orderedBy: Actor;
  readonly tries: number;
};

/** What is next: whatever gave no answer comes after everything that was not tried yet. */
export async function nextBatchItems(
  db: Kysely<Schema>,
  batchId: string,
  limit: number,
): Promise<readonly BatchItem[]> {
  const rows = await db
    .selectFrom('batch_items')
    .innerJoin('batches', 'batches.id', 'batch_id')
    .select(['number', 'recommendation_id', 'command', 'tries', 'ordered_by'])
    .where('batch_id', '=', batchId)
    .where('status', '=', 'pending')
    .orderBy('tries')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ recommendation_id, ordered_by, ...row }) => ({
    ...row,
    recommendationId: recommendation_id,
    orderedBy: ordered_by,
  }));
}

export type ItemOutcome = { readonly status: Exclude<BatchItemStatus, 'pending'>; readonly detail: string | null };

/** Puts on record what became of an item, once; undefined counts a try that had no answer. */
export async function recordBatchItem(
  db: Kysely<Schema>,
  batchId: string,
  number: number,
  outcome: ItemOutcome | undefined,
): Promise<void> {
  await db
    .updateTable('batch_items')
    .set((set) => (outcome === undefined ? { tries: set('tries', '+', 1) } : outcome))
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .where('status', '=', 'pending')
    .execute();
}
