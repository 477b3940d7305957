import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { ulid } from 'ulid';
import type { Instant } from '../domain/time.ts';
import { decodeEvent, encodeEvent, type RelanceEvent } from './event-codec.ts';
import type { EventMetadata, ResolvedNotice, Schema } from './schema.ts';

/** An event with what the store knows of it. */
export type StoredEvent<T extends RelanceEvent = RelanceEvent> = {
  readonly position: string;
  readonly streamId: string;
  readonly version: number;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
  readonly hash: string;
  readonly event: T;
};

export type Head = { readonly version: number; readonly hash: string };

/** The hash before a stream's first event. */
export const firstHash = '0'.repeat(64);

/** A new event on its way into the log. */
export type NewEvent = {
  readonly eventId: string;
  readonly event: RelanceEvent;
  readonly notices?: readonly ResolvedNotice[];
};

export const newEventId = (): string => `evt_${ulid()}`;

/**
 * One writer at a time: without a global order, whoever tails the log by position misses the event of a neighbour that
 * commits later. One transaction of the lock costs less than Temporal's own work for the same step.
 */
export const lockLog = async (trx: Transaction<Schema>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7305, 1)`.execute(trx);
};

/** Writes events behind a stream's head, chained to it by hash. The caller holds the lock and has checked the version. */
export async function writeEvents(
  trx: Transaction<Schema>,
  { streamId, head, commandId, actor }: { streamId: string; head: Head; commandId: string; actor: string },
  events: readonly NewEvent[],
): Promise<Head> {
  const rows = [];
  let { version, hash } = head;
  for (const [index, { eventId, event, notices }] of events.entries()) {
    const metadata: EventMetadata = { commandId, actor, ...(notices && notices.length > 0 ? { notices } : {}) };
    const { type, schemaVersion, at, data } = encodeEvent(event);
    version += 1;
    const hashed = { streamId, version, eventId, type, schemaVersion, at, data, metadata };
    hash = chainedHash(hash, hashed);
    rows.push({
      stream_id: streamId,
      version,
      event_id: eventId,
      type,
      schema_version: schemaVersion,
      at,
      data: JSON.stringify(data),
      metadata: JSON.stringify(metadata),
      command_id: commandId,
      command_index: index,
      hash,
    });
  }
  await trx.insertInto('events').values(rows).execute();
  await trx
    .insertInto('streams')
    .values({ stream_id: streamId, version, hash })
    .onConflict((conflict) => conflict.column('stream_id').doUpdateSet({ version, hash }))
    .execute();
  return { version, hash };
}

export type Hashed = {
  readonly streamId: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly at: string;
  readonly data: unknown;
  readonly metadata: unknown;
};

/** SHA-256 over the hash before and the event in canonical JSON (RFC 8785), so that jsonb's key order does not matter. */
export const chainedHash = (before: string, hashed: Hashed): string =>
  createHash('sha256')
    .update(before)
    .update(canonicalize(hashed) ?? '')
    .digest('hex');

/** A stream's events after a version, oldest first: all of them, or the first so many. */
export async function readStream<T extends RelanceEvent = RelanceEvent>(
  db: Kysely<Schema>,
  streamId: string,
  afterVersion = 0,
  limit?: number,
): Promise<readonly StoredEvent<T>[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('stream_id', '=', streamId)
    .where('version', '>', afterVersion)
    .orderBy('version')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map((row) => storedEvent<T>(row));
}

/** All events after a position, in the order in which they were committed. */
export async function readLog(
  db: Kysely<Schema>,
  afterPosition: string,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('position', '>', afterPosition)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => storedEvent(row));
}

/** What several streams held at an instant, stream by stream and in order. */
export async function readStreamsUntil<T extends RelanceEvent>(
  db: Kysely<Schema>,
  streamIds: readonly string[],
  until: Instant,
): Promise<readonly StoredEvent<T>[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('stream_id', '=', sql<string>`any(${sql.val([...streamIds])}::text[])`)
    .where('at', '<=', until)
    .orderBy('stream_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => storedEvent<T>(row));
}

const storedEvent = <T extends RelanceEvent>(row: Selectable<Schema['events']>): StoredEvent<T> => ({
  position: row.position,
  streamId: row.stream_id,
  version: row.version,
  eventId: row.event_id,
  recordedAt: row.recorded_at,
  metadata: row.metadata,
  hash: row.hash,
  event: decodeEvent<T>({ type: row.type, schemaVersion: row.schema_version, at: row.at, data: row.data }),
});
