import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Judgement } from '../../domain/treaty-import/judge-row.ts';
import type { Decision, PlannedPart, RowResult } from '../../domain/treaty-import/plan-row.ts';
import type { ReadRow } from '../../domain/treaty-import/read-row.ts';
import type { TableFormat } from '../../domain/treaty-import/table.ts';
import type { Schema } from '../schema.ts';

/** A line of a table with what the dry run says of it. */
export type JudgedRow = {
  readonly number: number;
  readonly line: number;
  readonly said: ReadRow;
  readonly participant: string | null;
  readonly instrument: string | null;
  readonly judgement: Judgement;
};
export type ImportRow = Selectable<Schema['treaty_status_import_rows']>;

export type NewImport = {
  readonly id: string;
  readonly format: TableFormat;
  readonly instrument: string | null;
  readonly source: string;
  readonly at: Instant;
  readonly rows: readonly JudgedRow[];
};

const rowsAtOnce = 500;

/** Keeps a table as a draft, all of it or nothing; false when a first try has kept it already. */
export async function registerImport(trx: Transaction<Schema>, wish: NewImport): Promise<boolean> {
  const { id, format, instrument, source, at, rows } = wish;
  const inserted = await trx
    .insertInto('treaty_status_imports')
    .values({ id, format, instrument, source, total: rows.length, created_at: at, judged_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  for (const page of pagesOf(rows))
    await trx
      .insertInto('treaty_status_import_rows')
      .values(page.map((row) => ({ import_id: id, ...columnsOf(row) })))
      .execute();
  return true;
}

function* pagesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

const columnsOf = ({ number, line, said, participant, instrument, judgement }: JudgedRow) => ({
  number,
  line,
  said: JSON.stringify(said),
  participant,
  instrument,
  outcome: judgement.outcome,
  judgement: JSON.stringify(judgement),
});

/** Writes what a draft's rows look like now. A decision stays only where what it was about is still the same. */
export async function rejudgeImport(
  trx: Transaction<Schema>,
  { id, at, rows }: { readonly id: string; readonly at: Instant; readonly rows: readonly JudgedRow[] },
): Promise<void> {
  await trx
    .updateTable('treaty_status_imports')
    .set((set) => ({ judged_at: at, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  for (const page of pagesOf(rows)) {
    const values = JSON.stringify(page.map(columnsOf));
    await sql`update treaty_status_import_rows as r set
        participant = n.participant, instrument = n.instrument, outcome = n.outcome, judgement = n.judgement::jsonb,
        decision = 'keep', because = null, version = r.version + 1
      from jsonb_to_recordset(${values}::text::jsonb)
        as n (number integer, participant text, instrument text, outcome text, judgement text)
      where r.import_id = ${id} and r.number = n.number and (r.judgement is distinct from n.judgement::jsonb
        or r.participant is distinct from n.participant or r.instrument is distinct from n.instrument)`.execute(trx);
  }
}

/** Whether an import is still a draft, held against whoever would apply or judge it at the same moment. */
export async function lockDraft(trx: Transaction<Schema>, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('treaty_status_imports')
    .select('status')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.status === 'draft';
}

/** From now on its rows go into the log; a repeat changes nothing. */
export async function beginApplying(db: Kysely<Schema>, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('treaty_status_imports')
    .set((set) => ({ status: 'applying', apply_at: at, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute();
}

export async function finishApplying(db: Kysely<Schema>, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('treaty_status_imports')
    .set((set) => ({ status: 'applied', applied_at: at, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'applying')
    .execute();
}

type RowDecision = { readonly number: number; readonly decision: Decision; readonly because: string | null };

/** Keeps a person's decision about a row that is still at `version`; undefined when it was changed meanwhile. */
export const decideImportRow = (
  trx: Transaction<Schema>,
  importId: string,
  { number, decision, because }: RowDecision,
  version: number,
): Promise<ImportRow | undefined> =>
  trx
    .updateTable('treaty_status_import_rows')
    .set((set) => ({ decision, because, version: set('version', '+', 1) }))
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();

/** What is next: a row that a fault has stopped comes after all that were not tried yet. */
export const nextImportRows = (
  db: Kysely<Schema>,
  importId: string,
  limit: number,
): Promise<readonly Pick<ImportRow, 'number' | 'tries'>[]> =>
  db
    .selectFrom('treaty_status_import_rows')
    .select(['number', 'tries'])
    .where('import_id', '=', importId)
    .where('result', 'is', null)
    .orderBy('tries')
    .orderBy('number')
    .limit(limit)
    .execute();

export type SettledRow = {
  readonly result: RowResult;
  readonly code: string | null;
  readonly parts: readonly PlannedPart[];
  readonly batchIds: readonly string[];
};

/** What becomes of a row that the dry run has refused, or could not place; undefined for all others. */
export function refusedRow({ outcome, judgement, participant, instrument, said }: ImportRow): SettledRow | undefined {
  const isShown = outcome !== 'refused' && 'stated' in said && participant !== null && instrument !== null;
  if (isShown) return undefined;
  const unknown = outcome === 'unknown-participant' ? 'UnknownParticipant' : 'UnknownInstrument';
  return { result: 'refused', code: judgement.code ?? unknown, parts: [], batchIds: [] };
}

/** Puts on record what became of rows, once. */
export async function settleImportRows(
  db: Kysely<Schema>,
  importId: string,
  rows: readonly ({ readonly number: number } & SettledRow)[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = JSON.stringify(rows.map(({ batchIds, ...row }) => ({ ...row, batch_ids: batchIds })));
  await sql`update treaty_status_import_rows as r set
      result = n.result, result_code = n.code, result_parts = n.parts,
      batch_ids = array(select jsonb_array_elements_text(n.batch_ids))
    from jsonb_to_recordset(${values}::text::jsonb)
      as n (number integer, result text, code text, parts jsonb, batch_ids jsonb)
    where r.import_id = ${importId} and r.number = n.number and r.result is null`.execute(db);
}

/** Counts a try that a fault has stopped. */
export async function countImportTry(db: Kysely<Schema>, importId: string, number: number): Promise<void> {
  await db
    .updateTable('treaty_status_import_rows')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .execute();
}
