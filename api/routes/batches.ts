import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listBatches, listUndone } from '../../db/queries/batches.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { batchView, requireBatch } from '../batches.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { batchSchema, wholeBatchSchema } from '../schemas/batches.ts';
import { idParams, limitSchema, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const tags = ['Batches'];
const mostIds = 100;
const sort = { by: 'createdAt', direction: 'desc' } as const;

export function batchRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const page = z.object({ items: z.array(batchSchema), nextCursor: z.string().nullable() });
  const query = z.object({ limit: limitSchema, cursor: z.string().max(500).optional() });
  const list = { tags, summary: 'Newest first', querystring: query, response: { 200: page, ...problemResponses } };
  app.get('/batches', { schema: list }, async ({ query: { limit, cursor } }) => {
    if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listBatches(deps.db, { sort, limit, ...given({ cursor }) });
    return { items: lines.map(batchView), nextCursor };
  });

  const one = { tags, params: idParams, response: { 200: wholeBatchSchema, ...problemResponses } };
  app.get('/batches/:id', { schema: one }, async ({ params: { id } }) => {
    const batch = batchView(await requireBatch(deps, id));
    const undone = await listUndone(deps.db, id, mostIds);
    return { ...batch, undone: undone.map(({ ids, ...group }) => ({ ...group, recommendationIds: ids })) };
  });
}
