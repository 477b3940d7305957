import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

/**
 * What some contacts hold in follow-ups that are not closed: a role given for one alone, and the State's roles wherever
 * none was. One row for each follow-up, contact and role, out of the narrow lines: somebody may hold tens of thousands.
 */
export const heldBy = (contactIds: readonly ContactId[]): RawBuilder<unknown> => {
  const ids = sql`any(${sql.val([...contactIds])}::text[])`;
  const columns = sql`l.id as recommendation_id, l.state_code, l.status, l.rung, l.due_at, l.next_step_at, l.overdue_from`;
  const isRunning = sql`l.status not in ('closed', 'not-started')`;
  return sql`(
    select ${columns}, o.role, o.contact_id from recommendation_roles o
      join recommendation_lines l on l.id = o.recommendation_id and ${isRunning}
      where o.contact_id = ${ids}
    union all
    select ${columns}, s.role, s.contact_id from state_roles s
      join recommendation_lines l on l.state_code = s.state_code and ${isRunning}
      where s.contact_id = ${ids} and not exists (
        select from recommendation_roles o where o.recommendation_id = l.id and o.role = s.role))`;
};

export type WorkRow = {
  readonly id: RecommendationId;
  readonly state_code: string;
  readonly text: string;
  readonly paragraph: string | null;
  readonly source_id: string;
  readonly source_title: string;
  readonly roles: readonly Role[];
  readonly due_at: Instant | null;
  readonly waits_for: string;
  readonly asks: string | null;
  readonly rung: number;
  readonly status: string;
  readonly overdue_from: Instant | null;
  readonly next_step_at: Instant | null;
};

const columns = sql`r.id, r.state_code, r.text, r.paragraph, r.source_id, s.title as source_title, page.roles,
  f.round_due_at as due_at, f.waits_for, f.asks, f.rung, f.status, f.overdue_from, f.next_step_at`;

/** What is wide is looked up for the rows of a page alone. */
const lookedUp = sql`page
  join recommendations r on r.id = page.recommendation_id
  join sources s on s.id = r.source_id
  join follow_ups f on f.recommendation_id = page.recommendation_id`;

/** What some contacts are concerned with, by the date on which an answer is due. */
export async function listWork(
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  { sort, limit, cursor }: Page<'dueAt'>,
) {
  const [key, id] = [sql.ref('due_at'), sql.ref('recommendation_id')];
  const direction = sql.raw(sort.direction);
  const { rows } = await sql<WorkRow>`
    with page as (
      select recommendation_id, due_at, array_agg(distinct role order by role) as roles from ${heldBy(contactIds)} held
      where ${cursor === undefined ? sql`true` : afterCursor(key, id, sort, cursor)}
      group by recommendation_id, due_at
      order by due_at ${direction} nulls last, recommendation_id ${direction} limit ${limit + 1})
    select ${columns} from ${lookedUp}
    order by page.due_at ${direction} nulls last, page.recommendation_id ${direction}`.execute(db);
  return pageOf(rows, { sort, limit }, (row) => [row.due_at, row.id]);
}

export type DatedWork = WorkRow & {
  readonly state: StartedState;
  readonly version: number;
  readonly updated_at: Instant;
};

/** The same with the dates that are planned, the nearest first: what a calendar shows. */
export const listDatedWork = async (
  db: Kysely<Schema>,
  contactId: ContactId,
  limit: number,
): Promise<readonly DatedWork[]> =>
  (
    await sql<DatedWork>`
      with page as (
        select recommendation_id, due_at, array_agg(distinct role order by role) as roles from ${heldBy([contactId])} held
        group by recommendation_id, due_at order by due_at nulls last, recommendation_id limit ${limit})
      select ${columns}, f.state, f.version, f.updated_at from ${lookedUp}
      order by page.due_at nulls last, page.recommendation_id`.execute(db)
  ).rows;
