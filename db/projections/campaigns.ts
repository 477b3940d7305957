import { sql, type Insertable, type Kysely } from 'kysely';
import type { CampaignEvent, CampaignRound, Target } from '../../domain/campaign/events.ts';
import { targetKey, type RunningCampaign } from '../../domain/campaign/state.ts';
import { campaignStreamId, type CampaignId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';

export type SavedCampaign = { readonly id: CampaignId; readonly version: number; readonly state: RunningCampaign };

/** The row that lists read. Its targets and rounds follow from single events: there are thousands, and few change at once. */
export async function saveCampaign(trx: Kysely<Schema>, saved: SavedCampaign): Promise<void> {
  const row = campaignRow(saved);
  const { id: _, ...changed } = row;
  await trx
    .insertInto('campaigns')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

const campaignRow = ({ id, version, state }: SavedCampaign): Insertable<Schema['campaigns']> => ({
  id,
  version,
  edition: state.edition,
  title: state.title,
  status: state.status,
  instruments: [...state.instruments],
  scope: JSON.stringify(state.scope),
  state_codes: [...state.stateCodes],
  target_on: state.targetOn,
  playbook_key: state.playbook,
  letter_on: state.dates.letterOn,
  wave: JSON.stringify(state.wave),
  dates: JSON.stringify(state.dates),
  waves: state.waves.length,
  started_at: state.startedAt,
  paused_at: state.pausedAt,
  ended_at: state.ended?.at ?? null,
  end_reason: state.ended?.reason ?? null,
});

export type CampaignStep = {
  readonly campaignId: CampaignId;
  readonly event: CampaignEvent;
  readonly version: number;
  /** The campaign once the event has happened. */
  readonly state: RunningCampaign;
};

/** What one event says of targets, of rounds, and in the timelines of the States that it concerns. */
export async function projectCampaignEvent(trx: Kysely<Schema>, step: CampaignStep): Promise<void> {
  const { event } = step;
  await saveTargets(trx, step, concerned(event, step.state));
  if (event.type === 'CampaignRoundHeld' || event.type === 'CampaignRoundPassedBy') await saveRound(trx, step, event);
  await tellStates(trx, step);
}

function concerned(event: CampaignEvent, { instruments, stateCodes }: RunningCampaign): readonly Target[] {
  switch (event.type) {
    case 'CampaignStarted':
      return instruments.flatMap((instrument) => stateCodes.map((stateCode) => ({ stateCode, instrument })));
    case 'WaveStarted':
    case 'AppealsBegun':
      return event.appeals;
    case 'StatesTakenIn':
    case 'AppealsLeftOut':
    case 'AppealsFailed':
      return event.targets;
    default:
      return [];
  }
}

async function saveTargets(
  trx: Kysely<Schema>,
  { campaignId, event: { at }, state }: CampaignStep,
  targets: readonly Target[],
): Promise<void> {
  const rows = targets.flatMap((target) => state.targets[targetKey(target)] ?? []);
  if (rows.length === 0) return;
  await sql`
    insert into campaign_targets
      (campaign_id, state_code, instrument, status, wave, recommendation_id, because, note, changed_at)
    select ${campaignId}::text, t."stateCode", t.instrument, t.status, t.wave, t."recommendationId", t.because, t.note,
      ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("stateCode" text, instrument text, status text, wave int,
      "recommendationId" text, because text, note text)
    on conflict (campaign_id, state_code, instrument) do update set status = excluded.status, wave = excluded.wave,
      recommendation_id = excluded.recommendation_id, because = excluded.because, note = excluded.note,
      changed_at = excluded.changed_at`.execute(trx);
}

type RoundEvent = Extract<CampaignEvent, { type: 'CampaignRoundHeld' | 'CampaignRoundPassedBy' }>;

async function saveRound(trx: Kysely<Schema>, { campaignId }: CampaignStep, event: RoundEvent): Promise<void> {
  const { key, kind, onDate, eventOn }: CampaignRound = event;
  const isHeld = event.type === 'CampaignRoundHeld';
  await trx
    .insertInto('campaign_rounds')
    .values({
      campaign_id: campaignId,
      key,
      kind,
      on_date: onDate,
      event_on: eventOn,
      outcome: isHeld ? 'held' : 'passed-by',
      at: event.at,
      because: isHeld ? null : event.because,
      passed_for: isHeld ? null : event.by,
      batch_id: isHeld ? event.batchId : null,
      appeals: isHeld ? event.appeals : 0,
    })
    .execute();
}

/** A State hears of its appeals, and of being left out by somebody; that it is a party its timeline says already. */
async function tellStates(trx: Kysely<Schema>, { campaignId, event, version }: CampaignStep): Promise<void> {
  const isTold = event.type === 'AppealsBegun' || (event.type === 'AppealsLeftOut' && event.because === 'note');
  if (!isTold) return;
  const told = event.type === 'AppealsBegun' ? event.appeals : event.targets;
  const codes = [...new Set(told.map(({ stateCode }) => stateCode))];
  await sql`
    insert into state_timeline (state_code, at, stream_id, version)
    select unnest(${sql.val(codes)}::text[]), ${event.at}::timestamptz, ${campaignStreamId(campaignId)}::text, ${version}::int
    on conflict do nothing`.execute(trx);
}
