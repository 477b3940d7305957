import { sql, type Kysely } from 'kysely';
import { findHolders, findHoldersOfAll } from '../resolve-notices.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { resolveRole, roles, type Role, type RoleHolder } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import { followUpId, type ContactId, type RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { readStream } from '../log.ts';
import type { Schema } from '../schema.ts';

/** Follow-ups that must have a workflow, by id, page by page. */
export async function listOpenFollowUps(
  db: Kysely<Schema>,
  afterId: RecommendationId,
  limit: number,
): Promise<readonly RecommendationId[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .select('recommendation_id')
    .where('status', '<>', 'closed')
    .where('recommendation_id', '>', afterId)
    .orderBy('recommendation_id')
    .limit(limit)
    .execute();
  return rows.map(({ recommendation_id }) => recommendation_id);
}

/** A follow-up's past: its events in order, as the log has them. */
export const listTimeline = (db: Kysely<Schema>, recommendationId: RecommendationId, afterVersion = 0) =>
  readStream(db, followUpId(recommendationId), afterVersion);

/** What was said and decided, without who recorded it: what can be folded. */
export const listFollowUpEvents = async (
  db: Kysely<Schema>,
  recommendationId: RecommendationId,
): Promise<readonly FollowUpEvent[]> =>
  (await readStream<FollowUpEvent>(db, followUpId(recommendationId))).map(({ event }) => event);

/** The version up to which a command is on record in a follow-up's stream; undefined when it never was. */
export async function findCommand(
  db: Kysely<Schema>,
  recommendationId: RecommendationId,
  commandId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('events')
    .select('version')
    .where('stream_id', '=', followUpId(recommendationId))
    .where('command_id', '=', commandId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version;
}

/** Who holds which role: the follow-up's own holders over the State's, also before it is started. */
export async function listHolders(
  db: Kysely<Schema>,
  recommendationId: RecommendationId,
  stateCode: string,
  at?: Instant,
): Promise<readonly RoleHolder[]> {
  const own = await db
    .selectFrom('recommendation_roles')
    .select(['role', 'contact_id'])
    .where('recommendation_id', '=', recommendationId)
    .execute();
  const assigned = Object.fromEntries(own.map(({ role, contact_id }) => [role, contact_id]));
  return findHolders(db, { stateCode, assigned }, at);
}

export type HeldRole = {
  readonly recommendationId: RecommendationId;
  readonly role: Role;
  readonly movedTo: ContactId | null;
};

/** Every role that a contact holds in an open follow-up, and who would take it. */
export async function listHeldRoles(db: Kysely<Schema>, contactId: ContactId): Promise<readonly HeldRole[]> {
  const rows = await db
    .selectFrom('follow_ups as f')
    .select(['f.recommendation_id', 'f.state_code as stateCode'])
    .select(sql<StartedState['assigned']>`f.state->'assigned'`.as('assigned'))
    .where('f.status', '<>', 'closed')
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('recommendation_roles as o')
            .select('o.role')
            .whereRef('o.recommendation_id', '=', 'f.recommendation_id')
            .where('o.contact_id', '=', contactId),
        ),
        where.exists(
          where
            .selectFrom('state_roles as s')
            .select('s.role')
            .whereRef('s.state_code', '=', 'f.state_code')
            .where('s.contact_id', '=', contactId),
        ),
      ]),
    )
    .orderBy('f.recommendation_id')
    .execute();
  const holdersOf = await findHoldersOfAll(db, rows);
  return rows.flatMap(({ recommendation_id: recommendationId, ...holding }) => {
    const holders = holdersOf(holding);
    return rolesHeldBy(contactId, holders).map((role) => ({
      recommendationId,
      role,
      movedTo: successorOf(contactId, role, holders),
    }));
  });
}

const rolesHeldBy = (contactId: ContactId, holders: readonly RoleHolder[]): readonly Role[] =>
  roles.filter((role) => holders.find((holder) => holder.role === role)?.contactId === contactId);

/** Who takes a role when its holder falls away: the stand-in, but never the same person and never the desk officer for good. */
export function successorOf(contactId: ContactId, role: Role, holders: readonly RoleHolder[]): ContactId | null {
  const others = holders.filter((holder) => holder.contactId !== contactId);
  const taken = resolveRole(role, others);
  if (taken === undefined) return null;
  const isCaretaker = taken.actingAs === 'desk-officer' || taken.actingAs === 'manager';
  return isCaretaker && role !== 'desk-officer' && role !== 'manager' ? null : taken.contactId;
}
