import { sql, type Kysely } from 'kysely';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { heldBy } from './held-work.ts';

/** Weeks begin on Monday, by the calendar of UTC: a year of them is read at a glance, and an hour decides nothing. */
const week = (at: string) => sql`date_bin('7 days', ${sql.ref(at)}, timestamptz '1900-01-01 00:00Z')`;
/** Written once for each week: for each row it would take longer than all else. */
const written = sql`to_char(week at time zone 'UTC', 'YYYY-MM-DD') as week`;

export type TakenWeek = {
  readonly week: CalendarDate;
  readonly notices: number;
  readonly mails: number;
  readonly answers: number;
};

/** What was told to some contacts since an instant, by week: notices, the mails that carried them, and those that were answered. */
export const listTakenWeeks = async (
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  since: Instant,
): Promise<readonly TakenWeek[]> =>
  (
    await sql<TakenWeek>`select ${written}, notices, mails, answers from (
        select ${week('queued_at')} as week, count(*)::int as notices,
          count(distinct digest_id) filter (where accepted_at is not null)::int as mails,
          count(answered_at)::int as answers
        from notices where contact_id = any(${sql.val([...contactIds])}::text[]) and queued_at >= ${since}
        group by 1) weeks`.execute(db)
  ).rows;

export type ComingWeek = {
  readonly week: CalendarDate;
  readonly due: number;
  readonly steps: number;
  readonly agreed: number;
};
type Coming = { readonly open: number; readonly late: number; readonly weeks: readonly ComingWeek[] };

/**
 * In how many open follow-ups some contacts hold any role, how many of those are late, and what is planned in them between two
 * instants: answers that are due, the next step of each follow-up, and points agreed in talks. No step after the next is
 * counted: it falls away with an answer.
 */
export async function readComing(
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  { from, until, now }: { readonly from: Instant; readonly until: Instant; readonly now: Instant },
): Promise<Coming> {
  const { rows } = await sql<Coming>`with held as materialized (
        select distinct recommendation_id, status, rung, due_at, next_step_at, overdue_from from ${heldBy(contactIds)} h),
      dated as (
        select due_at as at, 'due' as what from held
          where status = 'open' and due_at >= ${from} and due_at < ${until}
        union all
        select next_step_at, 'steps' from held
          where status = 'open' and next_step_at >= ${from} and next_step_at < ${until}
        union all
        select (point->>'dueOn')::timestamp at time zone 'UTC', 'agreed'
          from dialogue_entries d, jsonb_array_elements(d.agreed) point
          where d.withdrawn_at is null and point->>'contactId' = any(${sql.val([...contactIds])}::text[])
            and d.agreed @> any(${sql.val(contactIds.map((contactId) => JSON.stringify([{ contactId }])))}::jsonb[])),
      weeks as (
        select ${week('at')} as week, count(*) filter (where what = 'due')::int as due,
          count(*) filter (where what = 'steps')::int as steps, count(*) filter (where what = 'agreed')::int as agreed
        from dated where at >= ${from} and at < ${until} group by 1)
      select count(*)::int as open,
        count(*) filter (where status = 'open' and (overdue_from <= ${now} or rung > 0))::int as late,
        coalesce((select jsonb_agg(each) from (select ${written}, due, steps, agreed from weeks) each), '[]') as weeks
      from held`.execute(db);
  return rows[0] ?? { open: 0, late: 0, weeks: [] };
}

export type Holding = {
  readonly contact_id: ContactId;
  readonly state_code: string;
  readonly role: Role;
  readonly is_of_state: boolean;
  readonly open: number;
  readonly late: number;
};

/** Which roles some contacts hold, for which State, in how many open follow-ups, and how many of those are late. */
export const listHoldings = async (
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  now: Instant,
): Promise<readonly Holding[]> =>
  (
    await sql<Holding>`with counted as (
        select contact_id, state_code, role, count(*)::int as open,
          count(*) filter (where status = 'open' and (overdue_from <= ${now} or rung > 0))::int as late
        from ${heldBy(contactIds)} h group by 1, 2, 3),
      of_state as (
        select contact_id, state_code, role from state_roles where contact_id = any(${sql.val([...contactIds])}::text[]))
      select contact_id, state_code, role, s.contact_id is not null as is_of_state,
        coalesce(c.open, 0) as open, coalesce(c.late, 0) as late
      from counted c full join of_state s using (contact_id, state_code, role)
      order by contact_id, state_code, role`.execute(db)
  ).rows;
