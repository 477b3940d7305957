import { sql, type Kysely } from 'kysely';
import type { Target } from '../../domain/campaign/events.ts';
import type { KnownTreatyEvents } from '../../domain/campaign/rounds.ts';
import { targetKey } from '../../domain/campaign/state.ts';
import type { TargetFacts } from '../../domain/campaign/waves.ts';
import type { Position } from '../../domain/follow-up/events.ts';
import type { CampaignId, RecommendationId } from '../../domain/ids.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Asked = { readonly campaignId: CampaignId | null; readonly today: CalendarDate };

/** Which of these targets need no appeal: whoever is a party, or is under an open appeal of another campaign. */
export async function findTargetFacts(
  db: Kysely<Schema>,
  targets: readonly Target[],
  { campaignId, today }: Asked,
): Promise<TargetFacts> {
  if (targets.length === 0) return { parties: new Map(), elsewhere: new Map() };
  const [parties, others] = await Promise.all([
    findParties(db, targets, today),
    findOtherAppeals(db, targets, campaignId),
  ]);
  return {
    parties: new Map(parties.map((row) => [targetKey(row), row.depositedOn])),
    elsewhere: new Map(others.map((row) => [targetKey(row), { campaignId: row.campaignId, title: row.title }])),
  };
}

/** The pairs as a table to join with: two lists of names would ask about every State under every treaty. */
const pairs = (targets: readonly Target[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(targets.map(bare))}::jsonb) as t("stateCode" text, instrument text)`;
const bare = ({ stateCode, instrument }: Target): Target => ({ stateCode, instrument });

type Party = Target & { readonly depositedOn: CalendarDate | null };

/** As `isPartyNow` has it: a denunciation that has not taken effect leaves a party, and so does a deposit on a day to come. */
async function findParties(
  db: Kysely<Schema>,
  targets: readonly Target[],
  today: CalendarDate,
): Promise<readonly Party[]> {
  const { rows } = await sql<Party>`
    select t."stateCode", t.instrument, min(s.deposited_on)::text as "depositedOn"
    from ${pairs(targets)} join treaty_standings s on s.participant = t."stateCode" and s.instrument = t.instrument
    where s.is_party and (s.until_on is null or s.until_on > ${today}::date)
    group by t."stateCode", t.instrument`.execute(db);
  return rows;
}

type OtherAppeal = Target & { readonly campaignId: string; readonly title: string };

/** Appeals that are open, or about to begin; of a campaign that has ended nothing begins any more, but what has begun goes on. */
async function findOtherAppeals(
  db: Kysely<Schema>,
  targets: readonly Target[],
  campaignId: CampaignId | null,
): Promise<readonly OtherAppeal[]> {
  const { rows } = await sql<OtherAppeal>`
    select distinct on (t."stateCode", t.instrument) t."stateCode", t.instrument, c.id as "campaignId", c.title
    from ${pairs(targets)}
    join campaign_targets o on o.state_code = t."stateCode" and o.instrument = t.instrument
    join campaigns c on c.id = o.campaign_id
    left join follow_ups f on f.recommendation_id = o.recommendation_id
    where o.campaign_id is distinct from ${campaignId}::text and o.status in ('beginning', 'begun')
      and case when f.status is null then c.status <> 'ended' else f.status <> 'closed' end
    order by t."stateCode", t.instrument, c.started_at, c.id`.execute(db);
  return rows;
}

/** What a State last answered to another recommendation that asks it for the same treaty; `pending` when it said nothing. */
export async function findEarlierPosition(
  db: Kysely<Schema>,
  { stateCode, instrument }: Target,
  ownId: RecommendationId,
): Promise<Position> {
  const row = await db
    .selectFrom('recommendations as r')
    .innerJoin('recommendation_instruments as i', 'i.recommendation_id', 'r.id')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select(sql<Position>`coalesce(f.position, r.position)`.as('position'))
    .where('i.instrument', '=', instrument)
    .where('r.state_code', '=', stateCode)
    .where('r.id', '<>', ownId)
    .where(sql<boolean>`coalesce(f.position, r.position) <> 'pending'`)
    .orderBy(sql`coalesce(f.updated_at, r.created_at)`, 'desc')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 'pending';
}

/** The Treaty Events of which the calendar of world events knows the day, by year; an announced one beats an estimate. */
export async function findKnownTreatyEvents(db: Kysely<Schema>): Promise<KnownTreatyEvents> {
  const rows = await db
    .selectFrom('world_events')
    .select('on_date')
    .where('event', '=', 'treaty-event')
    .where('state_code', 'is', null)
    .orderBy('is_estimate', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ on_date }) => [on_date.slice(0, 4), on_date]));
}
