import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findAccount } from '../../db/register/accounts.ts';
import { expiryOfToken } from '../../db/register/api-tokens.ts';
import { endOfSession, endSession } from '../../db/register/sessions.ts';
import { principalOf } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { secondFactorBody, sessionSchema, signedInSchema, signInBody } from '../schemas/access.ts';
import { problemResponses } from '../schemas/common.ts';
import { clearCookie } from '../sign-in/cookies.ts';
import { signInLimit } from '../sign-in/limits.ts';
import { sessionView } from '../sign-in/open-session.ts';
import { signIn, signInWithCode } from '../sign-in/sign-in.ts';
import { typed } from './route.ts';

const tags = ['Signing in'];

/** Signing in with an own account, who has signed in, and signing out. */
export function sessionRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);

  const begin = { tags, summary: 'Sign in', body: signInBody, response: { 200: signedInSchema, ...problemResponses } };
  app.post('/session', { schema: begin, config: signInLimit }, (request, reply) =>
    signIn(deps, request.body, { request, reply }),
  );

  const second = {
    tags,
    summary: 'The second step of signing in',
    body: secondFactorBody,
    response: { 200: sessionSchema, ...problemResponses },
  };
  app.post('/session/second-factor', { schema: second, config: signInLimit }, (request, reply) =>
    signInWithCode(deps, request.body, { request, reply }),
  );

  const who = { tags, summary: 'Who has signed in', response: { 200: sessionSchema, ...problemResponses } };
  app.get('/session', { schema: who }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return currentSession(deps, request);
  });

  const end = { tags, summary: 'Sign out', response: { 204: z.null(), ...problemResponses } };
  app.delete('/session', { schema: end }, async (request, reply) => {
    const { principal, sessionId } = request;
    if (principal !== null && sessionId !== null) await endSession(deps.db, principal.accountId, sessionId);
    // Also where the session is over: the browser need not keep what opens nothing.
    void clearCookie(deps, reply, 'session');
    return reply.status(204).send(null);
  });
}

async function currentSession(deps: AppDeps, request: FastifyRequest) {
  const { accountId, actor } = principalOf(request);
  const account = await findAccount(deps.db, accountId);
  const expiresAt =
    request.sessionId === null
      ? await expiryOfToken(deps.db, actor.replace(/^token:/, ''))
      : await endOfSession(deps.db, request.sessionId);
  // Ended by another request since this one was let in.
  if (account === undefined || expiresAt === undefined) throw new Problem('SignInRequired');
  return sessionView(account, expiresAt);
}
