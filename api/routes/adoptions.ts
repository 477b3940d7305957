import type { FastifyInstance } from 'fastify';
import { findPlaybook } from '../../db/queries/playbooks.ts';
import { nameRecommendations } from '../../db/queries/recommendations.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { PlaybookRef } from '../../domain/follow-up/events.ts';
import { termsOf, type Playbook } from '../../domain/playbooks/playbook.ts';
import { beginBatch } from '../batches.ts';
import { actorOf } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { adoptionBody, adoptionPreviewBody, adoptionPreviewSchema } from '../schemas/adoptions.ts';
import { batchSchema } from '../schemas/batches.ts';
import { receiptSchema } from '../schemas/commands.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { selectedIds } from '../selection.ts';
import { submitFor } from './commands.ts';
import { typed } from './route.ts';

const tags = ['Playbooks'];

/** Moves running follow-ups to a version of a playbook; until then each keeps the one that it runs on. */
export function adoptionRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const preview = {
    tags,
    summary: 'Which dates would be added, dropped and moved; nothing changes',
    headers: idempotencyHeaders,
    body: adoptionPreviewBody,
    response: { 200: adoptionPreviewSchema, ...problemResponses },
  };
  app.post('/playbook-adoptions/preview', { schema: preview }, async ({ body }) => {
    const { limit, afterId } = body;
    const [playbook, ids] = await Promise.all([requirePlaybook(deps, body.playbook), selectedIds(deps, body)]);
    const ahead = afterId === undefined ? ids : ids.filter((id) => id > afterId);
    const page = ahead.slice(0, limit);
    const wish = { playbook, reason: 'Preview' };
    const { concerned, notConcerned } = await deps.adoptions.judge({ ...wish, ids });
    const [previews, names] = await Promise.all([
      deps.adoptions.preview({ ...wish, ids: page }),
      nameRecommendations(deps.db, page),
    ]);
    const items = previews.map(({ recommendationId, preview: each }) => {
      const name = names.find(({ id }) => id === recommendationId);
      const { state_code: stateCode = '', paragraph = null, text = '' } = name ?? {};
      return { recommendationId, stateCode, paragraph, text, preview: each };
    });
    const nextAfterId = ahead.length > limit ? (page.at(-1) ?? null) : null;
    return { total: ids.length, concerned: concerned.length, notConcerned: { ...notConcerned }, items, nextAfterId };
  });

  const adopt = {
    tags,
    summary: 'One follow-up at once (200), many through a batch (202) of those that it concerns',
    headers: idempotencyHeaders,
    body: adoptionBody,
    response: { 200: receiptSchema, 202: batchSchema, ...problemResponses },
  };
  app.post('/playbook-adoptions', { schema: adopt }, async (request, reply) => {
    const { body } = request;
    const { reason } = body;
    const [playbook, ids] = await Promise.all([requirePlaybook(deps, body.playbook), selectedIds(deps, body)]);
    const command = adoptionOf(playbook, reason);
    const [only] = ids;
    if (body.recommendationIds !== undefined && ids.length === 1 && only !== undefined)
      return reply.status(200).send(await submitFor(deps, only, request, command));
    const { concerned } = await deps.adoptions.judge({ playbook, ids, reason });
    const commands = concerned.map((recommendationId) => ({ recommendationId, command }));
    const orderedBy = actorOf(request);
    const batch = { id: idFor('bat', request), kind: 'adopt-playbook', reason, orderedBy, commands } as const;
    return reply.status(202).send(await beginBatch(deps, batch));
  });
}

const adoptionOf = (playbook: Playbook, reason: string): PersonCommand => ({
  type: 'AdoptPlaybook',
  playbook: { key: playbook.key, version: playbook.version },
  terms: termsOf(playbook),
  reason,
});

async function requirePlaybook({ db }: AppDeps, ref: PlaybookRef): Promise<Playbook> {
  const playbook = await findPlaybook(db, ref);
  if (playbook !== undefined) return playbook;
  const fields = [{ path: '/playbook', message: 'no such version of a playbook' }];
  throw new Problem('UnprocessableReference', undefined, { fields });
}
