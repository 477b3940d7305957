import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buildApp } from '../../api/app.ts';
import { openRelance, register, type Relance } from '../support/relance.ts';

const document = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'));
type Parameter = { readonly in: string; readonly name: string };
type Route = { readonly method: string; readonly path: string; readonly parameters: readonly Parameter[] };
const routes: readonly Route[] = Object.entries<Record<string, { parameters?: readonly Parameter[] }>>(
  document.paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [] }]) => ({ method: method.toUpperCase(), path, parameters })),
);

let relance: Relance;
let id = '';
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
  ({ recommendationId: id } = await register(relance.app));
}, 120_000);
afterAll(() => relance.close());

/** What a request that is too large, too long or too often is answered with. */
const refusals = [400, 401, 403, 404, 409, 413, 414, 415, 422, 428, 429, 431];
const pathOf = ({ path }: Route): string =>
  path
    .replace('{code}', 'SI')
    .replace('recommendations/{id}', `recommendations/${id}`)
    .replace(/\{\w+\}/g, 'x');
const send = (route: Route, url: string, payload?: string) =>
  relance.app.inject({
    method: route.method as 'POST',
    url,
    ...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } }),
  });

/** Larger than anything that is taken: a table of five megabytes at one address, a quarter of one elsewhere. */
const tooLarge = ({ path }: Route): number => (path.endsWith('/treaty-status-imports') ? 6_000_000 : 300_000);
test.each(routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method)))(
  '$method $path takes no body without bounds',
  async (route) => {
    const body = JSON.stringify({ note: 'x'.repeat(tooLarge(route)), reason: 'x' });
    const answer = await send(route, pathOf(route), body);
    expect(answer.statusCode).toBe(413);
    expect(answer.json().code).toBe('BodyTooLarge');
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(refusals).toContain((await send(route, pathOf(route), nested)).statusCode);
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, index])));
    expect(refusals).toContain((await send(route, pathOf(route), wide)).statusCode);
  },
);

test.each(routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1')))(
  'GET $path takes no page, filter or search term without bounds',
  async (route) => {
    const own = route.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const text = 'x'.repeat(10_000);
    const queries = own.flatMap((name) => [
      `${name}=${text}`,
      `${name}=${Array.from({ length: 5_000 }, (_, index) => `v${index}`).join(',')}`,
      `${name}=1&`.repeat(500),
      `${name}=99999999999999999999`,
      `${name}=-1`,
    ]);
    for (const query of [...queries, `nobody-knows-this=${text}`]) {
      const { statusCode } = await send(route, `${pathOf(route)}?${query}`);
      expect([query.slice(0, 40), statusCode < 500]).toEqual([query.slice(0, 40), true]);
      if (query.startsWith('limit=')) expect(refusals).toContain(statusCode);
    }
  },
);

test.each(routes.filter(({ path }) => path.includes('{')))(
  '$method $path finds nothing behind a name of kilobytes',
  async (route) => {
    for (const name of ['x'.repeat(900), 'x'.repeat(5_000), '%F0%9F%92%A9'.repeat(200), '..%2F..%2Fetc%2Fpasswd']) {
      const { statusCode } = await send(route, route.path.replace(/\{\w+\}/g, name));
      expect(refusals).toContain(statusCode);
    }
  },
);

/** Somebody else, who reads meanwhile. */
const readStates = (app: Relance['app']) =>
  app.inject({
    url: '/api/v1/states',
    remoteAddress: '10.5.0.1',
    headers: { authorization: `Bearer ${relance.token}` },
  });

test('a request line and headers of megabytes are refused before anything reads them', async () => {
  const app = await buildApp({ ...relance.deps, logLevel: 'silent' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const home = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const long = await fetch(`${home}/api/v1/recommendations?q=${'x'.repeat(60_000)}`);
  expect(long.status).toBe(431);
  const padded = await fetch(`${home}/api/v1/states`, { headers: { 'x-padding': 'x'.repeat(60_000) } });
  expect(padded.status).toBe(431);
  expect((await fetch(`${home}/health/live`)).status).toBe(200);
  await app.close();
});

test('10,000 attempts at answer links are refused, soon without being looked at, and nobody else notices', async () => {
  const app = await buildApp({ ...relance.deps, logLevel: 'silent' });
  const statuses = new Map<number, number>();
  const others = new Set<number>();
  for (let number = 0; number < 10_000; number += 1) {
    const remoteAddress = `10.4.0.${number % 20}`;
    const { statusCode } = await app.inject({ url: `/answer/attempt-${number}`, remoteAddress });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    if (number % 500 === 0) others.add((await readStates(app)).statusCode);
  }
  expect(Object.fromEntries(statuses)).toEqual({ 403: 20 * 120, 429: 10_000 - 20 * 120 });
  expect([...others]).toEqual([200]);
  await app.close();
}, 120_000);

test('10,000 attempts to sign in are refused, soon without a look at the password, and nobody else notices', async () => {
  const app = await buildApp({ ...relance.deps, logLevel: 'silent' });
  const statuses = new Map<number, number>();
  const others = new Set<number>();
  for (let number = 0; number < 10_000; number += 1) {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: `10.7.${number % 10}.1`,
      payload: { email: `somebody${number % 50}@relance.example`, password: `attempt number ${number}` },
    });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    if (number % 500 === 0) others.add((await readStates(app)).statusCode);
  }
  expect([...statuses.keys()].toSorted()).toEqual([401, 429]);
  expect(statuses.get(429)).toBeGreaterThan(9_000);
  expect([...others]).toEqual([200]);
  await app.close();
}, 240_000);
