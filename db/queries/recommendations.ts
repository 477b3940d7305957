import { sql, type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Reading } from '../../domain/follow-up/reading.ts';
import type { Position, Status } from '../../domain/follow-up/events.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type RecommendationFilter = {
  readonly state?: readonly string[];
  readonly playbook?: readonly string[];
  readonly theme?: readonly string[];
  readonly status?: readonly (Status | 'not-started')[];
  readonly reading?: readonly (Reading | 'not-started')[];
  readonly position?: readonly Position[];
  readonly rung?: readonly number[];
  readonly minRung?: number;
  readonly isOverdue?: boolean;
  readonly nextStepBefore?: Instant;
  readonly sourceId?: string;
  /** Words that must all stand in the text. */
  readonly q?: string;
};

export const recommendationSorts = ['nextStepAt', 'dueAt', 'createdAt', 'stateCode', 'rung'] as const;
export type RecommendationSort = (typeof recommendationSorts)[number];

/** One line of the list: the register's facts and the follow-up's summary, which is all null before it is started. */
export type RecommendationLine = Awaited<ReturnType<typeof selectLines>>[number];

type Tables = {
  r: Schema['recommendations'];
  f: { [K in keyof Schema['follow_ups']]: Schema['follow_ups'][K] | null };
};

/** A page of recommendations, in a total order, so that paging by key loses and repeats nothing. */
export async function listRecommendations(
  db: Kysely<Schema>,
  filter: RecommendationFilter,
  { sort, limit, cursor }: Page<RecommendationSort>,
  now: Instant,
): Promise<{ readonly lines: readonly RecommendationLine[]; readonly nextCursor: string | null }> {
  const rows = await selectLines(db, filter, { sort, limit: limit + 1, ...(cursor ? { cursor } : {}) }, now);
  return pageOf(rows, { sort, limit }, (row) => [row.sort_key, row.id]);
}

function selectLines(
  db: Kysely<Schema>,
  filter: RecommendationFilter,
  { sort, limit, cursor }: Page<RecommendationSort>,
  now: Instant,
) {
  const key = sortKeys[sort.by];
  const direction = sql.raw(sort.direction);
  return db
    .selectFrom('recommendations as r')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select([
      'r.id',
      'r.state_code',
      'r.source_id',
      'r.paragraph',
      'r.text',
      'r.playbook_key',
      'r.themes',
      'r.created_at',
    ])
    .select([
      'r.position as registered_position',
      'r.target_on',
      'f.position',
      'f.implementation',
      'f.assessment',
      'f.status',
    ])
    .select([
      'f.closure_reason',
      'f.rung',
      'f.waits_for',
      'f.round_number',
      'f.asks',
      'f.round_due_at',
      'f.next_step_at',
      'f.playbook_key as running_playbook_key',
    ])
    .select(['f.next_step_kind', 'f.overdue_from', 'f.last_answer_at', 'f.version'])
    .select([readingAt(now).as('reading'), sql<string | null>`${key}`.as('sort_key')])
    .where((where) => where.and(conditions(where as never, filter, now)))
    .$if(cursor !== undefined, (query) => query.where(afterCursor(key, sql.ref('r.id'), sort, cursor ?? '')))
    .orderBy(sql`${key} ${direction} nulls last, r.id ${direction}`)
    .limit(limit)
    .execute();
}

const sortKeys: Readonly<Record<RecommendationSort, RawBuilder<unknown>>> = {
  nextStepAt: sql.ref('f.next_step_at'),
  dueAt: sql.ref('f.round_due_at'),
  createdAt: sql.ref('r.created_at'),
  stateCode: sql.ref('r.state_code'),
  rung: sql.ref('f.rung'),
};

/** `readingOf` of domain/follow-up/reading.ts, for many rows at once; a test holds the two together. */
const readingAt = (now: Instant): RawBuilder<Reading | 'not-started'> => sql`case
    when f.status is null then 'not-started'
    when f.status <> 'open' then f.status
    when f.rung > 0 then 'escalated'
    when f.overdue_from <= ${now} then 'overdue'
    when f.action_needed_from <= ${now} then 'action-needed'
    else 'on-track' end`;

function conditions(where: ExpressionBuilder<Tables, 'r' | 'f'>, filter: RecommendationFilter, now: Instant) {
  const { state, playbook, theme, status, reading, position, rung, minRung, isOverdue, nextStepBefore, sourceId, q } =
    filter;
  const overdue = sql<SqlBool>`(f.status = 'open' and f.overdue_from <= ${now})`;
  return [
    ...(state ? [where('r.state_code', 'in', state)] : []),
    ...(playbook ? [sql<SqlBool>`coalesce(f.playbook_key, r.playbook_key) in (${sql.join(playbook)})`] : []),
    ...(theme ? [sql<SqlBool>`r.themes && ${sql.val([...theme])}::text[]`] : []),
    ...(status ? [sql<SqlBool>`coalesce(f.status, 'not-started') in (${sql.join(status)})`] : []),
    ...(reading ? [sql<SqlBool>`(${readingAt(now)}) in (${sql.join(reading)})`] : []),
    ...(position ? [sql<SqlBool>`coalesce(f.position, r.position) in (${sql.join(position)})`] : []),
    ...(rung ? [where('f.rung', 'in', rung)] : []),
    ...(minRung === undefined ? [] : [where('f.rung', '>=', minRung)]),
    ...(isOverdue === undefined ? [] : [isOverdue ? overdue : sql<SqlBool>`${overdue} is not true`]),
    ...(nextStepBefore ? [where('f.next_step_at', '<', nextStepBefore)] : []),
    ...(sourceId ? [where('r.source_id', '=', sourceId)] : []),
    ...(q ? [sql<SqlBool>`r.search @@ plainto_tsquery('simple', ${q})`] : []),
  ];
}

export type Counts = Readonly<
  Record<'status' | 'reading' | 'rung' | 'state' | 'playbook', Readonly<Record<string, number>>>
> & {
  readonly total: number;
};

/** How many recommendations there are of each kind, for a dashboard; one pass over the filtered rows. */
export async function countRecommendations(
  db: Kysely<Schema>,
  filter: RecommendationFilter,
  now: Instant,
): Promise<Counts> {
  const rows = await db
    .with('lines', (with_) =>
      with_
        .selectFrom('recommendations as r')
        .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
        .select([
          sql<string>`coalesce(f.status, 'not-started')`.as('status'),
          readingAt(now).as('reading'),
          sql<string>`coalesce(f.rung, 0)::text`.as('rung'),
          'r.state_code as state',
          sql<string>`coalesce(f.playbook_key, r.playbook_key)`.as('playbook'),
        ])
        .where((where) => where.and(conditions(where as never, filter, now))),
    )
    .selectFrom('lines')
    .select(['status', 'reading', 'rung', 'state', 'playbook', sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`grouping sets ((), (status), (reading), (rung), (state), (playbook))`)
    .execute();
  const groups = ['status', 'reading', 'rung', 'state', 'playbook'] as const;
  const of = (group: (typeof groups)[number]): Record<string, number> =>
    Object.fromEntries(rows.flatMap((row) => (row[group] === null ? [] : [[row[group], row.count] as const])));
  const total = rows.find((row) => groups.every((group) => row[group] === null))?.count ?? 0;
  return {
    total,
    status: of('status'),
    reading: of('reading'),
    rung: of('rung'),
    state: of('state'),
    playbook: of('playbook'),
  };
}

/** One recommendation with its source and its follow-up's whole projection; null parts before it is started. */
export const getRecommendation = (db: Kysely<Schema>, id: string, now: Instant) =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('sources as s', 's.id', 'r.source_id')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select([
      'r.id',
      'r.state_code',
      'r.paragraph',
      'r.text',
      'r.playbook_key',
      'r.themes',
      'r.affected_groups',
      'r.sdgs',
    ])
    .select(['r.position as registered_position', 'r.target_on', 'r.created_at', 'r.source_id'])
    .select(['r.opened_by', 'r.opened_as', 'f.playbook_key as running_playbook_key'])
    .select(['s.kind as source_kind', 's.title as source_title', 's.report_symbol', 's.mandate_holder'])
    .select(['f.version', 'f.status', 'f.position', 'f.implementation', 'f.assessment', 'f.closure_reason', 'f.rung'])
    .select(['f.playbook_version', 'f.round_number', 'f.asks', 'f.round_due_at', 'f.waits_for', 'f.next_step_at'])
    .select([
      'f.next_step_kind',
      'f.action_needed_from',
      'f.overdue_from',
      'f.last_answer_at',
      'f.started_at',
      'f.closed_at',
    ])
    .select(['f.state', readingAt(now).as('reading')])
    .where('r.id', '=', id)
    .executeTakeFirst();

/** The ids of everything that a filter finds, in order, up to a limit. */
export async function listMatchingIds(
  db: Kysely<Schema>,
  filter: RecommendationFilter,
  now: Instant,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('recommendations as r')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select('r.id')
    .where((where) => where.and(conditions(where as never, filter, now)))
    .orderBy('r.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of some ids are no recommendation's. */
export async function findUnknownIds(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('recommendations')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** What recommendations are called where they are named in passing. */
export const nameRecommendations = async (db: Kysely<Schema>, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('recommendations')
        .select(['id', 'state_code', 'paragraph', 'text'])
        .where('id', 'in', [...ids])
        .execute();
