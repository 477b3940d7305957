import { permissionsOf } from '../../domain/access/permissions.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ulid } from 'ulid';
import { endsAt } from '../../domain/access/session-life.ts';
import type { AccountWithGrants } from '../../db/register/accounts.ts';
import { rememberDevice } from '../../db/register/known-devices.ts';
import { endSession, saveSession } from '../../db/register/sessions.ts';
import type { AppDeps } from '../deps.ts';
import { accountView } from './account-view.ts';
import { cookieIn, setCookie } from './cookies.ts';
import { describeAgent } from './network.ts';
import { newSecret, secretHash } from './secrets.ts';
import { wallTime } from './wall-time.ts';

export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Signs somebody in: a session with a secret of its own, in place of the one that the browser may have had. */
export async function openSession(deps: AppDeps, account: AccountWithGrants, { request, reply }: Exchange) {
  const at = wallTime(deps);
  const secret = newSecret();
  const { sessionId, principal } = request;
  if (sessionId !== null && principal !== null) await endSession(deps.db, principal.accountId, sessionId);
  await saveSession(deps.db, {
    id: `ses_${ulid()}`,
    account_id: account.id,
    token_hash: secretHash(secret),
    previous_hash: null,
    created_at: at,
    rotated_at: at,
    last_seen_at: at,
    user_agent: describeAgent(request.headers['user-agent']),
    address: request.ip,
  });
  setCookie(deps, reply, 'session', secret);
  const device = cookieIn(deps, request, 'device') ?? newSecret();
  await rememberDevice(deps.db, secretHash(device), account.id, at);
  setCookie(deps, reply, 'device', device);
  void reply.header('cache-control', 'no-store');
  return sessionView(account, endsAt({ createdAt: at, lastSeenAt: at, rotatedAt: at }));
}

/** What its owner may do is told by the table of policies. */
export const sessionView = (account: AccountWithGrants, expiresAt: string) => ({
  account: accountView(account),
  permissions: [...permissionsOf(account)],
  expiresAt,
});
