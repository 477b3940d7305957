import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listAbsences, registerAbsence, removeAbsence } from '../../db/register/absences.ts';
import { findContact } from '../../db/register/contacts.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, idSchema, problemResponses } from '../schemas/common.ts';
import { absenceBody, absenceSchema } from '../schemas/register.ts';
import { typed } from './route.ts';

const tags = ['Contacts'];

/** Leave: on these days whoever stands in is written to instead. Its reason is not asked for. */
export function absenceRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db, gateway } = deps;

  const list = { 200: z.array(absenceSchema), ...problemResponses };
  app.get(
    '/contacts/:id/absences',
    { schema: { tags, params: idParams, response: list } },
    async ({ params: { id } }) => {
      await requireContact(deps, id);
      return (await listAbsences(db, id)).map(camel);
    },
  );

  const add = {
    tags,
    summary: 'On these days, both included, mail goes to whoever stands in',
    params: idParams,
    headers: idempotencyHeaders,
    body: absenceBody,
    response: { 201: absenceSchema, ...problemResponses },
  };
  app.post('/contacts/:id/absences', { schema: add }, async (request, reply) => {
    const contactId = request.params.id;
    await requireContact(deps, contactId);
    const wish = { ...request.body, id: idFor('abs', request), contactId, createdAt: nowOf(deps) };
    const registered = await registerAbsence(db, wish);
    if ('rejected' in registered)
      throw new Problem(registered.rejected, undefined, { fields: [fieldOf[registered.rejected]] });
    await gateway.wake(contactId);
    return reply.status(201).send(camel(registered));
  });

  const absenceParams = idParams.extend({ absenceId: idSchema });
  const nothing = { 204: z.null(), ...problemResponses };
  app.delete(
    '/contacts/:id/absences/:absenceId',
    { schema: { tags, summary: 'The contact is there after all', params: absenceParams, response: nothing } },
    async ({ params: { id, absenceId } }, reply) => {
      if (!(await removeAbsence(db, id, absenceId))) throw new Problem('UnknownAbsence');
      await gateway.wake(id);
      return reply.status(204).send(null);
    },
  );
}

const fieldOf = {
  AbsenceEndsBeforeStart: { path: '/untilOn', message: 'lies before fromOn' },
  AbsenceTooLong: { path: '/untilOn', message: 'lies more than a year after fromOn' },
  AbsenceOverlaps: { path: '/fromOn', message: 'overlaps with another absence' },
} as const;

async function requireContact({ db }: AppDeps, id: string): Promise<void> {
  if (!(await findContact(db, id))) throw new Problem('UnknownContact');
}
