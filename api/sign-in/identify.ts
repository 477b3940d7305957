import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Principal } from '../../domain/access/principal.ts';
import { isOver, isOverlapPast, isRotationDue, isSightingDue } from '../../domain/access/session-life.ts';
import { findToken, noteUse } from '../../db/register/api-tokens.ts';
import type { Schema } from '../../db/schema.ts';
import {
  findSession,
  forgetPrevious,
  noteSighting,
  rotateSession,
  type OwnedSession,
  type SessionRow,
} from '../../db/register/sessions.ts';
import { cookieIn, setCookie } from './cookies.ts';
import { newSecret, secretHash, tokenPrefix } from './secrets.ts';
import { wallTime } from './wall-time.ts';

type Deps = {
  readonly db: Kysely<Schema>;
  readonly publicUrl: string;
  readonly signIn: { readonly wallMs: () => number };
};
export type Identify = (request: FastifyRequest, reply: FastifyReply) => Promise<Principal | null>;

/** Who asks: by a token where one is sent, and only then by the session's cookie. */
export const createIdentify =
  (deps: Deps): Identify =>
  (request, reply) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) return byToken(deps, authorization);
    const secret = cookieIn(deps, request, 'session');
    return secret === undefined ? Promise.resolve(null) : bySession(deps, secret, { request, reply });
  };

async function byToken(deps: Deps, authorization: string): Promise<Principal | null> {
  const [, token] = /^Bearer +([\w-]+)$/i.exec(authorization) ?? [];
  if (token === undefined || !token.startsWith(tokenPrefix)) return null;
  const row = await findToken(deps.db, secretHash(token));
  const now = wallTime(deps);
  if (row === undefined || row.is_disabled || row.expires_at <= now) return null;
  if (isSightingDue(row.last_used_at, now)) await noteUse(deps.db, row.id, now);
  const { account_id: accountId, contact_id: contactId, grants, reach } = row;
  return { actor: `token:${row.id}`, accountId, contactId, grants, tokenReach: reach };
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

async function bySession(deps: Deps, secret: string, exchange: Exchange): Promise<Principal | null> {
  const shownHash = secretHash(secret);
  const session = await findSession(deps.db, shownHash);
  if (session === undefined || session.is_disabled || isOver(timesOf(session), wallTime(deps))) return null;
  // A stream of changes is opened by the screen and not by a person, and cannot hand out a cookie while it runs.
  if (!isStream(exchange.request)) await keepUp(deps, session, { shownHash, reply: exchange.reply });
  exchange.request.sessionId = session.id;
  const { account_id: accountId, contact_id: contactId, grants } = session;
  return { actor: `account:${accountId}`, accountId, contactId, grants, tokenReach: null };
}

const isStream = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/event-stream') === true;

type Shown = { readonly shownHash: string; readonly reply: FastifyReply };

/**
 * Changes the secret every hour. The one before is good until the browser has shown the newer one, so that neither requests
 * side by side nor an answer that was lost sign anybody out.
 */
async function keepUp(deps: Deps, session: OwnedSession, { shownHash, reply }: Shown): Promise<void> {
  const { db } = deps;
  const at = wallTime(deps);
  const isOlder = session.token_hash !== shownHash;
  const times = timesOf(session);
  if (isOlder ? isOverlapPast(times, at) : isRotationDue(times, at)) {
    const next = newSecret();
    const isDone = await rotateSession(db, session, { shownHash, nextHash: secretHash(next), at });
    if (isDone) setCookie(deps, reply, 'session', next);
    return;
  }
  if (!isOlder && session.previous_hash !== null && isOverlapPast(times, at)) await forgetPrevious(db, session.id);
  if (isSightingDue(session.last_seen_at, at)) await noteSighting(db, session.id, at);
}

export const timesOf = (row: SessionRow) => ({
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  rotatedAt: row.rotated_at,
});
