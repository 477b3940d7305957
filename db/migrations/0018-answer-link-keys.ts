import { sql, type Kysely } from 'kysely';

/** Keys of answer links that change, what was revoked and by whom, and what was found behind evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table answer_link_keys (
    kid text primary key,
    wrapped_key text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    revoked_because text,
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_because is null))
  )`,
  `create index answer_link_keys_by_age on answer_link_keys (created_at)`,
  `comment on column answer_link_keys.wrapped_key is 'AES-256-GCM under a key derived from RELANCE_LINK_SECRET: a copy of this database signs nothing.'`,
  `create table answer_link_revocations (
    id text primary key,
    contact_id text,
    recommendation_id text,
    signed_until timestamptz not null,
    revoked_by text not null,
    because text not null,
    check (contact_id is not null or recommendation_id is not null)
  )`,
  `create index answer_link_revocations_by_contact on answer_link_revocations (contact_id)`,
  `create index answer_link_revocations_by_recommendation on answer_link_revocations (recommendation_id)`,
  `comment on table answer_link_revocations is 'Links signed until an instant open nothing: those of a contact, of a follow-up, or of a contact in a follow-up. Rows refer to nothing, so that erasing a contact leaves them standing.'`,
  `create table evidence_checks (
    url text primary key,
    outcome text not null,
    http_status integer,
    checked_at timestamptz not null
  )`,
];
