import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;

/** Remembers a device on which somebody has signed in to an account. */
export async function rememberDevice(db: Db, hash: string, accountId: string, at: Instant): Promise<void> {
  await db
    .insertInto('known_devices')
    .values({ token_hash: hash, account_id: accountId, last_used_at: at })
    .onConflict((conflict) => conflict.columns(['token_hash', 'account_id']).doUpdateSet({ last_used_at: at }))
    .execute();
}

/** Whether a device has signed in to the account of an address before. Asks the same of an address that has none. */
export async function isKnownDevice(db: Db, hash: string, email: string): Promise<boolean> {
  const known = await db
    .selectFrom('known_devices')
    .innerJoin('accounts', 'accounts.id', 'known_devices.account_id')
    .select('account_id')
    .where('token_hash', '=', hash)
    .where('email', '=', email)
    .executeTakeFirst();
  return known !== undefined;
}

export async function forgetDevices(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('known_devices').where('account_id', '=', accountId).execute();
}
