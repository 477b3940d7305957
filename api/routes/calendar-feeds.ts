import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  findCalendarFeed,
  findCalendarFeedOf,
  removeCalendarFeed,
  saveCalendarFeed,
} from '../../db/register/calendar-feeds.ts';
import { findContact } from '../../db/register/contacts.ts';
import { calendarOf } from '../calendar-feed.ts';
import { feedPath, isSecretOf, newFeedAddress, readFeedAddress } from '../calendar-secret.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';
import { secretHash } from '../sign-in/secrets.ts';

const feedSchema = z.object({ isActive: z.boolean(), createdAt: z.string().nullable() }).meta({
  id: 'CalendarFeed',
  description: 'Whether a contact has a calendar feed; its address is told once and kept nowhere',
});
const newFeedSchema = z
  .object({
    url: z.string().meta({ description: 'Whoever has it reads the dates of the contact: for them alone' }),
    createdAt: z.string(),
  })
  .meta({ id: 'NewCalendarFeed' });

/** Giving a contact a calendar, changing its address, and taking it away. */
export function calendarFeedRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const common = { tags: ['Contacts'], params: idParams };

  const one = { ...common, response: { 200: feedSchema, ...problemResponses } };
  app.get('/contacts/:id/calendar-feed', { schema: one }, async ({ params: { id } }) => {
    await requireContact(deps, id);
    const feed = await findCalendarFeedOf(db, id);
    return { isActive: feed !== undefined, createdAt: feed?.created_at ?? null };
  });

  const give = {
    ...common,
    summary: 'A new secret address; the one before stops working',
    headers: idempotencyHeaders,
    response: { 201: newFeedSchema, ...problemResponses },
  };
  app.post(
    '/contacts/:id/calendar-feed',
    { schema: give, config: { isAnswerSecret: true } },
    async ({ params: { id } }, reply) => {
      await requireContact(deps, id);
      const address = newFeedAddress();
      const createdAt = nowOf(deps);
      const feed = { contact_id: id, id: address.id, secret_hash: secretHash(address.secret), created_at: createdAt };
      await saveCalendarFeed(db, feed);
      void reply.header('cache-control', 'no-store');
      return reply.status(201).send({ url: `${deps.publicUrl}${feedPath(address)}`, createdAt });
    },
  );

  const revoke = { ...common, summary: 'Its address stops working', response: { 204: z.null(), ...problemResponses } };
  app.delete('/contacts/:id/calendar-feed', { schema: revoke }, async ({ params: { id } }, reply) => {
    await requireContact(deps, id);
    if (!(await removeCalendarFeed(db, id))) throw new Problem('UnknownCalendarFeed');
    return reply.status(204).send(null);
  });
}

/** Programs ask every few minutes, several for one person behind one address. */
const rateLimit = { max: 60, timeWindow: '1 minute' };

/** The calendar itself, behind its secret address alone: what is wrong, revoked or unknown looks the same. */
export function calendarRoutes(app: FastifyInstance, deps: AppDeps): void {
  const options = { schema: { hide: true }, config: { rateLimit } };
  app.get<{ Params: { token: string } }>('/calendars/:token', options, async ({ params, headers }, reply) => {
    const address = readFeedAddress(params.token);
    const feed = address && (await findCalendarFeed(deps.db, address.id));
    const isRight = isSecretOf(feed?.secret_hash, address?.secret ?? '');
    const contact = feed && isRight ? await findContact(deps.db, feed.contact_id) : undefined;
    if (contact === undefined) throw new Problem('NotFound');
    const text = await calendarOf(deps, contact);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    void reply.headers({
      etag,
      'cache-control': 'private, max-age=300, must-revalidate',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    if (isKnown(headers['if-none-match'], etag)) return reply.status(304).send();
    return reply
      .header('content-disposition', 'inline; filename="relance.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text);
  });
}

const isKnown = (sent: string | undefined, etag: string): boolean =>
  sent !== undefined && sent.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

async function requireContact({ db }: AppDeps, id: string): Promise<void> {
  if (!(await findContact(db, id))) throw new Problem('UnknownContact');
}
