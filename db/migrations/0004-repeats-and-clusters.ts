import { sql, type Kysely } from 'kysely';

/** What finding repeats needs, and clusters: recommendations of one State that are asked and answered together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await requireTrigrams(db);
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Words with the State in front: the index then holds each State's own short lists, however large the others are.
  `create function recommendation_words(state_code text, body text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg(state_code || ':' || lexeme), '{}') from unnest(to_tsvector('english'::regconfig, body)))`,
  `alter table recommendations add column words text[]
    generated always as (recommendation_words(state_code, text)) stored`,
  `create index recommendations_by_state_and_word on recommendations using gin (words)`,
  `create table clusters (
    id text primary key,
    state_code text not null,
    title text not null,
    version integer not null default 1,
    created_at timestamptz not null
  )`,
  `create index clusters_by_state on clusters (state_code, id)`,
  `create table cluster_members (
    recommendation_id text primary key references recommendations,
    cluster_id text not null references clusters,
    added_at timestamptz not null
  )`,
  `comment on table cluster_members is 'The key says it: a recommendation is in at most one cluster.'`,
  `create index cluster_members_by_cluster on cluster_members (cluster_id)`,
];

/**
 * Since PostgreSQL 13 whoever may create in a database may create this extension. Whoever may not is told what to ask
 * for, and nothing of this migration stays.
 */
async function requireTrigrams(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`select from pg_extension where extname = 'pg_trgm'`.execute(db);
  if (rows.length > 0) return;
  try {
    await sql.raw('create extension if not exists pg_trgm').execute(db);
  } catch (cause) {
    throw new Error(whatToDo((cause as { readonly code?: string }).code), { cause });
  }
}

function whatToDo(code: string | undefined): string {
  const isDenied = code === '42501';
  const reason = isDenied ? 'this user may not create it' : 'the server does not have it';
  const remedy = isDenied
    ? 'Ask an administrator to run "create extension pg_trgm" in this database'
    : 'Install PostgreSQL’s contrib modules (Debian: the package postgresql)';
  return `The extension pg_trgm is missing and ${reason}. ${remedy}, then migrate again; nothing was changed`;
}
