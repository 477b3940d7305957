import { sql, type Kysely } from 'kysely';

/** Dialogue entries with their confidential part apart, and the timeline of each State. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const statement of backfill) await sql.raw(statement).execute(db);
}

const statements = [
  `create table dialogue_entries (
    id text primary key,
    version integer not null,
    kind text not null,
    direction text,
    is_planned boolean not null,
    held_on date not null,
    ends_on date,
    start_time text,
    time_zone text,
    starts_at timestamptz,
    held_at timestamptz not null,
    place text,
    subject text not null,
    shareable text not null,
    agreed jsonb not null,
    state_codes text[] not null,
    institution_ids text[] not null,
    contact_ids text[] not null,
    confidential_hash text,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    search tsvector generated always as (
      to_tsvector('simple', subject || ' ' || coalesce(place, '') || ' ' || shareable)
      || jsonb_to_tsvector('simple', jsonb_path_query_array(agreed, '$[*].point'), '["string"]')
    ) stored
  )`,
  `create index dialogue_by_time on dialogue_entries (held_at, id)`,
  `create index dialogue_by_word on dialogue_entries using gin (search)`,
  `create index dialogue_by_institution on dialogue_entries using gin (institution_ids)`,
  `create index dialogue_by_contact on dialogue_entries using gin (contact_ids)`,
  `create table dialogue_states (
    state_code text not null,
    held_at timestamptz not null,
    dialogue_id text not null,
    primary key (state_code, held_at, dialogue_id)
  )`,
  `comment on table dialogue_states is
    'The States that an entry names, and those of the recommendations and sources that it is tied to.'`,
  `create index dialogue_states_by_entry on dialogue_states (dialogue_id)`,
  `create table dialogue_links (
    dialogue_id text not null,
    link_type text not null,
    target_kind text not null,
    target_id text not null,
    primary key (dialogue_id, link_type, target_kind, target_id)
  )`,
  `create index dialogue_links_by_target on dialogue_links (target_kind, target_id, dialogue_id)`,
  `create table dialogue_confidential (
    dialogue_id text not null,
    hash text not null,
    salt text not null,
    text text not null,
    written_at timestamptz not null,
    primary key (dialogue_id, hash)
  )`,
  `comment on table dialogue_confidential is
    'The only place for what was said in confidence: the log holds its salted SHA-256. Earlier wordings stay.'`,
  `create table state_timeline (
    state_code text not null,
    at timestamptz not null,
    stream_id text not null,
    version integer not null,
    primary key (state_code, at, stream_id, version)
  )`,
  `comment on table state_timeline is
    'Which events of the log tell something about a State, in order: a page is one range of the primary key.'`,
  `create index recommendations_of_state_by_time on recommendations (state_code, created_at, id)`,
  `create index sources_of_state_by_time on sources
    (state_code, (coalesce(starts_on::timestamp at time zone 'UTC', created_at)), id)`,
];

/** What the log of an earlier version already tells; the same rows as `rebuild-projections` makes. */
export const backfill = [
  `insert into state_timeline (state_code, at, stream_id, version)
   select f.state_code, e.at, e.stream_id, e.version
   from follow_ups f join events e on e.stream_id = 'follow-up:' || f.recommendation_id
   where e.type not in ('StepsPlanned', 'StepFellDue')`,
  `insert into state_timeline (state_code, at, stream_id, version)
   select distinct r.state_code, e.at, e.stream_id, e.version
   from events e
   join events c on c.stream_id = e.stream_id and c.type = 'DigestComposed' and c.data->>'digestId' = e.data->>'digestId'
   cross join lateral jsonb_array_elements_text(c.data->'noticeIds') as named (notice_id)
   join notices n on n.notice_id = named.notice_id
   join recommendations r on r.id = n.recommendation_id
   where e.type in ('DigestAccepted', 'DigestRefused', 'DigestLeftUncertain', 'DigestResolved', 'DigestBounced')`,
];
