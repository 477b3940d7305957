import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../schema.ts';

/** What migration 0021 counts line by line, under the names of the facets; the last two are for figures alone. */
export const totalled = [
  'sourceKind',
  'playbook',
  'theme',
  'group',
  'sdg',
  'position',
  'implementation',
  'assessment',
  'status',
  'rung',
  'waitsFor',
  'standing',
  'step',
] as const;
export type Totalled = (typeof totalled)[number];

export type Totals = Readonly<Record<string, number>>;

/** How many lines have each value of some facets, in all States or in some. */
export async function readTotals<F extends Totalled | 'state'>(
  db: Kysely<Schema>,
  wanted: readonly F[],
  states?: readonly string[],
): Promise<Readonly<Record<F, Totals>>> {
  // Every line has one status: by State, these are how many lines it has.
  const facets = wanted.map((facet) => (facet === 'state' ? 'status' : facet));
  const { rows } = await sql<{ facet: string; value: string; count: number }>`
    select facet, value, sum(count)::int as count from line_totals where facet = any(${sql.val(facets)}::text[]) and ${within(states)}
    group by facet, value
    ${wanted.includes('state' as F) ? sql`union all ${byState(states)}` : sql``}`.execute(db);
  const of = (facet: F): Totals =>
    Object.fromEntries(rows.filter((row) => row.facet === facet).map(({ value, count }) => [value, count]));
  return Object.fromEntries(wanted.map((facet) => [facet, of(facet)])) as Record<F, Totals>;
}

const within = (states: readonly string[] | undefined): RawBuilder<unknown> =>
  states === undefined ? sql`true` : sql`state_code = any(${sql.val([...states])}::text[])`;

const byState = (states: readonly string[] | undefined): RawBuilder<unknown> =>
  sql`select 'state', state_code, sum(count)::int from line_totals where facet = 'status' and ${within(states)} group by state_code`;
