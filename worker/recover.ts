import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { createWakeCorrespondence } from '../activities/wake-correspondence.ts';
import { listOpenFollowUps } from '../db/queries/follow-ups.ts';
import { contactsWithOpenCorrespondence } from '../db/queries/notices.ts';
import type { Schema } from '../db/schema.ts';
import { followUpId, type RecommendationId } from '../domain/ids.ts';
import { workflowTypes } from '../workflows/names.ts';

export type RecoverDeps = { readonly db: Kysely<Schema>; readonly client: Client; readonly taskQueue: string };
export type Recovered = { readonly open: number; readonly started: number; readonly correspondences: number };

const pageSize = 500;
/** A whole cluster's worth of starts must not drown the server that has just come back. */
const startsAtOnce = 20;

/**
 * Starts the workflow of every open follow-up that has none, and the correspondence of everybody for whom mail waits.
 * Running ones are left alone, so it can be run at any time and as often as one likes.
 */
export async function recover(
  deps: RecoverDeps,
  onProgress: (sofar: Recovered) => void = () => {},
): Promise<Recovered> {
  let recovered: Recovered = { open: 0, started: 0, correspondences: 0 };
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
  return { ...recovered, correspondences: contactIds.length };
}

const nextPage = ({ db }: RecoverDeps, afterId: RecommendationId): Promise<readonly RecommendationId[]> =>
  listOpenFollowUps(db, afterId, pageSize);

async function startIfMissing(
  { client, taskQueue }: RecoverDeps,
  recommendationId: RecommendationId,
): Promise<boolean> {
  try {
    await client.workflow.start(workflowTypes.followUpRecommendation, {
      workflowId: followUpId(recommendationId),
      workflowIdConflictPolicy: 'FAIL',
      taskQueue,
      args: [{ recommendationId }],
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
