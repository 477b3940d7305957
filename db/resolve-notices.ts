import type { Kysely } from 'kysely';
import type { NoticeIntent } from '../domain/follow-up/notices.ts';
import { oncePerContact, resolveRole, type Role, type RoleHolder } from '../domain/follow-up/roles.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { Instant } from '../domain/time.ts';
import { contactsAway } from './register/absences.ts';
import type { ResolvedNotice, Schema } from './schema.ts';

type Holding = Pick<StartedState, 'stateCode' | 'assigned'>;

/**
 * Who holds which role for a follow-up: what was assigned for it alone goes before what holds for its State. Who is on
 * leave is asked for an instant; without one nobody counts as away, as when a role is given for good.
 */
export async function findHolders(db: Kysely<Schema>, holding: Holding, at?: Instant): Promise<readonly RoleHolder[]> {
  const holdersOf = await findHoldersOfAll(db, [holding], at);
  return holdersOf(holding);
}

/** The same for many follow-ups, asked for once. */
export async function findHoldersOfAll(
  db: Kysely<Schema>,
  holdings: readonly Holding[],
  at?: Instant,
): Promise<(holding: Holding) => readonly RoleHolder[]> {
  const stateCodes = [...new Set(holdings.map(({ stateCode }) => stateCode))];
  const ownIds = [...new Set(holdings.flatMap(({ assigned }) => Object.values(assigned)))];
  const contacts = await db
    .selectFrom('contacts as c')
    .leftJoin('state_roles as r', (join) =>
      join.onRef('r.contact_id', '=', 'c.id').on('r.state_code', 'in', ['', ...stateCodes]),
    )
    .select(['c.id', 'c.unreachable_since', 'r.role', 'r.state_code'])
    .where((where) =>
      where.or([where('r.role', 'is not', null), ...(ownIds.length > 0 ? [where('c.id', 'in', ownIds)] : [])]),
    )
    .execute();
  const ids = [...new Set(contacts.map(({ id }) => id))];
  const away = at === undefined ? new Set<string>() : await contactsAway(db, ids, at);
  const reachable = new Set(contacts.filter((each) => each.unreachable_since === null).map(({ id }) => id));
  const byState = new Map<string, (typeof contacts)[number][]>();
  for (const contact of contacts) {
    const { state_code: code } = contact;
    if (code !== null) byState.set(code, [...(byState.get(code) ?? []), contact]);
  }
  return ({ stateCode, assigned }) => {
    const own = Object.entries(assigned) as [Role, string][];
    const ofState = (byState.get(stateCode) ?? []).flatMap(({ id, role }) =>
      role === null || role in assigned ? [] : [[role, id] as const],
    );
    return [...own, ...ofState].map(([role, contactId]) => ({
      role,
      contactId,
      isReachable: reachable.has(contactId),
      isAway: away.has(contactId),
    }));
  };
}

/** One notice for each contact: whoever acts in two roles is told once. A role that nobody takes leaves a notice without a contact. */
export function resolveNotices(
  eventId: string,
  intents: readonly NoticeIntent[],
  holders: readonly RoleHolder[],
): readonly ResolvedNotice[] {
  const resolved = intents.map(({ kind, role, contactId }): ResolvedNotice => {
    const named = holders.find((holder) => holder.contactId === contactId && holder.isReachable && !holder.isAway);
    const taken = named ? { contactId: named.contactId, actingAs: role } : resolveRole(role, holders);
    const noticeId = `${eventId}:${role}`;
    return { noticeId, kind, role, contactId: taken?.contactId ?? null, actingAs: taken?.actingAs ?? null };
  });
  return oncePerContact(resolved);
}
