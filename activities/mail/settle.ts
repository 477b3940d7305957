import { ApplicationFailure } from '@temporalio/activity';
import type { Kysely, Transaction } from 'kysely';
import { appendCorrespondenceEvents } from '../../db/event-store.ts';
import { lockLog } from '../../db/log.ts';
import { digestsBeingSent } from '../../db/queries/correspondence.ts';
import { findDigest } from '../../db/queries/notices.ts';
import { markUnreachable } from '../../db/register/contacts.ts';
import type { Schema } from '../../db/schema.ts';
import { realMsUntil, type Clock } from '../../domain/clock.ts';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { actor, nowOf, type CorrespondenceDeps } from './deps.ts';
import type { SendOutcome } from './outcome.ts';

export type DigestResult = SendOutcome & { readonly digestId: string };
type SettlingDeps = Pick<CorrespondenceDeps, 'db' | 'clock' | 'now'>;

/**
 * Wall-clock time after composing when no attempt can be alive: the dialogue ends within 30 s (transport.ts) and its
 * record within 12 s (below). A correspondence delivers one digest at a time, so nobody is kept waiting by this.
 */
const attemptEndsWithinMs = 50_000;

/** Puts on record what became of a digest, once, whatever else happens meanwhile. */
export const recordResult = (deps: SettlingDeps, contactId: ContactId, result: DigestResult): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const digest = await findDigest(trx, result.digestId);
    // An attempt that was given up for lost may still end: only that the mail was taken is news then.
    if (digest?.status !== 'sending' && result.outcome !== 'accepted') return;
    const at = nowOf(deps);
    const events = [eventOf(result, at)];
    await appendCorrespondenceEvents(trx, { contactId, commandId: `settle:${result.digestId}`, actor, events });
    if (result.outcome === 'refused') await markUnreachable(trx, contactId, 'refused-by-server', at);
  });

function eventOf({ digestId, outcome, response }: DigestResult, at: Instant): CorrespondenceEvent {
  switch (outcome) {
    case 'accepted':
      return { type: 'DigestAccepted', at, digestId, response };
    case 'refused':
      return { type: 'DigestRefused', at, digestId, response };
    case 'deferred':
      return { type: 'DigestDeferred', at, digestId, response };
    case 'uncertain':
      return { type: 'DigestLeftUncertain', at, digestId, reason: response };
  }
}

/**
 * What a crash left *sending* becomes *uncertain* and waits for a person: sending it again could double it. Returns the
 * instant at which a younger one may be judged, when there is one.
 */
export async function settleLeftovers(deps: SettlingDeps, contactId: ContactId): Promise<Instant | undefined> {
  const left = await digestsBeingSent(deps.db, contactId);
  const at = nowOf(deps);
  const judgedAt = (composedAt: Instant): Instant => later(deps.clock, composedAt, attemptEndsWithinMs);
  for (const { digest_id, composed_at } of left)
    if (judgedAt(composed_at) <= at) await leaveUncertain(deps.db, contactId, digest_id, at);
  return left.map(({ composed_at }) => judgedAt(composed_at)).find((instant) => instant > at);
}

const leaveUncertain = (db: Kysely<Schema>, contactId: ContactId, digestId: string, at: Instant): Promise<void> =>
  db.transaction().execute(async (trx: Transaction<Schema>) => {
    await lockLog(trx);
    if ((await findDigest(trx, digestId))?.status !== 'sending') return;
    const reason = 'the sender stopped before the mail server’s answer was on record';
    const events: readonly CorrespondenceEvent[] = [{ type: 'DigestLeftUncertain', at, digestId, reason }];
    await appendCorrespondenceEvents(trx, { contactId, commandId: `left:${digestId}`, actor, events });
  });

/** A delivery that may be running elsewhere is waited for, not repeated. */
export function refuseWhileUnderWay({ clock, now }: SettlingDeps, judgedAt: Instant | undefined): void {
  if (judgedAt === undefined) return;
  throw ApplicationFailure.create({
    message: 'Another attempt at this digest may still be under way',
    type: 'DeliveryUnderWay',
    nextRetryDelay: Math.max(1_000, realMsUntil(clock, (now ?? Date.now)(), judgedAt)),
  });
}

const realDayMs = 86_400_000;
const later = ({ dayMs }: Clock, from: Instant, realMs: number): Instant =>
  new Date(Date.parse(from) + realMs * (realDayMs / dayMs)).toISOString();

const pausesMs = [200, 400, 800, 1_600, 3_000, 3_000];

/** Tries for ten seconds: once a server has taken the mail, forgetting it over a lost connection would be a pity. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return work();
}
