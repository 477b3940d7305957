import type { ContactId } from '../ids.ts';

/** Work is assigned to roles, never to persons: people change, institutions stay. Source: SIMORE Plus, PLAYBOOKS' default ladder. */
export const roles = [
  'focal-point',
  'alternate',
  'validating-authority',
  'nmirf-secretariat',
  'permanent-mission',
  'desk-officer',
  'manager',
  'resident-coordinator',
  'high-commissioner',
  'nhri',
  'civil-society',
] as const;
export type Role = (typeof roles)[number];

/** Whoever speaks for themselves and not for the State or for us: nobody may stand in for them, or they for anybody. */
export const independentRoles = ['nhri', 'civil-society'] as const satisfies readonly Role[];
export type IndependentRole = (typeof independentRoles)[number];
export const isIndependent = (role: Role): role is IndependentRole =>
  (independentRoles as readonly Role[]).includes(role);

/** Who holds a role for one follow-up, and whether mail still reaches them. */
export type RoleHolder = {
  readonly role: Role;
  readonly contactId: ContactId;
  readonly isReachable: boolean;
  /** On leave today, by the calendar of their own zone: somebody stands in, and afterwards they are back. */
  readonly isAway: boolean;
};

/** Who acts when nobody reachable holds a role, in this order; the desk officer and then the manager stand in for everyone. */
const standIns: Partial<Record<Role, readonly Role[]>> = {
  'focal-point': ['alternate'],
  alternate: ['focal-point'],
  'validating-authority': ['nmirf-secretariat'],
  'nmirf-secretariat': ['validating-authority'],
};

export type Resolved = { readonly contactId: ContactId; readonly actingAs: Role };

/**
 * The contact who is told what a role is told: whoever is there, in the order above. When everybody is on leave it waits
 * for the first of them to be back; `undefined` when mail reaches nobody at all.
 */
export function resolveRole(role: Role, holders: readonly RoleHolder[]): Resolved | undefined {
  const caretakers: readonly Role[] = isIndependent(role) ? [] : ['desk-officer', 'manager'];
  const candidates: readonly Role[] = [role, ...(standIns[role] ?? []), ...caretakers];
  const reachable = holders.filter(({ isReachable }) => isReachable);
  const present = reachable.filter(({ isAway }) => !isAway);
  return firstOf(candidates, present) ?? firstOf(candidates, reachable);
}

function firstOf(candidates: readonly Role[], holders: readonly RoleHolder[]): Resolved | undefined {
  for (const actingAs of candidates) {
    const holder = holders.find((each) => each.role === actingAs);
    if (holder) return { contactId: holder.contactId, actingAs };
  }
  return undefined;
}

/** Whoever acts in two roles is told once. A role that nobody takes stays in sight, but for a voice that nobody has. */
export const oncePerContact = <T extends { readonly role: Role; readonly contactId: ContactId | null }>(
  told: readonly T[],
): T[] =>
  told.filter(({ role, contactId }, index) =>
    contactId === null ? !isIndependent(role) : told.findIndex((other) => other.contactId === contactId) === index,
  );
