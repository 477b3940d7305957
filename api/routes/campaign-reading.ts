import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listCampaignEventsAfter, openCampaign } from '../../db/campaign-store.ts';
import { findKnownTreatyEvents } from '../../db/queries/campaign-facts.ts';
import { listObstacles, listRounds, listTargets } from '../../db/queries/campaigns.ts';
import { isInstantKey, readCursor } from '../../db/queries/paging.ts';
import { roundsUntil } from '../../domain/campaign/rounds.ts';
import { addYears } from '../../domain/time.ts';
import { describeCampaignEvent } from '../../domain/timeline/describe-campaign.ts';
import { requireCampaign } from '../campaigns.ts';
import { obstacleView, roundView, scheduleView, targetView } from '../campaign-view.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import {
  campaignEventSchema,
  campaignEventsQuery,
  obstacleLineSchema,
  obstacleQuery,
  pageQuery,
  roundSchema,
  scheduleSchema,
  targetQuery,
  targetSchema,
} from '../schemas/campaigns.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { typed, type TypedApp } from './route.ts';

const tags = ['Campaigns'];
const pageOf = <T extends z.ZodType>(item: T) => ({
  200: z.object({ items: z.array(item), nextCursor: z.string().nullable() }),
  ...problemResponses,
});
const byState = { by: 'stateCode', direction: 'asc' } as const;

export function campaignReadingRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const common = { tags, params: idParams };
  const targets = { ...common, summary: 'Each State and treaty, by State', querystring: targetQuery };
  app.get(
    '/campaigns/:id/targets',
    { schema: { ...targets, response: pageOf(targetSchema) } },
    async ({ params: { id }, query: { limit, cursor, ...filter } }) => {
      requireCursor(byState, cursor, isText);
      await requireCampaign(deps, id);
      const wish = { sort: byState, limit, ...given({ cursor }) };
      const { lines, nextCursor } = await listTargets(db, id, given(filter), wish);
      return { items: lines.map(targetView), nextCursor };
    },
  );

  const obstacles = {
    ...common,
    summary: 'What stands between each State and its deposit, which State helps it, and what help was offered',
    querystring: obstacleQuery,
  };
  app.get(
    '/campaigns/:id/obstacles',
    { schema: { ...obstacles, response: pageOf(obstacleLineSchema) } },
    async ({ params: { id }, query: { limit, cursor, ...filter } }) => {
      requireCursor(byState, cursor, isText);
      await requireCampaign(deps, id);
      const wish = { sort: byState, limit, ...given({ cursor }) };
      const { lines, nextCursor } = await listObstacles(db, id, given(filter), wish);
      return { items: lines.map(obstacleView), nextCursor };
    },
  );
  roundRoutes(app, deps);
}

function roundRoutes(app: TypedApp, deps: AppDeps): void {
  const { db } = deps;
  const common = { tags, params: idParams };
  const newestFirst = { by: 'at', direction: 'desc' } as const;
  const rounds = { ...common, summary: 'Rounds that were held or passed by, newest first', querystring: pageQuery };
  app.get(
    '/campaigns/:id/rounds',
    { schema: { ...rounds, response: pageOf(roundSchema) } },
    async ({ params: { id }, query: { limit, cursor } }) => {
      requireCursor(newestFirst, cursor, isInstantKey);
      await requireCampaign(deps, id);
      const { lines, nextCursor } = await listRounds(db, id, { sort: newestFirst, limit, ...given({ cursor }) });
      return { items: lines.map(roundView), nextCursor };
    },
  );

  const schedule = {
    ...common,
    summary: "What comes next, as Temporal's own Schedule has it, in calendar time",
    response: { 200: scheduleSchema, ...problemResponses },
  };
  app.get('/campaigns/:id/schedule', { schema: schedule }, async ({ params: { id } }) => {
    const { state } = await openCampaign(db, id);
    if (state === null) throw new Problem('UnknownCampaign');
    const until = addYears(nowOf(deps).slice(0, 10), 2);
    const ahead = roundsUntil(state, await findKnownTreatyEvents(db), until);
    return scheduleView(await deps.schedules.describe(id), deps.clock, ahead);
  });

  const timeline = { ...common, summary: 'Everything that happened, oldest first', querystring: campaignEventsQuery };
  app.get(
    '/campaigns/:id/timeline',
    { schema: { ...timeline, response: { 200: z.array(campaignEventSchema), ...problemResponses } } },
    async ({ params: { id }, query: { afterVersion, limit } }) => {
      await requireCampaign(deps, id);
      const stored = await listCampaignEventsAfter(db, id, { afterVersion, limit });
      return stored.map(({ version, metadata, event }) => ({
        version,
        type: event.type,
        at: event.at,
        actor: metadata.actor,
        summary: describeCampaignEvent(event),
      }));
    },
  );
}

const isText = (key: unknown): boolean => typeof key === 'string';

function requireCursor(
  sort: { readonly by: string; readonly direction: 'asc' | 'desc' },
  cursor: string | undefined,
  isKey: (key: unknown) => boolean,
): void {
  if (cursor !== undefined && !isKey(readCursor(sort, cursor)?.key)) throw new Problem('InvalidCursor');
}
