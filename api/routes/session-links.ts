import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import { z } from 'zod';
import { askForMail } from '../../db/register/account-mails.ts';
import type { AppDeps } from '../deps.ts';
import { accountLinkSchema, emailSchema, linkParams, linkUseBody, signedInSchema } from '../schemas/access.ts';
import { problemResponses } from '../schemas/common.ts';
import { linkLimit, resetLimit } from '../sign-in/limits.ts';
import { finish } from '../sign-in/sign-in.ts';
import { readLink, useLink } from '../sign-in/use-link.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { typed } from './route.ts';

const tags = ['Signing in'];

/** Links that choose a password: the first administrator's, invitations, and those of whoever has forgotten theirs. */
export function sessionLinkRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);

  const ask = {
    tags,
    summary: 'Ask for a mail with which to choose a new password; the answer is the same for every address',
    body: z.strictObject({ email: emailSchema }),
    response: { 202: z.null(), ...problemResponses },
  };
  app.post('/session/links/reset', { schema: ask, config: resetLimit }, async ({ body: { email } }, reply) => {
    // Whether there is such an account is looked up by whoever sends: here every address costs the same.
    const at = wallTime(deps);
    await askForMail(deps.db, { id: `acm_${ulid()}`, kind: 'reset', email, asked_at: at, next_try_at: at });
    return reply.status(202).send(null);
  });

  const look = {
    tags,
    summary: 'What a link is good for; changes nothing',
    params: linkParams,
    response: { 200: accountLinkSchema, ...problemResponses },
  };
  app.get('/session/links/:token', { schema: look, config: linkLimit }, ({ params: { token } }, reply) => {
    void reply.header('cache-control', 'no-store');
    return readLink(deps, token);
  });

  const use = {
    tags,
    summary: 'Choose a password by a link, once, and sign in',
    params: linkParams,
    body: linkUseBody,
    response: { 200: signedInSchema, ...problemResponses },
  };
  app.post('/session/links/:token/use', { schema: use, config: linkLimit }, async (request, reply) => {
    const account = await useLink(deps, request.params.token, request.body);
    return finish(deps, account, { request, reply });
  });
}
