import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;
export type AccountLinkRow = Selectable<Schema['account_links']>;

/** Keeps a link in place of those of its kind for the same account: the newest one alone is good. */
export async function saveAccountLink(db: Db, row: Insertable<Schema['account_links']>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('account_links')
      .where('kind', '=', row.kind)
      .where('account_id', 'is not distinct from', row.account_id ?? null)
      .where('email', 'is not distinct from', row.email ?? null)
      .execute();
    await tx.insertInto('account_links').values(row).execute();
  });
}

export const findAccountLink = (db: Db, hash: string, now: Instant): Promise<AccountLinkRow | undefined> =>
  db
    .selectFrom('account_links')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Takes a link, which is then used: of two who use it at once, one gets it. */
export const takeAccountLink = (db: Db, hash: string, now: Instant): Promise<AccountLinkRow | undefined> =>
  db
    .deleteFrom('account_links')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();

/** A password that was just chosen makes the links worthless that could choose another. */
export async function removeAccountLinks(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('account_links').where('account_id', '=', accountId).execute();
}
