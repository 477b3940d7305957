import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { healthReportSchema } from '../schemas/health.ts';
import { typed } from './route.ts';

/** Alive: the process answers. Ready: its database and Temporal do, and `health` says which one does not. */
export function healthRoutes(instance: FastifyInstance, { health }: AppDeps): void {
  const app = typed(instance);
  const tags = ['Health'];
  app.get('/health/live', { schema: { tags, response: { 200: z.object({ isAlive: z.literal(true) }) } } }, () => ({
    isAlive: true as const,
  }));
  app.get(
    '/health/ready',
    { schema: { tags, response: { 200: healthReportSchema, 503: healthReportSchema } } },
    async (_, reply) => {
      const report = await health();
      return reply.status(report.isReady ? 200 : 503).send(report);
    },
  );
}
