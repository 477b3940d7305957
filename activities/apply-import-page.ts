import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { applyImportRow } from '../db/apply-import-row.ts';
import { unfinishedBatchesOf } from '../db/queries/imports.ts';
import { countImportTry, finishApplying, nextImportRows, settleImportRows } from '../db/register/imports.ts';
import type { Schema } from '../db/schema.ts';
import { settleUnchangedRows } from '../db/settle-unchanged-rows.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { batchWorkflowId } from '../domain/ids.ts';
import { workflowTypes } from '../workflows/names.ts';
import type { ImportActivities } from './contract.ts';

/** A row holds the log's lock for some milliseconds; between two rows, and between two pages, everybody else gets it. */
const pageSize = 200;
/** A row that fails this often is left for people: it must not hold up the others for ever. */
const mostTries = 5;

export type ImportDeps = {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly client: Client;
  readonly taskQueue: string;
};

/** Puts the next rows of an import into the log, and starts what their deposits ask for. */
export const createApplyImportPage =
  (deps: ImportDeps): ImportActivities['applyImportPage'] =>
  async (importId) => {
    const { db, clock } = deps;
    const page = await nextImportRows(db, importId, pageSize);
    const { heartbeat, cancellationSignal } = Context.current();
    const numbers = page.map(({ number }) => number);
    const left = new Set(await settleUnchangedRows(db, { importId, numbers, at: calendarTime(clock, Date.now()) }));
    let settled = page.length - left.size;
    for (const row of page.filter(({ number }) => left.has(number))) {
      if (cancellationSignal.aborted) break;
      if (await settle(deps, importId, row)) settled += 1;
      heartbeat();
    }
    // A worker that shuts down leaves the rest of the page, and what it has begun, to the next one.
    cancellationSignal.throwIfAborted();
    await startBatches(deps, importId);
    const isFinished = page.length < pageSize && settled === page.length;
    if (isFinished) await finishApplying(db, importId, calendarTime(clock, Date.now()));
    return { isFinished, settled };
  };

/** True when something became of the row: it went in, it was refused, or it is left to people. */
async function settle(
  { db, clock }: ImportDeps,
  importId: string,
  { number, tries }: { readonly number: number; readonly tries: number },
): Promise<boolean> {
  try {
    await applyImportRow(db, { importId, number, at: calendarTime(clock, Date.now()) });
    return true;
  } catch (error) {
    if (tries + 1 < mostTries) {
      await countImportTry(db, importId, number);
      return false;
    }
    const failed = { result: 'failed', code: codeOf(error), parts: [], batchIds: [] } as const;
    await settleImportRows(db, importId, [{ number, ...failed }]);
    return true;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'NoAnswer';

/** Also those that an earlier try registered and, cut off by a crash, did not start. */
async function startBatches({ db, client, taskQueue }: ImportDeps, importId: string): Promise<void> {
  for (const batchId of await unfinishedBatchesOf(db, importId))
    await client.workflow.start(workflowTypes.runBatch, {
      workflowId: batchWorkflowId(batchId),
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue,
      args: [{ batchId }],
    });
}
