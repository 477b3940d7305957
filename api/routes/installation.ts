import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { nowOf, type AppDeps } from '../deps.ts';
import { problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const installationSchema = z
  .object({
    name: z.string(),
    now: z.string().meta({ description: 'The present instant of the calendar that everything here is planned by' }),
    dayMs: z.number().int().meta({ description: 'Wall-clock milliseconds of one day: 86,400,000 but for play' }),
    hasMailbox: z.boolean().meta({ description: 'Mail is caught at /mailbox instead of being sent' }),
    hasPublicView: z.boolean().meta({ description: 'What was published can be read at /public without signing in' }),
  })
  .meta({ id: 'Installation' });

/** What a screen must know of the place where it runs. */
export function installationRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const schema = { tags: ['Installation'], response: { 200: installationSchema, ...problemResponses } };
  typed(instance).get('/installation', { schema }, () => ({
    name: deps.senderName,
    now: nowOf(deps),
    dayMs: deps.clock.dayMs,
    hasMailbox: deps.mailbox !== undefined,
    hasPublicView: deps.publicView !== undefined,
  }));
}
