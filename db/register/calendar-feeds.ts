import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ContactId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';

export type CalendarFeedRow = Selectable<Schema['calendar_feeds']>;

/** Gives a contact a feed. There is one for each: the address of the one before stops working. */
export async function saveCalendarFeed(db: Kysely<Schema>, row: Insertable<Schema['calendar_feeds']>): Promise<void> {
  const { id, secret_hash, created_at } = row;
  await db
    .insertInto('calendar_feeds')
    .values(row)
    .onConflict((conflict) => conflict.column('contact_id').doUpdateSet({ id, secret_hash, created_at }))
    .execute();
}

export const findCalendarFeed = (db: Kysely<Schema>, id: string): Promise<CalendarFeedRow | undefined> =>
  db.selectFrom('calendar_feeds').selectAll().where('id', '=', id).executeTakeFirst();

export const findCalendarFeedOf = (db: Kysely<Schema>, contactId: ContactId): Promise<CalendarFeedRow | undefined> =>
  db.selectFrom('calendar_feeds').selectAll().where('contact_id', '=', contactId).executeTakeFirst();

/** Takes a feed away; false when there was none. */
export async function removeCalendarFeed(db: Kysely<Schema>, contactId: ContactId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_feeds')
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
