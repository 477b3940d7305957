import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { AppealState } from '../../domain/follow-up/appeal-events.ts';
import type { CampaignStatus, TargetStatus } from '../../domain/campaign/state.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type CampaignRow = Selectable<Schema['campaigns']>;
export type CampaignFilter = { readonly status?: readonly CampaignStatus[]; readonly instrument?: readonly string[] };

/** Newest first. */
export async function listCampaigns(
  db: Kysely<Schema>,
  { status, instrument }: CampaignFilter,
  { sort, limit, cursor }: Page<'startedAt'>,
) {
  let query = db.selectFrom('campaigns').selectAll();
  if (status) query = query.where('status', 'in', [...status]);
  if (instrument) query = query.where(sql<SqlBool>`instruments && ${sql.val([...instrument])}::text[]`);
  if (cursor) query = query.where(afterCursor(sql.ref('started_at'), sql.ref('id'), sort, cursor));
  const rows = await query
    .orderBy('started_at', sort.direction)
    .orderBy('id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.started_at, row.id]);
}

export const findCampaign = (db: Kysely<Schema>, id: CampaignId): Promise<CampaignRow | undefined> =>
  db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();

export type CampaignCounts = Readonly<
  Record<
    'total' | 'waiting' | 'beginning' | 'begun' | 'leftOut' | 'failed' | 'open' | 'deposited' | 'closedOtherwise',
    number
  >
>;

/** How many targets there are of each kind, and what became of the appeals. */
export async function countTargets(db: Kysely<Schema>, campaignId: CampaignId): Promise<CampaignCounts> {
  const { rows } = await sql<CampaignCounts>`
    select count(*)::int as total,
      count(*) filter (where t.status = 'waiting')::int as waiting,
      count(*) filter (where t.status = 'beginning')::int as beginning,
      count(*) filter (where t.status = 'begun')::int as begun,
      count(*) filter (where t.status = 'left-out')::int as "leftOut",
      count(*) filter (where t.status = 'failed')::int as failed,
      count(*) filter (where t.status = 'begun' and f.status <> 'closed')::int as open,
      count(*) filter (where t.status = 'begun' and f.closure_reason = 'implemented-and-verified')::int as deposited,
      count(*) filter (where t.status = 'begun' and f.status = 'closed'
        and f.closure_reason <> 'implemented-and-verified')::int as "closedOtherwise"
    from campaign_targets t left join follow_ups f on f.recommendation_id = t.recommendation_id
    where t.campaign_id = ${campaignId}`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('An aggregate gives a row');
  return counts;
}

export type TargetFilter = {
  readonly status?: readonly TargetStatus[];
  readonly state?: readonly string[];
  readonly instrument?: readonly string[];
  readonly wave?: number;
};

/** By State and treaty; what became of an appeal stands beside it. */
export async function listTargets(
  db: Kysely<Schema>,
  campaignId: CampaignId,
  { status, state, instrument, wave }: TargetFilter,
  { sort, limit, cursor }: Page<'stateCode'>,
) {
  let query = db
    .selectFrom('campaign_targets as t')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 't.recommendation_id')
    .select(['t.state_code', 't.instrument', 't.status', 't.wave', 't.because', 't.note', 't.recommendation_id'])
    .select(['f.status as follow_up_status', 'f.position', 'f.implementation', 'f.rung', 'f.closure_reason'])
    .select('f.next_step_at')
    .where('t.campaign_id', '=', campaignId);
  if (status) query = query.where('t.status', 'in', [...status]);
  if (state) query = query.where('t.state_code', 'in', [...state]);
  if (instrument) query = query.where('t.instrument', 'in', [...instrument]);
  if (wave !== undefined) query = query.where('t.wave', '=', wave);
  if (cursor) query = query.where(afterCursor(sql.ref('t.state_code'), sql.ref('t.instrument'), sort, cursor));
  const rows = await query
    .orderBy('t.state_code')
    .orderBy('t.instrument')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.state_code, row.instrument]);
}

/** Rounds that were held or passed by, newest first. */
export async function listRounds(db: Kysely<Schema>, campaignId: CampaignId, { sort, limit, cursor }: Page<'at'>) {
  let query = db.selectFrom('campaign_rounds').selectAll().where('campaign_id', '=', campaignId);
  if (cursor) query = query.where(afterCursor(sql.ref('at'), sql.ref('key'), sort, cursor));
  const rows = await query
    .orderBy('at', sort.direction)
    .orderBy('key', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.at, row.key]);
}

/** Batches of a campaign's rounds of which something is left to do: their workflow must be running. */
export async function listUnfinishedRounds(db: Kysely<Schema>, campaignId: CampaignId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('campaign_rounds as r')
    .select('r.batch_id')
    .where('r.campaign_id', '=', campaignId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('batch_items as i')
          .select('i.number')
          .whereRef('i.batch_id', '=', 'r.batch_id')
          .where('i.status', '=', 'pending'),
      ),
    )
    .execute();
  return rows.flatMap(({ batch_id }) => batch_id ?? []);
}

/** Campaigns that have a Schedule, and whether something is still to begin in them. */
export async function listLivingCampaigns(
  db: Kysely<Schema>,
): Promise<readonly { readonly id: CampaignId; readonly isPending: boolean }[]> {
  const { rows } = await sql<{ id: string; isPending: boolean }>`
    select c.id, c.status = 'running' and exists (select from campaign_targets t
      where t.campaign_id = c.id and t.status in ('waiting', 'beginning')) as "isPending"
    from campaigns c where c.status <> 'ended' order by c.id`.execute(db);
  return rows;
}

export type ObstacleFilter = { readonly obstacle?: readonly string[]; readonly state?: readonly string[] };

/** What stands between each State and its deposit, who helps it, and when somebody last called on it. Open appeals alone. */
export async function listObstacles(
  db: Kysely<Schema>,
  campaignId: CampaignId,
  { obstacle, state }: ObstacleFilter,
  { sort, limit, cursor }: Page<'stateCode'>,
) {
  let query = openAppeals(db, campaignId).select(['t.state_code', 't.instrument', 'f.recommendation_id']);
  if (state) query = query.where('t.state_code', 'in', [...state]);
  if (obstacle)
    query = query.where(
      sql<SqlBool>`exists (select from jsonb_array_elements(f.state->'appeal'->'obstacles') o
        where o->>'obstacle' in (${sql.join(obstacle)}))`,
    );
  if (cursor) query = query.where(afterCursor(sql.ref('t.state_code'), sql.ref('t.instrument'), sort, cursor));
  const rows = await query
    .select(sql<AppealState | null>`f.state->'appeal'`.as('appeal'))
    .orderBy('t.state_code')
    .orderBy('t.instrument')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.state_code, row.instrument]);
}

const openAppeals = (db: Kysely<Schema>, campaignId: CampaignId) =>
  db
    .selectFrom('campaign_targets as t')
    .innerJoin('follow_ups as f', 'f.recommendation_id', 't.recommendation_id')
    .where('t.campaign_id', '=', campaignId)
    .where('t.status', '=', 'begun')
    .where('f.status', '<>', 'closed');
