import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;

export async function saveOpenidLogin(db: Db, row: Insertable<Schema['openid_logins']>): Promise<void> {
  await db.insertInto('openid_logins').values(row).execute();
}

/** Takes a login under way; one that is answered twice is there once. */
export const takeOpenidLogin = (
  db: Db,
  stateHash: string,
  now: Instant,
): Promise<Selectable<Schema['openid_logins']> | undefined> =>
  db
    .deleteFrom('openid_logins')
    .where('state_hash', '=', stateHash)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
