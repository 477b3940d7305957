import { ApplicationFailure } from '@temporalio/activity';
import { deferralsInARow, waitingFor } from '../db/queries/correspondence.ts';
import { findContact } from '../db/register/contacts.ts';
import { realMsOfDays, type Clock } from '../domain/clock.ts';
import type { ContactId } from '../domain/ids.ts';
import type { CorrespondenceActivities, DigestOutcome } from './contract.ts';
import { composeAndRecord, putAway, type ComposedDigest } from './mail/compose.ts';
import { contentOf } from './mail/content.ts';
import { nowOf, type CorrespondenceDeps } from './mail/deps.ts';
import type { SendOutcome } from './mail/outcome.ts';
import { renderDigest } from './mail/render.ts';
import { insist, recordResult, refuseWhileUnderWay, settleLeftovers, type DigestResult } from './mail/settle.ts';

/**
 * Sends what is queued for one contact as one mail, at most once: *sending* is on record before the dialogue with the mail
 * server begins, and its outcome after it. What ends in between becomes uncertain, for a person to decide.
 */
export function createDeliverDigest(deps: CorrespondenceDeps): CorrespondenceActivities['deliverDigest'] {
  /** Outcomes that the database could not take; this worker's next attempt records them first. */
  const unrecorded = new Map<ContactId, DigestResult>();

  const record = async (contactId: ContactId, result: DigestResult): Promise<void> => {
    unrecorded.set(contactId, result);
    await insist(() => recordResult(deps, contactId, result));
    unrecorded.delete(contactId);
  };

  return async (contactId) => {
    const known = unrecorded.get(contactId);
    if (known !== undefined) {
      await record(contactId, known);
      return outcomeOf(deps, contactId, known);
    }
    refuseWhileUnderWay(deps, await settleLeftovers(deps, contactId));
    const contact = await findContact(deps.db, contactId);
    if (contact === undefined || contact.unreachable_since !== null) {
      await putAway(deps.db, contactId, nowOf(deps));
      return { outcome: 'nothing-to-send' };
    }
    if ((await waitingFor(deps.db, contactId)) === undefined) return { outcome: 'nothing-to-send' };
    // Before composing: an outage of the mail server then leaves no digest behind, however long it lasts.
    if (!(await deps.mailer.isReachable()))
      throw ApplicationFailure.retryable('The mail server cannot be reached', 'MailServerAway');
    waitForTurn(deps);
    const composed = await composeAndRecord(deps, contact);
    if (typeof composed === 'string') return { outcome: composed };
    const result = { digestId: composed.digestId, ...(await send(deps, composed)) };
    await record(contactId, result);
    return outcomeOf(deps, contactId, result);
  };
}

/** Before composing too: what has to wait for its turn must be chosen when that comes. */
function waitForTurn({ mailer }: CorrespondenceDeps): void {
  const waitMs = mailer.takeTurn();
  if (waitMs === 0) return;
  const message = 'As many mails have gone as may go in a second or a minute';
  throw ApplicationFailure.create({ message, type: 'MailRateReached', nextRetryDelay: Math.ceil(waitMs) });
}

async function send(deps: CorrespondenceDeps, digest: ComposedDigest): Promise<SendOutcome> {
  const { digestId, contact, at } = digest;
  const prepared = await prepare(deps, digest).catch((error: Error) => error);
  // Nothing has left the house, so the notices go back into the queue.
  if (prepared instanceof Error)
    return { outcome: 'deferred', response: `the digest could not be written: ${prepared.name}` };
  return deps.mailer.send({ digestId, to: { name: contact.name, address: contact.address }, at, ...prepared });
}

async function prepare(deps: CorrespondenceDeps, digest: ComposedDigest) {
  const unsubscribeUrl = await deps.links.unsubscribeUrl?.(digest.contact.id);
  const rendered = renderDigest(await contentOf(deps, digest));
  return unsubscribeUrl === undefined ? rendered : { ...rendered, unsubscribeUrl };
}

/** Putting off is an answer of the mail server but a failure of the attempt: the next one composes afresh. */
async function outcomeOf(
  { db, clock }: CorrespondenceDeps,
  contactId: ContactId,
  { outcome, digestId, response }: DigestResult,
): Promise<DigestOutcome> {
  if (outcome !== 'deferred') return { outcome, digestId };
  throw ApplicationFailure.create({
    message: `The mail server did not take the digest yet: ${response}`,
    type: 'MailDeferred',
    nextRetryDelay: pauseAfter(await deferralsInARow(db, contactId), clock),
  });
}

/** From a minute to an hour of the calendar, with jitter: whoever greylists wants to see patience. */
function pauseAfter(deferrals: number, clock: Clock): number {
  const longestMs = Math.max(1_000, realMsOfDays(clock, 1 / 24));
  const pauseMs = Math.min(longestMs, 60_000 * 2 ** Math.max(0, deferrals - 1));
  return Math.ceil(pauseMs * (0.75 + Math.random() / 2));
}
