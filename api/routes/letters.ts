import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findCommand } from '../../db/queries/follow-ups.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { findLetter, listLetters, type LetterRow } from '../../db/register/letters.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { changeLetter } from '../letters/change-letter.ts';
import { letterDocument } from '../letters/letter-document.ts';
import { letterView } from '../letters/letter-view.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import {
  letterChangeBody,
  letterDismissalBody,
  letterQuery,
  letterReplyBody,
  letterSchema,
  letterSentBody,
} from '../schemas/letters.ts';
import { submitFor } from './commands.ts';
import { typed } from './route.ts';

const tags = ['Letters'];
const response = { 200: letterSchema, ...problemResponses };
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const etagOf = ({ version }: LetterRow): string => `"${version}"`;

/** Letters are read and edited here; what becomes of them is decided by commands of their follow-up, and read back. */
export function letterRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  registerReading(instance, deps);

  const headers = z.object({ 'if-match': z.string().max(50).optional() });
  const change = {
    tags,
    summary: 'Edit a letter that was not sent yet',
    params: idParams,
    headers,
    body: letterChangeBody,
    response,
  };
  app.patch('/letters/:id', { schema: change }, async ({ params: { id }, headers: sent, body }, reply) => {
    const version = /^"(\d{1,9})"$/.exec(sent['if-match'] ?? '')?.[1];
    if (sent['if-match'] === undefined) throw new Problem('PreconditionRequired');
    const row = await changeLetter(db, await requireLetter(deps, id), Number(version ?? -1), body);
    return settled(reply, row);
  });

  const post = { tags, params: idParams, headers: idempotencyHeaders, response };
  const approval = {
    ...post,
    summary: 'Approves the letter; that of a rung with its rung, one of thanks by itself',
    body: z.strictObject({}),
  };
  app.post('/letters/:id/approval', { schema: approval }, async (request, reply) => {
    const row = await requireLetter(deps, request.params.id);
    const command = approvalOf(row);
    if (row.status !== 'draft') await requireRepeat(deps, request, row, command);
    return settled(reply, await submitted(deps, request, row, command));
  });

  const dismissal = {
    ...post,
    summary: 'Puts a letter of thanks away; the letter of a rung goes with its rung',
    body: letterDismissalBody,
  };
  app.post('/letters/:id/dismissal', { schema: dismissal }, async (request, reply) => {
    const row = await requireLetter(deps, request.params.id);
    if (row.kind !== 'letter-of-thanks') throw new Problem('LetterOfARung');
    const command = { type: 'DismissLetter', letterId: row.id, reason: request.body.reason } as const;
    if (row.status !== 'draft') await requireRepeat(deps, request, row, command);
    return settled(reply, await submitted(deps, request, row, command));
  });

  const sending = { ...post, summary: 'Says that a person sent it, and when', body: letterSentBody };
  app.post('/letters/:id/sent', { schema: sending }, async (request, reply) => {
    const { sentOn, scan, reference } = request.body;
    const row = await requireLetter(deps, request.params.id);
    if (row.approved_at === null) throw new Problem('LetterNotApproved');
    const { id: letterId, kind, rung } = row;
    const as = reference ?? row.reference;
    const command = { letterId, kind, rung, reference: as, sentOn, scan: scan ?? null };
    return settled(reply, await submitted(deps, request, row, { type: 'RecordLetterSent', ...command }));
  });

  const replying = { ...post, summary: 'Logs the reply: it answers the round and the rung', body: letterReplyBody };
  app.post('/letters/:id/reply', { schema: replying }, async (request, reply) => {
    const { receivedOn, note, implementation } = request.body;
    const row = await requireLetter(deps, request.params.id);
    if (row.sent_on !== null && receivedOn < row.sent_on)
      throw new Problem('ReplyBeforeSending', undefined, {
        fields: [{ path: '/receivedOn', message: `lies before ${row.sent_on}` }],
      });
    const command = { letterId: row.id, receivedOn, note, implementation: implementation ?? null };
    return settled(reply, await submitted(deps, request, row, { type: 'RecordLetterReply', ...command }));
  });
}

function registerReading(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const page = {
    200: z.object({ items: z.array(letterSchema), nextCursor: z.string().nullable() }),
    ...problemResponses,
  };
  const list = { tags, summary: 'Letters by the time of drafting', querystring: letterQuery, response: page };
  app.get('/letters', { schema: list }, async ({ query: { direction, limit, cursor, ...wish } }) => {
    const sort = { by: 'draftedAt', direction } as const;
    if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listLetters(deps.db, given(wish), { sort, limit, ...given({ cursor }) });
    return { items: lines.map(letterView), nextCursor };
  });

  app.get('/letters/:id', { schema: { tags, params: idParams, response } }, async ({ params: { id } }, reply) =>
    settled(reply, await requireLetter(deps, id)),
  );

  const file = { description: 'The letter as a Word document', content: { [wordType]: { schema: z.unknown() } } };
  const schema = { tags, params: idParams, response: { 200: file, ...problemResponses } };
  app.get('/letters/:id/document', { schema }, async ({ params: { id } }, reply) => {
    const row = await requireLetter(deps, id);
    const reference = row.sent_reference ?? row.reference;
    const datedOn = row.sent_on ?? row.facts.draftedOn;
    const document = await letterDocument({ ...row, reference, datedOn }, deps.senderName);
    const fileName = `${reference.replaceAll(/[^\w.-]+/g, '-')}.docx`;
    return reply.type(wordType).header('content-disposition', `attachment; filename="${fileName}"`).send(document);
  });
}

const approvalOf = ({ id, kind, rung }: LetterRow): PersonCommand =>
  kind === 'letter-of-thanks' ? { type: 'ApproveLetter', letterId: id } : { type: 'ApproveEscalation', rung };

const settled = (reply: FastifyReply, row: LetterRow) => {
  void reply.header('etag', etagOf(row));
  return letterView(row);
};

async function requireLetter({ db }: AppDeps, id: string): Promise<LetterRow> {
  const row = await findLetter(db, id);
  if (row === undefined) throw new Problem('UnknownLetter');
  return row;
}

/** Gives the command to the follow-up and reads what has become of the letter: both were written in one transaction. */
async function submitted(deps: AppDeps, request: FastifyRequest, row: LetterRow, command: PersonCommand) {
  await submitFor(deps, row.recommendation_id, request, command);
  return requireLetter(deps, row.id);
}

/** A repeat of what succeeded is no refusal, even when the first answer was lost. */
async function requireRepeat(
  { db }: AppDeps,
  { commandKey }: FastifyRequest,
  row: LetterRow,
  { type }: PersonCommand,
): Promise<void> {
  const recorded = await findCommand(db, row.recommendation_id, `${commandKey}:${type}`);
  if (recorded === undefined) throw new Problem('LetterNotWaiting');
}
