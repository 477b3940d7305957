import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import { nameKey } from '../../domain/reference/participant-names.ts';
import type { Aliases } from '../../domain/treaty-import/read-participant.ts';
import type { Schema } from '../schema.ts';

export type AliasRow = Selectable<Schema['participant_aliases']>;

export const findAlias = (db: Kysely<Schema>, alias: string): Promise<AliasRow | undefined> =>
  db.selectFrom('participant_aliases').selectAll().where('key', '=', nameKey(alias)).executeTakeFirst();

/** All of them: an office explains dozens of names, never thousands. */
export async function readAliases(db: Kysely<Schema>): Promise<Aliases> {
  const rows = await db.selectFrom('participant_aliases').select(['key', 'participant']).execute();
  return new Map(rows.map(({ key, participant }) => [key, participant]));
}

type AliasWish = { readonly alias: string; readonly participant: string; readonly at: Instant };

/** Remembers what a name means; undefined when it is on record already, whatever it means there. */
export const addAlias = (db: Kysely<Schema>, { alias, participant, at }: AliasWish): Promise<AliasRow | undefined> =>
  db
    .insertInto('participant_aliases')
    .values({ key: nameKey(alias), alias, participant, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

/** Another meaning for a name that is still at `version`; undefined when somebody else changed it first. */
export const changeAlias = (
  db: Kysely<Schema>,
  { alias, participant }: Pick<AliasWish, 'alias' | 'participant'>,
  version: number,
): Promise<AliasRow | undefined> =>
  db
    .updateTable('participant_aliases')
    .set((set) => ({ alias, participant, version: set('version', '+', 1) }))
    .where('key', '=', nameKey(alias))
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();

export async function removeAlias(db: Kysely<Schema>, alias: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('participant_aliases')
    .where('key', '=', nameKey(alias))
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** By the words of the names. */
export const listAliases = (
  db: Kysely<Schema>,
  { limit, after }: { readonly limit: number; readonly after: string },
): Promise<readonly AliasRow[]> =>
  db.selectFrom('participant_aliases').selectAll().where('key', '>', after).orderBy('key').limit(limit).execute();
