import type { Kysely, Transaction } from 'kysely';
import { ulid } from 'ulid';
import { appendCorrespondenceEvents } from '../../db/event-store.ts';
import { lockLog } from '../../db/log.ts';
import { lastDigestOn } from '../../db/queries/correspondence.ts';
import type { ContactRow } from '../../db/register/contacts.ts';
import type { Schema } from '../../db/schema.ts';
import type { Clock } from '../../domain/clock.ts';
import { composeDigest, supersedeAll, type SupersededNotice } from '../../domain/correspondence/digest.ts';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import { nextDigestAt } from '../../domain/correspondence/timing.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { actor, nowOf, type CorrespondenceDeps } from './deps.ts';
import { readQueue, type WaitingNotice } from './queue.ts';

/** A digest that is on record as *sending*. */
export type ComposedDigest = {
  readonly digestId: string;
  readonly contact: ContactRow;
  readonly calendar: LocalCalendar;
  readonly onDate: CalendarDate;
  readonly at: Instant;
  readonly notices: readonly WaitingNotice[];
  readonly superseded: readonly SupersededNotice[];
};

/**
 * Chooses from what is queued at this moment and writes *sending*, in one transaction under the log's lock: two attempts
 * cannot choose the same notices, and an answer that is on record is never reminded of.
 */
export async function composeAndRecord(
  deps: CorrespondenceDeps,
  contact: ContactRow,
): Promise<ComposedDigest | 'nothing-to-send' | 'too-early'> {
  const calendar = await deps.calendars.forContact(contact.id);
  return deps.db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const queue = await readQueue(trx, contact.id);
    const at = nowOf(deps);
    const { send, superseded } = composeDigest(queue);
    const [oldest] = send;
    if (oldest === undefined) {
      await append(trx, contact.id, `supersede:${ulid()}`, supersededEvents(superseded, at));
      return 'nothing-to-send';
    }
    const lastOn = await lastDigestOn(trx, contact.id);
    const onDate = dateToSendOn(oldest.queuedAt, at, { lastDigestOn: lastOn, calendar, clock: deps.clock });
    if (onDate === undefined) return 'too-early';
    const digestId = `dig_${ulid()}`;
    const noticeIds = send.map(({ noticeId }) => noticeId);
    const messageId = deps.mailer.messageIdOf(digestId);
    const composed: CorrespondenceEvent = { type: 'DigestComposed', at, digestId, messageId, onDate, noticeIds };
    await append(trx, contact.id, `compose:${digestId}`, [...supersededEvents(superseded, at), composed]);
    return { digestId, contact, calendar, onDate, at, notices: send, superseded };
  });
}

/** Whoever cannot be reached is written nothing: their notices are put away. */
export const putAway = (db: Kysely<Schema>, contactId: ContactId, at: Instant): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const superseded = supersedeAll(await readQueue(trx, contactId));
    await append(trx, contactId, `supersede:${ulid()}`, supersededEvents(superseded, at));
  });

const append = (
  trx: Transaction<Schema>,
  contactId: ContactId,
  commandId: string,
  events: readonly CorrespondenceEvent[],
): Promise<boolean> => appendCorrespondenceEvents(trx, { contactId, commandId, actor, events });

const supersededEvents = (notices: readonly SupersededNotice[], at: Instant): readonly CorrespondenceEvent[] =>
  notices.length === 0 ? [] : [{ type: 'NoticesSuperseded', at, notices }];

type Sending = {
  readonly lastDigestOn: CalendarDate | null;
  readonly calendar: LocalCalendar;
  readonly clock: Clock;
};

/** Wall-clock time between planning a digest and sending it; where days are short, that may be days. */
const attemptMs = 60_000;
const realDayMs = 86_400_000;

/** The date of a digest that may go now; undefined when it must wait. */
function dateToSendOn(queuedAt: Instant, at: Instant, { clock, ...rest }: Sending): CalendarDate | undefined {
  const planned = new Date(Date.parse(at) - attemptMs * (realDayMs / clock.dayMs)).toISOString();
  const sendAt = nextDigestAt({ queuedAt, notBefore: planned, ...rest });
  return sendAt <= at ? rest.calendar.dateOf(sendAt) : undefined;
}
