import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';
import { readTotals, type Totals } from './line-totals.ts';
import { splitByTime } from './readings.ts';
import { conditionsOf, isEmpty, readingAt, rungAt, type RecommendationFilter } from './recommendation-filter.ts';

export const recommendationSorts = ['nextStepAt', 'dueAt', 'createdAt', 'stateCode', 'rung'] as const;
export type RecommendationSort = (typeof recommendationSorts)[number];

/** One line of the list: the register's facts and the follow-up's summary, which is all null before it is started. */
export type RecommendationLine = Awaited<ReturnType<typeof selectLines>>[number];

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

/** The narrow lines are searched and sorted; only what stands on the page is looked up in the wide tables. */
function selectLines(
  db: Kysely<Schema>,
  filter: RecommendationFilter,
  { sort, limit, cursor }: Page<RecommendationSort>,
  now: Instant,
) {
  const key = sortKeys[sort.by];
  const direction = sql.raw(sort.direction);
  return db
    .with('page', (with_) =>
      with_
        .selectFrom('recommendation_lines as l')
        .select(['l.id', sql<string | null>`${key}`.as('sort_key'), readingAt(now).as('reading')])
        .where(conditionsOf(filter, now))
        .$if(cursor !== undefined, (query) => query.where(afterCursor(key, sql.ref('l.id'), sort, cursor ?? '')))
        .orderBy(sql`${key} ${direction} nulls last, l.id ${direction}`)
        .limit(limit),
    )
    .selectFrom('page as p')
    .innerJoin('recommendations as r', 'r.id', 'p.id')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'p.id')
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
    .select(['f.next_step_kind', 'f.overdue_from', 'f.last_answer_at', 'f.version', 'p.reading', 'p.sort_key'])
    .orderBy(sql`p.sort_key ${direction} nulls last, p.id ${direction}`)
    .execute();
}

const sortKeys: Readonly<Record<RecommendationSort, RawBuilder<unknown>>> = {
  nextStepAt: sql.ref('l.next_step_at'),
  dueAt: sql.ref('l.due_at'),
  createdAt: sql.ref('l.created_at'),
  stateCode: sql.ref('l.state_code'),
  rung: sql.ref('l.rung'),
};

const groups = ['status', 'reading', 'rung', 'state', 'playbook'] as const;

export type Counts = Readonly<Record<(typeof groups)[number], Totals>> & { readonly total: number };

/** How many recommendations there are of each kind, for a dashboard; those of States alone are summed up already. */
export function countRecommendations(db: Kysely<Schema>, filter: RecommendationFilter, now: Instant): Promise<Counts> {
  const { state, ...others } = filter;
  return isEmpty(others) ? readCounts(db, state, now) : countMatching(db, filter, now);
}

async function readCounts(db: Kysely<Schema>, states: readonly string[] | undefined, now: Instant): Promise<Counts> {
  const { standing, ...totals } = await readTotals(db, ['status', 'rung', 'state', 'playbook', 'standing'], states);
  const total = Object.values(totals.status).reduce((sum, count) => sum + count, 0);
  return { total, ...totals, reading: await splitByTime(db, standing, now, states) };
}

/** One pass over the filtered rows. */
async function countMatching(db: Kysely<Schema>, filter: RecommendationFilter, now: Instant): Promise<Counts> {
  // First into the few thousand kinds that there are, then these into each figure.
  const { rows } = await sql<{ [K in (typeof groups)[number]]: string | null } & { readonly count: number }>`
    with kinds as (
      select l.status, ${readingAt(now)} as reading, ${rungAt} as rung, l.state_code as state, l.playbook_key as playbook,
        count(*) as count
      from recommendation_lines l where ${conditionsOf(filter, now)} group by 1, 2, 3, 4, 5
    )
    select status, reading, rung, state, playbook, sum(count)::int as count from kinds
    group by grouping sets ((status), (reading), (rung), (state), (playbook))`.execute(db);
  const of = (group: (typeof groups)[number]): Totals =>
    Object.fromEntries(rows.flatMap((row) => (row[group] === null ? [] : [[row[group], row.count] as const])));
  const each = Object.fromEntries(groups.map((group) => [group, of(group)])) as Record<(typeof groups)[number], Totals>;
  return { total: Object.values(each.status).reduce((sum, count) => sum + count, 0), ...each };
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
    .select([
      'r.position as registered_position',
      'r.target_on',
      'r.created_at',
      'r.source_id',
      'r.instruments_version',
    ])
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
    .select(['f.state', readingAt(now, 'f').as('reading')])
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
    .selectFrom('recommendation_lines as l')
    .select('l.id')
    .where(conditionsOf(filter, now))
    .orderBy('l.id')
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
