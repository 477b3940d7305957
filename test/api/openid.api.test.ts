import { OAuth2Server } from 'oauth2-mock-server';
import { addAccount } from '../support/administrator.ts';
import { openRelance, type Relance } from '../support/relance.ts';

let provider: OAuth2Server;
let relance: Relance;
/** What the provider says of whoever signs in there. */
let claims: Record<string, unknown> = {};
const home = 'http://relance.example';

beforeAll(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  provider.service.on('beforeTokenSigning', (token: { payload: object }) => void Object.assign(token.payload, claims));
  const everywhere = { kind: 'everywhere' } as const;
  relance = await openRelance({
    hasWorker: false,
    openid: {
      issuer: provider.issuer.url ?? '',
      clientId: 'relance',
      clientSecret: 'a secret between the two',
      name: 'The mission',
      scope: 'openid email profile',
      roles: {
        claim: 'groups',
        map: {
          office: [{ role: 'manager', scope: everywhere }],
          audit: [{ role: 'auditor', scope: everywhere }],
        },
      },
    },
  });
});
afterAll(async () => {
  await relance?.close();
  await provider?.stop();
});
afterEach(() => provider.service.removeAllListeners('beforeResponse').removeAllListeners('beforeAuthorizeRedirect'));

const person = (name: string, over: object = {}) => ({
  sub: `sub-${name}`,
  email: `${name}@mission.example`,
  email_verified: true,
  name: `Name of ${name}`,
  groups: ['office'],
  aud: 'relance',
  ...over,
});

type Cookies = Map<string, string>;
const cookieOf = (cookies: Cookies): string => [...cookies].map((pair) => pair.join('=')).join('; ');

async function get(url: string, cookies: Cookies) {
  const sent = cookies.size > 0 ? { cookie: cookieOf(cookies) } : {};
  const response = await relance.app.inject({ method: 'GET', url, headers: { 'x-anonymous': '1', ...sent } });
  for (const { name, value } of response.cookies) {
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return { status: response.statusCode, location: String(response.headers.location ?? ''), body: response.body };
}

/** To the provider, and what it sends the browser back with. */
async function visit(cookies: Cookies, to = '/states'): Promise<URL> {
  const begun = await get(`/api/v1/session/openid/start?to=${encodeURIComponent(to)}`, cookies);
  expect(begun.status).toBe(302);
  const answered = await fetch(begun.location, { redirect: 'manual' });
  return new URL(answered.headers.get('location') ?? '');
}

async function signIn(as: Record<string, unknown>, bend: (back: URL) => void = () => {}) {
  claims = as;
  const cookies: Cookies = new Map();
  const back = await visit(cookies);
  bend(back);
  return { ...(await get(`${back.pathname}${back.search}`, cookies)), cookies };
}
const sessionOf = async (cookies: Cookies) => JSON.parse((await get('/api/v1/session', cookies)).body);

test('whoever the provider knows is signed in, with the roles of their groups, and led to where they wanted to go', async () => {
  const { status, location, cookies } = await signIn(person('ana'));
  expect([status, location]).toEqual([302, '/states']);
  expect((await sessionOf(cookies)).account).toMatchObject({
    email: 'ana@mission.example',
    name: 'Name of ana',
    grants: [{ role: 'manager' }],
    hasPassword: false,
    isLinkedToProvider: true,
  });
  expect(JSON.parse((await get('/api/v1/session/openid', new Map())).body)).toEqual({
    isOffered: true,
    name: 'The mission',
  });
});

test('the request carries state, nonce and a challenge, and the answer goes to one address alone', async () => {
  const { location } = await get('/api/v1/session/openid/start', new Map());
  const { searchParams } = new URL(location);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'relance',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    redirect_uri: `${home}/api/v1/session/openid/return`,
  });
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('nobody is led away to %s', async (to) => {
  claims = person('led');
  const cookies: Cookies = new Map();
  const back = await visit(cookies, to);
  expect((await get(`${back.pathname}${back.search}`, cookies)).location).toBe('/');
});

test('roles that the provider takes away are gone at the next sign-in; what was granted here stays', async () => {
  const first = await signIn(person('bor', { groups: ['office', 'audit'] }));
  const { account } = await sessionOf(first.cookies);
  expect(account.providerGrants.map(({ role }: { role: string }) => role)).toEqual(['manager', 'auditor']);
  const second = await signIn(person('bor', { groups: ['audit'] }));
  expect((await sessionOf(second.cookies)).account.grants).toEqual([
    { role: 'auditor', scope: { kind: 'everywhere' } },
  ]);
  // The older session has no more than the provider says now.
  expect((await sessionOf(first.cookies)).account.grants).toHaveLength(1);
  expect((await signIn(person('bor', { groups: [] }))).location).toBe('/sign-in?problem=NoRoleHere');
  const own = { role: 'independent-assessor', scope: { kind: 'everywhere' } };
  await relance.app.inject({ method: 'PUT', url: `/api/v1/accounts/${account.id}/grants`, payload: { grants: [own] } });
  const third = await signIn(person('bor', { groups: [] }));
  expect((await sessionOf(third.cookies)).account).toMatchObject({ grants: [own], providerGrants: [] });
});

test('an account that is there already is taken up by its address, once, if the provider has verified it', async () => {
  const id = await addAccount(relance.db, { email: 'cene@mission.example', grants: [] });
  const unverified = await signIn(person('cene', { email_verified: false }));
  expect(unverified.location).toBe('/sign-in?problem=EmailNotVerified');
  expect((await sessionOf((await signIn(person('cene'))).cookies)).account.id).toBe(id);
  expect((await signIn(person('cene', { sub: 'somebody-else' }))).location).toBe('/sign-in?problem=EmailTaken');
  // Known by issuer and subject from then on, whatever the address is.
  const moved = await signIn(person('cene', { email: 'other@mission.example', email_verified: false }));
  expect((await sessionOf(moved.cookies)).account.id).toBe(id);
});

test.each([
  ['no role here', person('nobody', { groups: ['visitors'] }), 'NoRoleHere'],
  ['no address', person('blank', { email: undefined }), 'EmailNotVerified'],
  ['an address that is verified in words alone', person('words', { email_verified: 'true' }), 'EmailNotVerified'],
])('whoever has %s gets no account', async (_, as, problem) => {
  expect((await signIn(as)).location).toBe(`/sign-in?problem=${problem}`);
  const rows = await relance.db
    .selectFrom('accounts')
    .select('id')
    .where('openid_subject', '=', String(as.sub))
    .execute();
  expect(rows).toEqual([]);
});

test('an account that is disabled here stays shut', async () => {
  const { cookies } = await signIn(person('shut'));
  const { account } = await sessionOf(cookies);
  await relance.app.inject({ method: 'PATCH', url: `/api/v1/accounts/${account.id}`, payload: { isDisabled: true } });
  expect((await signIn(person('shut'))).location).toBe('/sign-in?problem=AccountDisabled');
});

test.each([
  ['for another audience', { aud: 'another-client' }],
  ['with another nonce', { nonce: 'not-the-one' }],
  ['from another issuer', { iss: 'https://evil.example' }],
  ['that has expired', { exp: Math.floor(Date.now() / 1_000) - 3_600 }],
])('a token %s signs nobody in', async (_, over) => {
  const { location, cookies } = await signIn(person('bent', over));
  expect(location).toBe('/sign-in?problem=OpenIdRefused');
  expect(cookies.has('relance_session')).toBe(false);
});

test('a token that was signed by somebody else signs nobody in', async () => {
  provider.service.once('beforeResponse', (response: { body: Record<string, unknown> }) => {
    const [head, , signature] = String(response.body.id_token).split('.');
    const forged = Buffer.from(JSON.stringify({ iss: provider.issuer.url, ...person('forged') })).toString('base64url');
    response.body.id_token = [head, forged, signature].join('.');
  });
  expect((await signIn(person('forged'))).location).toBe('/sign-in?problem=OpenIdRefused');
});

test('an answer with another state, or with an error, signs nobody in', async () => {
  const swapped = await signIn(person('state'), (back) => back.searchParams.set('state', 'x'.repeat(43)));
  expect(swapped.location).toBe('/sign-in?problem=OpenIdRefused');
  const denied = await signIn(person('denied'), (back) => {
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
  });
  expect(denied.location).toBe('/sign-in?problem=OpenIdRefused');
});

test('an answer is good once, and only in the browser that asked', async () => {
  claims = person('once');
  const cookies: Cookies = new Map();
  const back = await visit(cookies);
  const path = `${back.pathname}${back.search}`;
  expect((await get(path, new Map())).location).toBe('/sign-in?problem=SignInExpired');
  const kept = new Map(cookies);
  expect((await get(path, cookies)).location).toBe('/states');
  expect((await get(path, kept)).location).toBe('/sign-in?problem=SignInExpired');
});

test('a provider that is away is told, and asked again when it is back', async () => {
  const { port } = provider.address();
  const late = await openRelance({
    hasWorker: false,
    openid: { issuer: provider.issuer.url ?? '', clientId: 'relance', name: 'x', scope: 'openid' },
  });
  try {
    await provider.stop();
    const start = () => late.app.inject({ url: '/api/v1/session/openid/start', headers: { 'x-anonymous': '1' } });
    expect((await start()).headers.location).toBe('/sign-in?problem=OpenIdUnavailable');
    await provider.start(port, '127.0.0.1');
    expect(String((await start()).headers.location)).toContain('/authorize?');
  } finally {
    await late.close();
  }
});

test('where no provider is set up, nobody is led anywhere', async () => {
  const plain = await openRelance({ hasWorker: false });
  try {
    const asked = await plain.app.inject('/api/v1/session/openid');
    expect(asked.json()).toEqual({ isOffered: false, name: null });
    expect((await plain.app.inject('/api/v1/session/openid/start')).json().code).toBe('OpenIdNotOffered');
  } finally {
    await plain.close();
  }
});
