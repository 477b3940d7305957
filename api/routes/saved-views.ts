import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { deleteSavedView, listSavedViews, registerSavedView } from '../../db/register/saved-views.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses, shortTextSchema } from '../schemas/common.ts';
import { typed } from './route.ts';

const viewSchema = z
  .object({ id: z.string(), title: z.string(), query: z.string(), createdAt: z.string() })
  .meta({ id: 'SavedView' });
const viewBody = z
  .strictObject({
    title: shortTextSchema,
    query: z
      .string()
      .max(2_000)
      .regex(/^[^\p{Cc}]*$/u)
      .meta({ description: 'What stands behind the question mark of the list’s address' }),
  })
  .meta({ id: 'SavedViewBody' });
const mostViews = 200;

/** Views of the list that everybody here may open; what they hold is an address and nothing of its own. */
export function savedViewRoutes(instance: FastifyInstance, { db, ...deps }: AppDeps): void {
  const app = typed(instance);
  const tags = ['Saved views'];
  app.get('/saved-views', { schema: { tags, response: { 200: z.array(viewSchema), ...problemResponses } } }, async () =>
    (await listSavedViews(db, mostViews)).map(camel),
  );
  const save = {
    tags,
    headers: idempotencyHeaders,
    body: viewBody,
    response: { 201: viewSchema, ...problemResponses },
  };
  app.post('/saved-views', { schema: save }, async (request, reply) => {
    const view = { id: idFor('viw', request), ...request.body, created_at: nowOf(deps) };
    return reply.status(201).send(camel(await registerSavedView(db, view)));
  });
  const remove = { tags, params: idParams, response: { 204: z.null(), ...problemResponses } };
  app.delete('/saved-views/:id', { schema: remove }, async ({ params: { id } }, reply) => {
    if (!(await deleteSavedView(db, id))) throw new Problem('UnknownSavedView');
    return reply.status(204).send(null);
  });
}
