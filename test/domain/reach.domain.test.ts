import { permissionsOf, permissionsOfRole } from '../../domain/access/permissions.ts';
import type { Grant } from '../../domain/access/principal.ts';
import { isNowhere, reachesState, reachOf, touchesState } from '../../domain/access/reach.ts';

const inStates = (role: Grant['role'], ...stateCodes: readonly string[]): Grant => ({
  role,
  scope: { kind: 'states', stateCodes, regions: [] },
});

test('somebody with two roles reaches with each permission what the roles that have it reach', () => {
  const grants = [inStates('desk-officer', 'SI'), inStates('national-coordinator', 'KE')];
  expect(reachOf({ grants }, 'recommendations.read')).toMatchObject({ stateCodes: ['KE', 'SI'] });
  expect(reachOf({ grants }, 'letters.read-drafts')).toMatchObject({ stateCodes: ['SI'] });
  expect(isNowhere(reachOf({ grants }, 'accounts.manage'))).toBe(true);
});

test('a region is its States', () => {
  const grants: Grant[] = [{ role: 'desk-officer', scope: { kind: 'states', stateCodes: [], regions: ['african'] } }];
  const reach = reachOf({ grants }, 'recommendations.read');
  expect(reachesState(reach, 'KE')).toBe(true);
  expect(reachesState(reach, 'SI')).toBe(false);
});

test('an institution touches its State, and does not reach it', () => {
  const scope = { kind: 'institution', institutionId: 'inst_1', stateCode: 'SI' } as const;
  const reach = reachOf({ grants: [{ role: 'focal-point', scope }] }, 'recommendations.read');
  expect(touchesState(reach, 'SI')).toBe(true);
  expect(reachesState(reach, 'SI')).toBe(false);
});

test('an auditor changes nothing, and reads everything', () => {
  const { auditor, administrator } = permissionsOfRole;
  expect(auditor).toEqual(administrator.filter((each) => /read|simulations/.test(each)));
});

test('a State’s own people read no draft of a letter to it, and nothing that was said in confidence', () => {
  for (const role of ['national-coordinator', 'focal-point', 'validating-authority', 'independent-assessor'] as const)
    for (const withheld of ['letters.read-drafts', 'dialogue.read-confidential', 'contacts.read-addresses'] as const)
      expect(permissionsOf({ grants: [inStates(role, 'SI')] })).not.toContain(withheld);
});
