import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;
export type AccountMailRow = Selectable<Schema['account_mails']>;

/** Asks for a mail. Asked for again while it waits, it is still one mail. */
export async function askForMail(db: Db, row: Insertable<Schema['account_mails']>): Promise<void> {
  await db
    .insertInto('account_mails')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'email']).doNothing())
    .execute();
}

/** Takes what is to be sent now, and puts it off meanwhile: two senders do not take the same, and a lost one is tried again. */
export const takeMails = (db: Db, now: Instant, nextTryAt: Instant): Promise<AccountMailRow[]> =>
  db
    .updateTable('account_mails')
    .set({ next_try_at: nextTryAt })
    .where('id', 'in', (inner) =>
      inner
        .selectFrom('account_mails')
        .select('id')
        .where('next_try_at', '<=', now)
        .orderBy('asked_at')
        .limit(20)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();

export async function removeMail(db: Db, id: string): Promise<void> {
  await db.deleteFrom('account_mails').where('id', '=', id).execute();
}
