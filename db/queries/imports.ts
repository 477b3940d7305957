import { sql, type Kysely, type Selectable } from 'kysely';
import type { RowOutcome } from '../../domain/treaty-import/judge-row.ts';
import type { RowResult } from '../../domain/treaty-import/plan-row.ts';
import type { ImportRow } from '../register/imports.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type ImportLine = Selectable<Schema['treaty_status_imports']>;

/** Imports that somebody has said shall be applied: their workflow must be running. */
export async function listUnfinishedImports(db: Kysely<Schema>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('treaty_status_imports')
    .select('id')
    .where('status', '=', 'applying')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export const findImport = (db: Kysely<Schema>, id: string): Promise<ImportLine | undefined> =>
  db.selectFrom('treaty_status_imports').selectAll().where('id', '=', id).executeTakeFirst();

/** Newest first. */
export async function listImports(db: Kysely<Schema>, { sort, limit, cursor }: Page<'createdAt'>) {
  let query = db.selectFrom('treaty_status_imports').selectAll();
  if (cursor) query = query.where(afterCursor(sql.ref('created_at'), sql.ref('id'), sort, cursor));
  const rows = await query
    .orderBy('created_at', sort.direction)
    .orderBy('id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.created_at, row.id]);
}

export type RowCount = {
  readonly import_id: string;
  readonly outcome: RowOutcome;
  readonly code: string | null;
  readonly result: RowResult | null;
  readonly count: number;
};

/** How many rows of each import came to what. */
export const countRows = async (db: Kysely<Schema>, importIds: readonly string[]): Promise<readonly RowCount[]> =>
  importIds.length === 0
    ? []
    : db
        .selectFrom('treaty_status_import_rows')
        .select(['import_id', 'outcome', 'result'])
        .select(sql<string | null>`judgement->>'code'`.as('code'))
        .select(sql<number>`count(*)::int`.as('count'))
        .where('import_id', 'in', [...importIds])
        .groupBy(['import_id', 'outcome', 'result'])
        .groupBy(sql`judgement->>'code'`)
        .execute();

export type UnknownName = { readonly name: string; readonly rows: number };

/** The names that nobody could place, each once, the most frequent first. */
export async function listUnknownNames(
  db: Kysely<Schema>,
  importId: string,
  what: 'participant' | 'instrument',
  limit: number,
): Promise<readonly UnknownName[]> {
  const { rows } = await sql<UnknownName>`
    select said->>${sql.lit(what)} as name, count(*)::int as rows from treaty_status_import_rows
    where import_id = ${importId} and outcome = ${`unknown-${what}`}
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

export type RowFilter = {
  readonly outcome?: readonly RowOutcome[];
  readonly result?: readonly RowResult[];
};

/** In the order of the table. */
export async function listImportRows(
  db: Kysely<Schema>,
  importId: string,
  filter: RowFilter,
  { limit, after }: { readonly limit: number; readonly after: number },
): Promise<readonly ImportRow[]> {
  let query = db.selectFrom('treaty_status_import_rows').selectAll().where('import_id', '=', importId);
  if (filter.outcome) query = query.where('outcome', 'in', [...filter.outcome]);
  if (filter.result) query = query.where('result', 'in', [...filter.result]);
  return query.where('number', '>', after).orderBy('number').limit(limit).execute();
}

export const findImportRow = (db: Kysely<Schema>, importId: string, number: number): Promise<ImportRow | undefined> =>
  db
    .selectFrom('treaty_status_import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .executeTakeFirst();

/** What the lines of a table say, to be judged again. */
export const readSaidRows = (db: Kysely<Schema>, importId: string) =>
  db
    .selectFrom('treaty_status_import_rows')
    .select(['number', 'line', 'said'])
    .where('import_id', '=', importId)
    .orderBy('number')
    .execute();

/** The batches that rows of an import have opened and of which something is left to do. */
export async function unfinishedBatchesOf(db: Kysely<Schema>, importId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ batch_id: string }>`
    select distinct i.batch_id from treaty_status_import_rows r
    cross join unnest(r.batch_ids) as b (id) join batch_items i on i.batch_id = b.id and i.status = 'pending'
    where r.import_id = ${importId} order by 1`.execute(db);
  return rows.map(({ batch_id }) => batch_id);
}
