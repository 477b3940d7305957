import { sql, type Kysely } from 'kysely';

/** Leave of contacts, what was re-addressed because of it, and which mail counted as routine. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table absences (
    id text primary key,
    contact_id text not null references contacts,
    from_on date not null,
    until_on date not null check (until_on >= from_on),
    created_at timestamptz not null
  )`,
  `comment on table absences is 'Personal data: days on which a contact is away. Events name only what followed from it.'`,
  `comment on table contacts is
    'With absences the only place for personal data: events, notices and logs refer to contacts by id.'`,
  `create index absences_by_contact on absences (contact_id, from_on)`,
  `alter table notices add column readdressed_from text`,
  `create index notices_readdressed on notices (readdressed_from)
    where status = 'queued' and readdressed_from is not null`,
  // What was sent before this was known counts as routine, as the log's older events are read.
  `alter table digests add column carries_routine boolean not null default true`,
];
