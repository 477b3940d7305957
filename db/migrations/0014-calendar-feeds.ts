import { sql, type Kysely } from 'kysely';

/** Calendars behind secret addresses, and what a person's page counts by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table calendar_feeds (
    contact_id text primary key references contacts,
    id text not null unique,
    secret_hash text not null,
    created_at timestamptz not null
  )`,
  `comment on column calendar_feeds.secret_hash is 'SHA-256 of the secret part of the address, which is kept nowhere.'`,
  `create index notices_by_contact on notices (contact_id, queued_at)`,
  `create index dialogue_by_agreed_point on dialogue_entries using gin (agreed jsonb_path_ops)`,
];
