import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { findPlaybook } from '../../db/queries/playbooks.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { RungEntry } from '../../domain/follow-up/events.ts';
import { rungEntry } from '../../domain/playbooks/playbook.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { reviewBody } from '../schemas/appeals.ts';
import { commandSchema, submitFor } from './commands.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

/** What a review of an appeal comes to; a rung that it recommends is looked up in the playbook that runs. */
export function appealRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const schema = {
    ...commandSchema,
    summary: 'Records what a review of an appeal came to; closing is a command of its own',
    body: reviewBody,
  };
  typed(instance).post('/recommendations/:id/commands/review-appeal', { schema }, async (request) => {
    const { id } = request.params;
    return submitFor(deps, id, request, await reviewOf(deps, id, request.body));
  });
}

async function reviewOf(
  deps: AppDeps,
  id: string,
  { outcome, note, obstacle, rung }: z.output<typeof reviewBody>,
): Promise<PersonCommand> {
  const recommends = rung === null ? null : await entryOf(deps, id, rung);
  return { type: 'ReviewAppeal', outcome, note, obstacle, recommends };
}

async function entryOf(deps: AppDeps, id: string, rung: number): Promise<RungEntry> {
  const row = await requireRecommendation(deps, id);
  const key = row.running_playbook_key ?? row.playbook_key;
  const playbook = await findPlaybook(deps.db, { key, version: row.playbook_version ?? 0 });
  const entry = playbook && rungEntry(playbook, rung);
  if (entry === undefined)
    throw new Problem('UnprocessableReference', undefined, {
      fields: [{ path: '/rung', message: 'is no rung of the playbook that runs' }],
    });
  return entry;
}
