import type { AccessRole } from '../../../domain/access/principal.ts';
import type { Schemas } from '../../client/types.ts';

export type Grant = Schemas['Grant'];
export type ScopeKind = Grant['scope']['kind'];

/** Where each role can hold, the most usual first. The API has the last word. */
export const scopeKindsOf: Readonly<Record<AccessRole, readonly ScopeKind[]>> = {
  administrator: ['everywhere'],
  manager: ['everywhere', 'states'],
  'desk-officer': ['states', 'everywhere'],
  'national-coordinator': ['states'],
  'focal-point': ['institution'],
  'validating-authority': ['institution', 'states'],
  'resident-coordinator': ['states'],
  'independent-assessor': ['states', 'everywhere'],
  auditor: ['everywhere', 'states'],
};

/** Roles that belong to one State. */
export const isOfOneState = (role: AccessRole): boolean =>
  role === 'national-coordinator' || role === 'resident-coordinator';

/** A scope of a kind with nothing chosen yet. */
export function blankScope(kind: ScopeKind): Grant['scope'] {
  if (kind === 'everywhere') return { kind };
  return kind === 'states' ? { kind, stateCodes: [], regions: [] } : { kind, institutionId: '', stateCode: '' };
}

export const blankGrant = (role: AccessRole): Grant => ({
  role,
  scope: blankScope(scopeKindsOf[role][0] ?? 'everywhere'),
});
