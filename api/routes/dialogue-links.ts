import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ulid } from 'ulid';
import { findDialogueState } from '../../db/dialogue-store.ts';
import { findCommand } from '../../db/queries/follow-ups.ts';
import { decideDialogue } from '../../domain/dialogue/decide.ts';
import { describeOccasion } from '../../domain/dialogue/describe.ts';
import type { DialogueLink } from '../../domain/dialogue/events.ts';
import type { RecordedDialogue } from '../../domain/dialogue/state.ts';
import { dialogueStreamId } from '../../domain/ids.ts';
import { rejected, shownDialogue, submitDialogue } from '../dialogue-entries.ts';
import { requireReferences } from '../dialogue-facts.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import {
  dialogueAnswerBody,
  dialogueAnswerSchema,
  dialogueSchema,
  linkParams,
  openedRecommendationBody,
} from '../schemas/dialogue.ts';
import { registeredSchema } from '../schemas/recommendations.ts';
import { submitOnce } from './commands.ts';
import { registerFromBody, wholeRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

const tags = ['Dialogue'];
const response = { 200: dialogueSchema, ...problemResponses };

/** What an entry is tied to, the check-ins that it answers and the recommendations that it opens. */
export function dialogueLinkRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const path = '/dialogue/:id/links/:as/:to/:targetId';
  app.put(path, { schema: { tags, params: linkParams, response } }, async (request, reply) => {
    const { params } = request;
    const link = { as: params.as, to: params.to, id: params.targetId };
    await requireReferences(deps.db, [{ kind: params.to, id: params.targetId, path: '/targetId' }]);
    await tie(deps, request, params.id, link);
    const { body, etag } = await shownDialogue(deps, params.id);
    return reply.header('etag', etag).send(body);
  });
  app.delete(path, { schema: { tags, params: linkParams, response } }, async (request, reply) => {
    const { params } = request;
    const link = { as: params.as, to: params.to, id: params.targetId };
    const command = { type: 'UnlinkDialogue', at: nowOf(deps), link } as const;
    const commandId = `unlink:${ulid()}`;
    await submitDialogue(deps, { dialogueId: params.id, commandId, actor: actorOf(request), command });
    const { body, etag } = await shownDialogue(deps, params.id);
    return reply.header('etag', etag).send(body);
  });

  const answer = {
    tags,
    summary: 'Report progress to a follow-up with what was said here',
    params: idParams,
    headers: idempotencyHeaders,
    body: dialogueAnswerBody,
    response: { 200: dialogueAnswerSchema, ...problemResponses },
  };
  app.post('/dialogue/:id/answers', { schema: answer }, async (request) => {
    const { body } = request;
    const { id } = request.params;
    const { recommendationId } = body;
    const link = { as: 'answers', to: 'recommendation', id: recommendationId } as const;
    const { facts } = await requireTieable(deps, id, link);
    await requireReferences(deps.db, [{ kind: 'recommendation', id: recommendationId, path: '/recommendationId' }]);
    // One entry answers one follow-up once, whatever key the request carries: its id is made from the two.
    const commandId = `dialogue:${id}:answers:${recommendationId}`;
    const wasOnRecord = (await findCommand(deps.db, recommendationId, commandId)) !== undefined;
    const note = body.note ?? describeOccasion(facts);
    const via = dialogueStreamId(id);
    const command = { type: 'ReportProgress', note, implementation: body.implementation, via } as const;
    const version = await submitOnce(deps, recommendationId, { commandId, actor: actorOf(request), command });
    await tie(deps, request, id, link);
    return { recommendationId, dialogueId: id, version, wasOnRecord };
  });

  const opening = {
    tags,
    summary: 'Register a recommendation that came out of this conversation',
    params: idParams,
    headers: idempotencyHeaders,
    body: openedRecommendationBody,
    response: { 201: registeredSchema, ...problemResponses },
  };
  app.post('/dialogue/:id/recommendations', { schema: opening }, async (request, reply) => {
    const { params, body } = request;
    // The recommendation has no id yet: whether the entry may open one at all does not depend on it.
    const entry = await requireTieable(deps, params.id, { as: 'opens', to: 'recommendation', id: 'new' });
    const { facts, links } = entry;
    const sources = links.filter(({ to }) => to === 'source').map(({ id }) => id);
    const sourceId = body.sourceId ?? theOnly(sources, '/sourceId');
    const stateCode = body.stateCode ?? theOnly(facts.stateCodes, '/stateCode');
    const { id, playbookProposal } = await registerFromBody(deps, request, { ...body, sourceId, stateCode });
    await tie(deps, request, params.id, { as: 'opens', to: 'recommendation', id });
    return reply.status(201).send({ ...(await wholeRecommendation(deps, request, id)), playbookProposal });
  });
}

/** Puts a tie on record; one that is there already is left as it is. */
async function tie(deps: AppDeps, request: FastifyRequest, dialogueId: string, link: DialogueLink): Promise<void> {
  const command = { type: 'LinkDialogue', at: nowOf(deps), link } as const;
  await submitDialogue(deps, { dialogueId, commandId: `link:${ulid()}`, actor: actorOf(request), command });
}

/** The entry, if it may have this tie: asked before anything is told to a follow-up that could not be taken back. */
async function requireTieable(deps: AppDeps, id: string, link: DialogueLink): Promise<RecordedDialogue> {
  const state = await findDialogueState(deps.db, id);
  if (state === null) throw new Problem('UnknownDialogue');
  const decision = decideDialogue(id, { type: 'LinkDialogue', at: nowOf(deps), link }, state);
  if ('rejected' in decision) throw rejected(decision.rejected);
  return state;
}

function theOnly(candidates: readonly string[], path: string): string {
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const message = only === undefined ? 'is needed: the entry names none' : 'is needed: the entry names several';
  throw new Problem('InvalidField', 'The entry does not say it: see fields', { fields: [{ path, message }] });
}
