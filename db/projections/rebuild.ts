import { sql, type Kysely, type Transaction } from 'kysely';
import type { CampaignEvent } from '../../domain/campaign/events.ts';
import { evolveCampaign, type CampaignState } from '../../domain/campaign/state.ts';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import type { DialogueEvent } from '../../domain/dialogue/events.ts';
import { evolveDialogue, type DialogueState } from '../../domain/dialogue/state.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { evolve } from '../../domain/follow-up/evolve.ts';
import { initialState, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import {
  campaignOf,
  contactOf,
  dialogueOf,
  recommendationOf,
  treatyStatusOf,
  type CampaignId,
} from '../../domain/ids.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import { evolveTreaty, noTreatyStatus } from '../../domain/treaty-status/state.ts';
import { lockLog, readLog, type StoredEvent } from '../log.ts';
import type { Schema } from '../schema.ts';
import { projectCampaignEvent, saveCampaign } from './campaigns.ts';
import { projectCorrespondence } from './correspondence.ts';
import { saveDialogue } from './dialogue.ts';
import { projectNotices, saveFollowUp } from './follow-up.ts';
import { projectLetters, resetLetters } from './letters.ts';
import { projectAllToTimeline, projectMailToTimeline } from './state-timeline.ts';
import { projectTreatyToTimeline, saveTreatyStatus, type SavedTreatyStatus } from './treaty-status.ts';

/** Everything that is derived from the log, and so can be thrown away. */
const projectionTables = [
  'follow_ups',
  'recommendation_roles',
  'notices',
  'digests',
  'dialogue_entries',
  'dialogue_states',
  'dialogue_links',
  'campaigns',
  'campaign_targets',
  'campaign_rounds',
  'state_timeline',
  'treaty_actions',
  'treaty_standings',
] as const;

/** What a rebuild gives anew, in whole or, as with letters, in part; the lines of lists and their totals follow by trigger. */
export const derivedTables = [...projectionTables, 'letters', 'recommendation_lines', 'line_totals'] as const;

const pageSize = 1_000;
type Folded = {
  readonly followUps: Map<string, { readonly state: FollowUpState; readonly version: number; readonly at: string }>;
  readonly dialogue: Map<string, { readonly state: DialogueState; readonly version: number }>;
  readonly campaigns: Map<CampaignId, { readonly state: CampaignState; readonly version: number }>;
  readonly treaties: Map<string, SavedTreatyStatus>;
};

/**
 * Throws the projections away and makes them again from the log, in one transaction: readers see the old ones until the
 * new ones are whole. Returns the number of events read.
 */
export const rebuildProjections = (
  db: Kysely<Schema>,
  onProgress: (events: number) => void = () => {},
): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx); // Nobody appends meanwhile.
    await sql`select set_config('relance.counts_wait', 'on', true)`.execute(trx); // Counted once, at the end.
    for (const table of projectionTables) await trx.deleteFrom(table).execute();
    await resetLetters(trx);
    const folded: Folded = { followUps: new Map(), dialogue: new Map(), campaigns: new Map(), treaties: new Map() };
    let events = 0;
    for (
      let page = await readLog(trx, '0', pageSize);
      page.length > 0;
      page = await readLog(trx, positionOf(page), pageSize)
    ) {
      for (const stored of page) await replay(trx, stored, folded);
      events += page.length;
      onProgress(events);
    }
    await saveFolded(trx, folded);
    await projectAllToTimeline(trx);
    await sql`select recount_lines()`.execute(trx);
    return events;
  });

const positionOf = (page: readonly StoredEvent[]): string => page.at(-1)?.position ?? '0';

async function saveFolded(
  trx: Transaction<Schema>,
  { followUps, dialogue, campaigns, treaties }: Folded,
): Promise<void> {
  for (const [recommendationId, { state, version, at }] of followUps)
    if (isStarted(state)) await saveFollowUp(trx, { recommendationId, version, state, at });
  for (const [id, { state, version }] of dialogue) if (state !== null) await saveDialogue(trx, { id, version, state });
  for (const [id, { state, version }] of campaigns) if (state !== null) await saveCampaign(trx, { id, version, state });
  for (const saved of treaties.values()) await saveTreatyStatus(trx, saved);
}

async function replay(trx: Transaction<Schema>, stored: StoredEvent, folded: Folded): Promise<void> {
  const { streamId, version } = stored;
  const contactId = contactOf(streamId);
  if (contactId !== undefined) {
    const event = stored.event as CorrespondenceEvent;
    await projectMailToTimeline(trx, contactId, { event, version });
    return projectCorrespondence(trx, contactId, event);
  }
  const dialogueId = dialogueOf(streamId);
  if (dialogueId !== undefined) {
    const before = folded.dialogue.get(dialogueId)?.state ?? null;
    folded.dialogue.set(dialogueId, { state: evolveDialogue(before, stored.event as DialogueEvent), version });
  }
  const campaignId = campaignOf(streamId);
  if (campaignId !== undefined) return replayCampaign(trx, campaignId, stored, folded);
  if (treatyStatusOf(streamId) !== undefined) await replayTreaty(trx, stored, folded);
  const recommendationId = recommendationOf(streamId);
  if (recommendationId !== undefined) await replayFollowUp(trx, recommendationId, stored, folded);
}

async function replayCampaign(
  trx: Transaction<Schema>,
  campaignId: CampaignId,
  { version, event: recorded }: StoredEvent,
  { campaigns }: Folded,
): Promise<void> {
  const event = recorded as CampaignEvent;
  const state = evolveCampaign(campaigns.get(campaignId)?.state ?? null, event);
  campaigns.set(campaignId, { state, version });
  if (state !== null) await projectCampaignEvent(trx, { campaignId, event, version, state });
}

async function replayTreaty(
  trx: Transaction<Schema>,
  { streamId, version, event: recorded }: StoredEvent,
  { treaties }: Folded,
): Promise<void> {
  const of = treatyStatusOf(streamId);
  if (of === undefined) return;
  const event = recorded as TreatyEvent;
  const state = evolveTreaty(treaties.get(streamId)?.state ?? noTreatyStatus, event);
  treaties.set(streamId, { ...of, version, state });
  await projectTreatyToTimeline(trx, of, { event, version });
}

async function replayFollowUp(
  trx: Transaction<Schema>,
  recommendationId: string,
  { eventId, metadata, version, event: recorded }: StoredEvent,
  { followUps }: Folded,
): Promise<void> {
  const event = recorded as FollowUpEvent;
  const state = evolve(followUps.get(recommendationId)?.state ?? initialState, event);
  followUps.set(recommendationId, { state, version, at: event.at });
  const replayed = [{ eventId, event, state, notices: metadata.notices ?? [] }];
  await projectNotices(trx, recommendationId, replayed);
  await projectLetters(trx, recommendationId, replayed);
}

/** One checksum for each projection: equal before and after a rebuild, or the log and the projections disagree. */
export async function checksumProjections(db: Kysely<Schema>): Promise<Readonly<Record<string, string>>> {
  const sums: Record<string, string> = {};
  for (const table of derivedTables) {
    const { rows } = await sql<{ sum: string | null }>`
      select md5(string_agg(line, ',' order by line)) as sum from (select md5(t::text) as line from ${sql.table(table)} t) l`.execute(
      db,
    );
    sums[table] = rows[0]?.sum ?? 'empty';
  }
  return sums;
}
