import { sql, type Kysely } from 'kysely';

/** Campaigns, the States that they turn to, and the rounds that were held: projections of the streams `campaign:<id>`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table campaigns (
    id text primary key,
    version integer not null,
    edition integer not null,
    title text not null,
    status text not null check (status in ('running', 'paused', 'ended')),
    instruments text[] not null,
    scope jsonb not null,
    state_codes text[] not null,
    target_on date not null,
    playbook_key text not null,
    letter_on date not null,
    wave jsonb not null,
    dates jsonb not null,
    waves integer not null,
    started_at timestamptz not null,
    paused_at timestamptz,
    ended_at timestamptz,
    end_reason text
  )`,
  `comment on column campaigns.edition is 'Counts what people changed: waves and rounds do not stand in the way of somebody who edits.'`,
  `create index campaigns_by_time on campaigns (started_at, id)`,
  `create table campaign_targets (
    campaign_id text not null,
    state_code text not null,
    instrument text not null,
    status text not null check (status in ('waiting', 'beginning', 'begun', 'left-out', 'failed')),
    wave integer,
    recommendation_id text,
    because text check (because in ('party', 'other-campaign', 'note')),
    note text,
    changed_at timestamptz not null,
    primary key (campaign_id, state_code, instrument)
  )`,
  `comment on table campaign_targets is
    'One State and one treaty of a campaign. What became of an appeal that has begun is told by its follow-up.'`,
  `comment on column campaign_targets.note is 'Why it was left out; of what failed, the code of the refusal.'`,
  `create index campaign_targets_by_status on campaign_targets (campaign_id, status)`,
  `create index campaign_targets_appealed_to on campaign_targets (state_code, instrument)
    where status in ('beginning', 'begun')`,
  `create index campaign_targets_by_recommendation on campaign_targets (recommendation_id)`,
  `create table campaign_rounds (
    campaign_id text not null,
    key text not null,
    kind text not null check (kind in ('letter', 'delivery', 'treaty-event', 'yearly-review')),
    on_date date not null,
    event_on date,
    outcome text not null check (outcome in ('held', 'passed-by')),
    at timestamptz not null,
    because text check (because in ('newer-round', 'date-past')),
    passed_for text,
    batch_id text,
    appeals integer not null,
    primary key (campaign_id, key)
  )`,
  `comment on column campaign_rounds.on_date is 'The day for which the round was set; "at" says when it was held or passed by.'`,
  `comment on column campaign_rounds.passed_for is 'The key of the newer round that stands for it.'`,
  `create index campaign_rounds_by_time on campaign_rounds (campaign_id, at, key)`,
  `alter table batches drop constraint batches_kind_check`,
  `alter table batches add constraint batches_kind_check check (kind in
    ('adopt-playbook', 'hand-over', 'replan', 'deposit', 'denunciation', 'campaign-round', 'campaign-letters'))`,
];
