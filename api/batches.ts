import { findBatch, type listBatches } from '../db/queries/batches.ts';
import { registerBatch, type NewBatch } from '../db/register/batches.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

type Row = Awaited<ReturnType<typeof listBatches>>['lines'][number];

export const batchView = ({ id, kind, reason, created_at, total, ...row }: Row) => {
  const counts = {
    pending: row.pending ?? 0,
    done: row.done ?? 0,
    refused: row.refused ?? 0,
    failed: row.failed ?? 0,
  };
  return { id, kind, reason, createdAt: created_at, total, counts, isFinished: counts.pending === 0 };
};

export async function requireBatch({ db }: AppDeps, id: string): Promise<Row> {
  const row = await findBatch(db, id);
  if (row === undefined) throw new Problem('UnknownBatch');
  return row;
}

/** Registers a batch and starts it. A repeat finds it registered; whatever died between the two, `recover` starts. */
export async function beginBatch(deps: AppDeps, batch: Omit<NewBatch, 'at'>) {
  await deps.db.transaction().execute((trx) => registerBatch(trx, { ...batch, at: nowOf(deps) }));
  return startedBatch(deps, batch.id);
}

/** The batch as it stands, with its workflow running when something is left to do. */
export async function startedBatch(deps: AppDeps, id: string) {
  const batch = batchView(await requireBatch(deps, id));
  if (!batch.isFinished) await deps.gateway.startBatch(id);
  return batch;
}
