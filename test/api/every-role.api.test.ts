import { randomUUID } from 'node:crypto';
import { policies, policyOf } from '../../api/policies.ts';
import type { Policies } from '../../api/policies/policy.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { permissionsOfRole } from '../../domain/access/permissions.ts';
import { accessRoles, type AccessRole, type Grant, type Principal } from '../../domain/access/principal.ts';
import { openDatabase } from '../../db/database.ts';
import {
  fillOffice,
  fingerprintOf,
  officeWithout,
  openAccessOffice,
  openFullOffice,
  personWith,
  secrets,
  type AccessOffice,
  type Filled,
  type Things,
} from '../support/access-office.ts';
import { describedRoutes, sampleRequest, type DescribedRoute } from '../support/sample-request.ts';
import type { Answer } from '../support/relance.ts';

let snapshot: Uint8Array;
let filled: Filled;
let full: AccessOffice;
/** The same office without Kenya, and with nothing but what is the institution's own. */
let ofState: AccessOffice;
let ofInstitution: AccessOffice;
/** One to change things in. */
let scratch: AccessOffice;
beforeAll(async () => {
  full = await openFullOffice();
  filled = await fillOffice(full);
  snapshot = (await full.database.dump?.()) ?? new Uint8Array();
  ofState = await openAccessOffice(await officeWithout(snapshot, filled.foreign));
  ofInstitution = await openAccessOffice(await officeWithout(snapshot, filled.foreign, filled.other));
  scratch = await openAccessOffice(await openDatabase({ memory: true, snapshot }));
}, 120_000);
afterAll(async () => {
  for (const office of [full, ofState, ofInstitution, scratch]) await office.close();
});

const ofSlovenia = (role: AccessRole): Grant => ({ role, scope: { kind: 'states', stateCodes: ['SI'], regions: [] } });
const ofMinistry = (role: AccessRole): Grant => ({
  role,
  scope: { kind: 'institution', institutionId: filled.own.institution, stateCode: 'SI' },
});
const everywhere = (role: AccessRole): Grant => ({ role, scope: { kind: 'everywhere' } });

/** One’s own account and the addresses of lists hold nothing of the register, and are asked in tests of their own. */
const routesOfTheRegister = describedRoutes.filter(({ path }) => !/saved-views|\/account\b|\/session\b/.test(path));

const withAddress = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
const policyFor = ({ method, path }: DescribedRoute) => policyOf(policies, method, withAddress(path));
const permissionFor = (route: DescribedRoute): Permission | undefined => {
  const policy = policyFor(route);
  return policy?.access === 'permission' ? policy.permission : undefined;
};

const mayAsk = ({ grants }: Principal, route: DescribedRoute): boolean => {
  const permission = permissionFor(route);
  return permission === undefined || grants.some(({ role }) => permissionsOfRole[role].includes(permission));
};

/** What an answer says; how long the log is may be known. */
const saidBy = ({ status, body }: Answer): string =>
  `${status} ${JSON.stringify(body)}`.replace(/"position":"\d+"/, '"position":"…"');

/** What the tests of a whole office have: a batch that somebody else ordered, a table that was never brought. */
const isElsewhere = (request: string): boolean => /batches\/|no-such-thing|participant-aliases/.test(request);

test('whoever may do everything in Slovenia is answered on all that is its own', async () => {
  for (const role of ['administrator', 'auditor'] as const)
    for (const route of routesOfTheRegister.filter(({ method }) => method === 'GET')) {
      const { request } = sampleRequest(route, filled.own);
      const { status } = await full.askAs(personWith(ofSlovenia(role)), request);
      const policy = policyFor(route);
      const isWideOnly =
        policy?.access === 'permission' && (policy.isEverywhereOnly || !mayAsk(personWith(ofSlovenia(role)), route));
      expect(`${request} ${status}`).toBe(`${request} ${isWideOnly ? 403 : isElsewhere(request) ? 404 : 200}`);
    }
});

const headersFor = ({ method }: DescribedRoute): object =>
  method === 'POST' ? { 'idempotency-key': randomUUID() } : { 'if-match': '"1"' };

type Asking = { readonly whole: AccessOffice; readonly without: AccessOffice; readonly lost: readonly Things[] };

/** The routes that answer otherwise when there are foreign things in the office. */
async function routesThatTell(principal: Principal, { whole, without, lost }: Asking): Promise<readonly string[]> {
  const told: string[] = [];
  for (const route of routesOfTheRegister) {
    const targets = route.method === 'GET' ? [filled.own, ...lost] : lost;
    for (const things of targets) {
      const { request, body } = sampleRequest(route, things);
      const headers = headersFor(route);
      const here = await whole.askAs(principal, request, body, headers);
      if (here.status >= 500) told.push(`${request}: ${here.status}`);
      if (here.status === 403 && !mayAsk(principal, route)) continue;
      const there = await without.askAs(principal, request, body, headers);
      if (saidBy(here) !== saidBy(there))
        told.push(`${request}: ${saidBy(here).slice(0, 200)} / ${saidBy(there).slice(0, 200)}`);
    }
  }
  return told;
}

test.each(accessRoles)(
  'a %s of Slovenia is answered as if Kenya were not there, and changes nothing of it',
  async (role) => {
    const before = await fingerprintOf(full.db);
    full.submitted.length = 0;
    const asking = { whole: full, without: ofState, lost: [filled.foreign] };
    expect(await routesThatTell(personWith(ofSlovenia(role)), asking)).toEqual([]);
    expect(full.submitted).toEqual([]);
    expect(await fingerprintOf(full.db)).toBe(before);
  },
  120_000,
);

test.each(['focal-point', 'validating-authority', 'national-coordinator', 'desk-officer'] as const)(
  'a %s of one ministry is answered as if neither Kenya nor the other ministry were there',
  async (role) => {
    const before = await fingerprintOf(full.db);
    full.submitted.length = 0;
    const asking = { whole: full, without: ofInstitution, lost: [filled.foreign, filled.other] };
    expect(await routesThatTell(personWith(ofMinistry(role)), asking)).toEqual([]);
    expect(full.submitted).toEqual([]);
    expect(await fingerprintOf(full.db)).toBe(before);
  },
  120_000,
);

test('whoever has not signed in is asked to, wherever the policy does not let everybody in', async () => {
  for (const route of describedRoutes) {
    const { request, body } = sampleRequest(route, filled.own);
    if (policyFor(route)?.access === 'public') continue;
    const { status } = await full.askAs(null, request, body);
    expect(`${request} ${status}`).toBe(`${request} 401`);
  }
});

test.each(accessRoles)(
  'a %s may ask what the table says, and nothing else',
  async (role) => {
    const principal = personWith(ofSlovenia(role));
    for (const route of describedRoutes) {
      const permission = permissionFor(route);
      const { request, body } = sampleRequest(route, filled.own);
      if (permission === undefined || (permissionsOfRole[role].includes(permission) && isWide(route))) continue;
      const { status } = await scratch.askAs(principal, request, body, headersFor(route));
      const isForbidden = status === 403;
      expect(`${request} ${isForbidden}`).toBe(`${request} ${!permissionsOfRole[role].includes(permission)}`);
    }
  },
  60_000,
);

/** Whether even the right role may only with a scope of everywhere, or only on what it ordered. */
function isWide(route: DescribedRoute): boolean {
  const policy = policyFor(route);
  return (
    policy?.access === 'permission' && (policy.isEverywhereOnly || policy.subjects.some(({ of }) => of === 'batch'))
  );
}

const trusted = {
  [secrets.confidential]: 'dialogue.read-confidential',
  [secrets.address]: 'contacts.read-addresses',
  [secrets.draft]: 'letters.read-drafts',
} as const;

test.each(accessRoles)('a %s reads addresses, drafts and confidences only where the role has them', async (role) => {
  const read = new Set<string>();
  for (const route of describedRoutes.filter(({ method }) => method === 'GET')) {
    const { body } = await full.askAs(personWith(ofSlovenia(role)), sampleRequest(route, filled.own).request);
    const said = JSON.stringify(body);
    for (const secret of Object.keys(trusted)) if (said.includes(secret)) read.add(secret);
  }
  const allowed = Object.entries(trusted).filter(([, permission]) => permissionsOfRole[role].includes(permission));
  expect([...read].sort()).toEqual(allowed.map(([secret]) => secret).sort());
});

test('an answer to somebody else’s key is theirs alone', async () => {
  const key = { 'idempotency-key': 'one-and-the-same' };
  const title = { title: 'A view', query: '' };
  const first = await full.askAs(personWith(everywhere('manager')), 'POST /v1/saved-views', title, key);
  const second = { ...personWith(everywhere('manager')), accountId: 'acc_second', actor: 'account:acc_second' };
  const answer = await full.askAs(second, 'POST /v1/saved-views', title, key);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(answer.body.id).not.toBe(first.body.id);
});

describe('what the matrix must catch', () => {
  test('a route without a policy: the API is not built', async () => {
    const { 'GET /api/v1/letters/:id': _, ...bent } = policies;
    const bare = await openDatabase({ memory: true, snapshot });
    await expect(openAccessOffice(bare, { policies: bent })).rejects.toThrow('GET /api/v1/letters/:id has no policy');
    await bare.close();
  });

  test('questions that nobody narrows', async () => {
    const open = await openAccessOffice(await openDatabase({ memory: true, snapshot }), { sighted: (db) => db });
    const asking = { whole: open, without: ofState, lost: [filled.foreign] };
    const told = await routesThatTell(personWith(ofSlovenia('auditor')), asking);
    expect(told.length).toBeGreaterThan(30);
    await open.close();
  });

  test('a policy that does not say what its route is about', async () => {
    const key = 'PUT /api/v1/states/:code/weekend';
    const { [key]: right } = policies;
    const bent: Policies = { ...policies, [key]: { ...right, subjects: [] } as never };
    const open = await openAccessOffice(await openDatabase({ memory: true, snapshot }), { policies: bent });
    const before = await fingerprintOf(open.db);
    await routesThatTell(personWith(ofSlovenia('desk-officer')), {
      whole: open,
      without: ofState,
      lost: [filled.foreign],
    });
    expect(await fingerprintOf(open.db)).not.toBe(before);
    await open.close();
  });
});
