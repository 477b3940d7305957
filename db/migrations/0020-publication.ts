import { sql, type Kysely } from 'kysely';

/** What may be shown to everybody, who decided so, when and why. Rows are added and never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table publication_decisions (
    number bigint generated always as identity primary key,
    id text not null unique,
    subject_kind text not null check (subject_kind in ('state', 'source', 'recommendation')),
    subject_id text not null,
    verdict text not null check (verdict in ('publish', 'withdraw')),
    reason text not null,
    actor text not null,
    decided_at timestamptz not null
  )`,
  `create index publication_decisions_by_subject on publication_decisions (subject_kind, subject_id, number desc)`,
  `create table publication_wordings (
    number bigint generated always as identity primary key,
    id text not null unique,
    subject_kind text not null check (subject_kind in ('source', 'recommendation')),
    subject_id text not null,
    wording text,
    reason text not null,
    actor text not null,
    decided_at timestamptz not null
  )`,
  `create index publication_wordings_by_subject on publication_wordings (subject_kind, subject_id, number desc)`,
  `comment on column publication_wordings.wording is 'Shown in the place of the text or title; null when that itself is shown again.'`,
  `create function refuse_publication_change() returns trigger language plpgsql as $$
    begin raise exception 'decisions on publication are added and never changed'; end $$`,
  `create trigger publication_decisions_stand before update or delete on publication_decisions
    for each row execute function refuse_publication_change()`,
  `create trigger publication_wordings_stand before update or delete on publication_wordings
    for each row execute function refuse_publication_change()`,
];
