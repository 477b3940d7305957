import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { judgeRows } from '../../db/judge-rows.ts';
import { listImports, readSaidRows } from '../../db/queries/imports.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { beginApplying, lockDraft, registerImport, rejudgeImport } from '../../db/register/imports.ts';
import { readInstrumentKey } from '../../domain/reference/instruments/read-instrument-key.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf } from '../etag.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { importListQuery, importQuery, importSchema, wholeImportSchema } from '../schemas/treaty-imports.ts';
import { importViews, requireImport, wholeImportView } from '../treaty-imports.ts';
import { decodeTable, readTable, tableLimitBytes } from '../treaty-table.ts';
import { importRowRoutes } from './treaty-status-import-rows.ts';
import { typed } from './route.ts';

const tags = ['Treaty status imports'];
const sort = { by: 'createdAt', direction: 'desc' } as const;

/** Tables of treaty status: read and judged first, and put into the log when somebody says so. */
export function treatyStatusImportRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  // A scope of its own: no other route takes a table for a body.
  void instance.register(async (scope) => newImportRoute(scope, deps));

  const page = z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() });
  const list = { tags, summary: 'Newest first', querystring: importListQuery };
  app.get(
    '/treaty-status-imports',
    { schema: { ...list, response: { 200: page, ...problemResponses } } },
    async ({ query: { limit, cursor } }) => {
      if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
      const { lines, nextCursor } = await listImports(deps.db, { sort, limit, ...given({ cursor }) });
      return { items: await importViews(deps, lines), nextCursor };
    },
  );

  const one = { tags, params: idParams, response: { 200: wholeImportSchema, ...problemResponses } };
  app.get('/treaty-status-imports/:id', { schema: one }, async ({ params: { id } }, reply) => {
    const view = await wholeImportView(deps, id);
    return reply.header('etag', etagOf(view.version)).send(view);
  });

  judgeRoute(app, deps);
  applyRoute(app, deps);
  importRowRoutes(app, deps);
}

/**
 * The body is the file itself. As JSON its five megabytes would have to be escaped by whoever sends them and parsed twice here, and
 * curl and browsers send files as they are. No web page can post it unasked: text/csv is no type of a form.
 */
function newImportRoute(scope: FastifyInstance, deps: AppDeps): void {
  const app = typed(scope);
  const parsing = { parseAs: 'buffer', bodyLimit: tableLimitBytes } as const;
  app.addContentTypeParser('text/csv', parsing, async (_: unknown, body: Buffer) => decodeTable(body));
  const schema = {
    tags,
    summary: 'A dry run: reads a table as text/csv and says what each row would do; nothing goes into the log',
    consumes: ['text/csv'],
    headers: idempotencyHeaders,
    querystring: importQuery,
    response: { 201: wholeImportSchema, ...problemResponses },
  };
  app.post('/treaty-status-imports', { schema, bodyLimit: tableLimitBytes }, async (request, reply) => {
    if (typeof request.body !== 'string') throw new Problem('UnsupportedMediaType');
    const { format = null, source } = request.query;
    const instrument = instrumentIn(request.query.instrument);
    const table = readTable(request.body, { format, instrument });
    const at = nowOf(deps);
    const id = idFor('imp', request);
    const rows = await judgeRows(deps.db, numbered(table.rows), at);
    await deps.db
      .transaction()
      .execute((trx) => registerImport(trx, { id, format: table.format, instrument, source, at, rows }));
    const view = await wholeImportView(deps, id);
    return reply.status(201).header('etag', etagOf(view.version)).send(view);
  });
}

const numbered = <T extends object>(rows: readonly T[]) => rows.map((row, index) => ({ ...row, number: index + 1 }));

function instrumentIn(text: string | undefined): string | null {
  const key = text === undefined ? null : readInstrumentKey(text);
  if (key !== undefined) return key;
  const fields = [{ path: '/instrument', message: 'no such instrument' }];
  throw new Problem('UnprocessableReference', undefined, { fields });
}

const action = { tags, params: idParams, headers: idempotencyHeaders };

function judgeRoute(app: ReturnType<typeof typed>, deps: AppDeps): void {
  const schema = {
    ...action,
    summary:
      'Judges a draft again, with the aliases and the log of today; decisions stay where nothing else has changed',
    response: { 200: wholeImportSchema, ...problemResponses },
  };
  app.post('/treaty-status-imports/:id/judge', { schema }, async ({ params: { id } }, reply) => {
    await requireImport(deps, id);
    const at = nowOf(deps);
    await deps.db.transaction().execute(async (trx) => {
      if (!(await lockDraft(trx, id))) throw new Problem('ImportNotADraft');
      const said = await readSaidRows(trx, id);
      const rows = await judgeRows(
        trx,
        said.map(({ said: row, ...each }) => ({ ...each, row })),
        at,
      );
      await rejudgeImport(trx, { id, at, rows });
    });
    const view = await wholeImportView(deps, id);
    return reply.header('etag', etagOf(view.version)).send(view);
  });
}

function applyRoute(app: ReturnType<typeof typed>, deps: AppDeps): void {
  const schema = {
    ...action,
    summary:
      'Puts the rows into the log, each once: what the dry run has shown and a person has decided, and nothing else',
    response: { 202: wholeImportSchema, ...problemResponses },
  };
  app.post('/treaty-status-imports/:id/apply', { schema }, async ({ params: { id } }, reply) => {
    await requireImport(deps, id);
    await beginApplying(deps.db, id, nowOf(deps));
    const { status } = await requireImport(deps, id);
    // Whatever dies between the two, `recover` starts.
    if (status === 'applying') await deps.gateway.startImport(id);
    return reply.status(202).send(await wholeImportView(deps, id));
  });
}
