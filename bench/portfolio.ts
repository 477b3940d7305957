import { sql, type Kysely } from 'kysely';
import { states } from '../domain/reference/states.ts';
import type { Schema } from '../db/schema.ts';

const words = ['Establish', 'Ratify', 'Strengthen', 'Adopt', 'Review', 'Amend', 'Fund', 'Investigate'];
const subjects = [
  'an independent body',
  'the convention',
  'the law on detention',
  'a national plan',
  'training of judges',
];
const themes = ['Torture', 'Ratification', 'Women', 'Children', 'Justice', 'Education', 'Health', 'Detention'];
const groups = ['women', 'children', 'migrants', 'persons with disabilities', 'detainees'];

/**
 * A made-up world of follow-ups with the shape of a real one: every State, some 4,000 sources, half of what is open asks
 * something, one in eight is late, one in fifty waits for a person. Rows go straight into the projections.
 */
export async function fillPortfolio(db: Kysely<Schema>, rows: number, now: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // As a rebuild does: the sums are made once, at the end.
    await sql`select set_config('relance.counts_wait', 'on', true)`.execute(trx);
    await insertPortfolio(trx, rows, now);
    await sql`select recount_lines()`.execute(trx);
  });
  await sql`vacuum analyze`.execute(db);
}

async function insertPortfolio(db: Kysely<Schema>, rows: number, now: string): Promise<void> {
  const codes = states.map(({ code }) => code);
  await sql`insert into sources (id, kind, state_code, title, created_at)
    select 'src_' || n, (array['mission', 'upr-review', 'treaty-body', 'special-procedure'])[1 + n % 4],
      (${sql.val(codes)}::text[])[1 + n % ${codes.length}], 'Visit number ' || n, ${now}::timestamptz - n * interval '1 day'
    from generate_series(1, 4000) n`.execute(db);
  await sql`insert into recommendations (id, source_id, paragraph, state_code, text, playbook_key, position, themes, affected_groups, sdgs, created_at)
    select 'rec_' || lpad(n::text, 9, '0'), 'src_' || (1 + n % 4000), (n % 300)::text, (${sql.val(codes)}::text[])[1 + n % ${codes.length}],
      (${sql.val(words)}::text[])[1 + n % 8] || ' ' || (${sql.val(subjects)}::text[])[1 + n / 8 % 5] || ', with word' || (n % 5000)
        || ' and in line with the principles that are relevant to it, so that the persons concerned have an effective remedy',
      (array['general', 'national-institution', 'ratification'])[1 + n % 3],
      (array['supported', 'noted', 'supported-in-part', 'pending'])[1 + n / 3 % 4],
      array[(${sql.val(themes)}::text[])[1 + n % 8], (${sql.val(themes)}::text[])[1 + n / 8 % 8]],
      array[(${sql.val(groups)}::text[])[1 + n / 7 % 5]], array[1 + n % 17, 16], ${now}::timestamptz - n * interval '3 minutes'
    from generate_series(1, ${rows}::int) n`.execute(db);
  await sql`insert into follow_ups (recommendation_id, state_code, version, status, position, implementation, assessment, playbook_key,
      playbook_version, round_number, round_due_at, asks, rung, waits_for, next_step_at, next_step_kind, action_needed_from,
      overdue_from, last_answer_at, started_at, updated_at, state)
    select r.id, r.state_code, 9, status, r.position, (array['not-started', 'planned', 'in-progress', 'partly-implemented'])[1 + n / 5 % 4],
      case when n % 3 = 0 then (array['A', 'B', 'C', 'D', 'E'])[1 + n / 9 % 5] end, r.playbook_key, 1, 3, due, 'progress',
      case when is_late then n / 11 % 4 else 0 end, waits, step, (array['reminder', 'check-in', 'escalation'])[1 + n / 13 % 3],
      case when n % 2 = 0 and status = 'open' then due - interval '30 days' end, case when status = 'open' then due end,
      due - interval '100 days', r.created_at, r.created_at,
      jsonb_build_object('status', status, 'stateCode', r.state_code, 'position', r.position, 'rung', 0, 'startedAt', r.created_at,
        'padding', repeat(md5(n::text), 45),
        'draft', case when waits = 'approval' then jsonb_build_object('rung', 3, 'roles', array['permanent-mission'], 'draftedAt', r.created_at) end,
        'claim', case when waits = 'verification' then jsonb_build_object('evidence', '[]'::jsonb, 'claimedAt', r.created_at) end,
        'extension', case when waits = 'extension-decision' then jsonb_build_object('untilOn', '2027-05-01', 'requestedAt', r.created_at) end)
    from (
      select r.*, n % 8 = 0 as is_late, due + interval '20 days' as step,
        case when n % 50 = 1 then 'under-verification' when n % 10 = 9 then 'closed' when n % 33 = 5 then 'paused' else 'open' end as status,
        case when n % 50 = 1 then 'verification' when n % 50 = 3 then 'approval' when n % 50 = 7 then 'extension-decision' else 'answer' end as waits
      from (
        select *, substr(id, 5)::int as n,
          ${now}::timestamptz + case when substr(id, 5)::int % 8 = 0 then interval '-1 day' else interval '1 day' end
            * (substr(id, 5)::int * 7 % 180 + 1) as due
        from recommendations where substr(id, 5)::int % 20 <> 0
      ) r
    ) r`.execute(db);
  await sql`insert into institutions (id, kind, name, state_code, created_at)
    values ('ins_ministry', 'ministry', 'Ministry', 'SI', ${now})`.execute(db);
  await sql`insert into contacts (id, name, address, language, time_zone, created_at, institution_id)
    select 'con_' || who, who, who || '@office.example', 'en', 'UTC', ${now}, case who when 'focal' then 'ins_ministry' end
    from unnest(array['desk', 'manager', 'focal']) who`.execute(db);
  await sql`insert into state_roles (state_code, role, contact_id) values ('SI', 'focal-point', 'con_focal')`.execute(
    db,
  );
  await sql`insert into state_roles (state_code, role, contact_id)
    select code, case who when 'desk' then 'desk-officer' else 'manager' end, 'con_' || who
    from unnest(${sql.val(codes)}::text[]) with ordinality c (code, n), (values ('desk', 5), ('manager', 30)) w (who, most)
    where n <= most`.execute(db);
}
