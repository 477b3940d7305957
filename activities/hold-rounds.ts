import type { Kysely, Transaction } from 'kysely';
import { inCampaign, writeCampaignEvents, type OpenedCampaign } from '../db/campaign-store.ts';
import { findKnownTreatyEvents } from '../db/queries/campaign-facts.ts';
import { listUnfinishedRounds } from '../db/queries/campaigns.ts';
import { registerRound } from '../db/register/campaigns.ts';
import type { Schema } from '../db/schema.ts';
import type { CampaignEvent } from '../domain/campaign/events.ts';
import { momentsAhead, roundsDue } from '../domain/campaign/rounds.ts';
import { calendarTime, realMsUntil, type Clock } from '../domain/clock.ts';
import type { CampaignId } from '../domain/ids.ts';
import { addDays } from '../domain/time.ts';
import type { CampaignActivities } from './contract.ts';
import type { BatchStarter } from './follow-up-commands.ts';

export type RoundDeps = { readonly db: Kysely<Schema>; readonly clock: Clock; readonly batches: BatchStarter };

/** Temporal's clock may be ahead of ours: a round that is due in a moment is waited for, or it would wait for the next date. */
const clockSkewMs = 3_000;

/**
 * Puts every round on record that is due and starts what it asks for. A crash between the two leaves a batch that nobody has started:
 * whatever is unfinished is started again, which leaves alone what runs.
 */
export const createHoldRounds =
  ({ db, clock, batches }: RoundDeps): CampaignActivities['holdRounds'] =>
  async (campaignId) => {
    const nextAt = await inCampaign(db, campaignId, (trx, before) => hold(trx, { campaignId, clock }, before));
    for (const batchId of await listUnfinishedRounds(db, campaignId)) await batches.startBatch(batchId);
    if (nextAt === null) return { nextInMs: null };
    const nextInMs = realMsUntil(clock, Date.now(), nextAt);
    return { nextInMs: nextInMs <= clockSkewMs ? nextInMs : null };
  };

type Holding = { readonly campaignId: CampaignId; readonly clock: Clock };

async function hold(
  trx: Transaction<Schema>,
  { campaignId, clock }: Holding,
  before: OpenedCampaign,
): Promise<string | null> {
  const { state, version } = before;
  if (state === null || state.status !== 'running') return null;
  const at = calendarTime(clock, Date.now());
  const known = await findKnownTreatyEvents(trx);
  const { held, passedBy } = roundsDue(state, known, at);
  const events: CampaignEvent[] = passedBy.map((round) => ({ type: 'CampaignRoundPassedBy', at, ...round }));
  for (const round of held) {
    const registered = await registerRound(trx, { campaignId, at }, round);
    events.push({ type: 'CampaignRoundHeld', at, ...round, ...registered });
  }
  const after =
    events.length === 0
      ? before
      : await writeCampaignEvents(trx, { campaignId, commandId: `rounds:${version}`, actor: 'clock', before }, events);
  if (after.state === null) return null;
  return momentsAhead(after.state, known, { after: at, until: addDays(at.slice(0, 10), 366) })[0] ?? null;
}
