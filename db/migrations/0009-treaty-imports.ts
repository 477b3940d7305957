import { sql, type Kysely } from 'kysely';

/** Tables of treaty status on their way into the log, row by row, and the names that an office has explained. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table treaty_status_imports (
    id text primary key,
    format text not null check (format in ('normalized', 'treaty-collection', 'years')),
    instrument text,
    source text not null,
    status text not null default 'draft' check (status in ('draft', 'applying', 'applied')),
    total integer not null,
    created_at timestamptz not null,
    judged_at timestamptz not null,
    apply_at timestamptz,
    applied_at timestamptz,
    version integer not null default 1
  )`,
  `comment on column treaty_status_imports.instrument is 'What the whole table is about, where its lines do not say it.'`,
  `comment on column treaty_status_imports.source is 'Where the table comes from, as whoever brought it says.'`,
  `create index treaty_status_imports_by_time on treaty_status_imports (created_at, id)`,
  `create table treaty_status_import_rows (
    import_id text not null references treaty_status_imports,
    number integer not null check (number > 0),
    line integer not null,
    said jsonb not null,
    participant text,
    instrument text,
    outcome text not null check (outcome in
      ('new', 'same', 'refines', 'conflict', 'unknown-participant', 'unknown-instrument', 'refused')),
    judgement jsonb not null,
    decision text not null default 'keep' check (decision in ('keep', 'replace')),
    because text,
    result text check (result in ('written', 'unchanged', 'kept', 'changed-meanwhile', 'refused', 'failed')),
    result_code text,
    result_parts jsonb,
    batch_ids text[] not null default '{}',
    tries integer not null default 0,
    version integer not null default 1,
    primary key (import_id, number)
  )`,
  `comment on column treaty_status_import_rows.said is 'What the line says, as far as it could be read.'`,
  `comment on column treaty_status_import_rows.result is 'What became of it when the import was applied; null before.'`,
  `create index treaty_status_import_rows_by_outcome on treaty_status_import_rows (import_id, outcome, number)`,
  `create index treaty_status_import_rows_left on treaty_status_import_rows (import_id, tries, number) where result is null`,
  `create table participant_aliases (
    key text primary key,
    alias text not null,
    participant text not null,
    created_at timestamptz not null,
    version integer not null default 1
  )`,
  `comment on column participant_aliases.key is 'The name as names are compared: its words, in order, without accents.'`,
];
