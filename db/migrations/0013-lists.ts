import { sql, type Kysely } from 'kysely';

/**
 * What lists filter, sort and count by, in rows so narrow that a pass over 250,000 of them takes a moment; views that
 * people save; and two more commands for many follow-ups at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Of a started follow-up: since when somebody has been waited for who is to decide. */
const waitingSince = (row: string): string =>
  `coalesce(${row}.state->'draft'->>'draftedAt', ${row}.state->'extension'->>'requestedAt', ${row}.state->'claim'->>'claimedAt')::timestamptz`;

const ofRegister = ['id', 'state_code', 'source_id', 'themes', 'affected_groups', 'sdgs', 'created_at'];

export const selectLine = `select ${ofRegister.map((column) => `r.${column}`).join(', ')}, s.kind,
    coalesce(f.playbook_key, r.playbook_key), coalesce(f.position, r.position), f.implementation, f.assessment,
    coalesce(f.status, 'not-started'), coalesce(f.rung, 0), f.waits_for, f.round_due_at, f.next_step_at, f.next_step_kind,
    f.action_needed_from, f.overdue_from, ${waitingSince('f')}
  from recommendations r join sources s on s.id = r.source_id left join follow_ups f on f.recommendation_id = r.id`;

const statements = [
  `create table recommendation_lines (
    id text primary key,
    state_code text not null,
    source_id text not null,
    themes text[] not null,
    affected_groups text[] not null,
    sdgs integer[] not null,
    created_at timestamptz not null,
    source_kind text not null,
    playbook_key text not null,
    position text not null,
    implementation text,
    assessment text,
    status text not null,
    rung integer not null,
    waits_for text,
    due_at timestamptz,
    next_step_at timestamptz,
    next_step_kind text,
    action_needed_from timestamptz,
    overdue_from timestamptz,
    waiting_since timestamptz
  )`,
  `comment on table recommendation_lines is
    'Follows by trigger from recommendations and follow_ups, so that whoever writes either cannot forget it.'`,
  `create function line_of_recommendation() returns trigger language plpgsql as $$
    begin
      delete from recommendation_lines where id = new.id;
      insert into recommendation_lines ${selectLine} where r.id = new.id;
      return null;
    end $$`,
  `create function line_of_follow_up() returns trigger language plpgsql as $$
    begin
      update recommendation_lines set playbook_key = new.playbook_key, position = new.position,
        implementation = new.implementation, assessment = new.assessment, status = new.status, rung = new.rung,
        waits_for = new.waits_for, due_at = new.round_due_at, next_step_at = new.next_step_at,
        next_step_kind = new.next_step_kind, action_needed_from = new.action_needed_from,
        overdue_from = new.overdue_from, waiting_since = ${waitingSince('new')}
      where id = new.recommendation_id;
      return null;
    end $$`,
  `create function line_without_follow_up() returns trigger language plpgsql as $$
    begin
      delete from recommendation_lines where id = old.recommendation_id;
      insert into recommendation_lines ${selectLine} where r.id = old.recommendation_id;
      return null;
    end $$`,
  `create trigger recommendations_have_lines after insert or update on recommendations
    for each row execute function line_of_recommendation()`,
  `create trigger follow_ups_have_lines after insert or update on follow_ups
    for each row execute function line_of_follow_up()`,
  `create trigger follow_ups_leave_lines after delete on follow_ups
    for each row execute function line_without_follow_up()`,
  `insert into recommendation_lines ${selectLine}`,
  `create index lines_by_next_step on recommendation_lines (next_step_at, id)`,
  `create index lines_by_due on recommendation_lines (due_at, id)`,
  `create index lines_by_creation on recommendation_lines (created_at, id)`,
  `create index lines_by_state on recommendation_lines (state_code, next_step_at, id)`,
  `create index lines_by_rung on recommendation_lines (rung, id)`,
  // Holds all that figures and facets count, so that counting never reads the rows themselves.
  `create index lines_to_count on recommendation_lines (state_code, status, rung, playbook_key, position, implementation,
    assessment, source_kind, waits_for, overdue_from, action_needed_from)`,
  `create index lines_by_source on recommendation_lines (source_id)`,
  `create index lines_by_theme on recommendation_lines using gin (themes)`,
  `create index lines_by_group on recommendation_lines using gin (affected_groups)`,
  `create index lines_overdue on recommendation_lines (overdue_from, state_code, rung) where status = 'open'`,
  `create index lines_that_wait on recommendation_lines (waits_for, waiting_since, id) where waiting_since is not null`,
  `create table saved_views (
    id text primary key,
    title text not null,
    query text not null,
    created_at timestamptz not null
  )`,
  `alter table batches drop constraint batches_kind_check`,
  `alter table batches add constraint batches_kind_check
    check (kind in ('adopt-playbook', 'hand-over', 'replan',
    'deposit', 'denunciation', 'campaign-round', 'campaign-letters', 'pause', 'assign-role'))`,
];
