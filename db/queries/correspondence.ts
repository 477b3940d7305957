import type { Kysely } from 'kysely';
import type { ContactId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

/** When the oldest notice that waits for a contact was queued. */
export async function oldestQueuedAt(db: Kysely<Schema>, contactId: ContactId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('notices')
    .select('queued_at')
    .where('contact_id', '=', contactId)
    .where('status', '=', 'queued')
    .orderBy('queued_at')
    .limit(1)
    .executeTakeFirst();
  return row?.queued_at;
}

/** The last date on which a digest went to a contact, or may have gone; what was deferred certainly did not. */
export async function lastDigestOn(db: Kysely<Schema>, contactId: ContactId): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('digests')
    .select('on_date')
    .where('contact_id', '=', contactId)
    .where('status', '<>', 'deferred')
    .orderBy('on_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.on_date ?? null;
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
