import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export type SourceRow = Selectable<Schema['sources']>;

/** Registers a source once: a repeat with the same id changes nothing and gives what is there. */
export async function registerSource(db: Kysely<Schema>, row: Insertable<Schema['sources']>): Promise<SourceRow> {
  await db
    .insertInto('sources')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('sources').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

export const findSource = (db: Kysely<Schema>, id: string): Promise<SourceRow | undefined> =>
  db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst();

export type SourceFilter = { readonly kind?: Schema['sources']['kind']; readonly stateCode?: string };

/** Pages by id, which grows with the time of registering. */
export function listSources(
  db: Kysely<Schema>,
  { kind, stateCode }: SourceFilter,
  page: { readonly afterId?: string; readonly limit: number },
): Promise<SourceRow[]> {
  let query = db.selectFrom('sources').selectAll().orderBy('id').limit(page.limit);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (stateCode !== undefined) query = query.where('state_code', '=', stateCode);
  if (page.afterId !== undefined) query = query.where('id', '>', page.afterId);
  return query.execute();
}
