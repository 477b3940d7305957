import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportContact } from '../../db/personal-data/export.ts';
import { findContact, findContactEvenErased, type ContactRow } from '../../db/register/contacts.ts';
import { findErasure, listErasures } from '../../db/register/erasure-records.ts';
import { eraseContact, previewErasure, type EmptiedRole } from '../../db/register/erasures.ts';
import { actorOf } from '../access.ts';
import { startedBatch } from '../batches.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { erasureView } from '../erasure-view.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, limitSchema, problemResponses } from '../schemas/common.ts';
import { erasureBody, erasurePreviewSchema, erasureSchema, personalDataSchema } from '../schemas/privacy.ts';
import { secretHash } from '../sign-in/secrets.ts';
import { typed, type TypedApp } from './route.ts';

const tags = ['Personal data'];

/** What is kept about a person, and its end. */
export function privacyRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const common = { tags, params: idParams };
  const whole = {
    ...common,
    summary: 'All that is kept about a contact: the answer to a request for access',
    response: { 200: personalDataSchema, ...problemResponses },
  };
  app.get('/contacts/:id/personal-data', { schema: whole }, async ({ params: { id } }, reply) => {
    const contact = await findContactEvenErased(db, id);
    if (contact === undefined) throw new Problem('UnknownContact');
    reply.header('cache-control', 'no-store');
    return exportContact(db, contact);
  });

  const preview = {
    ...common,
    summary: 'What an erasure would take and leave; nothing changes',
    response: { 200: erasurePreviewSchema, ...problemResponses },
  };
  app.get('/contacts/:id/erasure-preview', { schema: preview }, async ({ params: { id } }) =>
    previewErasure(db, await requireContact(deps, id)),
  );
  erasing(app, deps);
}

function erasing(app: TypedApp, deps: AppDeps): void {
  const { db, gateway, mailbox } = deps;
  const list = {
    tags,
    summary: 'Who was erased, by id: after a restore these are done again',
    querystring: z.strictObject({ limit: limitSchema }),
    response: { 200: z.array(erasureSchema), ...problemResponses },
  };
  app.get('/erasures', { schema: list }, async ({ query: { limit } }) =>
    (await listErasures(db, limit)).map(erasureView),
  );

  const erase = {
    tags,
    summary: 'Empties the contact for good; events and their chain stand. A repeat changes nothing',
    params: idParams,
    headers: idempotencyHeaders,
    body: erasureBody,
    response: { 200: erasureSchema, ...problemResponses },
  };
  app.post('/contacts/:id/erasure', { schema: erase }, async (request) => {
    const { id: contactId } = request.params;
    const { reason, legalBasis = null, leavesRolesEmpty, handOverTo, andAccount } = request.body;
    const to = handOverTo?.contactId ?? null;
    if (to !== null) await requireSuccessor(deps, contactId, to);
    const who = { id: idFor('ers', request), contactId, at: nowOf(deps), actor: actorOf(request), batchReason };
    const wish = { ...who, reason, legalBasis, handOverTo: to, leavesRolesEmpty, andAccount };
    const done = await eraseContact(db, { ...wish, hashOfAddress: secretHash });
    if (done.outcome === 'unknown') throw new Problem('UnknownContact');
    if (done.outcome === 'holds-roles')
      throw new Problem('HoldsRoles', undefined, { fields: done.emptied.map(emptied) });
    if (done.outcome === 'has-account') throw new Problem('HasAccount');
    if (done.outcome === 'last-administrator') throw new Problem('LastAdministrator');
    if (done.outcome === 'erased') for (const address of done.addresses) await mailbox?.forget(address);
    // A repeat too: whatever died after the transaction goes on.
    if (done.erasure.batch_id !== null) await startedBatch(deps, done.erasure.batch_id);
    await gateway.wake(contactId);
    return erasureView((await findErasure(db, { of: 'contact', id: contactId })) ?? done.erasure);
  });
}

/** Stands in events, where nothing is ever struck out. */
const batchReason = 'The contact was erased';

const emptied = ({ stateCode, recommendationId, role }: EmptiedRole) => ({
  path: '/handOverTo',
  message: `${role} of ${stateCode ?? recommendationId}`,
});

async function requireContact({ db }: AppDeps, id: string): Promise<ContactRow> {
  const contact = await findContact(db, id);
  if (contact === undefined) throw new Problem('UnknownContact');
  return contact;
}

async function requireSuccessor({ db }: AppDeps, from: string, to: string): Promise<void> {
  if (from === to)
    throw new Problem('SameContact', undefined, { fields: [{ path: '/handOverTo', message: 'is the same' }] });
  if ((await findContact(db, to)) === undefined)
    throw new Problem('UnprocessableReference', undefined, {
      fields: [{ path: '/handOverTo/contactId', message: 'no such contact' }],
    });
}
