import { sql, type Kysely } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema, SourceKind } from '../schema.ts';

const axes = ['status', 'position', 'rung'] as const;
export type StateFigures = { readonly total: number } & Readonly<
  Record<(typeof axes)[number], Readonly<Record<string, number>>>
>;

/** How a State's recommendations stand, by each axis that leads to a list. */
export async function countState(db: Kysely<Schema>, stateCode: string): Promise<StateFigures> {
  const { rows } = await sql<{ count: number } & Record<(typeof axes)[number], string | null>>`
    select status, position, rung, count(*)::int as count from (
      select status, position, case when status = 'not-started' then null else rung::text end as rung
      from recommendation_lines where state_code = ${stateCode}) lines
    group by grouping sets ((), (status), (position), (rung))`.execute(db);
  const of = (axis: (typeof axes)[number]): Record<string, number> =>
    Object.fromEntries(rows.flatMap((row) => (row[axis] === null ? [] : [[row[axis], row.count] as const])));
  const status = of('status');
  return {
    total: Object.values(status).reduce((sum, count) => sum + count, 0),
    status,
    position: of('position'),
    rung: of('rung'),
  };
}

export type SourceFigures = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly starts_on: string | null;
  readonly report_symbol: string | null;
  readonly total: number;
  readonly not_started: number;
  readonly open: number;
  readonly late: number;
  readonly closed: number;
};

/** From what a State's recommendations came, the newest first, and how those of each stand. */
export const countSourcesOf = async (
  db: Kysely<Schema>,
  stateCode: string,
  now: Instant,
): Promise<readonly SourceFigures[]> =>
  (
    await sql<SourceFigures>`
      select s.id, s.kind, s.title, s.starts_on, s.report_symbol, count(l.id)::int as total,
        count(l.id) filter (where l.status = 'not-started')::int as not_started,
        count(l.id) filter (where l.status not in ('not-started', 'closed'))::int as open,
        count(l.id) filter (where l.status = 'open' and (l.overdue_from <= ${now} or l.rung > 0))::int as late,
        count(l.id) filter (where l.status = 'closed')::int as closed
      from sources s left join recommendation_lines l on l.source_id = s.id and l.state_code = ${stateCode}
      where s.id in (select id from sources where state_code = ${stateCode}
        union select source_id from recommendation_lines where state_code = ${stateCode})
      group by s.id, s.kind, s.title, s.starts_on, s.report_symbol, s.created_at order by coalesce(s.starts_on, s.created_at::date) desc, s.id desc limit 500`.execute(
      db,
    )
  ).rows;
