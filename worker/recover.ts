import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { createCampaignSchedules } from '../activities/campaign-schedule.ts';
import { createWakeCorrespondence } from '../activities/wake-correspondence.ts';
import { readClock } from '../db/installation.ts';
import { listUnfinishedBatches } from '../db/queries/batches.ts';
import { listLivingCampaigns } from '../db/queries/campaigns.ts';
import { listUnfinishedImports } from '../db/queries/imports.ts';
import { listOpenFollowUps } from '../db/queries/follow-ups.ts';
import { contactsWithOpenCorrespondence } from '../db/queries/notices.ts';
import { registerMissedDeposits } from '../db/register/settle-missed.ts';
import type { Schema } from '../db/schema.ts';
import {
  batchWorkflowId,
  campaignStreamId,
  followUpId,
  importWorkflowId,
  type CampaignId,
  type RecommendationId,
} from '../domain/ids.ts';
import type { BatchInput, CampaignInput, FollowUpInput, ImportInput } from '../workflows/messages.ts';
import { workflowTypes } from '../workflows/names.ts';

export type RecoverDeps = { readonly db: Kysely<Schema>; readonly client: Client; readonly taskQueue: string };
export type Recovered = {
  readonly open: number;
  readonly started: number;
  readonly correspondences: number;
  readonly batches: number;
  /** Campaigns of which a wave was left where it stood. */
  readonly campaigns: number;
  readonly imports: number;
};

const pageSize = 500;
/** A whole cluster's worth of starts must not drown the server that has just come back. */
const startsAtOnce = 20;

/**
 * Starts the workflow of every open follow-up that has none, the correspondence of everybody for whom mail waits, every batch of
 * which something is left to do (a deposit that a follow-up was not told of makes one), and every import that is being applied.
 * Starts every campaign in which somebody waits, makes the Schedules that a new cluster does not know, and has looked at what they missed.
 * Running ones are left alone, so it can be run at any time and as often as one likes.
 */
export async function recover(
  deps: RecoverDeps,
  onProgress: (sofar: Recovered) => void = () => {},
): Promise<Recovered> {
  let recovered: Recovered = { open: 0, started: 0, correspondences: 0, batches: 0, imports: 0, campaigns: 0 };
  for (let page = await nextPage(deps, ''); page.length > 0; page = await nextPage(deps, page.at(-1) ?? '')) {
    for (let at = 0; at < page.length; at += startsAtOnce) {
      const started = await Promise.all(page.slice(at, at + startsAtOnce).map((id) => startIfMissing(deps, id)));
      recovered = { ...recovered, started: recovered.started + started.filter(Boolean).length };
    }
    recovered = { ...recovered, open: recovered.open + page.length };
    onProgress(recovered);
  }
  const contactIds = await contactsWithOpenCorrespondence(deps.db);
  await createWakeCorrespondence(deps)(contactIds);
  await registerMissedDeposits(deps.db);
  const batchIds = await listUnfinishedBatches(deps.db);
  const batches = (await Promise.all(batchIds.map((id) => startBatchIfMissing(deps, id)))).filter(Boolean).length;
  const importIds = await listUnfinishedImports(deps.db);
  const imports = (await Promise.all(importIds.map((id) => startImportIfMissing(deps, id)))).filter(Boolean).length;
  const campaigns = await recoverCampaigns(deps);
  return { ...recovered, correspondences: contactIds.length, batches, imports, campaigns };
}

const nextPage = ({ db }: RecoverDeps, afterId: RecommendationId): Promise<readonly RecommendationId[]> =>
  listOpenFollowUps(db, afterId, pageSize);

const startIfMissing = (deps: RecoverDeps, recommendationId: RecommendationId): Promise<boolean> =>
  startOnce(deps, workflowTypes.followUpRecommendation, followUpId(recommendationId), { recommendationId });

const startBatchIfMissing = (deps: RecoverDeps, batchId: string): Promise<boolean> =>
  startOnce(deps, workflowTypes.runBatch, batchWorkflowId(batchId), { batchId });

/** There are dozens of campaigns at most: one after the other. */
async function recoverCampaigns(deps: RecoverDeps): Promise<number> {
  const clock = await readClock(deps.db);
  if (clock === undefined) return 0;
  const schedules = createCampaignSchedules({ ...deps, clock });
  let started = 0;
  for (const { id, isPending } of await listLivingCampaigns(deps.db)) {
    await schedules.sync(id);
    if (isPending && (await startCampaignIfMissing(deps, id))) started += 1;
  }
  return started;
}

const startCampaignIfMissing = (deps: RecoverDeps, campaignId: CampaignId): Promise<boolean> =>
  startOnce(deps, workflowTypes.runCampaign, campaignStreamId(campaignId), { campaignId });
const startImportIfMissing = (deps: RecoverDeps, importId: string): Promise<boolean> =>
  startOnce(deps, workflowTypes.runImport, importWorkflowId(importId), { importId });

/** False when it runs already. */
async function startOnce(
  { client, taskQueue }: RecoverDeps,
  type: string,
  workflowId: string,
  input: FollowUpInput | BatchInput | CampaignInput | ImportInput,
): Promise<boolean> {
  try {
    await client.workflow.start(type, { workflowId, workflowIdConflictPolicy: 'FAIL', taskQueue, args: [input] });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
