import type { Kysely } from 'kysely';
import type { KnownEvent } from '../../domain/plan/context.ts';
import type { Schema } from '../schema.ts';

/** The dates of the real world that are known for a State: its own, and those of all States. */
export async function listKnownEvents(db: Kysely<Schema>, stateCode: string): Promise<readonly KnownEvent[]> {
  const rows = await db
    .selectFrom('world_events')
    .select(['event', 'on_date'])
    .where((where) => where.or([where('state_code', '=', stateCode), where('state_code', 'is', null)]))
    .orderBy('on_date')
    .orderBy('id')
    .execute();
  return rows.map(({ event, on_date }) => ({ event, onDate: on_date }));
}
