import { states } from '../reference/states.ts';
import { permissionsOfRole, type Permission } from './permissions.ts';
import type { AccessScope, Principal } from './principal.ts';

type OneInstitution = { readonly institutionId: string; readonly stateCode: string };

/** Where somebody may do one thing: everywhere, or for whole States and single institutions. */
export type Reach =
  | { readonly isEverywhere: true }
  | {
      readonly isEverywhere: false;
      readonly stateCodes: readonly string[];
      readonly institutions: readonly OneInstitution[];
    };

/** The reach of a permission: what all grants of roles that have it reach together. */
export function reachOf({ grants }: Pick<Principal, 'grants'>, permission: Permission): Reach {
  const scopes = grants.filter(({ role }) => permissionsOfRole[role].includes(permission)).map(({ scope }) => scope);
  if (scopes.some(({ kind }) => kind === 'everywhere')) return { isEverywhere: true };
  const stateCodes = [...new Set(scopes.flatMap(statesOf))].sort();
  const institutions = scopes.flatMap((scope) =>
    scope.kind === 'institution' && !stateCodes.includes(scope.stateCode)
      ? [{ institutionId: scope.institutionId, stateCode: scope.stateCode }]
      : [],
  );
  return { isEverywhere: false, stateCodes, institutions };
}

function statesOf(scope: AccessScope): readonly string[] {
  if (scope.kind !== 'states') return [];
  const ofRegions = states.filter(({ regionalGroup }) => scope.regions.includes(regionalGroup));
  return [...scope.stateCodes, ...ofRegions.map(({ code }) => code)];
}

/** Whether a whole State lies within. */
export const reachesState = (reach: Reach, stateCode: string): boolean =>
  reach.isEverywhere || reach.stateCodes.includes(stateCode);

/** Whether something of a State lies within: all of it, or one of its institutions. */
export const touchesState = (reach: Reach, stateCode: string): boolean =>
  reachesState(reach, stateCode) ||
  (!reach.isEverywhere && reach.institutions.some((institution) => institution.stateCode === stateCode));

export const isNowhere = (reach: Reach): boolean =>
  !reach.isEverywhere && reach.stateCodes.length === 0 && reach.institutions.length === 0;
