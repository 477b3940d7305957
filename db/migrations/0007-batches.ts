import { sql, type Kysely } from 'kysely';

/** Commands for many follow-ups at once; playbooks that an installation writes beside those that ship; dates that people edit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table batches (
    id text primary key,
    kind text not null check (kind in ('adopt-playbook', 'hand-over', 'replan')),
    reason text not null,
    created_at timestamptz not null,
    total integer not null
  )`,
  `create index batches_by_time on batches (created_at, id)`,
  `create table batch_items (
    batch_id text not null references batches,
    number integer not null check (number > 0),
    recommendation_id text not null,
    command jsonb not null,
    status text not null default 'pending' check (status in ('pending', 'done', 'refused', 'failed')),
    detail text,
    tries integer not null default 0,
    primary key (batch_id, number)
  )`,
  `comment on column batch_items.detail is 'Why it was refused, or why it failed: a stable code.'`,
  `create index batch_items_pending on batch_items (batch_id, tries, number) where status = 'pending'`,
  `create index batch_items_in_transit on batch_items (recommendation_id)
    where status = 'pending' and command->>'type' = 'HandOver'`,
  `alter table playbooks
    add column origin text not null default 'shipped' check (origin in ('shipped', 'own')),
    add column shipped_version integer,
    add column note text,
    add column created_at timestamptz`,
  `comment on column playbooks.shipped_version is
    'The version under which it ships; its number here is another one where that was taken by a version of our own.'`,
  `update playbooks set shipped_version = version`,
  `create unique index playbooks_as_shipped on playbooks (key, shipped_version)`,
  `alter table world_events add column version integer not null default 1`,
];
