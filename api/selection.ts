import { findUnknownIds, listMatchingIds, type RecommendationFilter } from '../db/queries/recommendations.ts';
import type { RecommendationId } from '../domain/ids.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { given } from './given.ts';
import { Problem } from './problems.ts';
import type { Selection } from './schemas/batches.ts';

/** What one batch takes; more would keep it under way for most of a day. */
export const mostConcerned = 20_000;

/** The recommendations that somebody selected, in order. */
export async function selectedIds(
  deps: AppDeps,
  { recommendationIds, filter }: Selection,
): Promise<readonly RecommendationId[]> {
  if (recommendationIds !== undefined) return knownIds(deps, [...new Set(recommendationIds)].sort());
  const { overdue, ...fields } = filter ?? {};
  const wish: RecommendationFilter = given({ ...fields, isOverdue: overdue });
  const ids = await listMatchingIds(deps.db, wish, nowOf(deps), mostConcerned + 1);
  if (ids.length > mostConcerned) throw new Problem('TooManyConcerned');
  return ids;
}

async function knownIds({ db }: AppDeps, ids: readonly RecommendationId[]): Promise<readonly RecommendationId[]> {
  const unknown = await findUnknownIds(db, ids);
  if (unknown.length === 0) return ids;
  const fields = unknown.map((id) => ({ path: '/recommendationIds', message: `no such recommendation: ${id}` }));
  throw new Problem('UnprocessableReference', undefined, { fields });
}
