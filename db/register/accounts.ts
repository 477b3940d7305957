import { sql, type Insertable, type Kysely, type Selectable, type SqlBool, type Updateable } from 'kysely';
import { isAdministrator } from '../../domain/access/grants.ts';
import type { AccessRole, Grant } from '../../domain/access/principal.ts';
import type { GrantOrigin, Schema } from '../schema.ts';

export type AccountRow = Selectable<Schema['accounts']>;
export type GivenGrant = Grant & { readonly origin: GrantOrigin };
export type AccountWithGrants = AccountRow & { readonly grants: readonly GivenGrant[] };

type Db = Kysely<Schema>;

/** A grant each for its origin, in the order in which they were given. */
const grantsColumn = sql<readonly GivenGrant[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'origin', g.origin) order by g.origin, g.number)
  from account_grants g where g.account_id = accounts.id), '[]'::jsonb)`.as('grants');

const accountsOf = (db: Db) => db.selectFrom('accounts').selectAll('accounts').select(grantsColumn);

/** Somebody who can have an account; whoever was erased has none. */
export const findAccount = (db: Db, id: string): Promise<AccountWithGrants | undefined> =>
  accountsOf(db).where('accounts.id', '=', id).where('erased_at', 'is', null).executeTakeFirst();

/** Whoever stands behind an id in an event, erased or not. */
export const findAccountEvenErased = (db: Db, id: string): Promise<AccountWithGrants | undefined> =>
  accountsOf(db).where('accounts.id', '=', id).executeTakeFirst();

/** The accounts of a person whom mail asks too. */
export async function listAccountsOfContact(db: Db, contactId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export const findAccountByEmail = (db: Db, email: string): Promise<AccountWithGrants | undefined> =>
  accountsOf(db).where('email', '=', email).executeTakeFirst();

export const findAccountBySubject = (
  db: Db,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<AccountWithGrants | undefined> =>
  accountsOf(db).where('openid_issuer', '=', issuer).where('openid_subject', '=', subject).executeTakeFirst();

export type AccountFilter = {
  /** A part of the name or of the address. */
  readonly q?: string;
  readonly role?: AccessRole;
  readonly isDisabled?: boolean;
};

export function listAccounts(
  db: Db,
  { q, role, isDisabled, ...page }: AccountFilter & { readonly afterId?: string; readonly limit: number },
): Promise<AccountWithGrants[]> {
  let query = accountsOf(db).where('erased_at', 'is', null).orderBy('accounts.id').limit(page.limit);
  if (page.afterId !== undefined) query = query.where('accounts.id', '>', page.afterId);
  if (q !== undefined)
    query = query.where(sql<SqlBool>`strpos(lower(accounts.name || ' ' || accounts.email), lower(${q})) > 0`);
  if (isDisabled !== undefined) query = query.where('accounts.is_disabled', '=', isDisabled);
  if (role !== undefined)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_grants')
          .select('account_grants.role')
          .whereRef('account_grants.account_id', '=', 'accounts.id')
          .where('account_grants.role', '=', role),
      ),
    );
  return query.execute();
}

/** Registers an account; false when its address has one already. */
export async function insertAccount(db: Db, row: Insertable<Schema['accounts']>): Promise<boolean> {
  const inserted = await db
    .insertInto('accounts')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function changeAccount(db: Db, id: string, change: Updateable<Schema['accounts']>): Promise<void> {
  await db.updateTable('accounts').set(change).where('id', '=', id).execute();
}

/** Everything that one origin grants, in place of what it granted before. */
export async function replaceGrants(
  db: Db,
  accountId: string,
  { origin, grants }: { readonly origin: GrantOrigin; readonly grants: readonly Grant[] },
): Promise<void> {
  await db.deleteFrom('account_grants').where('account_id', '=', accountId).where('origin', '=', origin).execute();
  if (grants.length === 0) return;
  const rows = grants.map(({ role, scope }, number) => ({ role, scope: JSON.stringify(scope), number }));
  await db
    .insertInto('account_grants')
    .values(rows.map((row) => ({ ...row, account_id: accountId, origin })))
    .execute();
}

/** Whether these accounts are all that could administer this installation. */
export async function isLastAdministrator(db: Db, ...ids: readonly string[]): Promise<boolean> {
  const rows = await accountsOf(db)
    .where('accounts.id', 'in', ['', ...ids])
    .where('is_disabled', '=', false)
    .execute();
  return rows.some(({ grants }) => isAdministrator(grants)) && !(await hasOtherAdministrator(db, ids));
}

async function hasOtherAdministrator(db: Db, ids: readonly string[]): Promise<boolean> {
  const other = await db
    .selectFrom('accounts')
    .innerJoin('account_grants', 'account_grants.account_id', 'accounts.id')
    .select('accounts.id')
    .where('role', '=', 'administrator')
    .where('is_disabled', '=', false)
    .where('accounts.id', 'not in', ['', ...ids])
    // Somebody who was invited and never came could let nobody in.
    .where((where) => where.or([where('password_hash', 'is not', null), where('openid_subject', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

export const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;

/** One change at a time of who administers: two that take each other's role at once would leave nobody. */
export const lockAccounts = (db: Db): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('relance accounts'))`.execute(db);
