import { sql, type Kysely } from 'kysely';

/** The event log, the register, and the projections. Statements are plain SQL that PostgreSQL 15 and PGlite both take. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const log = [
  `create table installation (
    id smallint primary key default 1 check (id = 1),
    clock_real_at timestamptz not null,
    clock_calendar_at timestamptz not null,
    clock_day_ms integer not null check (clock_day_ms > 0),
    created_at timestamptz not null default now()
  )`,
  `create table events (
    position bigint generated always as identity primary key,
    stream_id text not null,
    version integer not null check (version > 0),
    event_id text not null unique,
    type text not null,
    schema_version integer not null,
    data jsonb not null,
    metadata jsonb not null,
    command_id text not null,
    command_index integer not null,
    at timestamptz not null,
    recorded_at timestamptz not null default now(),
    hash text not null,
    unique (stream_id, version),
    unique (stream_id, command_id, command_index)
  )`,
  `create table streams (stream_id text primary key, version integer not null, hash text not null)`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'events are append-only: % is refused', tg_op using errcode = 'integrity_constraint_violation';
  end $$`,
  `create trigger events_are_append_only before update or delete on events
    for each row execute function refuse_change()`,
  `create trigger events_are_never_emptied before truncate on events
    for each statement execute function refuse_change()`,
];

const register = [
  `create table sources (
    id text primary key,
    kind text not null check (kind in
      ('mission', 'upr-review', 'treaty-body', 'special-procedure', 'regional-body', 'secretary-general-letter')),
    state_code text,
    title text not null,
    starts_on date,
    ends_on date,
    mandate_holder text,
    report_symbol text,
    url text,
    created_at timestamptz not null
  )`,
  `create table institutions (
    id text primary key,
    name text not null,
    kind text not null,
    state_code text,
    created_at timestamptz not null
  )`,
  `create table contacts (
    id text primary key,
    institution_id text references institutions,
    name text not null,
    address text not null,
    language text not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    time_zone text not null,
    unreachable_since timestamptz,
    unreachable_because text,
    suggestion text,
    version integer not null default 1,
    created_at timestamptz not null
  )`,
  `comment on table contacts is 'The only place for personal data: events, notices and logs refer to contacts by id.'`,
  `create table state_roles (
    state_code text not null,
    role text not null,
    contact_id text not null references contacts,
    primary key (state_code, role)
  )`,
  `create index state_roles_by_contact on state_roles (contact_id)`,
  `create table recommendations (
    id text primary key,
    source_id text not null references sources,
    paragraph text,
    state_code text not null,
    text text not null,
    playbook_key text not null,
    position text not null,
    target_on date,
    themes text[] not null default '{}',
    affected_groups text[] not null default '{}',
    sdgs integer[] not null default '{}',
    created_at timestamptz not null,
    search tsvector generated always as (to_tsvector('simple', text)) stored
  )`,
  `create index recommendations_by_creation on recommendations (created_at, id)`,
  `create index recommendations_by_state on recommendations (state_code, id)`,
  `create index recommendations_by_source on recommendations (source_id)`,
  `create index recommendations_by_word on recommendations using gin (search)`,
  `create index recommendations_by_theme on recommendations using gin (themes)`,
  `create table playbooks (
    key text not null,
    version integer not null check (version > 0),
    data jsonb not null,
    primary key (key, version)
  )`,
  `create table states_calendar (state_code text primary key, weekend integer[] not null)`,
  `create table holidays (
    state_code text not null,
    on_date date not null,
    name text not null,
    is_working_day boolean not null default false,
    primary key (state_code, on_date)
  )`,
  `comment on column holidays.is_working_day is 'True strikes a holiday out of the library''s calendar.'`,
  `create table idempotency_keys (
    key text not null,
    route text not null,
    body_hash text not null,
    status integer,
    response jsonb,
    at timestamptz not null,
    primary key (key, route)
  )`,
];

const projections = [
  `create table follow_ups (
    recommendation_id text primary key,
    state_code text not null,
    version integer not null,
    status text not null,
    position text not null,
    implementation text not null,
    assessment text,
    closure_reason text,
    playbook_key text not null,
    playbook_version integer not null,
    round_number integer,
    round_due_at timestamptz,
    asks text,
    rung integer not null,
    waits_for text not null,
    next_step_at timestamptz,
    next_step_kind text,
    action_needed_from timestamptz,
    overdue_from timestamptz,
    last_answer_at timestamptz,
    target_on date,
    started_at timestamptz not null,
    closed_at timestamptz,
    updated_at timestamptz not null,
    state jsonb not null
  )`,
  `create index follow_ups_by_next_step on follow_ups (next_step_at, recommendation_id)`,
  `create index follow_ups_by_due on follow_ups (round_due_at, recommendation_id)`,
  `create index follow_ups_by_rung on follow_ups (rung, recommendation_id) where rung > 0`,
  `create index follow_ups_overdue on follow_ups (overdue_from) where overdue_from is not null`,
  `create index follow_ups_by_state on follow_ups (state_code, status)`,
  `create index follow_ups_open on follow_ups (recommendation_id) where status <> 'closed'`,
  `create table recommendation_roles (
    recommendation_id text not null,
    role text not null,
    contact_id text not null,
    primary key (recommendation_id, role)
  )`,
  `create index recommendation_roles_by_contact on recommendation_roles (contact_id)`,
  `create table notices (
    notice_id text primary key,
    event_id text not null,
    recommendation_id text not null,
    role text not null,
    acting_as text,
    contact_id text,
    kind text not null,
    step_id text,
    round_number integer,
    rung integer not null,
    queued_at timestamptz not null,
    status text not null,
    digest_id text,
    message_id text,
    sending_at timestamptz,
    accepted_at timestamptz,
    smtp_response text,
    superseded_by text,
    superseded_reason text,
    bounced_at timestamptz,
    bounce_status text,
    answered_at timestamptz,
    updated_at timestamptz not null
  )`,
  `create index notices_queued on notices (contact_id, queued_at) where status = 'queued'`,
  `create index notices_by_recommendation on notices (recommendation_id, queued_at)`,
  `create index notices_by_digest on notices (digest_id)`,
  `create index notices_by_time on notices (queued_at, notice_id)`,
  `create table digests (
    digest_id text primary key,
    contact_id text not null,
    on_date date not null,
    message_id text not null unique,
    status text not null,
    composed_at timestamptz not null,
    settled_at timestamptz,
    response text
  )`,
  `create unique index one_digest_per_contact_and_date on digests (contact_id, on_date) where status <> 'deferred'`,
  `create index digests_by_time on digests (composed_at, digest_id)`,
  `create index digests_unsettled on digests (contact_id) where status in ('sending', 'uncertain')`,
];

const statements = [...log, ...register, ...projections];
