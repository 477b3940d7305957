import type { Kysely } from 'kysely';
import { treatyStatusId } from '../../domain/ids.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import type { TreatyStatusOf } from '../../domain/treaty-status/decide.ts';
import { evolveTreaty, noTreatyStatus, type TreatyState } from '../../domain/treaty-status/state.ts';
import { decodeEvent } from '../event-codec.ts';
import type { Schema } from '../schema.ts';

const streamsAtOnce = 500;

/** Many statuses at once, by the ids of their streams; those of which nothing is on record are missing. */
export async function readTreatyStates(
  db: Kysely<Schema>,
  wanted: readonly TreatyStatusOf[],
): Promise<ReadonlyMap<string, TreatyState>> {
  const ids = [...new Set(wanted.map(({ participant, instrument }) => treatyStatusId(participant, instrument)))];
  const states = new Map<string, TreatyState>();
  for (let from = 0; from < ids.length; from += streamsAtOnce) {
    const rows = await db
      .selectFrom('events')
      .select(['stream_id', 'type', 'schema_version', 'at', 'data'])
      .where('stream_id', 'in', ids.slice(from, from + streamsAtOnce))
      .orderBy('stream_id')
      .orderBy('version')
      .execute();
    for (const { stream_id: id, type, schema_version: schemaVersion, at, data } of rows) {
      const event = decodeEvent<TreatyEvent>({ type, schemaVersion, at, data });
      states.set(id, evolveTreaty(states.get(id) ?? noTreatyStatus, event));
    }
  }
  return states;
}
