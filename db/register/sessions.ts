import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Grant } from '../../domain/access/principal.ts';
import { endsAt, idleForMs, lastsForMs } from '../../domain/access/session-life.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;
export type SessionRow = Selectable<Schema['sessions']>;

/** What is needed of an account to know who asks: read again with each request, so that a change holds at once. */
type Owner = { readonly contact_id: string | null; readonly is_disabled: boolean; readonly grants: readonly Grant[] };
export type OwnedSession = SessionRow & Owner;

export const ownGrants = sql<readonly Grant[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope) order by g.origin, g.number)
  from account_grants g where g.account_id = accounts.id), '[]'::jsonb)`.as('grants');

export async function saveSession(db: Db, row: Insertable<Schema['sessions']>): Promise<void> {
  await db.insertInto('sessions').values(row).execute();
}

/** The session whose newest secret, or the one before, has this hash. */
export const findSession = (db: Db, hash: string): Promise<OwnedSession | undefined> =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('sessions')
    .select(['contact_id', 'is_disabled', ownGrants])
    .where((where) => where.or([where('token_hash', '=', hash), where('previous_hash', '=', hash)]))
    .executeTakeFirst();

type Rotation = { readonly shownHash: string; readonly nextHash: string; readonly at: Instant };

/** Gives a session its next secret; false when another request has just done so. */
export async function rotateSession(
  db: Db,
  session: SessionRow,
  { shownHash, nextHash, at }: Rotation,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ token_hash: nextHash, previous_hash: shownHash, rotated_at: at, last_seen_at: at })
    .where('id', '=', session.id)
    .where('token_hash', '=', session.token_hash)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The browser has shown the newer secret: the older one is worth nothing any more. */
export async function forgetPrevious(db: Db, id: string): Promise<void> {
  await db.updateTable('sessions').set({ previous_hash: null }).where('id', '=', id).execute();
}

export async function noteSighting(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: at }).where('id', '=', id).execute();
}

export const listSessions = (db: Db, accountId: string, now: Instant): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('last_seen_at', '>', before(now, idleForMs))
    .where('created_at', '>', before(now, lastsForMs))
    .orderBy('last_seen_at', 'desc')
    .execute();

/** When a session ends, should nothing more be asked. */
export async function endOfSession(db: Db, id: string): Promise<Instant | undefined> {
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && endsAt({ createdAt: row.created_at, lastSeenAt: row.last_seen_at, rotatedAt: row.rotated_at });
}

/** Ends one session of an account; false when it has no such. */
export async function endSession(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends what an account has open, but for the session that asks. */
export async function endSessions(db: Db, accountId: string, exceptId?: string): Promise<void> {
  let query = db.deleteFrom('sessions').where('account_id', '=', accountId);
  if (exceptId !== undefined) query = query.where('id', '!=', exceptId);
  await query.execute();
}

const before = (now: Instant, ms: number): Instant => new Date(Date.parse(now) - ms).toISOString();
