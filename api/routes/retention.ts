import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listRetentionRuns } from '../../db/personal-data/retention.ts';
import { camel } from '../camel.ts';
import type { AppDeps } from '../deps.ts';
import { problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const days = z.number().int();
const retentionSchema = z
  .object({
    days: z.object({
      requestAnswers: days.meta({ description: 'Answers kept for whoever repeats a request' }),
      mailbox: days.meta({ description: 'The local mailbox, where mail is caught instead of sent' }),
      accessLog: days,
      retentionRuns: days.meta({ description: 'What was deleted when, as counts' }),
    }),
    runs: z
      .array(z.object({ id: z.string(), ranAt: z.string(), counts: z.record(z.string(), z.number().int()) }))
      .meta({ description: 'The newest first' }),
  })
  .meta({ id: 'Retention', description: 'For how many days each kind is kept, and what was deleted. Events are kept' });

const mostRuns = 30;

/** For how long what is kept, and what the daily clearing did. */
export function retentionRoutes(instance: FastifyInstance, { db, retentionPeriods }: AppDeps): void {
  const schema = { tags: ['Personal data'], response: { 200: retentionSchema, ...problemResponses } };
  typed(instance).get('/retention', { schema }, async () => ({
    days: retentionPeriods,
    runs: (await listRetentionRuns(db, mostRuns)).map(camel),
  }));
}
