import type { Kysely, Transaction } from 'kysely';
import { importCommandId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { commandOf, type KindContext, type Proof } from '../domain/treaty-import/command-of.ts';
import { contextOf, judgeStated } from '../domain/treaty-import/judge-row.ts';
import { inWritingOrder, planRow, resultOf, type PlannedPart } from '../domain/treaty-import/plan-row.ts';
import type { TreatyStatusOf } from '../domain/treaty-status/decide.ts';
import { lockLog } from './log.ts';
import { refusedRow, settleImportRows, type ImportRow, type SettledRow } from './register/imports.ts';
import type { Schema } from './schema.ts';
import { findTreatyState, submitTreatyCommandIn } from './treaty-status-store.ts';

export type ImportedRow = { readonly importId: string; readonly number: number; readonly at: Instant };

/**
 * Puts one row of an import into the log and what became of it on record, in one transaction: a crash leaves both or neither, and a
 * repeat finds the row settled. It is judged anew under the log's lock, so that nobody can change what is being compared.
 */
export const applyImportRow = (db: Kysely<Schema>, { importId, number, at }: ImportedRow): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const row = await trx
      .selectFrom('treaty_status_import_rows as r')
      .innerJoin('treaty_status_imports as i', 'i.id', 'r.import_id')
      .selectAll('r')
      .select('i.source')
      .where('r.import_id', '=', importId)
      .where('r.number', '=', number)
      .where('r.result', 'is', null)
      .where('i.status', '=', 'applying')
      .executeTakeFirst();
    if (row === undefined) return;
    const settled = refusedRow(row) ?? (await applied(trx, row, at));
    await settleImportRows(trx, importId, [{ number, ...settled }]);
  });

type SourcedRow = ImportRow & { readonly source: string };

async function applied(trx: Transaction<Schema>, row: SourcedRow, at: Instant): Promise<SettledRow> {
  const { participant, instrument, said, judgement } = row;
  if (participant === null || instrument === null || !('stated' in said))
    throw new Error(`Row ${row.number} of ${row.import_id} says nothing that could be applied`);
  const of = { participant, instrument };
  const { state } = await findTreatyState(trx, participant, instrument);
  const planned = planRow(judgement, judgeStated(said.stated, of, { state, at }), row.decision);
  const applying = { row, of, at, context: contextOf(state, of, said.stated) };
  const settled: (readonly [PlannedPart, readonly string[]])[] = [];
  for (const each of inWritingOrder(planned))
    settled.push(each.result === 'written' ? await submitPart(trx, applying, each) : [each, []]);
  const parts = settled.map(([part]) => part);
  const code = parts.find((each) => each.code !== null)?.code ?? null;
  return { result: resultOf(parts), code, parts, batchIds: settled.flatMap(([, batchIds]) => batchIds) };
}

type Applying = {
  readonly row: SourcedRow;
  readonly of: TreatyStatusOf;
  readonly at: Instant;
  readonly context: KindContext;
};

/** What became of a part, and the batches to start once the transaction is committed. */
async function submitPart(
  trx: Transaction<Schema>,
  { row, of, at, context }: Applying,
  planned: PlannedPart,
): Promise<readonly [PlannedPart, readonly string[]]> {
  const { part } = planned;
  const submitted = await submitTreatyCommandIn(trx, {
    ...of,
    commandId: importCommandId(row.import_id, row.number, part.what),
    actor: 'import',
    command: { at, ...commandOf(part, context, proofOf(row)) },
  });
  return submitted.outcome === 'rejected'
    ? [{ ...planned, result: 'refused', code: submitted.rejected }, []]
    : [planned, submitted.batchIds];
}

/** The row itself is the proof: it says what was written where, and names its source. */
const proofOf = ({ import_id, number, source, because }: SourcedRow): Proof => ({
  evidence: [{ url: `/api/v1/treaty-status-imports/${import_id}/rows/${number}`, description: source }],
  because: because ?? source,
});
