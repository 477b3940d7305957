import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { addAccount, addLink } from '../support/administrator.ts';
import { storeAlarmingPlaybook } from '../support/letters.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';
import { bringTable, inventedTable } from '../support/treaty-tables.ts';

const document = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'));
type Route = { readonly method: string; readonly path: string };
const routes: readonly Route[] = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
);
const ofMethods = (...methods: readonly string[]): readonly Route[] =>
  routes.filter(({ method }) => methods.includes(method));

let relance: Relance;
let known: Readonly<Record<string, string>>;
beforeAll(async () => {
  relance = await openRelance();
  await storeAlarmingPlaybook(relance.db);
  const { recommendationId, sourceId, people, recommend } = await register(relance.app);
  const ministry = { name: 'Ministry of Justice', kind: 'ministry', stateCode: 'SI' };
  const { body } = await ask(relance.app, 'POST /v1/institutions', ministry);
  await command(relance.app, recommendationId, 'start-follow-up');
  const other = await recommend();
  await command(relance.app, other, 'start-follow-up');
  // Closing tells the focal point at once: a notice that can be looked at.
  const closing = { reason: 'overtaken-by-events', note: 'Merged into another plan' };
  await command(relance.app, other, 'close', closing);
  const notices = await ask(relance.app, 'GET /v1/notices');
  const meeting = { kind: 'meeting', heldOn: '2026-01-12', subject: 'x', stateCodes: ['SI'], confidential: 'y' };
  const entry = await ask(relance.app, 'POST /v1/dialogue', meeting);
  const together = { stateCode: 'SI', title: 'Together', recommendationIds: [recommendationId] };
  const cluster = await ask(relance.app, 'POST /v1/clusters', together);
  const date = { stateCode: 'SI', event: 'budget', onDate: '2027-10-01', title: 'Budget' };
  const worldEvent = await ask(relance.app, 'POST /v1/world-events', date);
  const filter = { state: 'KE' };
  const batch = await ask(relance.app, 'POST /v1/playbook-adoptions', {
    playbook: { key: 'general', version: 2 },
    filter,
    reason: 'For the tests',
  });
  const table = await bringTable(relance.app, inventedTable(1));
  await ask(relance.app, 'PUT /v1/participant-aliases/Ruritania', { participant: 'SI' });
  const campaign = await ask(relance.app, 'POST /v1/campaigns', {
    title: 'One State',
    instruments: ['CRC'],
    states: { kind: 'list', stateCodes: ['FJ'] },
    targetOn: '2090-12-31',
  });
  known = {
    'treaty-status-imports': table.body.id,
    clusters: cluster.body.id,
    notices: notices.body.items[0].noticeId,
    letters: await draftedLetter(await recommend({ playbook: 'alarming' })),
    recommendations: recommendationId,
    sources: sourceId,
    contacts: people['focal-point'],
    institutions: body.id,
    dialogue: entry.body.id,
    'world-events': worldEvent.body.id,
    batches: batch.body.id,
    campaigns: campaign.body.id,
    accounts: await addAccount(relance.db),
    link: await addLink(relance.db, { kind: 'set-up' }),
  };
}, 60_000);
afterAll(() => relance.close());

async function draftedLetter(recommendationId: string): Promise<string> {
  await command(relance.app, recommendationId, 'start-follow-up');
  await command(relance.app, recommendationId, 'assess', { assessment: 'E', reason: 'The bill was withdrawn' });
  return (await ask(relance.app, `GET /v1/letters?recommendationId=${recommendationId}`)).body.items[0].id;
}

/** The path with things that exist in it, or with things that do not, and with the query that it needs. */
const filled = ({ path }: Route, isKnown: boolean): string =>
  path
    .replace('instruments/{key}', isKnown ? 'instruments/CEDAW' : 'instruments/no-such-treaty')
    .replace('{participant}/{instrument}', isKnown ? 'SI/CEDAW' : 'XX/CEDAW')
    .replace('{code}', isKnown ? 'SI' : 'XX')
    .replace('{key}', isKnown ? 'general' : 'no-such-playbook')
    .replace('{version}', isKnown ? '2' : '999')
    .replace('{role}', 'focal-point')
    .replace('{facet}', 'theme')
    .replace('{date}', '2027-02-08')
    .replace('{number}', isKnown ? '1' : '999999')
    .replace('{alias}', isKnown ? 'Ruritania' : 'Atlantis')
    .replace(/notice-previews$/, 'notice-previews?kind=closed')
    .replace(/actors$/, 'actors?actor=clock')
    .replace(/outcomes$/, `outcomes?sourceId=${known.sources}`)
    .replace('{token}', isKnown ? (known.link ?? '') : 'no-such-link')
    .replace('{as}/{to}/{targetId}', `relates-to/source/${isKnown ? known.sources : 'src_no'}`)
    .replace(/\/([\w-]+)\/\{id\}/, (_, kind: string) => `/${kind}/${isKnown ? known[kind] : 'rec_no'}`);

test('the OpenAPI document is a valid one, and a bent one is not', async () => {
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  const bent = structuredClone(document);
  bent.paths['/health/live'].get.responses = 'fine';
  expect(await new Validator().validate(bent)).toMatchObject({ valid: false });
});

test('the document that is served is the one in the repository', async () => {
  const { body } = await ask(relance.app, 'GET /v1/openapi.json');
  expect(body).toEqual(document);
});

/** Addresses that lead a browser elsewhere: test/api/openid.api.test.ts. */
const isElsewhere = ({ path }: Route): boolean => /openid\/(start|return)$/.test(path);

test.each(ofMethods('GET').filter((route) => !isElsewhere(route)))('GET $path answers', async (route) => {
  expect(await ask(relance.app, `GET ${filled(route, true)}`)).toMatchObject({ status: 200 });
});

test.each(ofMethods('GET').filter(({ path }) => /\{(id|code|key|participant|alias|token)\}/.test(path)))(
  'GET $path of what is not there is a problem document',
  async (route) => {
    const answer = await ask(relance.app, `GET ${filled(route, false)}`);
    expect([404, 403, 422, 400]).toContain(answer.status);
    expect(answer.body.code).toEqual(expect.any(String));
  },
);

/** Whoever comes must know what day it is here before they have signed in. */
const isForEverybody = ({ path }: Route): boolean =>
  !path.startsWith('/api/v1/') || /\/(session(\/|$)|installation$)/.test(path);

test.each(
  routes.filter((route) => !isForEverybody(route) || (route.path === '/api/v1/session' && route.method === 'GET')),
)('$method $path tells nobody anything who has not signed in', async (route) => {
  const answer = await ask(relance.app, `${route.method} ${filled(route, true)}`, undefined, { 'x-anonymous': '1' });
  expect(answer).toMatchObject({ status: 401, body: { code: 'SignInRequired' } });
  expect(document.paths[route.path][route.method.toLowerCase()].security).toEqual([{ session: [] }, { token: [] }]);
});

/** What clients send when they are wrong, hostile, or a fuzzer. */
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === 'object' && value !== null),
  fc.dictionary(
    fc.constantFrom('name', 'text', 'stateCode', 'contactId', 'note', 'reason', 'rung', 'evidence', 'role', 'weekend'),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' }), fc.constantFrom('\u0000', '__proto__', '')),
  ),
);

test.each(ofMethods('POST', 'PUT', 'PATCH', 'DELETE'))(
  '$method $path takes nonsense with a clear answer',
  async (route) => {
    const url = filled(route, true);
    await fc.assert(
      fc.asyncProperty(nonsense, async (body) => {
        const answer = await ask(relance.app, `${route.method} ${url}`, body);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400)
          expect(answer.body).toMatchObject({ code: expect.any(String), status: answer.status });
        expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat .*\.ts:\d/);
      }),
      { numRuns: 15 },
    );
  },
  60_000,
);

test.each([
  ['NUL', '\u0000'],
  ['half of a surrogate pair', '\ud800'],
])('%s in a text is refused with its path, and the follow-up goes on', async (_, bad) => {
  const id = known.recommendations ?? '';
  const body = { sourceId: known.sources, stateCode: 'SI', text: 'Fine', themes: ['fine', `bad${bad}`] };
  const registered = await ask(relance.app, 'POST /v1/recommendations', body);
  expect(registered).toMatchObject({ status: 422, body: { code: 'InvalidField', fields: [{ path: '/themes/1' }] } });
  const reported = await command(relance.app, id, 'report-progress', { note: `bad${bad}` });
  expect(reported).toMatchObject({ status: 422, body: { code: 'InvalidField', fields: [{ path: '/note' }] } });
  expect((await ask(relance.app, 'GET /v1/recommendations?q=%00')).body.code).toBe('InvalidRequest');
  expect((await command(relance.app, id, 'report-progress', { note: 'good' })).status).toBe(200);
});

test.each([
  ['application/x-www-form-urlencoded', 'kind=mission&title=x'],
  ['text/plain', '{"kind":"mission","title":"x"}'],
  ['message/rfc822', 'Subject: x'],
  ['application/xml', '<source/>'],
])('a body of type %s registers nothing', async (type, payload) => {
  const count = async (): Promise<number> => (await ask(relance.app, 'GET /v1/sources?limit=200')).body.length;
  const before = await count();
  const answer = await relance.app.inject({
    method: 'POST',
    url: '/api/v1/sources',
    headers: { 'content-type': type },
    payload,
  });
  expect(answer.statusCode).toBe(415);
  expect(answer.json().code).toBe('UnsupportedMediaType');
  expect(await count()).toBe(before);
});

test.each(['/api/v1/recommendations/%E0%A4%A', '/answer/%E0%A4%A', `/api/v1/recommendations/${'x'.repeat(1_100)}`])(
  'an address that cannot be read is a problem document: %s',
  async (url) => {
    const answer = await relance.app.inject(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ code: expect.any(String), status: answer.statusCode });
  },
);

test('a filter that is misspelt is refused, not passed over', async () => {
  for (const path of ['/v1/recommendations?stat=SI', '/v1/notices?recomendationId=x', '/v1/sources?state=SI'])
    expect(await ask(relance.app, `GET ${path}`)).toMatchObject({ status: 400, body: { code: 'InvalidRequest' } });
});

test('a date beyond what text can compare, and a name of two lines, are refused', async () => {
  const far = { sourceId: known.sources, stateCode: 'SI', text: 'x', targetOn: '9999-12-31' };
  expect((await ask(relance.app, 'POST /v1/recommendations', far)).body.fields[0].path).toBe('/targetOn');
  const contact = { name: 'A\r\nBcc: x@y.example', address: 'a@b.example', timeZone: 'UTC' };
  expect((await ask(relance.app, 'POST /v1/contacts', contact)).body.fields[0].path).toBe('/name');
});

test.each([
  '/v1/recommendations',
  '/v1/recommendations/counts',
  '/v1/recommendations/facets/theme',
  '/v1/recommendations/export',
  '/v1/changes',
  '/v1/notices',
  '/v1/digests',
  '/v1/letters',
  '/v1/contacts',
  '/v1/dialogue',
  '/v1/states/SI/timeline',
  '/v1/treaty-status',
  '/v1/treaty-status-imports',
  '/v1/participant-aliases',
  '/v1/instruments/CEDAW/parties',
])(
  'GET %s takes any query with a clear answer',
  async (path) => {
    const names = fc.constantFrom(
      'q',
      'state',
      'status',
      'limit',
      'cursor',
      'sort',
      'overdue',
      'rung',
      'contactId',
      'asOf',
    );
    const query = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(query, async (pairs) => {
        const answer = await ask(relance.app, `GET ${path}?${new URLSearchParams(pairs).toString()}`);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.body.code).toEqual(expect.any(String));
      }),
      { numRuns: 40 },
    );
  },
  60_000,
);
