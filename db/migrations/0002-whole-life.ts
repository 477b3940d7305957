import { sql, type Kysely } from 'kysely';

/** Milestones, parts of a split recommendation, next steps, and the dates of the real world. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  // States that were folded before these fields were there are completed once, so that no reader need think of it.
  await sql`update follow_ups set state = ${JSON.stringify(fieldsOfThisVersion)}::jsonb || state`.execute(db);
}

/** As they were when this migration was written: what is in the domain today may change, a migration does not. */
const fieldsOfThisVersion = {
  extensionsRequested: 0,
  terms: { milestones: [], closing: [], alarm: null },
  milestones: {},
  watches: [],
  late: [],
  assessmentReason: null,
  views: [],
  pausedAt: null,
  pausedDays: 0,
  parts: null,
  parentId: null,
  carries: [],
  letters: [],
};

const statements = [
  `alter table recommendations add column opened_by text references recommendations`,
  `alter table recommendations add column opened_as text check (opened_as in ('part', 'next-step'))`,
  `create index recommendations_by_opener on recommendations (opened_by) where opened_by is not null`,
  `alter table follow_ups add column parent_id text`,
  `create table world_events (
    id text primary key,
    state_code text,
    event text not null,
    on_date date not null,
    title text not null,
    is_estimate boolean not null default false,
    created_at timestamptz not null
  )`,
  `comment on column world_events.state_code is 'Null where the date is the same for every State.'`,
  `create index world_events_by_state on world_events (state_code, event, on_date)`,
];
