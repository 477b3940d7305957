import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ulid } from 'ulid';
import { claimKey, releaseKey, storeAnswer } from '../db/idempotency.ts';
import { derivedId } from '../db/register/derived-id.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's Idempotency-Key, or one made for this request alone. */
    commandKey: string;
    isKeyHeld: boolean;
  }
  interface FastifyContextConfig {
    /** The answer holds a secret: it is kept nowhere, and a repeat makes it anew. */
    readonly isAnswerSecret?: boolean;
  }
}

/**
 * Every POST is safe to repeat. The first request with a key goes through and its answer is kept; a repeat gets the same
 * answer; another body under the same key is refused. Two at once both go through: what they do is idempotent by the
 * same key, one level down.
 */
export function registerIdempotency(app: FastifyInstance, deps: AppDeps): void {
  app.decorateRequest('commandKey', '');
  app.decorateRequest('isKeyHeld', false);
  app.addHook('preHandler', (request, reply) => claim(deps, request, reply));
  app.addHook('onSend', async (request, reply, payload) => {
    await keep(deps, request, reply, payload);
    return payload;
  });
}

async function claim(deps: AppDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method !== 'POST') return;
  const key = request.headers['idempotency-key'];
  request.commandKey = typeof key === 'string' ? key : `auto-${ulid()}`;
  if (typeof key !== 'string') return;
  // A key is its sender's: the same one of somebody else is another, and repeats nothing of theirs.
  if (request.principal !== null) request.commandKey = `${request.principal.accountId}:${key}`;
  const wish = { key: request.commandKey, route: routeOf(request), bodyHash: hashOf(request), at: nowOf(deps) };
  const claimed = await claimKey(deps.db, wish);
  if (claimed.kind === 'other-body') throw new Problem('IdempotencyKeyReused');
  if (claimed.kind === 'same' && claimed.answer) {
    await reply.header('idempotency-replayed', 'true').status(claimed.answer.status).send(claimed.answer.body);
    return;
  }
  request.isKeyHeld = true;
}

/** Only success is kept: a refusal left nothing behind, and may be no refusal tomorrow. */
async function keep(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
  if (!request.isKeyHeld) return;
  request.isKeyHeld = false;
  const held = { key: request.commandKey, route: routeOf(request) };
  const isSecret = request.routeOptions.config.isAnswerSecret === true;
  if (isSecret || reply.statusCode >= 300 || typeof payload !== 'string') {
    await releaseKey(deps.db, held).catch(() => undefined); // With the database away, the problem must still be told.
    return;
  }
  const body: unknown = JSON.parse(payload);
  await storeAnswer(deps.db, { ...held, status: reply.statusCode, body });
}

const routeOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

/** Whoever asks is part of what is asked: another account's answer is nobody else's. */
const hashOf = ({ body, principal }: FastifyRequest): string =>
  createHash('sha256')
    .update(principal?.accountId ?? '')
    .update(canonicalize(body ?? null) ?? '')
    .digest('hex');

/**
 * The id of what a request registers: made from its key, so that a repeat, even one at the same moment, names the same
 * thing. A key made for the request alone keeps its ULID, and with it the order of time.
 */
export function idFor(prefix: string, request: FastifyRequest): string {
  const { commandKey } = request;
  const isOwn = commandKey.startsWith('auto-');
  const id = isOwn ? `${prefix}_${commandKey.slice(5)}` : derivedId(prefix, `${routeOf(request)} ${commandKey}`);
  request.registeredIds.push(id);
  return id;
}
