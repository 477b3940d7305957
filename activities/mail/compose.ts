import type { Kysely, Transaction } from 'kysely';
import { ulid } from 'ulid';
import { appendCorrespondenceEvents } from '../../db/event-store.ts';
import { lockLog } from '../../db/log.ts';
import type { ContactRow } from '../../db/register/contacts.ts';
import type { Schema } from '../../db/schema.ts';
import type { Clock } from '../../domain/clock.ts';
import { isAwayOn } from '../../domain/correspondence/absence.ts';
import {
  composeDigest,
  supersedeAll,
  waitingOf,
  type Composition,
  type SupersededNotice,
} from '../../domain/correspondence/digest.ts';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import { isPressing } from '../../domain/correspondence/pressing.ts';
import { nextDigestAt, type DigestTiming, type Waiting } from '../../domain/correspondence/timing.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { actor, nowOf, type CorrespondenceDeps } from './deps.ts';
import { readQueue, type WaitingNotice } from './queue.ts';
import { readTiming } from './timing.ts';

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
 * cannot choose the same notices, and an answer that is on record is never reminded of. What is found to be needless or
 * for somebody else is put on record even when nothing may be sent yet.
 */
export async function composeAndRecord(
  deps: CorrespondenceDeps,
  contact: ContactRow,
): Promise<ComposedDigest | 'nothing-to-send' | 'too-early'> {
  const calendar = await deps.calendars.forContact(contact.id);
  return deps.db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const at = nowOf(deps);
    const composition = composeDigest(await readQueue(trx, contact.id, at));
    const { send, superseded } = composition;
    const { routineMailDays } = deps;
    const timing = await readTiming(trx, { contactId: contact.id, calendar, routineMailDays, notBefore: at });
    const waiting = waitingOf(send);
    const onDate = waiting && dateToSendOn(waiting, timing, deps.clock);
    if (onDate === undefined) {
      await append(trx, contact.id, `settle-queue:${ulid()}`, settlingEvents(composition, at));
      return waiting === undefined ? 'nothing-to-send' : 'too-early';
    }
    const digestId = `dig_${ulid()}`;
    const composed: CorrespondenceEvent = {
      type: 'DigestComposed',
      at,
      digestId,
      messageId: deps.mailer.messageIdOf(digestId),
      onDate,
      noticeIds: send.map(({ noticeId }) => noticeId),
      carriesRoutine: send.some(({ kind }) => !isPressing(kind)),
    };
    await append(trx, contact.id, `compose:${digestId}`, [...settlingEvents(composition, at), composed]);
    return { digestId, contact, calendar, onDate, at, notices: send, superseded };
  });
}

/** Whoever cannot be reached is written nothing: their notices are put away. */
export const putAway = (db: Kysely<Schema>, contactId: ContactId, at: Instant): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const superseded = supersedeAll(await readQueue(trx, contactId, at));
    await append(trx, contactId, `supersede:${ulid()}`, settlingEvents({ superseded, readdressed: [] }, at));
  });

/** What is for somebody else today moves to their queue; what is no longer true moves nowhere. */
export const readdress = (db: Kysely<Schema>, contactId: ContactId, at: Instant): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const composition = composeDigest(await readQueue(trx, contactId, at));
    await append(trx, contactId, `settle-queue:${ulid()}`, settlingEvents(composition, at));
  });

const append = (
  trx: Transaction<Schema>,
  contactId: ContactId,
  commandId: string,
  events: readonly CorrespondenceEvent[],
): Promise<boolean> => appendCorrespondenceEvents(trx, { contactId, commandId, actor, events });

function settlingEvents(
  { superseded, readdressed }: Pick<Composition, 'superseded' | 'readdressed'>,
  at: Instant,
): readonly CorrespondenceEvent[] {
  return [
    ...(superseded.length === 0 ? [] : [{ type: 'NoticesSuperseded', at, notices: superseded } as const]),
    ...(readdressed.length === 0 ? [] : [{ type: 'NoticesReaddressed', at, notices: readdressed } as const]),
  ];
}

/** Wall-clock time between planning a digest and sending it; where days are short, that may be days. */
const attemptMs = 60_000;
const realDayMs = 86_400_000;

/** The date of a digest that may go now; undefined when it must wait. Nobody is written to while they are away. */
function dateToSendOn(waiting: Waiting, timing: DigestTiming, clock: Clock): CalendarDate | undefined {
  const { notBefore: at, calendar, absences } = timing;
  if (isAwayOn(calendar.dateOf(at), absences)) return undefined;
  const planned = new Date(Date.parse(at) - attemptMs * (realDayMs / clock.dayMs)).toISOString();
  const sendAt = nextDigestAt(waiting, { ...timing, notBefore: planned });
  return sendAt <= at ? calendar.dateOf(sendAt) : undefined;
}
