import { sql, type Kysely } from 'kysely';
import type { CampaignEvent } from '../../domain/campaign/events.ts';
import { foldCampaign, type RunningCampaign } from '../../domain/campaign/state.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { completed, type FollowUpState } from '../../domain/follow-up/state.ts';
import { campaignStreamId, followUpId, recommendationOf, type RecommendationId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { readStream, readStreamsUntil } from '../log.ts';
import type { Schema } from '../schema.ts';

export type PartyChange = {
  readonly instrument: string;
  readonly on: CalendarDate;
  /** From this day on: all participants, and those of the set. */
  readonly parties: number;
  readonly partiesOfSet: number;
};

/** The days up to `until` on which the number of parties changed, with the number from that day on. One query for all treaties. */
export async function listPartyChanges(
  db: Kysely<Schema>,
  wish: { readonly instruments: readonly string[]; readonly set: readonly string[]; readonly until: CalendarDate },
): Promise<readonly PartyChange[]> {
  const set = sql`${sql.val([...wish.set])}::text[]`;
  const { rows } = await sql<PartyChange>`
    with turns as (
      select instrument, participant, from_on as turned_on, 1 as turn from treaty_standings
      where is_party and instrument = any(${sql.val([...wish.instruments])}::text[])
      union all
      select instrument, participant, until_on, -1 from treaty_standings
      where is_party and until_on is not null and instrument = any(${sql.val([...wish.instruments])}::text[])
    ), days as (
      select instrument, turned_on, sum(turn) as turn, coalesce(sum(turn) filter (where participant = any(${set})), 0) as turn_of_set
      from turns where turned_on <= ${wish.until}::date group by instrument, turned_on
    )
    select instrument, turned_on as "on",
      (sum(turn) over so_far)::int as parties, (sum(turn_of_set) over so_far)::int as "partiesOfSet"
    from days window so_far as (partition by instrument order by turned_on)
    order by instrument, turned_on`.execute(db);
  return rows;
}

/** A campaign as it stood at an instant, from its events; before it began, as it began. */
export async function findCampaignAt(
  db: Kysely<Schema>,
  campaignId: string,
  at: Instant,
): Promise<RunningCampaign | undefined> {
  const events = (await readStream<CampaignEvent>(db, campaignStreamId(campaignId))).map(({ event }) => event);
  const known = events.filter((event, index) => index === 0 || event.at <= at);
  return foldCampaign(known) ?? undefined;
}

/**
 * The follow-ups of some recommendations as they stood at an instant. The present is read from the projection, the past is folded
 * from the log: exact, and slower by the length of the streams.
 */
export async function findFollowUpsAt(
  db: Kysely<Schema>,
  ids: readonly RecommendationId[],
  { at, now }: { readonly at: Instant; readonly now: Instant },
): Promise<ReadonlyMap<RecommendationId, FollowUpState>> {
  if (ids.length === 0) return new Map();
  return at >= now ? presentFollowUps(db, ids) : pastFollowUps(db, ids, at);
}

async function presentFollowUps(
  db: Kysely<Schema>,
  ids: readonly RecommendationId[],
): Promise<ReadonlyMap<RecommendationId, FollowUpState>> {
  const rows = await db
    .selectFrom('follow_ups')
    .select(['recommendation_id', 'state'])
    .where('recommendation_id', '=', sql<string>`any(${sql.val([...ids])}::text[])`)
    .execute();
  return new Map(rows.map(({ recommendation_id, state }) => [recommendation_id, completed(state)]));
}

async function pastFollowUps(
  db: Kysely<Schema>,
  ids: readonly RecommendationId[],
  at: Instant,
): Promise<ReadonlyMap<RecommendationId, FollowUpState>> {
  const stored = await readStreamsUntil<FollowUpEvent>(db, ids.map(followUpId), at);
  const events = new Map<string, FollowUpEvent[]>();
  for (const { streamId, event } of stored) {
    const sofar = events.get(streamId);
    if (sofar) sofar.push(event);
    else events.set(streamId, [event]);
  }
  return new Map([...events].map(([streamId, known]) => [recommendationOf(streamId) ?? '', fold(known)]));
}
