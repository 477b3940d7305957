import { sql, type Kysely } from 'kysely';

/** Erasing a person, what is kept for how long, and what people answered, by who answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table contacts add column erased_at timestamptz`,
  `alter table contacts add constraint erased_contacts_hold_nothing check (erased_at is null
    or (name = '–' and address = '' and suggestion is null and institution_id is null))`,
  `comment on column contacts.erased_at is 'The row stays, so that what events name by its id is still somebody.'`,
  `create table erasures (
    id text primary key,
    contact_id text not null unique references contacts,
    at timestamptz not null,
    actor text not null,
    reason text not null,
    legal_basis text,
    hand_over_to text,
    batch_id text,
    counts jsonb not null
  )`,
  `comment on table erasures is 'Who erased whom, when and why, without personal data. After a restore these are done again.'`,
  `alter table dialogue_confidential add column redacted_at timestamptz`,
  `comment on column dialogue_confidential.redacted_at is 'Set when a name was struck out: from then on the text is not the one that the log vouches for.'`,
  `create table retention_runs (
    id text primary key,
    ran_at timestamptz not null,
    counts jsonb not null
  )`,
  `comment on table retention_runs is 'What the daily clearing has deleted, as counts.'`,
  // Plain hashes of short bodies could be guessed; from now on they are keyed.
  `delete from idempotency_keys`,
  `create index idempotency_keys_by_time on idempotency_keys (at)`,
  `create index events_of_contacts on events ((metadata->>'actor'), position) where metadata->>'actor' like 'contact:%'`,
];
