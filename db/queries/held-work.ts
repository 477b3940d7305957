import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

/**
 * What some contacts hold in follow-ups that are not closed: a role given for one alone, and the State's roles wherever
 * none was. One row for each follow-up, contact and role.
 */
export const heldBy = (contactIds: readonly ContactId[]): RawBuilder<unknown> => {
  const ids = sql`any(${sql.val([...contactIds])}::text[])`;
  return sql`(
    select o.recommendation_id, o.role, o.contact_id from recommendation_roles o
      join follow_ups f on f.recommendation_id = o.recommendation_id and f.status <> 'closed'
      where o.contact_id = ${ids}
    union all
    select f.recommendation_id, s.role, s.contact_id from state_roles s
      join follow_ups f on f.state_code = s.state_code and f.status <> 'closed'
      where s.contact_id = ${ids} and not exists (
        select from recommendation_roles o where o.recommendation_id = f.recommendation_id and o.role = s.role))`;
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

const columns = sql`r.id, r.state_code, r.text, r.paragraph, r.source_id, s.title as source_title, h.roles,
  f.round_due_at as due_at, f.waits_for, f.asks, f.rung, f.status, f.overdue_from, f.next_step_at`;

const workOf = (contactIds: readonly ContactId[]): RawBuilder<unknown> => sql`
  (select recommendation_id, array_agg(distinct role order by role) as roles
    from ${heldBy(contactIds)} held group by recommendation_id) h
  join recommendations r on r.id = h.recommendation_id
  join sources s on s.id = r.source_id
  join follow_ups f on f.recommendation_id = r.id`;

/** What some contacts are concerned with, by the date on which an answer is due. */
export async function listWork(
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  { sort, limit, cursor }: Page<'dueAt'>,
) {
  const key = sql.ref('f.round_due_at');
  const id = sql.ref('r.id');
  const direction = sql.raw(sort.direction);
  const { rows } = await sql<WorkRow>`select ${columns} from ${workOf(contactIds)}
    where ${cursor === undefined ? sql`true` : afterCursor(key, id, sort, cursor)}
    order by ${key} ${direction} nulls last, ${id} ${direction} limit ${limit + 1}`.execute(db);
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
    await sql<DatedWork>`select ${columns}, f.state, f.version, f.updated_at from ${workOf([contactId])}
      order by f.next_step_at nulls last, r.id limit ${limit}`.execute(db)
  ).rows;
