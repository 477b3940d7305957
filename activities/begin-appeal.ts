import type { Kysely } from 'kysely';
import { findEarlierPosition } from '../db/queries/campaign-facts.ts';
import { findStart } from '../db/queries/start.ts';
import { registerAppeal } from '../db/register/campaigns.ts';
import type { Schema } from '../db/schema.ts';
import type { Target } from '../domain/campaign/events.ts';
import type { RunningCampaign, TargetState } from '../domain/campaign/state.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { appealIdOf, type CampaignId } from '../domain/ids.ts';
import type { FollowUpCommands } from './follow-up-commands.ts';
import { settleIfParty } from './settle-if-party.ts';

export type AppealDeps = {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly commands: FollowUpCommands;
};

export type BegunAppeal =
  | { readonly kind: 'begun'; readonly target: Target }
  | { readonly kind: 'refused' | 'no-answer'; readonly target: Target; readonly code: string };

type Beginning = { readonly campaignId: CampaignId; readonly campaign: RunningCampaign };

/**
 * Registers the recommendation and starts its follow-up as anybody would, through its own workflow. Started already is begun: the
 * answer to an earlier try was lost. A deposit that came in between is told at once, for its batch was made before the follow-up was.
 */
export async function beginAppeal(deps: AppealDeps, of: Beginning, target: TargetState): Promise<BegunAppeal> {
  const { stateCode, instrument } = target;
  const bare = { stateCode, instrument };
  try {
    const recommendationId = appealIdOf({ campaignId: of.campaignId, ...bare });
    await register(deps, of, { ...bare, recommendationId });
    const command = await findStart(deps.db, recommendationId);
    if (command === undefined) return { kind: 'refused', target: bare, code: 'UnknownPlaybook' };
    const commandId = `campaign:${of.campaignId}`;
    const submission = await deps.commands.submit(recommendationId, { commandId, actor: 'system', command });
    if (!submission.isAccepted && submission.rejected !== 'AlreadyStarted')
      return { kind: 'refused', target: bare, code: submission.rejected };
    await settleIfParty(deps, recommendationId);
    return { kind: 'begun', target: bare };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'NoAnswer';
    if (code === 'TemporalUnavailable') throw error; // Nothing is wrong with this appeal: the page is tried again.
    return { kind: 'no-answer', target: bare, code };
  }
}

async function register(
  { db, clock }: AppealDeps,
  { campaignId, campaign }: Beginning,
  target: Target & { readonly recommendationId: string },
): Promise<void> {
  const at = calendarTime(clock, Date.now());
  const targetOn = campaign.targetOn >= at.slice(0, 10) ? campaign.targetOn : null;
  const position = await findEarlierPosition(db, target, target.recommendationId);
  await registerAppeal(db, { ...target, campaignId, playbook: campaign.playbook, targetOn, position, at });
}
