import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import { findCommand } from '../db/queries/follow-ups.ts';
import { nextBatchItems, recordBatchItem, type BatchItem, type ItemOutcome } from '../db/register/batches.ts';
import type { Schema } from '../db/schema.ts';
import { batchCommandId } from '../domain/ids.ts';
import type { BatchActivities } from './contract.ts';
import type { FollowUpCommands } from './follow-up-commands.ts';
import { createWakeCorrespondence } from './wake-correspondence.ts';

/** With a second between pages, at most twenty commands a second: as many follow-ups as the smallest server starts. */
const pageSize = 20;
const atOnce = 4;
/** A follow-up that gives no answer this often is left for people: it must not hold up the others for ever. */
const mostTries = 5;

export type BatchDeps = {
  readonly db: Kysely<Schema>;
  readonly commands: FollowUpCommands;
} & Parameters<typeof createWakeCorrespondence>[0];

/** Submits the next commands of a batch and puts on record what became of each. */
export const createSubmitBatchPage =
  (deps: BatchDeps): BatchActivities['submitBatchPage'] =>
  async (batchId) => {
    const page = await nextBatchItems(deps.db, batchId, pageSize);
    const { heartbeat, cancellationSignal, cancelled } = Context.current();
    let settled = 0;
    const queue = [...page];
    const take = async (): Promise<void> => {
      for (let item = queue.shift(); item && !cancellationSignal.aborted; item = queue.shift()) {
        if (await settle(deps, batchId, item)) settled += 1;
        heartbeat();
      }
    };
    // A worker that shuts down answers nobody any more: what it leaves here, the next one asks again.
    await Promise.race([Promise.all(Array.from({ length: atOnce }, take)), cancelled]);
    return { isFinished: page.length < pageSize && settled === page.length, settled };
  };

/** True when something became of it: done, refused, or given up. */
async function settle(deps: BatchDeps, batchId: string, item: BatchItem): Promise<boolean> {
  const outcome = await submit(deps, batchId, item);
  await recordBatchItem(deps.db, batchId, item.number, outcome);
  if (outcome === undefined) return false;
  // What waited for the hand-over stays with whoever had it.
  if (item.command.type === 'HandOver' && outcome.status !== 'done')
    await createWakeCorrespondence(deps)([item.command.from]);
  return true;
}

async function submit({ db, commands }: BatchDeps, batchId: string, item: BatchItem): Promise<ItemOutcome | undefined> {
  const { recommendationId, command, number, tries, orderedBy: actor } = item;
  const commandId = batchCommandId(batchId, number, command.type);
  try {
    const submission = await commands.submit(recommendationId, { commandId, actor, command });
    if (submission.isAccepted) return { status: 'done', detail: null };
    // A refusal of what is on record is none: the answer to an earlier try was lost.
    const isOnRecord = (await findCommand(db, recommendationId, commandId)) !== undefined;
    return isOnRecord ? { status: 'done', detail: null } : { status: 'refused', detail: submission.rejected };
  } catch (error) {
    return tries + 1 < mostTries ? undefined : { status: 'failed', detail: codeOf(error) };
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'NoAnswer';
