import type { Insertable, Kysely } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;

export async function saveTicket(db: Db, row: Insertable<Schema['second_factor_tickets']>): Promise<void> {
  await db.insertInto('second_factor_tickets').values(row).execute();
}

/** Counts one attempt on a ticket; the account behind it, unless it has expired or has had all its attempts. */
export async function useTicket(
  db: Db,
  hash: string,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<string | undefined> {
  const row = await db
    .updateTable('second_factor_tickets')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('ticket_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('attempts', '<', most)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

/** Ends a ticket; false when another request has ended it. */
export async function endTicket(db: Db, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('second_factor_tickets')
    .where('ticket_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function endTickets(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('second_factor_tickets').where('account_id', '=', accountId).execute();
}

/** Takes the code of a step of time; false when one as new or newer was taken before. */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ totp_last_step: String(step) })
    .where('id', '=', accountId)
    .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', String(step))]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function saveRecoveryCodes(db: Db, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute();
}

/** A recovery code is good once; false when there is no such. */
export async function takeRecoveryCode(db: Db, accountId: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_codes')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
