import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  changeContact,
  findContact,
  findContactEvenErased,
  listContacts,
  registerContact,
} from '../../db/register/contacts.ts';
import { findInstitution } from '../../db/register/institutions.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, idSchema, limitSchema, problemResponses } from '../schemas/common.ts';
import { contactBody, contactChangeBody, contactSchema } from '../schemas/register.ts';
import { typed } from './route.ts';

const tags = ['Contacts'];
const etagOf = (version: number): string => `"${version}"`;

export function contactRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const response = { 200: contactSchema, ...problemResponses };

  const created = { 201: contactSchema, ...problemResponses };
  app.post(
    '/contacts',
    { schema: { tags, headers: idempotencyHeaders, body: contactBody, response: created } },
    async (request, reply) => {
      const { institutionId, name, address, language, timeZone } = request.body;
      await requireInstitution(deps, institutionId);
      const row = await registerContact(db, {
        id: idFor('con', request),
        institution_id: institutionId ?? null,
        name,
        address,
        language,
        time_zone: timeZone,
        created_at: nowOf(deps),
      });
      return reply.status(201).header('etag', etagOf(row.version)).send(camel(row));
    },
  );

  const query = z.strictObject({
    limit: limitSchema,
    afterId: idSchema.optional(),
    institutionId: idSchema.optional(),
    unreachable: z.enum(['true', 'false']).optional(),
    q: z.string().trim().min(1).max(200).optional().meta({ description: 'A part of the name or of the address' }),
  });
  const page = { 200: z.array(contactSchema), ...problemResponses };
  app.get('/contacts', { schema: { tags, querystring: query, response: page } }, async ({ query: wish }) => {
    const isUnreachable = wish.unreachable === undefined ? undefined : wish.unreachable === 'true';
    const filter = given({ institutionId: wish.institutionId, isUnreachable, q: wish.q });
    return (await listContacts(db, filter, { limit: wish.limit, ...given({ afterId: wish.afterId }) })).map(camel);
  });

  app.get('/contacts/:id', { schema: { tags, params: idParams, response } }, async ({ params: { id } }, reply) => {
    const row = await findContactEvenErased(db, id);
    if (row === undefined) throw new Problem('UnknownContact');
    return reply.header('etag', etagOf(row.version)).send(camel(row));
  });

  const headers = z.object({ 'if-match': z.string().max(50).optional() });
  const change = {
    tags,
    summary: 'A new address is tried again, even after a bounce',
    params: idParams,
    headers,
    body: contactChangeBody,
    response,
  };
  app.patch('/contacts/:id', { schema: change }, async ({ params: { id }, headers: sent, body }, reply) => {
    const version = /^"(\d{1,9})"$/.exec(sent['if-match'] ?? '')?.[1];
    if (sent['if-match'] === undefined) throw new Problem('PreconditionRequired');
    if (!(await findContact(db, id))) throw new Problem('UnknownContact');
    await requireInstitution(deps, body.institutionId);
    const { institutionId, timeZone, ...same } = body;
    const wish = given({ ...same, institution_id: institutionId, time_zone: timeZone });
    const row = version === undefined ? undefined : await changeContact(db, id, Number(version), wish);
    if (row === undefined) throw new Problem('ChangedMeanwhile');
    return reply.header('etag', etagOf(row.version)).send(camel(row));
  });
}

async function requireInstitution({ db }: AppDeps, id: string | null | undefined): Promise<void> {
  if (id && !(await findInstitution(db, id)))
    throw new Problem('UnprocessableReference', 'The institution does not exist', {
      fields: [{ path: '/institutionId', message: 'no such institution' }],
    });
}
