import type { Transaction, Updateable } from 'kysely';
import type { CorrespondenceEvent, NoticeStatus } from '../../domain/correspondence/events.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { DigestStatus, Schema } from '../schema.ts';

type Notice = Updateable<Schema['notices']>;

/** Moves notices and digests along as their mail lives. */
export async function projectCorrespondence(
  trx: Transaction<Schema>,
  contactId: ContactId,
  event: CorrespondenceEvent,
): Promise<void> {
  switch (event.type) {
    case 'DigestComposed':
      return composed(trx, contactId, event);
    case 'NoticesSuperseded':
      return superseded(trx, event);
    case 'NoticesReaddressed':
      return readdressed(trx, contactId, event);
    case 'DigestAccepted':
      await settle(trx, event, 'accepted', event.response);
      return moveNotices(trx, event, ['sending', 'uncertain'], accepted(event.at, event.response));
    case 'DigestDeferred':
      await settle(trx, event, 'deferred', event.response);
      return moveNotices(trx, event, ['sending'], queuedAgain);
    case 'DigestRefused':
      await settle(trx, event, 'refused', event.response);
      return moveNotices(trx, event, ['sending'], { status: 'refused', smtp_response: event.response });
    case 'DigestLeftUncertain':
      await settle(trx, event, 'uncertain', event.reason);
      return moveNotices(trx, event, ['sending'], { status: 'uncertain', smtp_response: event.reason });
    case 'DigestResolved':
      await settle(trx, event, event.wasDelivered ? 'accepted' : 'deferred', 'decided by a person');
      return moveNotices(trx, event, ['uncertain'], event.wasDelivered ? accepted(event.at, null) : queuedAgain);
    case 'DigestBounced':
      return bounced(trx, event);
  }
}

type EventOf<T extends CorrespondenceEvent['type']> = Extract<CorrespondenceEvent, { type: T }>;

const accepted = (at: string, response: string | null): Notice => ({
  status: 'accepted',
  accepted_at: at,
  smtp_response: response,
});

const queuedAgain: Notice = { status: 'queued', digest_id: null, message_id: null, sending_at: null };

async function composed(trx: Transaction<Schema>, contactId: string, event: EventOf<'DigestComposed'>): Promise<void> {
  const { digestId, messageId, onDate, noticeIds, carriesRoutine, at } = event;
  const digest = { digest_id: digestId, contact_id: contactId, on_date: onDate, message_id: messageId };
  await trx
    .insertInto('digests')
    .values({ ...digest, status: 'sending', composed_at: at, carries_routine: carriesRoutine })
    .execute();
  await trx
    .updateTable('notices')
    .set({ status: 'sending', digest_id: digestId, message_id: messageId, sending_at: at, updated_at: at })
    .where('notice_id', 'in', [...noticeIds])
    .execute();
}

async function superseded(trx: Transaction<Schema>, { notices, at }: EventOf<'NoticesSuperseded'>): Promise<void> {
  for (const { noticeId, reason, by } of notices)
    await trx
      .updateTable('notices')
      .set({ status: 'superseded', superseded_reason: reason, superseded_by: by, updated_at: at })
      .where('notice_id', '=', noticeId)
      .execute();
}

/** From here on the notice waits in another correspondence; how long it has waited stays as it is. */
async function readdressed(
  trx: Transaction<Schema>,
  contactId: ContactId,
  { notices, at }: EventOf<'NoticesReaddressed'>,
): Promise<void> {
  for (const { noticeId, to, actingAs } of notices)
    await trx
      .updateTable('notices')
      .set({ contact_id: to, acting_as: actingAs, readdressed_from: contactId, updated_at: at })
      .where('notice_id', '=', noticeId)
      .execute();
}

type About = { readonly digestId: string; readonly at: string };

const settle = (trx: Transaction<Schema>, { digestId, at }: About, status: DigestStatus, response: string) =>
  trx.updateTable('digests').set({ status, settled_at: at, response }).where('digest_id', '=', digestId).execute();

async function moveNotices(
  trx: Transaction<Schema>,
  { digestId, at }: About,
  from: readonly NoticeStatus[],
  to: Notice,
): Promise<void> {
  await trx
    .updateTable('notices')
    .set({ ...to, updated_at: at })
    .where('digest_id', '=', digestId)
    .where('status', 'in', [...from])
    .execute();
}

/** A delayed delivery leaves its trace; only a permanent failure changes what became of the notices. */
async function bounced(trx: Transaction<Schema>, event: EventOf<'DigestBounced'>): Promise<void> {
  const { digestId, status, isPermanent, at } = event;
  const trace = { bounce_status: status, bounced_at: at };
  if (isPermanent) await settle(trx, event, 'bounced', status);
  const from: readonly NoticeStatus[] = ['sending', 'accepted', 'uncertain'];
  await moveNotices(trx, { digestId, at }, from, isPermanent ? { status: 'bounced', ...trace } : trace);
}
