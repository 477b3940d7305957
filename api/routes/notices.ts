import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readCursor } from '../../db/queries/paging.ts';
import { findDigest, listDigests, listNotices } from '../../db/queries/notices.ts';
import { digestStatuses } from '../../db/schema.ts';
import { noticeStatuses } from '../../domain/correspondence/events.ts';
import { noticeKinds } from '../../domain/follow-up/notices.ts';
import { camel } from '../camel.ts';
import { actorOf } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import {
  idempotencyHeaders,
  idParams,
  idSchema,
  limitSchema,
  listOf,
  problemResponses,
  roleSchema,
} from '../schemas/common.ts';
import { typed } from './route.ts';

const instant = z.string().nullable();
const noticeSchema = z
  .object({
    noticeId: z.string(),
    eventId: z.string(),
    recommendationId: z.string(),
    role: roleSchema,
    actingAs: roleSchema.nullable(),
    contactId: z.string().nullable(),
    kind: z.enum(noticeKinds),
    stepId: z.string().nullable(),
    roundNumber: z.number().int().nullable(),
    rung: z.number().int(),
    status: z.enum(noticeStatuses),
    queuedAt: z.string(),
    sendingAt: instant,
    acceptedAt: instant,
    bouncedAt: instant,
    answeredAt: instant,
    digestId: z.string().nullable(),
    messageId: z.string().nullable(),
    smtpResponse: z.string().nullable(),
    bounceStatus: z.string().nullable(),
    supersededBy: z.string().nullable(),
    supersededReason: z.string().nullable(),
    readdressedFrom: z.string().nullable(),
  })
  .meta({ id: 'Notice', description: 'What one event said to one role, and what became of it' });

const digestSchema = z
  .object({
    digestId: z.string(),
    contactId: z.string(),
    onDate: z.string(),
    messageId: z.string(),
    status: z.enum(digestStatuses),
    composedAt: z.string(),
    settledAt: instant,
    response: z.string().nullable(),
    carriesRoutine: z.boolean().meta({ description: 'Of such mail there is one a week' }),
  })
  .meta({ id: 'Digest', description: 'One mail to one person on one date' });

const noticeQuery = z.strictObject({
  recommendationId: idSchema.optional(),
  contactId: idSchema.optional(),
  digestId: idSchema.optional(),
  status: listOf(z.enum(noticeStatuses)).optional(),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});
const digestQuery = z.strictObject({
  contactId: idSchema.optional(),
  status: listOf(z.enum(digestStatuses)).optional(),
  limit: limitSchema,
});

export function noticeRoutes(instance: FastifyInstance, { db, gateway }: AppDeps): void {
  const app = typed(instance);
  const tags = ['Notices'];
  const page = {
    200: z.object({ items: z.array(noticeSchema), nextCursor: z.string().nullable() }),
    ...problemResponses,
  };
  const list = { tags, summary: 'The proof of sending', querystring: noticeQuery, response: page };
  app.get('/notices', { schema: list }, async ({ query: { direction, limit, cursor, ...wish } }) => {
    const sort = { by: 'queuedAt', direction } as const;
    if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listNotices(db, given(wish), { sort, limit, ...given({ cursor }) });
    return { items: lines.map(camel), nextCursor };
  });

  const digests = { 200: z.array(digestSchema), ...problemResponses };
  app.get(
    '/digests',
    { schema: { tags, querystring: digestQuery, response: digests } },
    async ({ query: { limit, ...wish } }) => (await listDigests(db, given(wish), limit)).map(camel),
  );

  const body = z.strictObject({ wasDelivered: z.boolean() });
  const resolution = {
    tags,
    summary: 'Say what became of a mail that was left uncertain: what was not delivered is sent again',
    params: idParams,
    headers: idempotencyHeaders,
    body,
    response: { 202: z.object({ digestId: z.string() }), ...problemResponses },
  };
  app.post('/digests/:id/resolution', { schema: resolution }, async (request, reply) => {
    const { id } = request.params;
    const { wasDelivered } = request.body;
    const digest = await findDigest(db, id);
    if (digest === undefined) throw new Problem('UnknownDigest');
    if (digest.status !== 'uncertain') throw new Problem('DigestNotUncertain');
    await gateway.resolveDigest(digest.contact_id, { digestId: id, wasDelivered, resolvedBy: actorOf(request) });
    return reply.status(202).send({ digestId: id });
  });
}
