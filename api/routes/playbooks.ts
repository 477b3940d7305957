import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPlaybooks } from '../../db/queries/playbooks.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const playbookSchema = z
  .object({
    key: z.string(),
    version: z.number().int(),
    title: z.string(),
    source: z.string().meta({ description: 'Where the numbers come from, and which are estimates or proposals' }),
    questions: z.record(z.string(), z.string()),
    evidence: z.array(z.string()).readonly(),
    cadence: z.record(z.string(), z.unknown()),
    ladder: z.array(z.record(z.string(), z.unknown())).readonly(),
    ladderEndDays: z.number(),
  })
  .meta({ id: 'Playbook' });

export function playbookRoutes(instance: FastifyInstance, { db }: AppDeps): void {
  const app = typed(instance);
  const tags = ['Playbooks'];
  const response = { 200: z.array(playbookSchema), ...problemResponses };
  app.get('/playbooks', { schema: { tags, response } }, async () => (await listPlaybooks(db)).map(view));
  const params = z.object({ key: z.string().max(60) });
  app.get(
    '/playbooks/:key',
    { schema: { tags, summary: 'Every version, newest first', params, response } },
    async ({ params: { key } }) => {
      const versions = (await listPlaybooks(db)).filter((playbook) => playbook.key === key);
      if (versions.length === 0) throw new Problem('UnknownPlaybook');
      return versions.map(view);
    },
  );
}

type Stored = Awaited<ReturnType<typeof listPlaybooks>>[number];
const view = ({ cadence, ladder, ...rest }: Stored) => ({
  ...rest,
  cadence: { ...cadence },
  ladder: ladder.map((rung) => ({ ...rung })),
});
