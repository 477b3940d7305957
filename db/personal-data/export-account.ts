import { sql, type Kysely } from 'kysely';
import type { AccountWithGrants } from '../register/accounts.ts';
import type { Schema } from '../schema.ts';
import { mostInSection, section } from './export.ts';
import { countMentions, tracesOf } from './find-words.ts';

/** All that is kept about whoever has an account; of secrets only that there are any. docs/personal-data.md says what each is. */
export async function exportAccount(db: Kysely<Schema>, account: AccountWithGrants) {
  const { id, email } = account;
  return {
    account: viewOf(account),
    grants: account.grants,
    sessions: await listSessionsEver(db, id),
    tokens: await listTokensEver(db, id),
    links: await listLinks(db, account),
    mailsOnTheirWay: await listMails(db, email),
    devices: await listDevices(db, id),
    accesses: section(await listAccesses(db, id)),
    events: await countEvents(db, id),
  };
}

/** Where others wrote their name or address, also in confidence: whoever answers a request decides what of it to give. */
export async function countMentionsOf(db: Kysely<Schema>, { id, name, email }: AccountWithGrants) {
  const { words, because } = await tracesOf(db, { id, name, address: email });
  return {
    registers: await countMentions(db, words, 'words'),
    log: await countMentions(db, words, 'log'),
    nameIsLeft: because,
  };
}

const viewOf = (row: AccountWithGrants) => ({
  id: row.id,
  email: row.email,
  name: row.name,
  language: row.language,
  contactId: row.contact_id,
  isDisabled: row.is_disabled,
  hasPassword: row.password_hash !== null,
  passwordChangedAt: row.password_changed_at,
  secondFactorSince: row.totp_confirmed_at,
  provider: row.openid_issuer,
  nameAtProvider: row.openid_subject,
  createdAt: row.created_at,
  erasedAt: row.erased_at,
});

/** Also those that are over and not yet deleted. */
const listSessionsEver = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'user_agent as userAgent', 'address'])
    .where('account_id', '=', id)
    .orderBy('created_at')
    .execute();

const listTokensEver = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'reach', 'created_at as createdAt', 'expires_at as expiresAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', id)
    .orderBy('created_at')
    .execute();

const listLinks = (db: Kysely<Schema>, { id, email }: AccountWithGrants) =>
  db
    .selectFrom('account_links')
    .select(['kind', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where((where) => where.or([where('account_id', '=', id), where('email', '=', email)]))
    .orderBy('created_at')
    .execute();

const listMails = (db: Kysely<Schema>, email: string) =>
  db.selectFrom('account_mails').select(['kind', 'asked_at as askedAt']).where('email', '=', email).execute();

const listDevices = (db: Kysely<Schema>, id: string) =>
  db.selectFrom('known_devices').select('last_used_at as lastUsedAt').where('account_id', '=', id).execute();

/** What they saw and changed, by session and by token, the newest first. */
const listAccesses = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom('access_log')
    .select(['at', 'actor', 'did', 'route', 'subjects', 'status', 'network_address as networkAddress'])
    .where('account_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostInSection + 1)
    .execute();

/** How many events name the account or one of its tokens as whose doing they are, by type. */
async function countEvents(db: Kysely<Schema>, id: string): Promise<Readonly<Record<string, number>>> {
  const tokens = await db.selectFrom('api_tokens').select('id').where('account_id', '=', id).execute();
  const actors = [`account:${id}`, ...tokens.map((token) => `token:${token.id}`)];
  const rows = await db
    .selectFrom('events')
    .select(['type', sql<number>`count(*)::int`.as('count')])
    .where(sql<string>`metadata->>'actor'`, 'in', actors)
    .groupBy('type')
    .orderBy('type')
    .execute();
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}
