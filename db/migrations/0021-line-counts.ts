import { sql, type Kysely } from 'kysely';
import { selectLine } from './0013-lists.ts';

/**
 * How many recommendations of each State have each value, so that a dashboard adds up some thousand sums where it would
 * else count 250,000 rows. Follows by trigger from recommendation_lines, in the transaction that changes them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Each value of each line of a relation; `sign` is 1 for lines that came and -1 for lines that went. */
export const valuesOf = (lines: string, sign: 1 | -1): string => `
  select l.state_code, v.facet, v.value, ${sign} as change from ${lines} l cross join lateral (
    values ('sourceKind', l.source_kind), ('playbook', l.playbook_key), ('position', l.position),
      ('implementation', coalesce(l.implementation, 'none')), ('assessment', coalesce(l.assessment, 'none')),
      ('status', l.status), ('waitsFor', coalesce(l.waits_for, 'nothing')),
      ('rung', case when l.status <> 'not-started' then l.rung::text end),
      ('standing', case when l.status <> 'open' then l.status when l.rung > 0 then 'escalated' else 'open' end),
      ('step', to_char(date_trunc('week', l.next_step_at at time zone 'UTC'), 'YYYY-MM-DD') || ' ' || l.next_step_kind)
    union all select 'theme', unnest(l.themes)
    union all select 'group', unnest(l.affected_groups)
    union all select 'sdg', unnest(l.sdgs)::text) v (facet, value)
  where v.value is not null`;

const record = (values: string): string => `
  insert into line_count_changes select state_code, facet, value, sum(change) from (${values}) each
    group by state_code, facet, value having sum(change) <> 0`;

const statements = [
  // A new recommendation has no line yet that would have to go.
  `create or replace function line_of_recommendation() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then delete from recommendation_lines where id = new.id; end if;
      insert into recommendation_lines ${selectLine} where r.id = new.id;
      return null;
    end $$`,
  `create table line_counts (
    facet text not null,
    state_code text not null,
    value text not null,
    count bigint not null,
    primary key (facet, state_code, value)
  )`,
  `create table line_count_changes (
    state_code text not null,
    facet text not null,
    value text not null,
    change bigint not null
  )`,
  `comment on table line_count_changes is
    'What is not yet added to line_counts: writers only ever add rows here, so that none of them waits for another.'`,
  `create view line_totals as select facet, state_code, value, sum(count)::int as count from (
      select facet, state_code, value, count from line_counts
      union all select facet, state_code, value, change from line_count_changes) each
    group by facet, state_code, value having sum(count) <> 0`,
  // Whoever finds the lock free adds up; nobody waits for it.
  `create function add_up_line_counts() returns void language plpgsql as $$
    begin
      if not pg_try_advisory_xact_lock(7305, 2) then return; end if;
      with gone as (delete from line_count_changes returning *),
        changed as (select facet, state_code, value, sum(change) as change from gone group by 1, 2, 3 having sum(change) <> 0)
      insert into line_counts as c (facet, state_code, value, count) select * from changed
      on conflict (facet, state_code, value) do update set count = c.count + excluded.count;
    end $$`,
  // One transaction in 256 adds up what the others left. `relance.counts_wait` is for a rebuild, which recounts at its end.
  `create function count_lines() returns trigger language plpgsql as $$
    begin
      if current_setting('relance.counts_wait', true) = 'on' then return null; end if;
      if tg_op = 'INSERT' then ${record(valuesOf('new_lines', 1))};
      elsif tg_op = 'DELETE' then ${record(valuesOf('old_lines', -1))};
      else ${record(`${valuesOf('new_lines', 1)} union all ${valuesOf('old_lines', -1)}`)};
      end if;
      if txid_current() % 256 = 0 then perform add_up_line_counts(); end if;
      return null;
    end $$`,
  `create trigger lines_come after insert on recommendation_lines referencing new table as new_lines
    for each statement execute function count_lines()`,
  `create trigger lines_change after update on recommendation_lines referencing new table as new_lines old table as old_lines
    for each statement execute function count_lines()`,
  `create trigger lines_go after delete on recommendation_lines referencing old table as old_lines
    for each statement execute function count_lines()`,
  // One statement, and so one view of the table: whoever writes meanwhile is counted here or counts by themselves, never both.
  `create function recount_lines() returns void language plpgsql as $$
    begin
      ${record(`${valuesOf('recommendation_lines', 1)}
        union all select state_code, facet, value, -count from line_counts
        union all select state_code, facet, value, -change from line_count_changes`)};
      perform add_up_line_counts();
    end $$`,
  `select recount_lines()`,
  // There may be as many pairs of a State and a source as there are lines: sources are counted, out of an index.
  `drop index lines_by_source`,
  `create index lines_by_source on recommendation_lines (source_id, state_code)`,
  // A line that is open and on no rung reads by the time: only what is due already is read, and from the index alone.
  `create index lines_that_need_action on recommendation_lines (action_needed_from, overdue_from, state_code)
    where status = 'open' and rung = 0`,
  // Whoever holds a role for whole States holds tens of thousands: all that their load asks stands in the index.
  `create index lines_running on recommendation_lines (state_code, id)
    include (status, rung, due_at, next_step_at, overdue_from) where status not in ('closed', 'not-started')`,
];
