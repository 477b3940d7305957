import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { codeAttempts } from '../../domain/access/sign-in-attempts.ts';
import { changeAccount } from '../../db/register/accounts.ts';
import { saveRecoveryCodes } from '../../db/register/second-factors.ts';
import { endSessions } from '../../db/register/sessions.ts';
import { forgetFailures } from '../../db/register/sign-in-failures.ts';
import { requireInPerson } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { codeBody, newSecondFactorSchema, passwordBody, recoveryCodesSchema } from '../schemas/access.ts';
import { problemResponses } from '../schemas/common.ts';
import { countAttempt } from '../sign-in/attempts.ts';
import { newRecoveryCodes, newTotpSecret, recoveryHash, takeCode, totpUri } from '../sign-in/second-factor.ts';
import { secretHash } from '../sign-in/secrets.ts';
import { requirePassword } from '../sign-in/sign-in.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { ownAccountOf } from './account.ts';
import { typed } from './route.ts';

const tags = ['Own account'];
const config = { isAnswerSecret: true };

/** A second factor: begun with the password, in force from the first right code on. */
export function ownSecondFactorRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;

  const begin = { tags, body: passwordBody, response: { 200: newSecondFactorSchema, ...problemResponses } };
  app.post('/account/second-factor', { schema: begin, config }, async (request, reply) => {
    requireInPerson(request);
    const account = await ownAccountOf(deps, request);
    await requirePassword(deps, account, { request, password: request.body.password });
    if (account.totp_confirmed_at !== null) throw new Problem('SecondFactorOn');
    const secret = newTotpSecret();
    const sealed = deps.signIn.sealer.seal(secret, account.id);
    await changeAccount(db, account.id, { totp_secret: sealed, totp_last_step: null });
    const uri = totpUri(secret, account.email);
    void reply.header('cache-control', 'no-store');
    return { uri, secret, qr: renderSVG(uri) };
  });

  const confirm = {
    tags,
    summary: 'From now on signing in asks for a code; every other session ends',
    body: codeBody,
    response: { 200: recoveryCodesSchema, ...problemResponses },
  };
  app.post('/account/second-factor/confirm', { schema: confirm, config }, async (request, reply) => {
    requireInPerson(request);
    const account = await ownAccountOf(deps, request);
    if (account.totp_confirmed_at !== null) throw new Problem('SecondFactorOn');
    if (account.totp_secret === null) throw new Problem('SecondFactorNotBegun');
    const attempt = { emailHash: secretHash(account.email), origin: 'confirming' };
    await countAttempt(deps, attempt, codeAttempts);
    if (!(await takeCode(deps, account, request.body))) throw new Problem('CodeNotRight');
    await forgetFailures(db, attempt);
    const recoveryCodes = newRecoveryCodes();
    await changeAccount(db, account.id, { totp_confirmed_at: wallTime(deps) });
    await saveRecoveryCodes(
      db,
      account.id,
      recoveryCodes.map((code) => recoveryHash(account.id, code)),
    );
    await endSessions(db, account.id, request.sessionId ?? undefined);
    void reply.header('cache-control', 'no-store');
    return { recoveryCodes: [...recoveryCodes] };
  });

  const remove = { tags, body: passwordBody, response: { 204: z.null(), ...problemResponses } };
  app.delete('/account/second-factor', { schema: remove }, async (request, reply) => {
    requireInPerson(request);
    const account = await ownAccountOf(deps, request);
    await requirePassword(deps, account, { request, password: request.body.password });
    if (account.totp_confirmed_at === null) throw new Problem('SecondFactorOff');
    await changeAccount(db, account.id, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
    await saveRecoveryCodes(db, account.id, []);
    await endSessions(db, account.id, request.sessionId ?? undefined);
    return reply.status(204).send(null);
  });
}
