import type { Kysely } from 'kysely';
import { chainedHash, firstHash } from './log.ts';
import type { Schema } from './schema.ts';

export type Verdict =
  | { readonly isWhole: true; readonly events: number; readonly streams: number }
  | { readonly isWhole: false; readonly streamId: string; readonly version: number; readonly reason: string };

const pageSize = 1_000;

/**
 * Proves that no event was changed, removed, added or reordered behind the store's back, and names the first that was:
 * streams in order of their id, events in order of their version.
 */
export async function verifyLog(db: Kysely<Schema>): Promise<Verdict> {
  let events = 0;
  let streams = 0;
  for (let page = await pageOfStreams(db, ''); page.length > 0; page = await pageOfStreams(db, page.at(-1) ?? '')) {
    for (const streamId of page) {
      const found = await verifyStream(db, streamId);
      if (typeof found !== 'number') return { isWhole: false, streamId, ...found };
      events += found;
      streams += 1;
    }
  }
  return { isWhole: true, events, streams };
}

/** Streams that have events, and streams that should. */
async function pageOfStreams(db: Kysely<Schema>, after: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('events')
    .select('stream_id')
    .where('stream_id', '>', after)
    .union(db.selectFrom('streams').select('stream_id').where('stream_id', '>', after))
    .orderBy('stream_id')
    .limit(pageSize)
    .execute();
  return rows.map(({ stream_id }) => stream_id);
}

type Break = { readonly version: number; readonly reason: string };

/** The number of events of a whole stream, or where it is broken. */
async function verifyStream(db: Kysely<Schema>, streamId: string): Promise<number | Break> {
  const rows = await db.selectFrom('events').selectAll().where('stream_id', '=', streamId).orderBy('version').execute();
  let hash = firstHash;
  for (const [index, row] of rows.entries()) {
    const version = index + 1;
    if (row.version !== version) return { version, reason: 'the event is missing' };
    const { event_id: eventId, type, schema_version: schemaVersion, at, data, metadata } = row;
    hash = chainedHash(hash, { streamId, version, eventId, type, schemaVersion, at, data, metadata });
    if (row.hash !== hash) return { version, reason: 'its content does not match its hash' };
  }
  const head = await db.selectFrom('streams').selectAll().where('stream_id', '=', streamId).executeTakeFirst();
  if (head === undefined) return { version: 1, reason: 'the stream is not in the list of streams' };
  if (head.version > rows.length) return { version: rows.length + 1, reason: 'the event is missing at the end' };
  if (head.version < rows.length) return { version: head.version + 1, reason: 'the event was added behind the head' };
  return head.hash === hash ? rows.length : { version: rows.length, reason: 'the head names another hash' };
}
