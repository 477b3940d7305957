import { sql, type Kysely } from 'kysely';

/** Letters of a rung, the numbers of their references, and the language in which a State is written to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table letters (
    id text primary key,
    recommendation_id text not null,
    state_code text not null,
    kind text not null check (kind in ('note-verbale', 'high-commissioner-letter', 'secretary-general-letter')),
    rung integer not null,
    reference text not null unique,
    language text not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    facts jsonb not null,
    body jsonb not null,
    version integer not null default 1,
    drafted_at timestamptz not null,
    status text not null check (status in ('draft', 'approved', 'sent', 'answered', 'withdrawn')),
    approved_at timestamptz,
    withdrawn_at timestamptz,
    withdrawn_because text,
    sent_on date,
    sent_reference text,
    scan text,
    replied_on date
  )`,
  `comment on table letters is 'From status on, columns are derived from the log; those before it are a register that a rebuild keeps.'`,
  `comment on column letters.body is 'What people wrote; may name its addressee. Events never carry it.'`,
  `create index letters_by_time on letters (drafted_at, id)`,
  `create index letters_by_recommendation on letters (recommendation_id, status)`,
  `create table letter_numbers (year integer primary key, last integer not null)`,
  `comment on table letter_numbers is 'The last number given in each year: a number is never given twice.'`,
  `create table state_languages (
    state_code text primary key,
    language text not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
  )`,
];
