import type { FastifyInstance, FastifyReply } from 'fastify';
import { countMentionsOf, exportAccount } from '../../db/personal-data/export-account.ts';
import { findAccountEvenErased, type AccountWithGrants } from '../../db/register/accounts.ts';
import { eraseAccount } from '../../db/register/erase-account.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { erasureView } from '../erasure-view.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { accountDataSchema, accountErasureBody, erasureSchema } from '../schemas/privacy.ts';
import { secretHash } from '../sign-in/secrets.ts';
import { ownAccountOf } from './account.ts';
import { typed } from './route.ts';

const tags = ['Personal data'];

/** What is kept about whoever has an account, and its end. */
export function accountPrivacyRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db, mailbox } = deps;
  const response = { 200: accountDataSchema, ...problemResponses };
  const dataOf = async (account: AccountWithGrants, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    return exportAccount(db, account);
  };

  const own = { tags, summary: 'All that is kept about you and your account', response };
  app.get('/account/personal-data', { schema: own }, async (request, reply) => ({
    ...(await dataOf(await ownAccountOf(deps, request), reply)),
    mentions: null,
  }));

  const summary = 'All that is kept about whoever has an account: the answer to a request for access';
  app.get(
    '/accounts/:id/personal-data',
    { schema: { tags, summary, params: idParams, response } },
    async ({ params: { id } }, reply) => {
      const account = await findAccountEvenErased(db, id);
      if (account === undefined) throw new Problem('UnknownAccount');
      return { ...(await dataOf(account, reply)), mentions: await countMentionsOf(db, account) };
    },
  );

  const erase = {
    tags,
    summary:
      'Empties the account for good: nobody signs in with it, and events that name it stand. A repeat changes nothing',
    params: idParams,
    headers: idempotencyHeaders,
    body: accountErasureBody,
    response: { 200: erasureSchema, ...problemResponses },
  };
  app.post('/accounts/:id/erasure', { schema: erase }, async (request) => {
    const { reason, legalBasis = null } = request.body;
    const order = { id: idFor('ers', request), at: nowOf(deps), actor: actorOf(request), reason, legalBasis };
    const done = await eraseAccount(db, { ...order, accountId: request.params.id, hashOfAddress: secretHash });
    if (done.outcome === 'unknown') throw new Problem('UnknownAccount');
    if (done.outcome === 'last-administrator') throw new Problem('LastAdministrator');
    if (done.outcome === 'erased') await mailbox?.forget(done.address);
    return erasureView(done.erasure);
  });
}
