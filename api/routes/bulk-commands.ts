import type { FastifyInstance } from 'fastify';
import { findStates } from '../../db/queries/states.ts';
import { findContact } from '../../db/register/contacts.ts';
import type { Command, Rejection } from '../../domain/follow-up/commands.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { beginBatch } from '../batches.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { batchSchema } from '../schemas/batches.ts';
import { bulkCommandBody, bulkPreviewBody, bulkPreviewSchema, type BulkCommand } from '../schemas/bulk-commands.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { selectedIds } from '../selection.ts';
import { typed } from './route.ts';

const kinds = { Pause: 'pause', AssignRole: 'assign-role' } as const;

/** One command for all that somebody selected: first what would become of it, then through a batch. */
export function bulkCommandRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const common = { tags: ['Batches'], headers: idempotencyHeaders };
  const preview = {
    ...common,
    summary: 'Whom it would concern; nothing changes',
    body: bulkPreviewBody,
    response: { 200: bulkPreviewSchema, ...problemResponses },
  };
  app.post('/bulk-commands/preview', { schema: preview }, async ({ body }) => {
    await requireContact(deps, body.command);
    const ids = await selectedIds(deps, body);
    const { concerned, notConcerned } = await judge(deps, ids, body.command);
    return { total: ids.length, concerned: concerned.length, notConcerned };
  });

  const give = {
    ...common,
    summary: 'Through a batch of those that it concerns',
    body: bulkCommandBody,
    response: { 202: batchSchema, ...problemResponses },
  };
  app.post('/bulk-commands', { schema: give }, async (request, reply) => {
    const { command, note } = request.body;
    await requireContact(deps, command);
    const { concerned } = await judge(deps, await selectedIds(deps, request.body), command);
    if (concerned.length === 0) throw new Problem('NothingConcerned');
    const commands = concerned.map((recommendationId) => ({ recommendationId, command }));
    const orderedBy = actorOf(request);
    const batch = { id: idFor('bat', request), kind: kinds[command.type], reason: note, orderedBy, commands };
    return reply.status(202).send(await beginBatch(deps, batch));
  });
}

const statesAtOnce = 500;

/** Asks each follow-up as it stands what it would say; none is changed. */
async function judge(deps: AppDeps, ids: readonly RecommendationId[], given: BulkCommand) {
  const command: Command = { ...given, at: nowOf(deps) };
  const concerned: RecommendationId[] = [];
  const notConcerned: Partial<Record<Rejection, number>> = {};
  for (let from = 0; from < ids.length; from += statesAtOnce) {
    const page = ids.slice(from, from + statesAtOnce);
    const states = await findStates(deps.db, page);
    for (const id of page) {
      const decision = decide(command, states.get(id) ?? { status: 'not-started' });
      if ('events' in decision) concerned.push(id);
      else notConcerned[decision.rejected] = (notConcerned[decision.rejected] ?? 0) + 1;
    }
  }
  return { concerned, notConcerned };
}

async function requireContact({ db }: AppDeps, command: BulkCommand): Promise<void> {
  if (command.type !== 'AssignRole' || (await findContact(db, command.contactId)) !== undefined) return;
  const fields = [{ path: '/command/contactId', message: 'no such contact' }];
  throw new Problem('UnprocessableReference', undefined, { fields });
}
