import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { submitTreatyCommand } from '../../db/treaty-status-store.ts';
import { batchWorkflowId } from '../../domain/ids.ts';
import type { NewTreatyEntry } from '../../domain/treaty-status/commands.ts';

let made = 0;

/** Puts an entry on record as a route does; returns the batches that follow, which nobody has started yet. */
export async function recordEntry(
  db: Kysely<Schema>,
  [participant, instrument]: readonly [string, string],
  at: string,
  entry: NewTreatyEntry,
): Promise<readonly string[]> {
  made += 1;
  const command = { ...entry, at };
  const submission = { participant, instrument, commandId: `entry-${made}`, actor: 'api', command };
  const outcome = await submitTreatyCommand(db, submission);
  if (!('batchIds' in outcome)) throw new Error(outcome.rejected);
  return outcome.batchIds;
}

export const deposit = (
  on: string,
  more: Partial<Extract<NewTreatyEntry, { type: 'RecordInstrumentDeposit' }>> = {},
): NewTreatyEntry => ({
  type: 'RecordInstrumentDeposit',
  how: 'ratification',
  on,
  precision: 'day',
  inForceOn: null,
  notification: 'C.N.1.2026.TREATIES',
  evidence: [{ url: 'https://treaties.un.org/doc/CN.1.2026.pdf', description: 'Depositary notification' }],
  ...more,
});

export const denunciation = (on: string): NewTreatyEntry => ({
  type: 'DenounceTreaty',
  on,
  precision: 'day',
  effectiveOn: null,
  notification: 'C.N.2.2026.TREATIES',
  evidence: [],
});

/** Strikes out the first entry of a status. */
export async function strikeOut(
  db: Kysely<Schema>,
  [participant, instrument]: readonly [string, string],
  at: string,
): Promise<readonly string[]> {
  made += 1;
  const command = { type: 'CorrectTreatyEntry', entry: 1, to: null, because: 'Another State', at } as const;
  const submission = { participant, instrument, commandId: `entry-${made}`, actor: 'api', command };
  const outcome = await submitTreatyCommand(db, submission);
  if (!('batchIds' in outcome)) throw new Error(outcome.rejected);
  return outcome.batchIds;
}

export const startBatches = (
  { client, taskQueue }: { readonly client: Client; readonly taskQueue: string },
  batchIds: readonly string[],
): Promise<unknown> =>
  Promise.all(
    batchIds.map((batchId) =>
      client.workflow.start('runBatch', { workflowId: batchWorkflowId(batchId), taskQueue, args: [{ batchId }] }),
    ),
  );
