import { sql, type Insertable, type Kysely, type Selectable, type SqlBool, type Updateable } from 'kysely';
import type { UnreachableReason } from '../../domain/follow-up/events.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

export type ContactRow = Selectable<Schema['contacts']>;

export async function registerContact(db: Kysely<Schema>, row: Insertable<Schema['contacts']>): Promise<ContactRow> {
  await db
    .insertInto('contacts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('contacts').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

/** Somebody who can be written to and given work; whoever was erased is nobody. */
export const findContact = (db: Kysely<Schema>, id: ContactId): Promise<ContactRow | undefined> =>
  db.selectFrom('contacts').selectAll().where('id', '=', id).where('erased_at', 'is', null).executeTakeFirst();

/** Whoever stands behind an id in an event, erased or not. */
export const findContactEvenErased = (db: Kysely<Schema>, id: ContactId): Promise<ContactRow | undefined> =>
  db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst();

export type ContactFilter = {
  readonly institutionId?: string;
  readonly isUnreachable?: boolean;
  /** A part of the name or of the address. */
  readonly q?: string;
};

export function listContacts(
  db: Kysely<Schema>,
  { institutionId, isUnreachable, q }: ContactFilter,
  page: { readonly afterId?: string; readonly limit: number },
): Promise<ContactRow[]> {
  let query = db.selectFrom('contacts').selectAll().where('erased_at', 'is', null).orderBy('id').limit(page.limit);
  if (institutionId !== undefined) query = query.where('institution_id', '=', institutionId);
  if (isUnreachable !== undefined) query = query.where('unreachable_since', isUnreachable ? 'is not' : 'is', null);
  if (q !== undefined) query = query.where((where) => where.or([holds('name', q), holds('address', q)]));
  if (page.afterId !== undefined) query = query.where('id', '>', page.afterId);
  return query.execute();
}

const holds = (column: 'name' | 'address', part: string) =>
  sql<SqlBool>`strpos(lower(${sql.ref(column)}), lower(${part})) > 0`;

export type ContactChange = Pick<
  Updateable<Schema['contacts']>,
  'name' | 'address' | 'language' | 'time_zone' | 'institution_id'
>;

/** Changes a contact that is still at `version`; undefined when somebody else changed it first. A new address is tried again. */
export function changeContact(
  db: Kysely<Schema>,
  id: ContactId,
  version: number,
  change: ContactChange,
): Promise<ContactRow | undefined> {
  const isNewAddress = change.address !== undefined;
  return db
    .updateTable('contacts')
    .set({ ...change, ...(isNewAddress ? { unreachable_since: null, unreachable_because: null } : {}) })
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('erased_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** From now on notices for this contact's roles go to whoever stands in. */
export async function markUnreachable(
  db: Kysely<Schema>,
  id: ContactId,
  because: UnreachableReason,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ unreachable_since: at, unreachable_because: because })
    .where('id', '=', id)
    .where('unreachable_since', 'is', null)
    .execute();
}

/** Whom a contact named instead of themselves: personal data, so it stays with the contact. */
export async function saveSuggestion(db: Kysely<Schema>, id: ContactId, suggestion: string): Promise<void> {
  await db.updateTable('contacts').set({ suggestion }).where('id', '=', id).execute();
}

/** Gives a role for all follow-ups of a State that have no holder of their own. */
export async function assignStateRole(
  db: Kysely<Schema>,
  stateCode: string,
  role: Role,
  contactId: ContactId,
): Promise<void> {
  await db
    .insertInto('state_roles')
    .values({ state_code: stateCode, role, contact_id: contactId })
    .onConflict((conflict) => conflict.columns(['state_code', 'role']).doUpdateSet({ contact_id: contactId }))
    .execute();
}

export const listStateRoles = (
  db: Kysely<Schema>,
  stateCode: string,
): Promise<{ readonly role: Role; readonly contact_id: ContactId }[]> =>
  db
    .selectFrom('state_roles')
    .select(['role', 'contact_id'])
    .where('state_code', '=', stateCode)
    .orderBy('role')
    .execute();
