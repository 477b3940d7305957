import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listTimelineOf, readTimelineCursor } from '../../db/queries/timeline.ts';
import type { TimelineScope } from '../../db/queries/timeline-branches.ts';
import { findSource } from '../../db/register/sources.ts';
import { stateByCode } from '../../domain/reference/states.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { idParams, limitSchema, listOf, problemResponses } from '../schemas/common.ts';
import { timelineLineView } from '../timeline-view.ts';
import { typed } from './route.ts';

const id = z.string().nullable();
const kinds = ['source', 'recommendation', 'follow-up', 'mail', 'treaty', 'campaign', 'dialogue'] as const;
const lineSchema = z
  .object({
    kind: z.enum(kinds),
    type: z.string().meta({ description: 'The kind of source or conversation, or the name of the event' }),
    id: z.string(),
    at: z.string(),
    summary: z.string().meta({ description: 'One line made of facts: no note, no text and no name of a person' }),
    href: z.string(),
    links: z.object({ sourceId: id, recommendationId: id, dialogueId: id, digestId: id }),
  })
  .meta({ id: 'TimelineLine' });

const timelineQuery = z.strictObject({
  kind: listOf(z.enum(kinds)).optional().meta({ description: 'Only lines of these kinds' }),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});
const page = z.object({ items: z.array(lineSchema), nextCursor: z.string().nullable() });
const response = { 200: page, ...problemResponses };

/** The past of a State, or of what came out of one mission, as one line. */
export function timelineRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const ofState = {
    tags: ['States'],
    summary: 'Missions, recommendations, follow-ups, mail, treaties and dialogue of a State in one line',
    params: z.object({ code: z.string().max(2) }),
    querystring: timelineQuery,
    response,
  };
  app.get('/states/:code/timeline', { schema: ofState }, async ({ params: { code }, query }) => {
    if (stateByCode(code) === undefined) throw new Problem('UnknownState');
    return timeline(deps, { of: 'state', stateCode: code }, query);
  });

  const ofSource = {
    tags: ['Sources'],
    summary: 'From the mission over dialogue and recommendations to what became of each, in one line; without mail',
    params: idParams,
    querystring: timelineQuery,
    response,
  };
  app.get('/sources/:id/timeline', { schema: ofSource }, async ({ params, query }) => {
    if (!(await findSource(deps.db, params.id))) throw new Problem('UnknownSource');
    return timeline(deps, { of: 'source', sourceId: params.id }, query);
  });
}

async function timeline({ db }: AppDeps, scope: TimelineScope, query: z.output<typeof timelineQuery>) {
  const { kind, direction, limit, cursor } = query;
  const sort = { by: 'at', direction } as const;
  if (cursor !== undefined && readTimelineCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
  const { lines, nextCursor } = await listTimelineOf(
    db,
    { ...scope, ...given({ kinds: kind }) },
    { sort, limit, ...given({ cursor }) },
  );
  return { items: lines.map((row) => timelineLineView(row, scope)), nextCursor };
}
