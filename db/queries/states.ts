import type { Kysely } from 'kysely';
import { completed, isStarted, type StartedState } from '../../domain/follow-up/state.ts';
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
  return new Map(
    rows.flatMap(({ recommendation_id, state: stored }) => {
      const state = completed(stored); // A row that an earlier version wrote lacks what this one knows.
      return isStarted(state) ? [[recommendation_id, state] as const] : [];
    }),
  );
}
