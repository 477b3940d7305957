import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Facet, FacetValue } from '../../domain/facets.ts';
import type { Reading } from '../../domain/follow-up/reading.ts';
import type { Instant } from '../../domain/time.ts';

/** What a list is narrowed to: of a facet several values, of which one must hold (a region is asked for by its States). */
export type RecommendationFilter = {
  readonly [F in Exclude<Facet, 'region'>]?: readonly FacetValue<F>[];
} & {
  readonly minRung?: number;
  readonly isOverdue?: boolean;
  readonly nextStepFrom?: Instant;
  readonly nextStepBefore?: Instant;
  /** Words that must all stand in the text. */
  readonly q?: string;
};

export const isEmpty = (filter: RecommendationFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);

/** `readingOf` of domain/follow-up/reading.ts, for many rows at once; a test holds the two together. */
export const readingAt = (now: Instant, row = 'l'): RawBuilder<Reading | 'not-started'> => {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  return sql`case
    when ${column('status')} <> 'open' then ${column('status')}
    when ${column('rung')} > 0 then 'escalated'
    when ${column('overdue_from')} <= ${now} then 'overdue'
    when ${column('action_needed_from')} <= ${now} then 'action-needed'
    when ${column('status')} is null then 'not-started'
    else 'on-track' end`;
};

/** What is not started stands on no rung. */
export const rungAt = sql<string | null>`case when l.status <> 'not-started' then l.rung::text end`;

/** One value of each line, for the facets that have one; what has none counts under a word of its own. */
export const singleValues = {
  state: sql.ref('l.state_code'),
  sourceKind: sql.ref('l.source_kind'),
  sourceId: sql.ref('l.source_id'),
  playbook: sql.ref('l.playbook_key'),
  position: sql.ref('l.position'),
  implementation: sql`coalesce(l.implementation, 'none')`,
  assessment: sql`coalesce(l.assessment, 'none')`,
  status: sql.ref('l.status'),
  waitsFor: sql`coalesce(l.waits_for, 'nothing')`,
} as const;

/** Arrays of values of each line. */
export const arrays = {
  theme: sql.ref('l.themes'),
  group: sql.ref('l.affected_groups'),
  sdg: sql.ref('l.sdgs'),
} as const;

type Single = keyof typeof singleValues;
type Rules<Name extends keyof RecommendationFilter> = {
  readonly [K in Name]: (value: NonNullable<RecommendationFilter[K]>, now: Instant) => RawBuilder<SqlBool>;
};

const singleRules = Object.fromEntries(
  Object.entries(singleValues).map(([facet, value]) => [
    facet,
    (wanted: readonly string[]) => sql<SqlBool>`${value} in (${sql.join(wanted)})`,
  ]),
) as unknown as Rules<Single>;

/** One condition over `recommendation_lines as l` for each part of a filter. */
const rules: Rules<keyof RecommendationFilter> = {
  ...singleRules,
  theme: (themes) => sql<SqlBool>`${arrays.theme} && ${sql.val([...themes])}::text[]`,
  group: (groups) => sql<SqlBool>`${arrays.group} && ${sql.val([...groups])}::text[]`,
  sdg: (goals) => sql<SqlBool>`${arrays.sdg} && ${sql.val([...goals])}::integer[]`,
  // What an index finds is asked in its words; only what waits for nothing may have no word.
  waitsFor: (waits) =>
    waits.includes('nothing') ? singleRules.waitsFor(waits, '') : sql<SqlBool>`l.waits_for in (${sql.join(waits)})`,
  reading: (readings, now) => sql<SqlBool>`(${readingAt(now)}) in (${sql.join(readings)})`,
  rung: (rungs) => sql<SqlBool>`(l.rung in (${sql.join(rungs)}) and l.status <> 'not-started')`,
  minRung: (rung) => sql<SqlBool>`(l.rung >= ${rung} and l.status <> 'not-started')`,
  isOverdue: (is, now) =>
    is
      ? sql<SqlBool>`(l.status = 'open' and l.overdue_from <= ${now})`
      : sql<SqlBool>`(l.status = 'open' and l.overdue_from <= ${now}) is not true`,
  nextStepFrom: (at) => sql<SqlBool>`l.next_step_at >= ${at}`,
  nextStepBefore: (at) => sql<SqlBool>`l.next_step_at < ${at}`,
  instrument: (keys) =>
    sql<SqlBool>`exists (select from recommendation_instruments i where i.recommendation_id = l.id and i.instrument in (${sql.join(keys)}))`,
  // `offset 0` has the words looked up once; asked line by line, a rare word would take seconds.
  q: (words) =>
    sql<SqlBool>`l.id in (select t.id from recommendations t where t.search @@ plainto_tsquery('simple', ${words}) offset 0)`,
};

/** What must hold for a line, all of it. */
export function conditionsOf(filter: RecommendationFilter, now: Instant): RawBuilder<SqlBool> {
  const parts = (Object.keys(filter) as (keyof RecommendationFilter)[]).flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [(rules[name] as (of: unknown, at: Instant) => RawBuilder<SqlBool>)(value, now)];
  });
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`;
}
