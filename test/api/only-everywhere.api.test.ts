import { policies } from '../../api/policies.ts';
import { onlyEverywhere, permissionsOf } from '../../domain/access/permissions.ts';

test('what a session says to need a role everywhere is what every route of it asks for', () => {
  const asked = Object.values(policies).flatMap((policy) => (policy.access === 'permission' ? [policy] : []));
  const loose = asked.filter(({ isEverywhereOnly }) => !isEverywhereOnly).map(({ permission }) => permission);
  const strict = asked.map(({ permission }) => permission).filter((permission) => !loose.includes(permission));
  expect([...new Set(strict)].sort()).toEqual([...onlyEverywhere].sort());
});

test('an auditor of one State is told of no log of the whole office', () => {
  const scope = { kind: 'states', stateCodes: ['SI'], regions: [] } as const;
  const told = permissionsOf({ grants: [{ role: 'auditor', scope }] });
  expect(told).toContain('recommendations.read');
  expect(told).not.toContain('audit.read');
});
