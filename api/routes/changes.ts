import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findSeenChanges, type Change } from '../../db/queries/changes.ts';
import { recommendationOf } from '../../domain/ids.ts';
import type { AppDeps } from '../deps.ts';
import { followLog, type Tail } from '../log-tail.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const positionSchema = z.string().regex(/^\d{1,18}$/, 'is not a position of the log');
const changesSchema = z
  .object({
    position: z.string().meta({ description: 'Ask for what comes after this one next time' }),
    isReset: z.boolean().meta({ description: 'Too much has happened to be told: read everything again' }),
    recommendationIds: z.array(z.string()).meta({ description: 'Whose follow-ups have news' }),
    hasMail: z.boolean().meta({ description: 'Mail was sent, came back, or waits for a decision' }),
    hasDialogue: z.boolean(),
  })
  .meta({ id: 'Changes' });
type Changes = z.output<typeof changesSchema>;

/** Each open stream holds a socket; a screen that finds no room asks again, and its figures are only a little older. */
export const mostStreams = 500;
const heartbeatMs = 15_000;
/** Then the reader comes back by itself, and is asked anew who they are: a session that has ended hears nothing for long. */
const streamLifeMs = 300_000;
const mostUnreadBytes = 1_048_576;

/**
 * `GET /changes` tells that something has happened, and never what: a screen reads again what it shows. A browser's
 * `EventSource` gets a stream, which goes on after `Last-Event-ID`; anybody else gets one answer at once.
 */
export function changeRoutes(instance: FastifyInstance, { db }: AppDeps): void {
  const app = typed(instance);
  const tail = followLog(db);
  const streams = new Set<() => void>();
  instance.addHook('preClose', async () => {
    for (const end of streams) end();
  });
  const schema = {
    tags: ['Changes'],
    summary: 'What has changed since a position of the log; with `Accept: text/event-stream` as server-sent events',
    querystring: z.strictObject({ after: positionSchema.optional() }),
    response: { 200: changesSchema, ...problemResponses },
  };
  app.get('/changes', { schema }, async (request, reply) => {
    const isStream = request.headers.accept?.includes('text/event-stream') === true;
    if (isStream && streams.size >= mostStreams)
      throw new Problem('TooManyReaders', undefined, { retryAfterSeconds: 30 });
    await tail.refresh();
    const after = lastEventIdOf(request) ?? request.query.after ?? tail.head();
    const seen = (changes: readonly Change[]) => changesSeen(db, request.sight, changes);
    if (!isStream) return changesAfter({ tail, seen }, after);
    openStream({ reply, tail, after, streams, seen });
    return reply;
  });
}

const lastEventIdOf = ({ headers }: FastifyRequest): string | undefined => {
  const given = positionSchema.safeParse(headers['last-event-id']);
  return given.success ? given.data : undefined;
};

type Reader = { readonly tail: Tail; readonly seen: (changes: readonly Change[]) => Promise<readonly Change[]> };

async function changesAfter({ tail, seen }: Reader, after: string): Promise<Changes> {
  const changes = tail.after(after);
  return changes === undefined
    ? { ...told([]), position: tail.head(), isReset: true }
    : { ...told(await seen(changes)), position: changes.at(-1)?.position ?? after };
}

/** Whoever sees everything is told everything; of all others the database is asked which of it they see. */
const changesSeen = async (whole: AppDeps['db'], sight: AppDeps['db'], changes: readonly Change[]) =>
  whole === sight || changes.length === 0 ? changes : findSeenChanges(sight, changes);

const told = (changes: readonly Change[]): Omit<Changes, 'position'> => ({
  isReset: false,
  recommendationIds: [...new Set(changes.flatMap(({ streamId }) => recommendationOf(streamId) ?? []))],
  hasMail: changes.some(({ streamId }) => streamId.startsWith('correspondence:')),
  hasDialogue: changes.some(({ streamId }) => streamId.startsWith('dialogue:')),
});

type Opened = {
  readonly reply: FastifyReply;
  readonly after: string;
  readonly streams: Set<() => void>;
} & Reader;

function openStream({ reply, tail, after, streams, seen }: Opened): void {
  reply.hijack();
  const { raw } = reply;
  let position = after;
  const send = (text: string): void => {
    raw.write(text);
    // Whoever does not read is let go, and comes back for the rest.
    if (raw.writableLength > mostUnreadBytes) raw.destroy();
  };
  const tellNext = async (): Promise<void> => {
    const { isReset, ...changes } = await changesAfter({ tail, seen }, position);
    if (changes.position === position && !isReset) return;
    position = changes.position;
    send(`id: ${position}\ndata: ${JSON.stringify({ ...changes, isReset })}\n\n`);
  };
  // One after the other: the database may be asked in between, and each goes on where the one before it ended.
  let telling = Promise.resolve();
  const giveUp = (): void => void raw.destroy();
  const tell = (): void => void (telling = telling.then(tellNext).catch(giveUp));
  const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  // A connection that served a stream serves nothing after it: kept alive, it would hold up the end of the process.
  raw.writeHead(200, { ...headers, connection: 'close', 'x-accel-buffering': 'no' } as Record<string, string>);
  // The first event names the place from which a reader goes on that loses its connection before anything happens.
  send(`retry: 3000\nid: ${position}\nevent: hello\ndata: {}\n\n`);
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
  const stop = tail.listen(tell);
  const end = (): void => void raw.end();
  const lastly = setTimeout(end, streamLifeMs);
  streams.add(end);
  raw.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(lastly);
    stop();
    streams.delete(end);
  });
  tell();
}
