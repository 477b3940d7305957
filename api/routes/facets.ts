import { stringify } from 'csv-stringify';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { countFacet, type FacetLine } from '../../db/queries/facets.ts';
import { listRecommendations, type RecommendationLine } from '../../db/queries/recommendations.ts';
import type { RecommendationFilter } from '../../db/queries/recommendation-filter.ts';
import { stateByCode } from '../../domain/reference/states.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { problemResponses } from '../schemas/common.ts';
import { facetParams, facetSchema, filterQuery } from '../schemas/recommendations.ts';
import { lineView } from '../views.ts';
import { filterOf } from './recommendations.ts';
import { typed } from './route.ts';

const tags = ['Recommendations'];

/** What a list can be narrowed to, and the whole of what a filter finds as a file. */
export function facetRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const facet = {
    tags,
    summary: 'How many have each value of one facet; what the filter says of that facet itself is left out',
    params: facetParams,
    querystring: filterQuery,
    response: { 200: facetSchema, ...problemResponses },
  };
  app.get('/recommendations/facets/:facet', { schema: facet }, async ({ params, query }) => {
    const now = nowOf(deps);
    if (params.facet === 'region') {
      const { region: _, ...others } = query;
      return { items: byRegion(await countFacet(deps.db, 'state', filterOf(others), now)) };
    }
    return { items: [...(await countFacet(deps.db, params.facet, filterOf(query), now))] };
  });

  const file = {
    description: 'CSV for spreadsheets, as UTF-8 with a byte order mark',
    content: { 'text/csv': { schema: z.unknown() } },
  };
  const csv = {
    tags,
    summary: 'All that a filter finds',
    querystring: filterQuery,
    response: { 200: file, ...problemResponses },
  };
  app.get('/recommendations/export', { schema: csv }, (request, reply) => {
    // What a spreadsheet would take for a formula gets an apostrophe before it.
    const lines = stringify({ header: true, bom: true, escape_formulas: true, columns: [...columns] });
    const rows = Readable.from(everyLine(deps, filterOf(request.query)));
    rows.once('error', (error) => lines.destroy(error));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="recommendations.csv"')
      .send(rows.pipe(lines));
  });
}

function byRegion(lines: readonly FacetLine[]): FacetLine[] {
  const counts = new Map<string, number>();
  for (const { value, count } of lines) {
    const region = stateByCode(value)?.regionalGroup ?? 'none';
    counts.set(region, (counts.get(region) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => ({ value, count, title: null }));
}

const columns = [
  'id',
  'stateCode',
  'paragraph',
  'text',
  'playbook',
  'themes',
  'position',
  'implementation',
  'assessment',
  'status',
  'reading',
  'rung',
  'waitsFor',
  'dueAt',
  'nextStepAt',
  'lastAnswerAt',
  'targetOn',
] as const;

const linesAtOnce = 1_000;

/** Page after page, so that a large file costs no more memory than a small one. */
async function* everyLine({ db, ...deps }: AppDeps, filter: RecommendationFilter) {
  const sort = { by: 'stateCode', direction: 'asc' } as const;
  const now = nowOf(deps);
  let cursor: string | undefined;
  do {
    const page: { readonly lines: readonly RecommendationLine[]; readonly nextCursor: string | null } =
      await listRecommendations(db, filter, { sort, limit: linesAtOnce, ...given({ cursor }) }, now);
    for (const line of page.lines) {
      const { themes, ...view } = lineView(line);
      yield { ...view, themes: themes.join('; ') };
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
