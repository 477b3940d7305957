import type { Kysely } from 'kysely';
import type { Handover } from '../../activities/contract.ts';
import { waitingOf } from '../../domain/correspondence/digest.ts';
import type { Waiting } from '../../domain/correspondence/timing.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { isNotInTransit } from './in-transit.ts';

/** What waits for a contact and since when; read without the follow-ups it is about. */
export async function waitingFor(db: Kysely<Schema>, contactId: ContactId): Promise<Waiting | undefined> {
  const rows = await db
    .selectFrom('notices')
    .select(['kind', 'queued_at'])
    .where('contact_id', '=', contactId)
    .where('status', '=', 'queued')
    .where(isNotInTransit('notices'))
    .execute();
  return waitingOf(rows.map(({ kind, queued_at }) => ({ kind, queuedAt: queued_at })));
}

export type SentOn = { readonly lastDigestOn: CalendarDate | null; readonly lastRoutineOn: CalendarDate | null };

/**
 * The last dates on which a digest went to a contact, or may have gone: what was deferred certainly did not. Of routine
 * mail, what was refused or came back was never read either.
 */
export async function lastSentOn(db: Kysely<Schema>, contactId: ContactId): Promise<SentOn> {
  const row = await db
    .selectFrom('digests')
    .select(({ fn }) => [
      fn.max('on_date').as('any_on'),
      fn
        .max('on_date')
        .filterWhere('carries_routine', '=', true)
        .filterWhere('status', 'not in', ['refused', 'bounced'])
        .as('routine_on'),
    ])
    .where('contact_id', '=', contactId)
    .where('status', '<>', 'deferred')
    .executeTakeFirst();
  return { lastDigestOn: row?.any_on ?? null, lastRoutineOn: row?.routine_on ?? null };
}

/** Who has got something from a contact's queue that still waits, and when the last of it came. */
export async function handoversFrom(db: Kysely<Schema>, contactId: ContactId): Promise<readonly Handover[]> {
  const rows = await db
    .selectFrom('notices')
    .select(({ fn }) => ['contact_id', fn.max('updated_at').as('at')])
    .where('readdressed_from', '=', contactId)
    .where('status', '=', 'queued')
    .groupBy('contact_id')
    .orderBy('contact_id')
    .execute();
  return rows.flatMap(({ contact_id: to, at }) => (to === null ? [] : [{ to, at }]));
}

/** Digests of which nobody has said what became of them. */
export const digestsBeingSent = (
  db: Kysely<Schema>,
  contactId: ContactId,
): Promise<{ readonly digest_id: string; readonly composed_at: Instant }[]> =>
  db
    .selectFrom('digests')
    .select(['digest_id', 'composed_at'])
    .where('contact_id', '=', contactId)
    .where('status', '=', 'sending')
    .orderBy('composed_at')
    .execute();

/** How often the mail server has put a contact off since it last took a digest for them. */
export async function deferralsInARow(db: Kysely<Schema>, contactId: ContactId): Promise<number> {
  const recent = await db
    .selectFrom('digests')
    .select('status')
    .where('contact_id', '=', contactId)
    .orderBy('composed_at', 'desc')
    .orderBy('digest_id', 'desc')
    .limit(16)
    .execute();
  const settled = recent.findIndex(({ status }) => status !== 'deferred');
  return settled === -1 ? recent.length : settled;
}
