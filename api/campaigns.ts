import { submitCampaignCommand, type CampaignSubmission } from '../db/campaign-store.ts';
import { countTargets, findCampaign, listLivingCampaigns, type CampaignRow } from '../db/queries/campaigns.ts';
import type { WorldEventRow } from '../db/register/world-events.ts';
import type { CampaignRejection } from '../domain/campaign/commands.ts';
import type { CampaignId } from '../domain/ids.ts';
import { campaignView } from './campaign-view.ts';
import type { AppDeps } from './deps.ts';
import { etagOf } from './etag.ts';
import { Problem } from './problems.ts';

/** Writes what a command asks for; every refusal becomes a problem. Then the processes are told, which need Temporal. */
export async function submitCampaign(deps: AppDeps, submission: CampaignSubmission): Promise<void> {
  const result = await submitCampaignCommand(deps.db, submission);
  if (result.outcome === 'conflict') throw new Problem('ChangedMeanwhile');
  if (result.outcome === 'rejected') throw rejected(result.rejected);
  await tellCampaign(deps, submission.campaignId);
}

/** A repeat tells it again: what died between the event and this, or found Temporal away, is made good here or by `recover`. */
async function tellCampaign({ gateway, schedules }: AppDeps, campaignId: CampaignId): Promise<void> {
  await schedules.sync(campaignId);
  await gateway.wakeCampaign(campaignId);
}

/** A Treaty Event that is announced, or moves, moves the rounds of every campaign that has no word of its own about it. */
export async function tellCampaignsOf(
  { db, schedules }: AppDeps,
  ...rows: readonly Pick<WorldEventRow, 'event' | 'state_code'>[]
): Promise<void> {
  if (!rows.some(({ event, state_code }) => event === 'treaty-event' && state_code === null)) return;
  for (const { id } of await listLivingCampaigns(db)) await schedules.sync(id);
}

/** The field that a refusal is about, where there is one. */
const paths: Readonly<Partial<Record<CampaignRejection, string>>> = {
  EmptyTitle: '/title',
  NoInstruments: '/instruments',
  NoStates: '/stateCodes',
  TooManyTargets: '/stateCodes',
  NotInCampaign: '/stateCode',
  CampaignTargetInThePast: '/targetOn',
  LetterInThePast: '/letterOn',
  LetterAlreadyHeld: '/letterOn',
  WaveOutOfBounds: '/wave',
  RemindersOutOfBounds: '/remindBeforeDays',
  TreatyEventInOtherYear: '/treatyEvents',
  EmptyReason: '/reason',
  EmptyNote: '/note',
};

export function rejected(code: CampaignRejection): Problem {
  if (code === 'CampaignNotStarted') return new Problem('UnknownCampaign');
  const path = paths[code];
  const problem = new Problem(code);
  return path === undefined ? problem : new Problem(code, undefined, { fields: [{ path, message: problem.message }] });
}

export async function requireCampaign({ db }: Pick<AppDeps, 'db'>, id: CampaignId): Promise<CampaignRow> {
  const row = await findCampaign(db, id);
  if (row === undefined) throw new Problem('UnknownCampaign');
  return row;
}

/** A campaign with its counts, and its edition as an ETag. */
export async function shownCampaign(deps: Pick<AppDeps, 'db'>, id: CampaignId) {
  const row = await requireCampaign(deps, id);
  return { body: campaignView(row, await countTargets(deps.db, id)), etag: etagOf(row.edition) };
}
