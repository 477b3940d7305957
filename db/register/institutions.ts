import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export type InstitutionRow = Selectable<Schema['institutions']>;

export async function registerInstitution(
  db: Kysely<Schema>,
  row: Insertable<Schema['institutions']>,
): Promise<InstitutionRow> {
  await db
    .insertInto('institutions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('institutions').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

export const findInstitution = (db: Kysely<Schema>, id: string): Promise<InstitutionRow | undefined> =>
  db.selectFrom('institutions').selectAll().where('id', '=', id).executeTakeFirst();

export function listInstitutions(
  db: Kysely<Schema>,
  { stateCode }: { readonly stateCode?: string },
  page: { readonly afterId?: string; readonly limit: number },
): Promise<InstitutionRow[]> {
  let query = db.selectFrom('institutions').selectAll().orderBy('id').limit(page.limit);
  if (stateCode !== undefined) query = query.where('state_code', '=', stateCode);
  if (page.afterId !== undefined) query = query.where('id', '>', page.afterId);
  return query.execute();
}

export type ContactInstitution = Pick<InstitutionRow, 'id' | 'name' | 'kind'> & { readonly contact_id: string };

/** For whom contacts speak; a contact without an institution has no line. */
export async function listInstitutionsOf(
  db: Kysely<Schema>,
  contactIds: readonly string[],
): Promise<readonly ContactInstitution[]> {
  if (contactIds.length === 0) return [];
  return db
    .selectFrom('contacts as c')
    .innerJoin('institutions as i', 'i.id', 'c.institution_id')
    .select(['c.id as contact_id', 'i.id', 'i.name', 'i.kind'])
    .where('c.id', 'in', contactIds)
    .execute();
}
