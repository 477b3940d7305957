import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Facet } from '../../domain/facets.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { readTotals, type Totalled } from './line-totals.ts';
import {
  arrays,
  conditionsOf,
  isEmpty,
  readingAt,
  rungAt,
  singleValues,
  type RecommendationFilter,
} from './recommendation-filter.ts';
import { splitByTime } from './readings.ts';

/** A region is counted by its States. */
export type CountedFacet = Exclude<Facet, 'region'>;
export type FacetLine = { readonly value: string; readonly count: number; readonly title: string | null };
type Row = { readonly value: string; readonly count: number };

/** A facet shows the values that most have; the others are found by typing. */
const mostValues = 200;

/**
 * How many of what a filter finds have each value of one facet. Whoever asks leaves out what the filter says of that facet
 * itself: then the figures say what another tick would add.
 */
export async function countFacet(
  db: Kysely<Schema>,
  facet: CountedFacet,
  filter: RecommendationFilter,
  now: Instant,
): Promise<readonly FacetLine[]> {
  const { state, ...others } = filter;
  const isTotalled = facet !== 'instrument' && facet !== 'sourceId' && isEmpty(others);
  const rows = isTotalled ? await totalsOf(db, facet, state, now) : await countedRows(db, facet, filter, now);
  const titles = facet === 'sourceId' ? await titlesOf(db, rows) : undefined;
  return rows.map(({ value, count }) => ({ value, count, title: titles?.get(value) ?? null }));
}

/** What is narrowed to States at most is summed up already. */
async function totalsOf(
  db: Kysely<Schema>,
  facet: Exclude<CountedFacet, 'instrument' | 'sourceId'>,
  states: readonly string[] | undefined,
  now: Instant,
): Promise<readonly Row[]> {
  const name: Totalled | 'state' = facet === 'reading' ? 'standing' : facet;
  const { [name]: totals = {} } = await readTotals(db, [name], states);
  const counts = facet === 'reading' ? await splitByTime(db, totals, now, states) : totals;
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}

async function titlesOf(db: Kysely<Schema>, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ value }) => value);
  if (ids.length === 0) return new Map();
  const titled = await db.selectFrom('sources').select(['id', 'title']).where('id', 'in', ids).execute();
  return new Map(titled.map(({ id, title }) => [id, title]));
}

const countedRows = async (
  db: Kysely<Schema>,
  facet: CountedFacet,
  filter: RecommendationFilter,
  now: Instant,
): Promise<readonly Row[]> => (await rowsOf(facet, conditionsOf(filter, now), now).execute(db)).rows;

function rowsOf(facet: CountedFacet, where: RawBuilder<SqlBool>, now: Instant): RawBuilder<Row> {
  const most = sql.lit(mostValues);
  if (facet === 'instrument')
    return sql<Row>`select i.instrument as value, count(*)::int as count from recommendation_lines l
      join recommendation_instruments i on i.recommendation_id = l.id where ${where} group by 1 order by 2 desc, 1 limit ${most}`;
  if (facet === 'theme' || facet === 'group' || facet === 'sdg')
    return sql<Row>`select each.value::text as value, count(*)::int as count
      from recommendation_lines l cross join unnest(${arrays[facet]}) as each (value)
      where ${where} group by each.value order by 2 desc, 1 limit ${most}`;
  const value = facet === 'reading' ? readingAt(now) : facet === 'rung' ? rungAt : singleValues[facet];
  return sql<Row>`select value, count from (select (${value})::text as value, count(*)::int as count
    from recommendation_lines l where ${where} group by 1) each where value is not null order by 2 desc, 1 limit ${most}`;
}
