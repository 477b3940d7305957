import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { nameActors } from '../../db/queries/actors.ts';
import { listAudit } from '../../db/queries/audit.ts';
import { isInstantKey, readCursor } from '../../db/queries/paging.ts';
import { camel } from '../camel.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { instantSchema, limitSchema, listOf, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const name = z.string().nullable().meta({ description: 'Null for what is no person, and for whoever has been erased' });
const lineSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string(),
    name,
    did: z.enum(['read', 'changed', 'event']),
    what: z.string().meta({ description: 'The route that was asked, or the name of the event' }),
    subjects: z.array(z.string()),
    status: z.number().int().nullable(),
    networkAddress: z.string().nullable(),
  })
  .meta({ id: 'AuditLine' });
const actorText = z.string().min(1).max(120);
const auditQuery = z.strictObject({
  subject: actorText.optional().meta({ description: 'An id, such as `rec_…` or `con_…`, or `state:SI`' }),
  actor: actorText.optional().meta({ description: '`account:acc_…` finds what was done by their tokens too' }),
  did: z.enum(['read', 'changed', 'event']).optional(),
  from: instantSchema.optional(),
  before: instantSchema.optional(),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});
const actorsQuery = z.strictObject({ actor: listOf(actorText) });

/** Who saw or changed this, when and from where. */
export function auditRoutes(instance: FastifyInstance, { db }: AppDeps): void {
  const app = typed(instance);
  const tags = ['Audit'];
  const page = z.object({ items: z.array(lineSchema), nextCursor: z.string().nullable() });
  const audit = {
    tags,
    summary: 'Who saw or changed this, when and from where: events, changes and what was read in confidence',
    querystring: auditQuery,
    response: { 200: page, ...problemResponses },
  };
  app.get('/audit', { schema: audit }, async ({ query: { direction, limit, cursor, ...filter } }) => {
    const sort = { by: 'at', direction } as const;
    if (cursor !== undefined && !isInstantKey(readCursor(sort, cursor)?.key)) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listAudit(db, given(filter), { sort, limit, ...given({ cursor }) });
    const names = await nameActors(db, [...new Set(lines.map(({ actor }) => actor))]);
    const items = lines.map(({ subjects, ...line }) => ({
      ...camel(line),
      subjects: [...subjects],
      name: names.get(line.actor) ?? null,
    }));
    return { items, nextCursor };
  });

  const actors = {
    tags,
    summary: 'What those are called whom events name by their ids',
    querystring: actorsQuery,
    response: { 200: z.array(z.object({ actor: z.string(), name })), ...problemResponses },
  };
  app.get('/actors', { schema: actors }, async ({ query: { actor: wanted } }) => {
    const names = await nameActors(db, wanted);
    return wanted.map((actor) => ({ actor, name: names.get(actor) ?? null }));
  });
}
