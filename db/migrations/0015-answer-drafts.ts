import { sql, type Kysely } from 'kysely';

/** What somebody wrote behind a mail's link and has not sent: personal words, in no event, gone when they answer or when it expires. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table answer_drafts (
    id text primary key,
    contact_id text not null references contacts on delete cascade,
    form jsonb not null,
    saved_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index answer_drafts_by_expiry on answer_drafts (expires_at)`,
  `comment on table answer_drafts is 'Personal words that were not sent. Erased when their link is answered, and when they expire.'`,
  `comment on column answer_drafts.id is 'A hash of whom and what the link speaks for: a newer mail of the same question finds the draft too.'`,
];
