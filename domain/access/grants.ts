import type { AccessRole, AccessScope, Grant } from './principal.ts';

export type GrantRefusal = 'ScopeDoesNotFitRole' | 'GrantTwice';

type ScopeKind = AccessScope['kind'];

/** Where each role can hold. */
const scopeKinds: Readonly<Record<AccessRole, readonly ScopeKind[]>> = {
  administrator: ['everywhere'],
  manager: ['everywhere', 'states'],
  'desk-officer': ['everywhere', 'states'],
  'national-coordinator': ['states'],
  'focal-point': ['institution'],
  'validating-authority': ['institution', 'states'],
  'resident-coordinator': ['states'],
  'independent-assessor': ['everywhere', 'states'],
  auditor: ['everywhere', 'states'],
};
const ofOneState: readonly AccessRole[] = ['national-coordinator', 'resident-coordinator'];

/** Why grants cannot be given together; undefined when they can. */
export function refusalOfGrants(grants: readonly Grant[]): GrantRefusal | undefined {
  if (grants.some((grant) => !doesFit(grant))) return 'ScopeDoesNotFitRole';
  return new Set(grants.map(keyOf)).size < grants.length ? 'GrantTwice' : undefined;
}

function doesFit({ role, scope }: Grant): boolean {
  if (!scopeKinds[role].includes(scope.kind)) return false;
  if (scope.kind !== 'states') return true;
  const { stateCodes, regions } = scope;
  return ofOneState.includes(role)
    ? stateCodes.length === 1 && regions.length === 0
    : stateCodes.length + regions.length > 0;
}

const keyOf = ({ role, scope }: Grant): string => {
  if (scope.kind === 'states')
    return `${role} ${[...scope.stateCodes].sort().join()} ${[...scope.regions].sort().join()}`;
  return scope.kind === 'institution' ? `${role} ${scope.institutionId}` : role;
};

export const isAdministrator = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => role === 'administrator');

/** What each value that an identity provider may send is worth here. */
export type RoleMap = Readonly<Record<string, readonly Grant[]>>;

/**
 * The grants behind a claim: a list of texts, or one text with spaces between. A dotted name leads into objects, as in
 * `realm_access.roles`. What the map does not know is worth nothing.
 */
export function grantsFromClaims(
  claims: Readonly<Record<string, unknown>>,
  name: string,
  map: RoleMap,
): readonly Grant[] {
  const values = textsIn(claims[name] ?? insideOf(claims, name.split('.')));
  const grants = [...new Set(values)].flatMap((value) => (Object.hasOwn(map, value) ? (map[value] ?? []) : []));
  return [...new Map(grants.map((grant) => [keyOf(grant), grant])).values()];
}

const insideOf = (claims: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    claims,
  );

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
