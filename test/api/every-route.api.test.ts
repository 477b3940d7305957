import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

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
  known = {
    clusters: cluster.body.id,
    notices: notices.body.items[0].noticeId,
    recommendations: recommendationId,
    sources: sourceId,
    contacts: people['focal-point'],
    institutions: body.id,
    dialogue: entry.body.id,
  };
}, 60_000);
afterAll(() => relance.close());

/** The path with things that exist in it, or with things that do not, and with the query that it needs. */
const filled = ({ path }: Route, isKnown: boolean): string =>
  path
    .replace('{code}', isKnown ? 'SI' : 'XX')
    .replace('{key}', isKnown ? 'general' : 'no-such-playbook')
    .replace('{role}', 'focal-point')
    .replace('{date}', '2027-02-08')
    .replace(/notice-previews$/, 'notice-previews?kind=closed')
    .replace('{as}/{to}/{targetId}', `relates-to/source/${isKnown ? known.sources : 'src_no'}`)
    .replace(/\/(\w+)\/\{id\}/, (_, kind: string) => `/${kind}/${isKnown ? known[kind] : 'rec_no'}`);

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

test.each(ofMethods('GET'))('GET $path answers', async (route) => {
  expect(await ask(relance.app, `GET ${filled(route, true)}`)).toMatchObject({ status: 200 });
});

test.each(ofMethods('GET').filter(({ path }) => /\{(id|code|key)\}/.test(path)))(
  'GET $path of what is not there is a problem document',
  async (route) => {
    const answer = await ask(relance.app, `GET ${filled(route, false)}`);
    expect([404, 422, 400]).toContain(answer.status);
    expect(answer.body.code).toEqual(expect.any(String));
  },
);

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
  '/v1/recommendations',
  '/v1/recommendations/counts',
  '/v1/notices',
  '/v1/digests',
  '/v1/contacts',
  '/v1/dialogue',
  '/v1/states/SI/timeline',
])(
  'GET %s takes any query with a clear answer',
  async (path) => {
    const names = fc.constantFrom('q', 'state', 'status', 'limit', 'cursor', 'sort', 'overdue', 'rung', 'contactId');
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
