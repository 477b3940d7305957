import type { Kysely, Transaction } from 'kysely';
import type { CampaignCommand, CampaignRejection } from '../domain/campaign/commands.ts';
import { decideCampaign } from '../domain/campaign/decide.ts';
import type { CampaignEvent } from '../domain/campaign/events.ts';
import { evolveCampaign, foldCampaign, type CampaignState } from '../domain/campaign/state.ts';
import { campaignStreamId, type CampaignId } from '../domain/ids.ts';
import { firstHash, lockLog, newEventId, readStream, writeEvents, type Head, type StoredEvent } from './log.ts';
import { projectCampaignEvent, saveCampaign } from './projections/campaigns.ts';
import { registerCampaignSource } from './register/campaigns.ts';
import type { Schema } from './schema.ts';

export type CampaignSubmission = {
  readonly campaignId: CampaignId;
  /** Unique per stream for ever; a repeat changes nothing. */
  readonly commandId: string;
  readonly actor: string;
  readonly command: CampaignCommand;
  /** The edition that the caller has read; none when any will do. */
  readonly expectedEdition?: number;
};

export type CampaignOutcome =
  | { readonly outcome: 'written' | 'repeated' | 'unchanged' | 'conflict'; readonly version: number }
  | { readonly outcome: 'rejected'; readonly rejected: CampaignRejection };

/** Decides a command about a campaign and writes what follows, or nothing. */
export const submitCampaignCommand = (db: Kysely<Schema>, submission: CampaignSubmission): Promise<CampaignOutcome> =>
  inCampaign(db, submission.campaignId, (trx, before) => submitIn(trx, submission, before));

async function submitIn(
  trx: Transaction<Schema>,
  { campaignId, commandId, actor, command, expectedEdition }: CampaignSubmission,
  before: OpenedCampaign,
): Promise<CampaignOutcome> {
  const { version } = before;
  if (before.commandIds.has(commandId)) return { outcome: 'repeated', version };
  if (expectedEdition !== undefined && expectedEdition !== (before.state?.edition ?? 0))
    return { outcome: 'conflict', version };
  const decision = decideCampaign(command, before.state);
  if ('rejected' in decision) return { outcome: 'rejected', ...decision };
  if (decision.events.length === 0) return { outcome: 'unchanged', version };
  const written = await writeCampaignEvents(trx, { campaignId, commandId, actor, before }, decision.events);
  if (before.state === null && written.state !== null) await registerCampaignSource(trx, campaignId, written.state);
  return { outcome: 'written', version: written.version };
}

export type OpenedCampaign = {
  readonly state: CampaignState;
  readonly version: number;
  readonly head: Head;
  readonly commandIds: ReadonlySet<string>;
};

/**
 * A campaign with the log's lock held, so that what is decided in `work` is decided on all that is known: two campaigns cannot take
 * one State at the same moment.
 */
export const inCampaign = <T>(
  db: Kysely<Schema>,
  campaignId: CampaignId,
  work: (trx: Transaction<Schema>, before: OpenedCampaign) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    return work(trx, await openCampaign(trx, campaignId));
  });

/** A campaign as its stream tells it; null before it is started. */
export async function openCampaign(db: Kysely<Schema>, campaignId: CampaignId): Promise<OpenedCampaign> {
  const stored = await listCampaignEvents(db, campaignId);
  const last = stored.at(-1);
  const head = { version: last?.version ?? 0, hash: last?.hash ?? firstHash };
  return {
    state: foldCampaign(stored.map(({ event }) => event)),
    version: head.version,
    head,
    commandIds: new Set(stored.map(({ metadata }) => metadata.commandId)),
  };
}

/** Everything that happened in a campaign, oldest first. */
export const listCampaignEvents = (
  db: Kysely<Schema>,
  campaignId: CampaignId,
): Promise<readonly StoredEvent<CampaignEvent>[]> => readStream<CampaignEvent>(db, campaignStreamId(campaignId));

/** A page of them: one event can name hundreds of States. */
export const listCampaignEventsAfter = (
  db: Kysely<Schema>,
  campaignId: CampaignId,
  { afterVersion, limit }: { readonly afterVersion: number; readonly limit: number },
): Promise<readonly StoredEvent<CampaignEvent>[]> =>
  readStream<CampaignEvent>(db, campaignStreamId(campaignId), afterVersion, limit);

type Writing = {
  readonly campaignId: CampaignId;
  readonly commandId: string;
  readonly actor: string;
  readonly before: OpenedCampaign;
};

/** Writes events behind a campaign that was opened under the log's lock, with everything that is derived from them. */
export async function writeCampaignEvents(
  trx: Transaction<Schema>,
  { campaignId, commandId, actor, before }: Writing,
  events: readonly CampaignEvent[],
): Promise<{ readonly state: CampaignState; readonly version: number }> {
  const { head } = before;
  const streamId = campaignStreamId(campaignId);
  const written = events.map((event) => ({ eventId: newEventId(), event }));
  const { version } = await writeEvents(trx, { streamId, head, commandId, actor }, written);
  let { state } = before;
  for (const [index, event] of events.entries()) {
    state = evolveCampaign(state, event);
    if (state !== null)
      await projectCampaignEvent(trx, { campaignId, event, version: head.version + 1 + index, state });
  }
  if (state !== null) await saveCampaign(trx, { id: campaignId, version, state });
  return { state, version };
}
