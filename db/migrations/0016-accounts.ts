import { sql, type Kysely } from 'kysely';

/**
 * Who signs in. Of every secret that somebody else holds, a hash alone is here; of what we must be able to read again
 * (the second factor), what a key outside the database seals. All times are those of the wall clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table accounts (
    id text primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    language text not null default 'en',
    password_hash text,
    contact_id text references contacts on delete set null,
    is_disabled boolean not null default false,
    totp_secret text,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    openid_issuer text,
    openid_subject text,
    created_at timestamptz not null,
    password_changed_at timestamptz,
    unique (openid_issuer, openid_subject)
  )`,
  `comment on column accounts.totp_secret is 'Sealed with a key that is derived from the configured secret.'`,
  `create table account_grants (
    account_id text not null references accounts on delete cascade,
    origin text not null check (origin in ('local', 'openid')),
    number integer not null,
    role text not null,
    scope jsonb not null,
    primary key (account_id, origin, number)
  )`,
  `comment on column account_grants.origin is 'What the identity provider said last is replaced at each sign-in; what was granted here is not.'`,
  `create table sessions (
    id text primary key,
    account_id text not null references accounts on delete cascade,
    token_hash text not null unique,
    previous_hash text unique,
    created_at timestamptz not null,
    rotated_at timestamptz not null,
    last_seen_at timestamptz not null,
    user_agent text not null,
    address text not null
  )`,
  `create index sessions_by_account on sessions (account_id)`,
  `create table api_tokens (
    id text primary key,
    account_id text not null references accounts on delete cascade,
    name text not null,
    token_hash text not null unique,
    reach text not null check (reach in ('read', 'write')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz
  )`,
  `create index api_tokens_by_account on api_tokens (account_id)`,
  `create table account_links (
    token_hash text primary key,
    kind text not null check (kind in ('set-up', 'reset', 'invitation')),
    account_id text references accounts on delete cascade,
    email text,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create table account_mails (
    id text primary key,
    kind text not null check (kind in ('reset', 'invitation')),
    email text not null,
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    unique (kind, email)
  )`,
  `comment on table account_mails is 'Asked for and not yet sent. The link is made when the mail is, so no secret waits here; nor does the table say whether there is such an account.'`,
  `create table recovery_codes (
    account_id text not null references accounts on delete cascade,
    code_hash text not null,
    primary key (account_id, code_hash)
  )`,
  `create table second_factor_tickets (
    ticket_hash text primary key,
    account_id text not null references accounts on delete cascade,
    attempts integer not null default 0,
    expires_at timestamptz not null
  )`,
  `create table sign_in_failures (
    email_hash text not null,
    origin text not null,
    failures integer not null,
    last_at timestamptz not null,
    primary key (email_hash, origin)
  )`,
  `comment on column sign_in_failures.origin is 'A network, or a device that has signed in to this account before: what one does holds up no other.'`,
  `create table known_devices (
    token_hash text not null,
    account_id text not null references accounts on delete cascade,
    last_used_at timestamptz not null,
    primary key (token_hash, account_id)
  )`,
  `create table openid_logins (
    state_hash text primary key,
    nonce text not null,
    code_verifier text not null,
    return_path text not null,
    expires_at timestamptz not null
  )`,
];
