import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Grant } from '../../domain/access/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { ownGrants } from './sessions.ts';

type Db = Kysely<Schema>;
export type TokenRow = Selectable<Schema['api_tokens']>;
export type OwnedToken = TokenRow & {
  readonly contact_id: string | null;
  readonly is_disabled: boolean;
  readonly grants: readonly Grant[];
};

export async function saveToken(db: Db, row: Insertable<Schema['api_tokens']>): Promise<void> {
  await db.insertInto('api_tokens').values(row).execute();
}

export const findToken = (db: Db, hash: string): Promise<OwnedToken | undefined> =>
  db
    .selectFrom('api_tokens')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account_id')
    .selectAll('api_tokens')
    .select(['contact_id', 'is_disabled', ownGrants])
    .where('token_hash', '=', hash)
    .executeTakeFirst();

export async function noteUse(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('api_tokens').set({ last_used_at: at }).where('id', '=', id).execute();
}

export const listTokens = (db: Db, accountId: string): Promise<TokenRow[]> =>
  db.selectFrom('api_tokens').selectAll().where('account_id', '=', accountId).orderBy('id').execute();

/** Takes a token away; false when the account has no such. */
export async function removeToken(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_tokens')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function expiryOfToken(db: Db, id: string): Promise<Instant | undefined> {
  const row = await db.selectFrom('api_tokens').select('expires_at').where('id', '=', id).executeTakeFirst();
  return row?.expires_at;
}
