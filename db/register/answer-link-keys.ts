import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Actor, Schema } from '../schema.ts';

export type LinkKeyRow = Selectable<Schema['answer_link_keys']>;
export type Revoking = { readonly at: Instant; readonly by: Actor; readonly because: string };

/** All keys that there are, the newest first. */
export const listLinkKeys = (db: Kysely<Schema>): Promise<LinkKeyRow[]> =>
  db.selectFrom('answer_link_keys').selectAll().orderBy('created_at', 'desc').orderBy('kid').execute();

export const findLinkKey = (db: Kysely<Schema>, kid: string): Promise<LinkKeyRow | undefined> =>
  db.selectFrom('answer_link_keys').selectAll().where('kid', '=', kid).executeTakeFirst();

export async function saveLinkKey(
  db: Kysely<Schema>,
  { kid, wrapped_key, created_at }: Pick<Insertable<Schema['answer_link_keys']>, 'kid' | 'wrapped_key' | 'created_at'>,
): Promise<void> {
  await db.insertInto('answer_link_keys').values({ kid, wrapped_key, created_at }).execute();
}

export async function rewrapLinkKey(db: Kysely<Schema>, kid: string, wrappedKey: string): Promise<void> {
  await db.updateTable('answer_link_keys').set({ wrapped_key: wrappedKey }).where('kid', '=', kid).execute();
}

/** Who revoked a key first, and why, stays on record. The key as it stands then; undefined when there is none. */
export async function revokeLinkKey(
  db: Kysely<Schema>,
  kid: string,
  { at, by, because }: Revoking,
): Promise<LinkKeyRow | undefined> {
  await db
    .updateTable('answer_link_keys')
    .set({ revoked_at: at, revoked_by: by, revoked_because: because })
    .where('kid', '=', kid)
    .where('revoked_at', 'is', null)
    .execute();
  return findLinkKey(db, kid);
}

export async function removeLinkKeys(db: Kysely<Schema>, kids: readonly string[]): Promise<void> {
  if (kids.length === 0) return;
  await db
    .deleteFrom('answer_link_keys')
    .where('kid', 'in', [...kids])
    .execute();
}
