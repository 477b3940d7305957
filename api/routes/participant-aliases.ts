import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  addAlias,
  changeAlias,
  findAlias,
  listAliases,
  removeAlias,
  type AliasRow,
} from '../../db/register/participant-aliases.ts';
import { cursorOf, readCursor } from '../../db/queries/paging.ts';
import { findParticipant, nameKey } from '../../domain/reference/participant-names.ts';
import { participantByCode } from '../../domain/reference/participants.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf, ifMatchHeaders, versionIn } from '../etag.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import { aliasBody, aliasParams, aliasSchema, importListQuery } from '../schemas/treaty-imports.ts';
import { typed, type TypedApp } from './route.ts';

const tags = ['Participant aliases'];
const sort = { by: 'key', direction: 'asc' } as const;
const viewOf = ({ alias, participant, created_at, version }: AliasRow) => ({
  alias,
  participant,
  createdAt: created_at,
  version,
});

/** What names in tables of treaty status mean, where nobody but the office knows. */
export function participantAliasRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const page = z.object({ items: z.array(aliasSchema), nextCursor: z.string().nullable() });
  const list = { tags, querystring: importListQuery, response: { 200: page, ...problemResponses } };
  app.get('/participant-aliases', { schema: list }, async ({ query: { limit, cursor } }) => {
    const found = await listAliases(deps.db, { limit: limit + 1, after: keyIn(cursor) });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(viewOf),
      nextCursor: found.length > limit && last ? cursorOf(sort, last.key, last.key) : null,
    };
  });

  const one = { tags, params: aliasParams, response: { 200: aliasSchema, ...problemResponses } };
  app.get('/participant-aliases/:alias', { schema: one }, async ({ params: { alias } }, reply) => {
    const row = await requireAlias(deps, alias);
    return reply.header('etag', etagOf(row.version)).send(viewOf(row));
  });

  putRoute(app, deps);

  const remove = { tags, params: aliasParams, headers: ifMatchHeaders };
  app.delete(
    '/participant-aliases/:alias',
    { schema: { ...remove, response: { 204: z.null(), ...problemResponses } } },
    async ({ params: { alias }, headers }, reply) => {
      const version = versionIn(headers);
      await requireAlias(deps, alias);
      if (!(await removeAlias(deps.db, alias, version))) throw new Problem('ChangedMeanwhile');
      return reply.status(204).send(null);
    },
  );
}

function putRoute(app: TypedApp, deps: AppDeps): void {
  const schema = {
    tags,
    summary: 'A new name needs no If-Match; another meaning for a name that is on record does',
    params: aliasParams,
    headers: ifMatchHeaders,
    body: aliasBody,
    response: { 200: aliasSchema, ...problemResponses },
  };
  app.put('/participant-aliases/:alias', { schema }, async ({ params: { alias }, headers, body }, reply) => {
    const { participant } = body;
    refuseAlias(alias, participant);
    const wish = { alias, participant };
    const added = await addAlias(deps.db, { ...wish, at: nowOf(deps) });
    const row = added ?? (await changed(deps, wish, headers));
    return reply.header('etag', etagOf(row.version)).send(viewOf(row));
  });
}

/** A name that everybody knows keeps its meaning: an alias for it would make Niger of Nigeria in every later table. */
function refuseAlias(alias: string, participant: string): void {
  if (participantByCode(participant) === undefined) {
    const fields = [{ path: '/participant', message: 'no such participant' }];
    throw new Problem('UnprocessableReference', undefined, { fields });
  }
  if (nameKey(alias) === '') throw new Problem('AliasEmpty');
  if (findParticipant(alias) !== undefined) throw new Problem('NameIsKnown');
}

type Wish = { readonly alias: string; readonly participant: string };

async function changed(deps: AppDeps, wish: Wish, headers: z.output<typeof ifMatchHeaders>): Promise<AliasRow> {
  const row = await requireAlias(deps, wish.alias);
  if (row.participant === wish.participant) return row;
  const changedRow = await changeAlias(deps.db, wish, versionIn(headers));
  if (changedRow === undefined) throw new Problem('ChangedMeanwhile');
  return changedRow;
}

async function requireAlias({ db }: AppDeps, alias: string): Promise<AliasRow> {
  const row = await findAlias(db, alias);
  if (row === undefined) throw new Problem('UnknownAlias');
  return row;
}

function keyIn(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const key = readCursor(sort, cursor)?.key;
  if (typeof key !== 'string') throw new Problem('InvalidCursor');
  return key;
}
