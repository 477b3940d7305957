import { sql, type Kysely } from 'kysely';

/** Who read what is confidential or personal, and who changed what; and who ordered a batch. Ids and an address, nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table access_log (
    id text primary key,
    at timestamptz not null,
    actor text not null,
    account_id text not null,
    did text not null check (did in ('read', 'changed')),
    route text not null,
    subjects text[] not null,
    status integer not null,
    network_address text not null
  )`,
  `create index access_log_by_time on access_log (at, id)`,
  `create index access_log_by_actor on access_log (actor, at, id)`,
  `create index access_log_by_account on access_log (account_id, at, id)`,
  `create index access_log_by_subject on access_log using gin (subjects)`,
  `comment on table access_log is 'Kept for a time, and apart from the events, which are kept for ever.'`,
  `comment on column access_log.subjects is 'As events name what they are about: recommendation:rec_…, contact:con_…, state:SI.'`,
  `create index events_by_actor on events ((metadata->>'actor'), at)`,
  `create index events_by_time on events (at, event_id)`,
  `alter table batches add column ordered_by text not null default 'system'`,
];
