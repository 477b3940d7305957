import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listLinkKeys, revokeLinkKey, type LinkKeyRow } from '../../db/register/answer-link-keys.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { lastUseOf } from '../link-keys.ts';
import { Problem } from '../problems.ts';
import { kidParams, linkKeySchema, revokeKeyBody } from '../schemas/answer-link-keys.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const tags = ['Answer links'];

/** The keys behind answer links, and stopping all that one of them has signed. */
export function answerLinkKeyRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const all = { tags, response: { 200: z.array(linkKeySchema), ...problemResponses } };
  app.get('/answer-link-keys', { schema: all }, async () => keysView(await listLinkKeys(db)));

  const revoke = {
    tags,
    summary: 'Every link that it has signed stops; new ones are signed with another key',
    params: kidParams,
    headers: idempotencyHeaders,
    body: revokeKeyBody,
    response: { 200: linkKeySchema, ...problemResponses },
  };
  app.post('/answer-link-keys/:kid/revoke', { schema: revoke }, async (request) => {
    const { kid } = request.params;
    await revokeLinkKey(db, kid, { at: nowOf(deps), by: actorOf(request), because: request.body.reason });
    const view = keysView(await listLinkKeys(db)).find((key) => key.kid === kid);
    if (view === undefined) throw new Problem('UnknownLinkKey');
    return view;
  });
}

function keysView(rows: readonly LinkKeyRow[]) {
  const signing = rows.find(({ revoked_at }) => revoked_at === null);
  return rows.map((row, index) => ({
    kid: row.kid,
    createdAt: row.created_at,
    isSigning: row === signing,
    usedUntil: lastUseOf(rows, index),
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    reason: row.revoked_because,
  }));
}
