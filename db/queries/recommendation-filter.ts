import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Assessment, Implementation, Position, Status } from '../../domain/follow-up/events.ts';
import type { Reading, WaitsFor } from '../../domain/follow-up/reading.ts';
import type { Instant } from '../../domain/time.ts';
import type { SourceKind } from '../schema.ts';

/** What a list is narrowed to; every part may name several values, of which one must hold. */
export type RecommendationFilter = {
  readonly state?: readonly string[];
  readonly playbook?: readonly string[];
  readonly sourceKind?: readonly SourceKind[];
  readonly theme?: readonly string[];
  readonly group?: readonly string[];
  readonly sdg?: readonly number[];
  readonly status?: readonly (Status | 'not-started')[];
  readonly reading?: readonly (Reading | 'not-started')[];
  readonly position?: readonly Position[];
  readonly implementation?: readonly (Implementation | 'none')[];
  readonly assessment?: readonly (Assessment | 'none')[];
  readonly waitsFor?: readonly WaitsFor[];
  readonly rung?: readonly number[];
  readonly minRung?: number;
  readonly isOverdue?: boolean;
  readonly nextStepFrom?: Instant;
  readonly nextStepBefore?: Instant;
  readonly sourceId?: string;
  /** Words that must all stand in the text. */
  readonly q?: string;
};

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

const oneOf = (column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
const orNone = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`coalesce(${sql.ref(column)}, 'none') in (${sql.join(values)})`;
const overlaps = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} && ${sql.val([...values])}::text[]`;

type Rule<K extends keyof RecommendationFilter> = (
  value: NonNullable<RecommendationFilter[K]>,
  now: Instant,
) => RawBuilder<SqlBool>;

/** One condition over `recommendation_lines as l` for each part of a filter. */
const rules: { readonly [K in keyof Required<RecommendationFilter>]: Rule<K> } = {
  state: (codes) => oneOf('l.state_code', codes),
  playbook: (keys) => oneOf('l.playbook_key', keys),
  sourceKind: (kinds) => oneOf('l.source_kind', kinds),
  theme: (themes) => overlaps('l.themes', themes),
  group: (groups) => overlaps('l.affected_groups', groups),
  sdg: (goals) => sql<SqlBool>`l.sdgs && ${sql.val([...goals])}::integer[]`,
  status: (statuses) => oneOf('l.status', statuses),
  reading: (readings, now) => sql<SqlBool>`(${readingAt(now)}) in (${sql.join(readings)})`,
  position: (positions) => oneOf('l.position', positions),
  implementation: (stages) => orNone('l.implementation', stages),
  assessment: (grades) => orNone('l.assessment', grades),
  waitsFor: (waits) => oneOf('l.waits_for', waits),
  rung: (rungs) => sql<SqlBool>`(${oneOf('l.rung', rungs)} and l.status <> 'not-started')`,
  minRung: (rung) => sql<SqlBool>`(l.rung >= ${rung} and l.status <> 'not-started')`,
  isOverdue: (is, now) =>
    is
      ? sql<SqlBool>`(l.status = 'open' and l.overdue_from <= ${now})`
      : sql<SqlBool>`(l.status = 'open' and l.overdue_from <= ${now}) is not true`,
  nextStepFrom: (at) => sql<SqlBool>`l.next_step_at >= ${at}`,
  nextStepBefore: (at) => sql<SqlBool>`l.next_step_at < ${at}`,
  sourceId: (id) => sql<SqlBool>`l.source_id = ${id}`,
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
