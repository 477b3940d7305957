import type { RecommendationFilter } from '../db/queries/recommendation-filter.ts';
import { findUnknownIds, listMatchingIds } from '../db/queries/recommendations.ts';
import { states, type RegionalGroup } from '../domain/reference/states.ts';
import type { RecommendationId } from '../domain/ids.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { given } from './given.ts';
import { Problem } from './problems.ts';
import type { Selection } from './schemas/batches.ts';

type Asked = { readonly [K in keyof RecommendationFilter]?: RecommendationFilter[K] | undefined } & {
  readonly region?: readonly RegionalGroup[] | undefined;
};

/** The filter of a request; a region is its States. */
export function filterFrom({ region, ...asked }: Asked): RecommendationFilter {
  if (region === undefined) return given(asked);
  const inside = states.filter(({ regionalGroup }) => region.includes(regionalGroup)).map(({ code }) => code);
  const state = asked.state === undefined ? inside : inside.filter((code) => asked.state?.includes(code));
  return given({ ...asked, state: state.length === 0 ? [''] : state }); // No State at all is none, and not all.
}

/** What one batch takes; more would keep it under way for most of a day. */
export const mostConcerned = 20_000;

/** The recommendations that somebody selected, in order. */
export async function selectedIds(
  deps: AppDeps,
  { recommendationIds, filter }: Selection,
): Promise<readonly RecommendationId[]> {
  if (recommendationIds !== undefined) return knownIds(deps, [...new Set(recommendationIds)].sort());
  const { overdue, ...fields } = filter ?? {};
  const wish = filterFrom({ ...fields, isOverdue: overdue });
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
