import type { Kysely, Transaction } from 'kysely';
import type { CampaignRound, Target } from '../../domain/campaign/events.ts';
import type { RunningCampaign } from '../../domain/campaign/state.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { Position } from '../../domain/follow-up/events.ts';
import { sourceIdOf, type CampaignId, type RecommendationId } from '../../domain/ids.ts';
import { instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { registerBatch } from './batches.ts';
import { derivedId } from './derived-id.ts';
import { registerInstruments } from './instruments-asked.ts';
import { registerRecommendation } from './recommendations.ts';
import { registerSource } from './sources.ts';

/** What the appeals of a campaign come from: one letter of the Secretary-General, to many Governments. */
export const registerCampaignSource = (
  trx: Transaction<Schema>,
  campaignId: CampaignId,
  { title, startedAt }: Pick<RunningCampaign, 'title' | 'startedAt'>,
): Promise<unknown> =>
  registerSource(trx, {
    id: sourceIdOf(campaignId),
    kind: 'secretary-general-letter',
    state_code: null,
    title,
    starts_on: startedAt.slice(0, 10),
    ends_on: null,
    mandate_holder: null,
    report_symbol: null,
    url: null,
    created_at: startedAt,
  });

export type NewAppeal = Target & {
  readonly campaignId: CampaignId;
  readonly recommendationId: RecommendationId;
  readonly playbook: string;
  readonly targetOn: string | null;
  readonly position: Position;
  readonly at: Instant;
};

/** The recommendation that an appeal follows up; its id is the campaign's, the State's and the treaty's, so that a repeat finds it. */
export const registerAppeal = (db: Kysely<Schema>, appeal: NewAppeal): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { recommendationId, instrument } = appeal;
    await registerRecommendation(trx, {
      id: recommendationId,
      source_id: sourceIdOf(appeal.campaignId),
      paragraph: null,
      state_code: appeal.stateCode,
      text: `Ratify or accede to the ${titleOf(instrument)}`,
      playbook_key: appeal.playbook,
      position: appeal.position,
      target_on: appeal.targetOn,
      themes: [],
      affected_groups: [],
      sdgs: [],
      created_at: appeal.at,
    });
    await registerInstruments(trx, recommendationId, [instrument], 'stated');
  });

const titleOf = (instrument: string): string => instrumentByKey(instrument)?.names.en ?? instrument;

export type HeldRound = { readonly batchId: string | null; readonly appeals: number };

/** Writes down what a round asks of every open appeal that it is for; none when there is nobody to ask. */
export async function registerRound(
  trx: Transaction<Schema>,
  { campaignId, at }: { readonly campaignId: CampaignId; readonly at: Instant },
  round: CampaignRound,
): Promise<HeldRound> {
  const ids = await openAppealsOf(trx, campaignId, round.waves);
  if (ids.length === 0) return { batchId: null, appeals: 0 };
  const command: PersonCommand = {
    type: 'TakeAppealStep',
    step: round.kind,
    campaignId,
    key: round.key,
    dueOn: round.eventOn,
  };
  const id = derivedId('bat', `${campaignId} ${round.key}`);
  const commands = ids.map((recommendationId) => ({ recommendationId, command }));
  const reason = `Round of a campaign: ${round.kind}, ${round.onDate}`;
  await registerBatch(trx, { id, kind: 'campaign-round', reason, at, commands });
  return { batchId: id, appeals: ids.length };
}

async function openAppealsOf(
  trx: Transaction<Schema>,
  campaignId: CampaignId,
  waves: readonly number[] | null,
): Promise<readonly RecommendationId[]> {
  const rows = await trx
    .selectFrom('campaign_targets as t')
    .innerJoin('follow_ups as f', 'f.recommendation_id', 't.recommendation_id')
    .select('f.recommendation_id')
    .where('t.campaign_id', '=', campaignId)
    .where('t.status', '=', 'begun')
    .where('f.status', '<>', 'closed')
    .$if(waves !== null, (query) => query.where('t.wave', 'in', [...(waves ?? [])]))
    .orderBy('t.instrument')
    .orderBy('t.state_code')
    .execute();
  return rows.map(({ recommendation_id }) => recommendation_id);
}
