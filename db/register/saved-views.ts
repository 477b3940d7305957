import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export type SavedView = Schema['saved_views'];

/** Saves a view once: a repeat with the same id changes nothing and gives what is there. */
export async function registerSavedView(db: Kysely<Schema>, view: SavedView): Promise<SavedView> {
  await db
    .insertInto('saved_views')
    .values(view)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('saved_views').selectAll().where('id', '=', view.id).executeTakeFirstOrThrow();
}

export const listSavedViews = (db: Kysely<Schema>, limit: number): Promise<SavedView[]> =>
  db.selectFrom('saved_views').selectAll().orderBy('title').orderBy('id').limit(limit).execute();

/** False when there was none. */
export async function deleteSavedView(db: Kysely<Schema>, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('saved_views').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
