import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listListeners } from '../../db/queries/world-events.ts';
import {
  changeWorldEvent,
  findWorldEvent,
  listWorldEvents,
  registerWorldEvent,
  removeWorldEvent,
  type WorldEventRow,
} from '../../db/register/world-events.ts';
import { beginBatch } from '../batches.ts';
import { tellCampaignsOf } from '../campaigns.ts';
import { camel } from '../camel.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf, ifMatchHeaders, versionIn } from '../etag.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { batchSchema } from '../schemas/batches.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import {
  keptWorldEventSchema,
  replanningBody,
  worldEventBody,
  worldEventQuery,
  worldEventSchema,
} from '../schemas/world-events.ts';
import { mostConcerned } from '../selection.ts';
import { typed } from './route.ts';

const tags = ['World events'];

/** What happens in the world on a known date. Playbooks ask around it; a round that is planned keeps the date it was planned with. */
export function worldEventRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const list = {
    tags,
    summary: 'By date: those of the States asked for, with those of all States',
    querystring: worldEventQuery,
    response: { 200: z.array(worldEventSchema), ...problemResponses },
  };
  app.get('/world-events', { schema: list }, async ({ query: { limit, afterId, ...filter } }) => {
    const after = afterId === undefined ? undefined : await requireWorldEvent(deps, afterId);
    return (await listWorldEvents(db, given(filter), { limit, ...given({ after }) })).map(camel);
  });

  app.get(
    '/world-events/:id',
    { schema: { tags, params: idParams, response: { 200: worldEventSchema, ...problemResponses } } },
    async ({ params: { id } }, reply) => {
      const row = await requireWorldEvent(deps, id);
      return reply.header('etag', etagOf(row.version)).send(camel(row));
    },
  );

  const create = { tags, headers: idempotencyHeaders, body: worldEventBody };
  app.post(
    '/world-events',
    { schema: { ...create, response: { 201: keptWorldEventSchema, ...problemResponses } } },
    async (request, reply) => {
      const id = idFor('wev', request);
      const row = await registerWorldEvent(db, { id, created_at: nowOf(deps), ...columnsOf(request.body) });
      await tellCampaignsOf(deps, row);
      return reply
        .status(201)
        .header('etag', etagOf(row.version))
        .send(await keptView(deps, row));
    },
  );

  const change = { tags, params: idParams, headers: ifMatchHeaders, body: worldEventBody };
  app.put(
    '/world-events/:id',
    { schema: { ...change, response: { 200: keptWorldEventSchema, ...problemResponses } } },
    async ({ params: { id }, headers, body }, reply) => {
      const version = versionIn(headers);
      const before = await requireWorldEvent(deps, id);
      const row = await changeWorldEvent(db, id, version, columnsOf(body));
      if (row === undefined) throw new Problem('ChangedMeanwhile');
      await tellCampaignsOf(deps, before, row);
      return reply.header('etag', etagOf(row.version)).send(await keptView(deps, row));
    },
  );

  app.delete(
    '/world-events/:id',
    { schema: { tags, params: idParams, headers: ifMatchHeaders, response: { 204: z.null(), ...problemResponses } } },
    async ({ params: { id }, headers }, reply) => {
      const version = versionIn(headers);
      const before = await requireWorldEvent(deps, id);
      if (!(await removeWorldEvent(db, id, version))) throw new Problem('ChangedMeanwhile');
      await tellCampaignsOf(deps, before);
      return reply.status(204).send(null);
    },
  );

  replanningRoute(app, deps);
}

function replanningRoute(app: ReturnType<typeof typed>, deps: AppDeps): void {
  const replan = {
    tags,
    summary: 'Plans the next question of every listening follow-up anew, through a batch',
    params: idParams,
    headers: idempotencyHeaders,
    body: replanningBody,
    response: { 202: batchSchema, ...problemResponses },
  };
  app.post('/world-events/:id/replanning', { schema: replan }, async (request, reply) => {
    const { reason } = request.body;
    const row = await requireWorldEvent(deps, request.params.id);
    const ids = await listenersTo(deps, row);
    if (ids.length === 0) throw new Problem('NothingConcerned');
    if (ids.length > mostConcerned) throw new Problem('TooManyConcerned');
    const commands = ids.map((recommendationId) => ({
      recommendationId,
      command: { type: 'Replan', reason } as const,
    }));
    const orderedBy = actorOf(request);
    const batch = { id: idFor('bat', request), kind: 'replan', reason, orderedBy, commands } as const;
    return reply.status(202).send(await beginBatch(deps, batch));
  });
}

const columnsOf = ({ stateCode, event, onDate, title, isEstimate }: z.output<typeof worldEventBody>) => ({
  state_code: stateCode ?? null,
  event,
  on_date: onDate,
  title,
  is_estimate: isEstimate,
});

async function requireWorldEvent({ db }: AppDeps, id: string): Promise<WorldEventRow> {
  const row = await findWorldEvent(db, id);
  if (row === undefined) throw new Problem('UnknownWorldEvent');
  return row;
}

const listenersTo = ({ db }: AppDeps, { event, state_code }: WorldEventRow) =>
  listListeners(db, { event, stateCode: state_code }, mostConcerned + 1);

/** A date that was added or moved, and whom it might concern. */
const keptView = async (deps: AppDeps, row: WorldEventRow) => ({
  ...camel(row),
  listeners: (await listenersTo(deps, row)).length,
  replanning: `/api/v1/world-events/${row.id}/replanning`,
});
