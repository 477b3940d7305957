import type { Kysely } from 'kysely';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';

/** Follow-ups as the projection has them, by id; those that were never started are missing. */
export async function findStates(
  db: Kysely<Schema>,
  ids: readonly RecommendationId[],
): Promise<ReadonlyMap<RecommendationId, StartedState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('follow_ups')
    .select(['recommendation_id', 'state'])
    .where('recommendation_id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ recommendation_id, state }) => [recommendation_id, state]));
}
