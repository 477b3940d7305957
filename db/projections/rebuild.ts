import { sql, type Kysely, type Transaction } from 'kysely';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { evolve } from '../../domain/follow-up/evolve.ts';
import { initialState, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import { contactOf, recommendationOf } from '../../domain/ids.ts';
import { lockLog, readLog, type StoredEvent } from '../log.ts';
import type { Schema } from '../schema.ts';
import { projectCorrespondence } from './correspondence.ts';
import { projectNotices, saveFollowUp } from './follow-up.ts';

/** Everything that is derived from the log, and so can be thrown away. */
export const projectionTables = ['follow_ups', 'recommendation_roles', 'notices', 'digests'] as const;

const pageSize = 1_000;
type Folded = { readonly state: FollowUpState; readonly version: number; readonly at: string };

/**
 * Throws the projections away and makes them again from the log, in one transaction: readers see the old ones until the
 * new ones are whole. Returns the number of events read.
 */
export const rebuildProjections = (
  db: Kysely<Schema>,
  onProgress: (events: number) => void = () => {},
): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx); // Nobody appends meanwhile.
    for (const table of projectionTables) await trx.deleteFrom(table).execute();
    const folded = new Map<string, Folded>();
    let events = 0;
    for (
      let page = await readLog(trx, '0', pageSize);
      page.length > 0;
      page = await readLog(trx, positionOf(page), pageSize)
    ) {
      for (const stored of page) await replay(trx, stored, folded);
      events += page.length;
      onProgress(events);
    }
    for (const [recommendationId, { state, version, at }] of folded)
      if (isStarted(state)) await saveFollowUp(trx, { recommendationId, version, state, at });
    return events;
  });

const positionOf = (page: readonly StoredEvent[]): string => page.at(-1)?.position ?? '0';

async function replay(trx: Transaction<Schema>, stored: StoredEvent, folded: Map<string, Folded>): Promise<void> {
  const contactId = contactOf(stored.streamId);
  if (contactId !== undefined) return projectCorrespondence(trx, contactId, stored.event as CorrespondenceEvent);
  const recommendationId = recommendationOf(stored.streamId);
  if (recommendationId === undefined) return;
  const event = stored.event as FollowUpEvent;
  const state = evolve(folded.get(recommendationId)?.state ?? initialState, event);
  folded.set(recommendationId, { state, version: stored.version, at: event.at });
  const { eventId, metadata } = stored;
  await projectNotices(trx, recommendationId, [{ eventId, event, state, notices: metadata.notices ?? [] }]);
}

/** One checksum for each projection: equal before and after a rebuild, or the log and the projections disagree. */
export async function checksumProjections(db: Kysely<Schema>): Promise<Readonly<Record<string, string>>> {
  const sums: Record<string, string> = {};
  for (const table of projectionTables) {
    const { rows } = await sql<{ sum: string | null }>`
      select md5(string_agg(line, ',' order by line)) as sum from (select md5(t::text) as line from ${sql.table(table)} t) l`.execute(
      db,
    );
    sums[table] = rows[0]?.sum ?? 'empty';
  }
  return sums;
}
