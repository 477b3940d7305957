import { z } from 'zod';
import { cursorOf, readCursor } from '../../db/queries/paging.ts';
import { findImportRow, listImportRows, type ImportLine } from '../../db/queries/imports.ts';
import { decideImportRow, lockDraft, type ImportRow } from '../../db/register/imports.ts';
import type { AppDeps } from '../deps.ts';
import { etagOf, ifMatchHeaders, versionIn } from '../etag.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { importRowSchema, importRowsQuery, rowDecisionBody, rowParams } from '../schemas/treaty-imports.ts';
import { importRowViews, requireImport } from '../treaty-imports.ts';
import type { TypedApp } from './route.ts';

const tags = ['Treaty status imports'];
const sort = { by: 'number', direction: 'asc' } as const;

/** The rows of an import, and what a person decides where one of them contradicts the log. */
export function importRowRoutes(app: TypedApp, deps: AppDeps): void {
  const page = z.object({ items: z.array(importRowSchema), nextCursor: z.string().nullable() });
  const list = { tags, summary: 'In the order of the table', params: idParams, querystring: importRowsQuery };
  app.get(
    '/treaty-status-imports/:id/rows',
    { schema: { ...list, response: { 200: page, ...problemResponses } } },
    async ({ params: { id }, query: { limit, cursor, ...filter } }) => {
      const line = await requireImport(deps, id);
      const found = await listImportRows(deps.db, id, given(filter), { limit: limit + 1, after: numberIn(cursor) });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const nextCursor = found.length > limit && last ? cursorOf(sort, last.number, id) : null;
      return { items: await importRowViews(deps, line, rows), nextCursor };
    },
  );

  const one = { tags, params: rowParams, response: { 200: importRowSchema, ...problemResponses } };
  app.get('/treaty-status-imports/:id/rows/:number', { schema: one }, async ({ params: { id, number } }, reply) => {
    const line = await requireImport(deps, id);
    const row = await requireRow(deps, id, number);
    return reply.header('etag', etagOf(row.version)).send(await oneView(deps, line, row));
  });

  const decision = {
    tags,
    summary: 'Of a row that contradicts the log: keep what is on record, or replace it by a correction',
    params: rowParams,
    headers: ifMatchHeaders,
    body: rowDecisionBody,
    response: { 200: importRowSchema, ...problemResponses },
  };
  app.put(
    '/treaty-status-imports/:id/rows/:number/decision',
    { schema: decision },
    async ({ params: { id, number }, headers, body }, reply) => {
      const version = versionIn(headers);
      const line = await requireImport(deps, id);
      const { outcome } = await requireRow(deps, id, number);
      if (outcome !== 'conflict') throw new Problem('NothingToDecide');
      const wish = { number, decision: body.decision, because: body.because ?? null };
      const row = await deps.db.transaction().execute(async (trx) => {
        if (!(await lockDraft(trx, id))) throw new Problem('ImportNotADraft');
        return decideImportRow(trx, id, wish, version);
      });
      if (row === undefined) throw new Problem('ChangedMeanwhile');
      return reply.header('etag', etagOf(row.version)).send(await oneView(deps, line, row));
    },
  );
}

/** The number behind which a page begins. */
function numberIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const key = readCursor(sort, cursor)?.key;
  if (typeof key !== 'number' || !Number.isSafeInteger(key)) throw new Problem('InvalidCursor');
  return Math.min(Math.max(key, 0), 2_000_000_000);
}

async function requireRow({ db }: AppDeps, id: string, number: number): Promise<ImportRow> {
  const row = await findImportRow(db, id, number);
  if (row === undefined) throw new Problem('UnknownImportRow');
  return row;
}

async function oneView(deps: AppDeps, line: ImportLine, row: ImportRow) {
  const [view] = await importRowViews(deps, line, [row]);
  if (view === undefined) throw new Problem('UnknownImportRow');
  return view;
}
