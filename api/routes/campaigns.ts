import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import { z } from 'zod';
import { listCampaigns } from '../../db/queries/campaigns.ts';
import { openCampaign } from '../../db/campaign-store.ts';
import { isInstantKey, readCursor } from '../../db/queries/paging.ts';
import type { CampaignCommand } from '../../domain/campaign/commands.ts';
import { shownCampaign, submitCampaign } from '../campaigns.ts';
import { campaignLineView } from '../campaign-view.ts';
import { previewOf, startCommandOf } from '../campaign-wish.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { ifMatchHeaders, versionIn } from '../etag.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import {
  campaignBody,
  campaignChangeBody,
  campaignLineSchema,
  campaignPreviewSchema,
  campaignQuery,
  campaignSchema,
} from '../schemas/campaigns.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { typed, type TypedApp } from './route.ts';

const tags = ['Campaigns'];
const one = { tags, params: idParams, response: { 200: campaignSchema, ...problemResponses } };

/** Appeals to many States, followed up on schedule until the deposit. */
export function campaignRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  startingRoutes(app, deps);

  const page = z.object({ items: z.array(campaignLineSchema), nextCursor: z.string().nullable() });
  const list = { tags, summary: 'Newest first', querystring: campaignQuery };
  const sort = { by: 'startedAt', direction: 'desc' } as const;
  app.get('/campaigns', { schema: { ...list, response: { 200: page, ...problemResponses } } }, async ({ query }) => {
    const { limit, cursor, ...filter } = query;
    if (cursor !== undefined && !isInstantKey(readCursor(sort, cursor)?.key)) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listCampaigns(deps.db, given(filter), { sort, limit, ...given({ cursor }) });
    return { items: lines.map(campaignLineView), nextCursor };
  });

  app.get('/campaigns/:id', { schema: one }, async ({ params: { id } }, reply) => {
    const { body, etag } = await shownCampaign(deps, id);
    return reply.header('etag', etag).send(body);
  });

  const change = {
    ...one,
    summary:
      'Changes what people may change: title, target date, waves and dates. Waves and rounds do not stand in its way',
    headers: ifMatchHeaders,
    body: campaignChangeBody,
  };
  app.patch('/campaigns/:id', { schema: change }, async (request, reply) => {
    const { params, headers, body } = request;
    const { id } = params;
    const expectedEdition = versionIn(headers);
    const { state } = await openCampaign(deps.db, id);
    if (state === null) throw new Problem('UnknownCampaign');
    const { title, targetOn, wave, ...dates } = body;
    const command: CampaignCommand = {
      type: 'ChangeCampaign',
      at: nowOf(deps),
      title: title ?? state.title,
      targetOn: targetOn ?? state.targetOn,
      wave: { ...state.wave, ...given({ ...wave }) },
      dates: { ...state.dates, ...given(dates) },
    };
    const actor = actorOf(request);
    await submitCampaign(deps, { campaignId: id, commandId: `change:${ulid()}`, actor, command, expectedEdition });
    const shown = await shownCampaign(deps, id);
    return reply.header('etag', shown.etag).send(shown.body);
  });
}

function startingRoutes(app: TypedApp, deps: AppDeps): void {
  const common = { tags, headers: idempotencyHeaders, body: campaignBody };
  const preview = {
    ...common,
    summary: 'Who would be appealed to, who is left out and why; nothing is written',
    response: { 200: campaignPreviewSchema, ...problemResponses },
  };
  app.post('/campaigns/preview', { schema: preview }, async ({ body }) =>
    previewOf(deps, await startCommandOf(deps, body)),
  );

  const creation = { ...common, summary: 'Starts a campaign: its first wave begins at once' };
  app.post(
    '/campaigns',
    { schema: { ...creation, response: { 201: campaignSchema, ...problemResponses } } },
    async (request, reply) => {
      const campaignId = idFor('cam', request);
      const command = await startCommandOf(deps, request.body);
      const commandId = `${request.commandKey}:StartCampaign`;
      await submitCampaign(deps, { campaignId, commandId, actor: actorOf(request), command });
      const { body, etag } = await shownCampaign(deps, campaignId);
      return reply.status(201).header('etag', etag).send(body);
    },
  );
}
