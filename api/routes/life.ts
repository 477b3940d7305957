import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findNewestPlaybook } from '../../db/queries/playbooks.ts';
import { derivedId } from '../../db/register/derived-id.ts';
import { nextStepsOf } from '../../db/register/next-steps.ts';
import type { OpenedRecommendation } from '../../domain/follow-up/events.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { carryOnBody, splitBody, verifyBody } from '../schemas/commands.ts';
import { commandSchema, submitFor, submitOnce } from './commands.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

/** Commands that reach beyond one follow-up: what is split, what carries on another one, what the end of one opens. */
export function lifeRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);

  const verify = {
    ...commandSchema,
    summary: 'Closes it, and registers what the playbook opens next',
    body: verifyBody,
  };
  app.post('/recommendations/:id/commands/verify', { schema: verify }, async (request) => {
    const { id } = request.params;
    await requireRecommendation(deps, id);
    const opens = await nextStepsOf(deps.db, id, nowOf(deps));
    return submitFor(deps, id, request, { type: 'Verify', ...request.body, opens });
  });

  const split = {
    ...commandSchema,
    summary: 'Each part is followed up by itself; the whole follows from them and closes with the last one',
    body: splitBody,
  };
  app.post('/recommendations/:id/commands/split', { schema: split }, async (request) => {
    const { id } = request.params;
    return submitFor(deps, id, request, { type: 'Split', parts: await partsOf(deps, id, request.body) });
  });

  for (const [name, how] of [
    ['supersede', 'superseded'],
    ['merge', 'merged'],
  ] as const) {
    const summary = `The successor carries on; this one closes as ${how}`;
    const schema = { ...commandSchema, summary, body: carryOnBody };
    app.post(`/recommendations/:id/commands/${name}`, { schema }, (request) => carryOn(deps, request, how));
  }
}

async function partsOf(
  deps: AppDeps,
  id: RecommendationId,
  { parts }: z.output<typeof splitBody>,
): Promise<readonly OpenedRecommendation[]> {
  const row = await requireRecommendation(deps, id);
  const whole = row.running_playbook_key ?? row.playbook_key;
  for (const [index, { playbook = whole }] of parts.entries())
    if ((await findNewestPlaybook(deps.db, playbook)) === undefined)
      throw new Problem('UnprocessableReference', undefined, {
        fields: [{ path: `/parts/${index}/playbook`, message: 'no such playbook' }],
      });
  return parts.map(({ text, playbook = whole, stateCode = row.state_code, instruments }, index) => ({
    recommendationId: derivedId('rec', `${id} part ${index + 1}`),
    stateCode,
    playbook,
    text,
    ...(instruments === undefined ? {} : { instruments }),
  }));
}

type CarryOnRequest = FastifyRequest & {
  readonly params: { readonly id: string };
  readonly body: z.output<typeof carryOnBody>;
};

/**
 * The successor is told first: a crash in between leaves both running, and a repeat with the same key finishes; the other order could
 * leave neither.
 */
async function carryOn(deps: AppDeps, request: CarryOnRequest, how: 'superseded' | 'merged') {
  const { id } = request.params;
  const { successorId, note } = request.body;
  if (successorId === id) throw new Problem('CarriesItself', undefined, { fields: [at('is the same')] });
  const [older, successor] = await Promise.all([
    requireRecommendation(deps, id),
    requireRecommendation(deps, successorId).catch(() => undefined),
  ]);
  if (successor === undefined)
    throw new Problem('UnprocessableReference', undefined, { fields: [at('no such recommendation')] });
  if (older.status === null) throw new Problem('NotStarted');
  const close = () =>
    submitFor(deps, id, request, { type: 'Close', reason: how, note, evidence: null, by: successorId });
  if (older.status === 'closed') return close(); // Refused, or known as a repeat: the successor hears nothing of it.
  const { commandKey } = request;
  await submitOnce(deps, successorId, {
    commandId: `${commandKey}:CarryOn:${id}`,
    actor: actorOf(request),
    command: { type: 'CarryOn', from: id, how },
  }).catch(unlessCarriedOnAlready);
  return close();
}

const at = (message: string) => ({ path: '/successorId', message });

/** A first try got that far and was cut off. */
function unlessCarriedOnAlready(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'AlreadyCarriedOn') throw error;
}
