import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusalOfPassword } from '../../domain/access/password-policy.ts';
import { changeAccount, findAccount, type AccountWithGrants } from '../../db/register/accounts.ts';
import { endSession, listSessions } from '../../db/register/sessions.ts';
import { principalOf, requireInPerson } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import {
  accountSchema,
  ownAccountBody,
  ownSessionSchema,
  passwordChangeBody,
  sessionSchema,
} from '../schemas/access.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { accountView } from '../sign-in/account-view.ts';
import { openSession } from '../sign-in/open-session.ts';
import { requirePassword } from '../sign-in/sign-in.ts';
import { endEverything } from '../sign-in/use-link.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { typed } from './route.ts';

const tags = ['Own account'];

/** The account of whoever asks. */
export async function ownAccountOf({ db }: AppDeps, request: FastifyRequest): Promise<AccountWithGrants> {
  const account = await findAccount(db, principalOf(request).accountId);
  if (account === undefined) throw new Problem('SignInRequired');
  return account;
}

export function ownAccountRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const response = { 200: accountSchema, ...problemResponses };

  app.get('/account', { schema: { tags, response } }, async (request) =>
    accountView(await ownAccountOf(deps, request)),
  );

  app.patch('/account', { schema: { tags, body: ownAccountBody, response } }, async (request) => {
    const { accountId } = requireInPerson(request);
    const change = given(request.body);
    if (Object.keys(change).length > 0) await changeAccount(db, accountId, change);
    return accountView(await ownAccountOf(deps, request));
  });

  const password = {
    tags,
    summary: 'Choose another password; every other session ends',
    body: passwordChangeBody,
    response: { 200: sessionSchema, ...problemResponses },
  };
  app.post('/account/password', { schema: password, config: { isAnswerSecret: true } }, async (request, reply) => {
    requireInPerson(request);
    const account = await ownAccountOf(deps, request);
    await requirePassword(deps, account, { request, password: request.body.current });
    await setPassword(deps, account, request.body.password);
    return openSession(deps, account, { request, reply });
  });

  const list = { tags, response: { 200: z.array(ownSessionSchema), ...problemResponses } };
  app.get('/account/sessions', { schema: list }, async (request) => {
    const rows = await listSessions(db, principalOf(request).accountId, wallTime(deps));
    return rows.map(({ id, created_at, last_seen_at, user_agent, address }) => ({
      id,
      createdAt: created_at,
      lastSeenAt: last_seen_at,
      userAgent: user_agent,
      address,
      isCurrent: id === request.sessionId,
    }));
  });

  const end = { tags, params: idParams, response: { 204: z.null(), ...problemResponses } };
  app.delete('/account/sessions/:id', { schema: end }, async (request, reply) => {
    const { accountId } = requireInPerson(request);
    if (!(await endSession(db, accountId, request.params.id))) throw new Problem('UnknownSession');
    return reply.status(204).send(null);
  });
}

async function setPassword(deps: AppDeps, account: AccountWithGrants, password: string): Promise<void> {
  const refusal = refusalOfPassword(password, account);
  if (refusal !== undefined) throw new Problem(refusal);
  const password_hash = await deps.signIn.passwords.hash(password);
  await deps.db.transaction().execute(async (tx) => {
    await changeAccount(tx, account.id, { password_hash, password_changed_at: wallTime(deps) });
    await endEverything(tx, account.id);
  });
}
