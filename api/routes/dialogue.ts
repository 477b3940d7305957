import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import { z } from 'zod';
import { confidenceOf, findConfidential, findDialogueState } from '../../db/dialogue-store.ts';
import { encodeEvent } from '../../db/event-codec.ts';
import {
  findDialogueLinks,
  listDialogue,
  listDialogueHistory,
  type DialogueFilter,
} from '../../db/queries/dialogue.ts';
import { isInstantKey, readCursor } from '../../db/queries/paging.ts';
import { amendedFacts, factsOf, linksOf, referencesIn, requireReferences } from '../dialogue-facts.ts';
import { requireDialogue, shownDialogue, submitDialogue } from '../dialogue-entries.ts';
import { dialogueLineView } from '../dialogue-view.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import {
  confidentialSchema,
  dialogueBody,
  dialogueChangeBody,
  dialogueLineSchema,
  dialogueQuery,
  dialogueSchema,
  withdrawalBody,
} from '../schemas/dialogue.ts';
import { timelineEntrySchema } from '../schemas/recommendations.ts';
import { typed, type TypedApp } from './route.ts';

const tags = ['Dialogue'];
const one = { tags, params: idParams, response: { 200: dialogueSchema, ...problemResponses } };

/** Meetings, calls, letters and all other conversations: recorded, read, amended and withdrawn, never deleted. */
export function dialogueRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  writingRoutes(app, deps);
  readingRoutes(app, deps);
  app.get(
    '/dialogue/:id/confidential',
    {
      schema: {
        tags,
        summary: 'What was said in confidence: an address of its own, so that a proxy can keep it for a few',
        params: idParams,
        response: { 200: confidentialSchema, ...problemResponses },
      },
    },
    async ({ params: { id } }, reply) => {
      const { confidential_hash: hash } = await requireDialogue(deps, id);
      const part = hash === null ? undefined : await findConfidential(deps.db, id, hash);
      if (part === undefined) throw new Problem('NoConfidentialPart');
      return reply.header('cache-control', 'no-store').send({ dialogueId: id, ...part });
    },
  );
}

function writingRoutes(app: TypedApp, deps: AppDeps): void {
  const { db } = deps;
  const created = { 201: dialogueSchema, ...problemResponses };
  const creation = { tags, summary: 'Record a conversation', headers: idempotencyHeaders, body: dialogueBody };
  app.post('/dialogue', { schema: { ...creation, response: created } }, async (request, reply) => {
    const { body } = request;
    await requireReferences(db, referencesIn(body));
    const dialogueId = idFor('dlg', request);
    const confidence = body.confidential ? confidenceOf(body.confidential) : undefined;
    const facts = factsOf(body, confidence?.hash ?? null);
    const command = { type: 'RecordDialogue', at: nowOf(deps), facts, links: linksOf(body) } as const;
    const commandId = `${request.commandKey}:RecordDialogue`;
    const actor = actorOf(request);
    await submitDialogue(deps, { dialogueId, commandId, actor, command, ...given({ confidence }) });
    const shown = await shownDialogue(deps, dialogueId);
    return reply.status(201).header('etag', shown.etag).send(shown.body);
  });

  const headers = z.object({ 'if-match': z.string().max(50).optional() });
  app.patch('/dialogue/:id', { schema: { ...one, headers, body: dialogueChangeBody } }, async (request, reply) => {
    const { params, headers: sent, body } = request;
    const { id } = params;
    const { 'if-match': read } = sent;
    if (read === undefined) throw new Problem('PreconditionRequired');
    const before = await findDialogueState(db, id);
    if (before === null) throw new Problem('UnknownDialogue');
    const version = /^"(\d{1,9})"$/.exec(read)?.[1];
    if (version === undefined) throw new Problem('ChangedMeanwhile');
    await requireReferences(db, referencesIn(body));
    const confidence = body.confidential ? confidenceOf(body.confidential) : undefined;
    const facts = amendedFacts(before.facts, body, confidence?.hash);
    const command = { type: 'AmendDialogue', at: nowOf(deps), facts } as const;
    const wish = { dialogueId: id, commandId: `amend:${ulid()}`, command, expectedVersion: Number(version) };
    await submitDialogue(deps, { ...wish, actor: actorOf(request), ...given({ confidence }) });
    const shown = await shownDialogue(deps, id);
    return reply.header('etag', shown.etag).send(shown.body);
  });

  const withdrawal = { ...one, summary: 'What was wrong stays on record, marked as withdrawn' };
  app.post(
    '/dialogue/:id/withdrawal',
    { schema: { ...withdrawal, headers: idempotencyHeaders, body: withdrawalBody } },
    async (request, reply) => {
      const { id } = request.params;
      const command = { type: 'WithdrawDialogue', at: nowOf(deps), reason: request.body.reason } as const;
      const commandId = `${request.commandKey}:WithdrawDialogue`;
      await submitDialogue(deps, { dialogueId: id, commandId, actor: actorOf(request), command });
      const shown = await shownDialogue(deps, id);
      return reply.header('etag', shown.etag).send(shown.body);
    },
  );
}

function readingRoutes(app: TypedApp, deps: AppDeps): void {
  const { db } = deps;
  const page = z.object({ items: z.array(dialogueLineSchema), nextCursor: z.string().nullable() });
  const list = { tags, summary: 'Conversations by the time at which they were held', querystring: dialogueQuery };
  app.get('/dialogue', { schema: { ...list, response: { 200: page, ...problemResponses } } }, async ({ query }) => {
    const { direction, limit, cursor, planned, withdrawn, ...wish } = query;
    const sort = { by: 'heldAt', direction } as const;
    if (cursor !== undefined && !isInstantKey(readCursor(sort, cursor)?.key)) throw new Problem('InvalidCursor');
    const isPlanned = planned === undefined ? undefined : planned === 'true';
    const isWithdrawn = withdrawn === undefined ? undefined : withdrawn === 'true';
    const filter: DialogueFilter = given({ ...wish, isPlanned, isWithdrawn });
    const { lines, nextCursor } = await listDialogue(db, filter, { sort, limit, ...given({ cursor }) });
    const links = await findDialogueLinks(
      db,
      lines.map(({ id }) => id),
    );
    return { items: lines.map((row) => dialogueLineView(row, links)), nextCursor };
  });

  app.get('/dialogue/:id', { schema: one }, async ({ params: { id } }, reply) => {
    const { body, etag } = await shownDialogue(deps, id);
    return reply.header('etag', etag).send(body);
  });

  const history = { 200: z.array(timelineEntrySchema), ...problemResponses };
  app.get('/dialogue/:id/timeline', { schema: { ...one, response: history } }, async ({ params: { id } }) => {
    await requireDialogue(deps, id);
    return (await listDialogueHistory(db, id)).map(({ version, eventId, recordedAt, metadata, event }) => {
      const { type, at, data } = encodeEvent(event);
      const told = withoutConfidence(data);
      return { version, eventId, type, at, recordedAt, actor: metadata.actor, data: told, notices: [] };
    });
  });
}

/** Whether something was said in confidence is told by a field of the entry, to whoever may know; its history leaves it out. */
function withoutConfidence(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { changes } = data;
  const isChange = typeof changes === 'object' && changes !== null;
  return { ...without(data), ...(isChange ? { changes: without(changes) } : {}) };
}

const without = (facts: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'confidentialHash'));
