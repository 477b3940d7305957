import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** One event of the log by its place and its stream; nothing of what it says. */
export type Change = { readonly position: string; readonly streamId: string };

/**
 * What was written after a position, oldest first. Writers take the log's lock before they take a position and keep it
 * until they have committed, so whatever lies behind the last position read is still to come: none is ever overtaken.
 */
export async function listChanges(db: Kysely<Schema>, after: string, limit: number): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('events')
    .select(['position', 'stream_id'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ position, stream_id }) => ({ position, streamId: stream_id }));
}

/** The last changes of the log, oldest first. */
export async function listLastChanges(db: Kysely<Schema>, limit: number): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('events')
    .select(['position', 'stream_id'])
    .orderBy(sql`position desc`)
    .limit(limit)
    .execute();
  return rows.map(({ position, stream_id }) => ({ position, streamId: stream_id })).reverse();
}

/** Those of some changes that this database lets be seen. */
export async function findSeenChanges(db: Kysely<Schema>, changes: readonly Change[]): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('events')
    .select('position')
    .where(
      'position',
      'in',
      changes.map(({ position }) => position),
    )
    .execute();
  const seen = new Set(rows.map(({ position }) => position));
  return changes.filter(({ position }) => seen.has(position));
}
