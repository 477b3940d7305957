import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import { z } from 'zod';
import { isAdministrator, refusalOfGrants } from '../../domain/access/grants.ts';
import { accessRoles, type Grant } from '../../domain/access/principal.ts';
import { askForMail } from '../../db/register/account-mails.ts';
import {
  changeAccount,
  findAccount,
  insertAccount,
  isLastAdministrator,
  listAccounts,
  lockAccounts,
  replaceGrants,
  type AccountWithGrants,
} from '../../db/register/accounts.ts';
import { findContact } from '../../db/register/contacts.ts';
import { findInstitution } from '../../db/register/institutions.ts';
import { forgetDevices } from '../../db/register/known-devices.ts';
import { endSessions } from '../../db/register/sessions.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { accountBody, accountChangeBody, accountSchema, grantsSchema } from '../schemas/access.ts';
import {
  idempotencyHeaders,
  idParams,
  idSchema,
  limitSchema,
  problemResponses,
  shortTextSchema,
} from '../schemas/common.ts';
import { accountView, blankAccount } from '../sign-in/account-view.ts';
import { endEverything } from '../sign-in/use-link.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { typed } from './route.ts';

const tags = ['Accounts'];

/** Who has an account and what it may do: for administrators. */
export function accountRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const response = { 200: accountSchema, ...problemResponses };
  const done = { 204: z.null(), ...problemResponses };

  const query = z.strictObject({
    limit: limitSchema,
    afterId: idSchema.optional(),
    q: shortTextSchema.optional().meta({ description: 'A part of the name or of the address' }),
    role: z.enum(accessRoles).optional(),
    disabled: z.enum(['true', 'false']).optional(),
  });
  const list = { tags, querystring: query, response: { 200: z.array(accountSchema), ...problemResponses } };
  app.get('/accounts', { schema: list }, async ({ query: { limit, disabled, ...wish } }) => {
    const isDisabled = disabled === undefined ? undefined : disabled === 'true';
    return (await listAccounts(db, { limit, ...given({ ...wish, isDisabled }) })).map(accountView);
  });

  const invite = {
    tags,
    summary: 'A new account; its owner gets a mail with which to choose a password',
    headers: idempotencyHeaders,
    body: accountBody,
    response: { 201: accountSchema, ...problemResponses },
  };
  app.post('/accounts', { schema: invite }, async (request, reply) => {
    const { email, name, language, contactId, grants } = request.body;
    await requireGrants(deps, grants);
    await requireContact(deps, contactId);
    const id = idFor('acc', request);
    const row = { ...blankAccount, id, email, name, language, contact_id: contactId, created_at: wallTime(deps) };
    await db.transaction().execute(async (tx) => {
      if (!(await insertAccount(tx, row))) throw new Problem('EmailTaken');
      await replaceGrants(tx, id, { origin: 'local', grants });
    });
    await sendInvitation(deps, email);
    return reply.status(201).send(accountView(await requireAccount(deps, id)));
  });

  app.get('/accounts/:id', { schema: { tags, params: idParams, response } }, async ({ params: { id } }) =>
    accountView(await requireAccount(deps, id)),
  );

  const change = { tags, params: idParams, body: accountChangeBody, response };
  app.patch('/accounts/:id', { schema: change }, async ({ params: { id }, body }) => {
    await requireAccount(deps, id);
    const { isDisabled, contactId, ...same } = body;
    await requireContact(deps, contactId ?? null);
    const wish = given({ ...same, contact_id: contactId, is_disabled: isDisabled });
    await db.transaction().execute(async (tx) => {
      await lockAccounts(tx);
      if (isDisabled === true) await requireOtherAdministrator({ ...deps, db: tx }, id);
      if (Object.keys(wish).length > 0) await changeAccount(tx, id, wish);
      if (isDisabled === true) await endEverything(tx, id);
    });
    return accountView(await requireAccount(deps, id));
  });

  const grant = {
    tags,
    summary: 'All that is granted here, in place of what was; what the identity provider grants stays',
    params: idParams,
    body: z.strictObject({ grants: grantsSchema }),
    response,
  };
  app.put('/accounts/:id/grants', { schema: grant }, async ({ params: { id }, body: { grants } }) => {
    await requireAccount(deps, id);
    await requireGrants(deps, grants);
    await db.transaction().execute(async (tx) => {
      await lockAccounts(tx);
      if (!isAdministrator(grants)) await requireOtherAdministrator({ ...deps, db: tx }, id);
      await replaceGrants(tx, id, { origin: 'local', grants });
    });
    return accountView(await requireAccount(deps, id));
  });

  const again = {
    tags,
    summary: 'Send the invitation again',
    params: idParams,
    response: { 202: z.null(), ...problemResponses },
  };
  app.post('/accounts/:id/invitation', { schema: again }, async ({ params: { id } }, reply) => {
    const { email, password_hash: hash } = await requireAccount(deps, id);
    if (hash !== null) throw new Problem('HasPassword');
    await sendInvitation(deps, email);
    return reply.status(202).send(null);
  });

  const end = { tags, summary: 'Signs somebody out everywhere', params: idParams, response: done };
  app.delete('/accounts/:id/sessions', { schema: end }, async ({ params: { id } }, reply) => {
    await requireAccount(deps, id);
    await endSessions(db, id);
    await forgetDevices(db, id);
    return reply.status(204).send(null);
  });
}

async function requireAccount({ db }: Pick<AppDeps, 'db'>, id: string): Promise<AccountWithGrants> {
  const account = await findAccount(db, id);
  if (account === undefined) throw new Problem('UnknownAccount');
  return account;
}

async function requireGrants({ db }: AppDeps, grants: readonly Grant[]): Promise<void> {
  const refusal = refusalOfGrants(grants);
  if (refusal !== undefined) throw new Problem(refusal);
  for (const { scope } of grants) {
    if (scope.kind !== 'institution') continue;
    const institution = await findInstitution(db, scope.institutionId);
    if (institution?.state_code !== scope.stateCode)
      throw new Problem(
        'UnprocessableReference',
        `There is no institution ${scope.institutionId} in ${scope.stateCode}`,
      );
  }
}

async function requireContact({ db }: AppDeps, id: string | null): Promise<void> {
  if (id !== null && !(await findContact(db, id)))
    throw new Problem('UnprocessableReference', `There is no contact ${id}`);
}

/** An installation that nobody administers could only be helped from its command line. */
async function requireOtherAdministrator({ db }: Pick<AppDeps, 'db'>, id: string): Promise<void> {
  if (await isLastAdministrator(db, id)) throw new Problem('LastAdministrator');
}

const sendInvitation = (deps: AppDeps, email: string): Promise<void> => {
  const at = wallTime(deps);
  return askForMail(deps.db, { id: `acm_${ulid()}`, kind: 'invitation', email, asked_at: at, next_try_at: at });
};
