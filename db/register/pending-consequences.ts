import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The batch that carries an event's consequences: `bat_01J…` for `evt_01J…`, so that a repeat names the same one. */
export const batchIdOfEvent = (eventId: string): string => `bat_${eventId.replace(/^evt_/, '')}`;

/**
 * The batches of some events of which something is left to do: whoever repeats a command starts them again, in case a
 * crash came between the commit and the start.
 */
export async function findPendingConsequences(
  db: Kysely<Schema>,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  if (eventIds.length === 0) return [];
  const rows = await db
    .selectFrom('batch_items')
    .select('batch_id')
    .distinct()
    .where('batch_id', 'in', eventIds.map(batchIdOfEvent))
    .where('status', '=', 'pending')
    .execute();
  return rows.map(({ batch_id }) => batch_id);
}
