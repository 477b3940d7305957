import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { findBatch } from '../../db/queries/batches.ts';
import { findContact } from '../../db/register/contacts.ts';
import {
  findHeld,
  listContactIdsOf,
  registerHandOver,
  type HandOverWish,
  type Held,
} from '../../db/register/hand-over.ts';
import { findInstitution } from '../../db/register/institutions.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import { startedBatch } from '../batches.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { batchSchema } from '../schemas/batches.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { handOverBody, handOverPreviewBody, handOverPreviewSchema } from '../schemas/hand-overs.ts';
import { mostConcerned } from '../selection.ts';
import { typed } from './route.ts';

const tags = ['Contacts'];

/** A government reshuffle: all that a contact or an institution holds goes to another contact in one command. */
export function handOverRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const common = { tags, headers: idempotencyHeaders };
  const preview = {
    ...common,
    summary: 'What would be handed over; nothing changes',
    body: handOverPreviewBody,
    response: { 200: handOverPreviewSchema, ...problemResponses },
  };
  app.post('/hand-overs/preview', { schema: preview }, async ({ body }) =>
    heldView(await findHeld(db, await wishOf(deps, body))),
  );

  const handOver = {
    ...common,
    summary: "The States' roles move at once, the follow-ups through a batch, one event for each and contact",
    body: handOverBody,
    response: { 202: batchSchema, ...problemResponses },
  };
  app.post('/hand-overs', { schema: handOver }, async (request, reply) => {
    const { reason, ...body } = request.body;
    const id = idFor('bat', request);
    const wish = await wishOf(deps, body);
    if ((await findBatch(db, id)) === undefined) requireSomething(await findHeld(db, wish));
    await registerHandOver(db, wish, { id, reason, at: nowOf(deps), orderedBy: actorOf(request) });
    return reply.status(202).send(await startedBatch(deps, id));
  });
}

function requireSomething({ stateRoles, followUps }: Held): void {
  if (stateRoles.length === 0 && followUps.length === 0) throw new Problem('NothingHandedOver');
  if (followUps.length > mostConcerned) throw new Problem('TooManyConcerned');
}

async function wishOf(
  deps: AppDeps,
  { from, to, stateCode }: z.output<typeof handOverPreviewBody>,
): Promise<HandOverWish> {
  await requireContact(deps, to.contactId, '/to/contactId');
  const wish = { to: to.contactId, ...given({ stateCode }) };
  if ('contactId' in from) {
    await requireContact(deps, from.contactId, '/from/contactId');
    if (from.contactId === to.contactId) throw new Problem('SameContact', undefined, { fields: [same] });
    return { ...wish, from: [from.contactId] };
  }
  if ((await findInstitution(deps.db, from.institutionId)) === undefined)
    throw unknown('/from/institutionId', 'no such institution');
  const contactIds = await listContactIdsOf(deps.db, from.institutionId);
  return { ...wish, from: contactIds.filter((id) => id !== to.contactId) };
}

const same = { path: '/to/contactId', message: 'is the same' };

async function requireContact({ db }: AppDeps, id: string, path: string): Promise<void> {
  if ((await findContact(db, id)) === undefined) throw unknown(path, 'no such contact');
}

const unknown = (path: string, message: string): Problem =>
  new Problem('UnprocessableReference', undefined, { fields: [{ path, message }] });

function heldView({ stateRoles, followUps }: Held) {
  const byRole: Partial<Record<Role, number>> = {};
  for (const role of followUps.flatMap(({ roles }) => roles)) byRole[role] = (byRole[role] ?? 0) + 1;
  const contacts = new Set([...stateRoles.map(({ contactId }) => contactId), ...followUps.map(({ from }) => from)]);
  return {
    contacts: contacts.size,
    stateRoles,
    followUps: new Set(followUps.map(({ recommendationId }) => recommendationId)).size,
    byRole,
  };
}
