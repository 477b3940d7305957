import { randomBytes } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Kysely } from 'kysely';
import { ulid } from 'ulid';
import { blankAccount } from '../../api/sign-in/account-view.ts';
import { newSecret, secretHash, tokenPrefix } from '../../api/sign-in/secrets.ts';
import { saveAccountLink, type AccountLinkRow } from '../../db/register/account-links.ts';
import { saveToken } from '../../db/register/api-tokens.ts';
import { insertAccount, replaceGrants } from '../../db/register/accounts.ts';
import { saveSession } from '../../db/register/sessions.ts';
import type { Schema } from '../../db/schema.ts';
import type { Grant } from '../../domain/access/principal.ts';

type Db = Kysely<Schema>;

const administrator: readonly Grant[] = [{ role: 'administrator', scope: { kind: 'everywhere' } }];

/** Somebody with an account, as a test wants them: by default an administrator. */
export async function addAccount(
  db: Db,
  {
    grants = administrator,
    ...over
  }: { readonly grants?: readonly Grant[]; readonly email?: string; readonly name?: string } = {},
): Promise<string> {
  const id = `acc_${ulid()}`;
  const email = over.email ?? `${randomBytes(6).toString('hex')}@relance.example`;
  const created_at = new Date().toISOString();
  await insertAccount(db, { ...blankAccount, id, email, name: over.name ?? 'Somebody', created_at });
  await replaceGrants(db, id, { origin: 'local', grants });
  return id;
}

export async function addToken(db: Db, accountId: string, reach: 'read' | 'write' = 'write'): Promise<string> {
  const token = newSecret(tokenPrefix);
  const at = Date.now();
  await saveToken(db, {
    id: `tok_${ulid()}`,
    account_id: accountId,
    name: 'A test',
    token_hash: secretHash(token),
    reach,
    created_at: new Date(at).toISOString(),
    expires_at: new Date(at + 86_400_000).toISOString(),
    last_used_at: null,
  });
  return token;
}

type LinkWish = Pick<AccountLinkRow, 'kind'> & Partial<Pick<AccountLinkRow, 'account_id' | 'email' | 'expires_at'>>;

/** The secret part of a link with which a password is chosen. */
export async function addLink(db: Db, wish: LinkWish): Promise<string> {
  const secret = newSecret();
  const at = Date.now();
  await saveAccountLink(db, {
    token_hash: secretHash(secret),
    account_id: null,
    email: null,
    created_at: new Date(at).toISOString(),
    expires_at: new Date(at + 3_600_000).toISOString(),
    ...wish,
  });
  return secret;
}

/** The secret that a browser keeps as its session's cookie. */
export async function addSession(db: Db, accountId: string): Promise<string> {
  const secret = newSecret();
  const at = new Date().toISOString();
  await saveSession(db, {
    id: `ses_${ulid()}`,
    account_id: accountId,
    token_hash: secretHash(secret),
    previous_hash: null,
    created_at: at,
    rotated_at: at,
    last_seen_at: at,
    user_agent: 'A test',
    address: '127.0.0.1',
  });
  return secret;
}

/** What a test injects comes from the administrator, unless it says who asks, or with `x-anonymous` that nobody does. */
export function askAsAdministrator(app: FastifyInstance, token: string): void {
  const inject = app.inject.bind(app) as (request: InjectOptions) => ReturnType<typeof app.inject>;
  app.inject = ((request: InjectOptions | string) => inject(signed(request, token))) as typeof app.inject;
}

function signed(request: InjectOptions | string, token: string): InjectOptions {
  const options = typeof request === 'string' ? { url: request } : request;
  const { 'x-anonymous': anonymous, ...headers } = (options.headers ?? {}) as Record<string, string>;
  const isSaid = ['authorization', 'cookie'].some((name) =>
    Object.keys(headers).some((key) => key.toLowerCase() === name),
  );
  if (anonymous !== undefined || isSaid || options.cookies !== undefined) return { ...options, headers };
  return { ...options, headers: { ...headers, authorization: `Bearer ${token}` } };
}
