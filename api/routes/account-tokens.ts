import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import { z } from 'zod';
import { listTokens, removeToken, saveToken, type TokenRow } from '../../db/register/api-tokens.ts';
import { principalOf, requireInPerson } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { newTokenSchema, tokenBody, tokenSchema } from '../schemas/access.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { newSecret, secretHash, tokenPrefix } from '../sign-in/secrets.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { typed } from './route.ts';

const tags = ['Own account'];
const dayMs = 86_400_000;

/** Tokens for programs: shown once, kept as a hash, and good for a time. */
export function ownTokenRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;

  const list = { tags, response: { 200: z.array(tokenSchema), ...problemResponses } };
  app.get('/account/tokens', { schema: list }, async (request) =>
    (await listTokens(db, principalOf(request).accountId)).map(tokenView),
  );

  const make = { tags, body: tokenBody, response: { 201: newTokenSchema, ...problemResponses } };
  app.post('/account/tokens', { schema: make, config: { isAnswerSecret: true } }, async (request, reply) => {
    const { accountId } = requireInPerson(request);
    const { name, reach, days } = request.body;
    const token = newSecret(tokenPrefix);
    const row = {
      id: `tok_${ulid()}`,
      account_id: accountId,
      name,
      token_hash: secretHash(token),
      reach,
      created_at: wallTime(deps),
      expires_at: wallTime(deps, days * dayMs),
      last_used_at: null,
    };
    await saveToken(db, row);
    return reply
      .status(201)
      .header('cache-control', 'no-store')
      .send({ ...tokenView(row), token });
  });

  const end = { tags, params: idParams, response: { 204: z.null(), ...problemResponses } };
  app.delete('/account/tokens/:id', { schema: end }, async (request, reply) => {
    const { accountId } = requireInPerson(request);
    if (!(await removeToken(db, accountId, request.params.id))) throw new Problem('UnknownToken');
    return reply.status(204).send(null);
  });
}

const tokenView = ({ id, name, reach, created_at, expires_at, last_used_at }: TokenRow) => ({
  id,
  name,
  reach,
  createdAt: created_at,
  expiresAt: expires_at,
  lastUsedAt: last_used_at,
});
