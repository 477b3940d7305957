import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { conditionsOf, readingAt, type RecommendationFilter } from './recommendation-filter.ts';

export const facetNames = [
  'state',
  'sourceId',
  'sourceKind',
  'playbook',
  'theme',
  'group',
  'sdg',
  'instrument',
  'position',
  'implementation',
  'assessment',
  'status',
  'reading',
  'rung',
  'waitsFor',
] as const;
export type FacetName = (typeof facetNames)[number];
export type FacetLine = { readonly value: string; readonly count: number; readonly title: string | null };

/** A facet shows the values that most have; the others are found by typing. */
const mostValues = 200;

const single: Readonly<
  Record<Exclude<FacetName, 'theme' | 'group' | 'sdg' | 'instrument' | 'reading'>, RawBuilder<unknown>>
> = {
  state: sql.ref('l.state_code'),
  sourceId: sql.ref('l.source_id'),
  sourceKind: sql.ref('l.source_kind'),
  playbook: sql.ref('l.playbook_key'),
  position: sql.ref('l.position'),
  implementation: sql`coalesce(l.implementation, 'none')`,
  assessment: sql`coalesce(l.assessment, 'none')`,
  status: sql.ref('l.status'),
  rung: sql.ref('l.rung'),
  waitsFor: sql`coalesce(l.waits_for, 'nothing')`,
};

const several = { theme: 'l.themes', group: 'l.affected_groups', sdg: 'l.sdgs' } as const;

/**
 * How many of what a filter finds have each value of one facet. Whoever asks leaves out what the filter says of that facet
 * itself: then the figures say what another tick would add.
 */
export async function countFacet(
  db: Kysely<Schema>,
  facet: FacetName,
  filter: RecommendationFilter,
  now: Instant,
): Promise<readonly FacetLine[]> {
  const { rows } = await rowsOf(facet, conditionsOf(filter, now), now).execute(db);
  const titles =
    facet === 'sourceId'
      ? await titlesOf(
          db,
          rows.map(({ value }) => value),
        )
      : undefined;
  return rows.map(({ value, count }) => ({ value, count, title: titles?.get(value) ?? null }));
}

async function titlesOf(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('sources')
    .select(['id', 'title'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

type Row = { readonly value: string; readonly count: number };

function rowsOf(facet: FacetName, where: RawBuilder<SqlBool>, now: Instant): RawBuilder<Row> {
  const most = sql.lit(mostValues);
  if (facet === 'instrument')
    return sql<Row>`select i.instrument as value, count(*)::int as count from recommendation_lines l
      join recommendation_instruments i on i.recommendation_id = l.id where ${where} group by 1 order by 2 desc, 1 limit ${most}`;
  if (facet === 'theme' || facet === 'group' || facet === 'sdg')
    return sql<Row>`select each.value::text as value, count(*)::int as count
      from recommendation_lines l cross join unnest(${sql.ref(several[facet])}) as each (value)
      where ${where} group by each.value order by 2 desc, 1 limit ${most}`;
  const value = facet === 'reading' ? readingAt(now) : single[facet];
  return sql<Row>`select (${value})::text as value, count(*)::int as count
    from recommendation_lines l where ${where} group by 1 order by 2 desc, 1 limit ${most}`;
}
