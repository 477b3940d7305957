import fc from 'fast-check';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEvidenceChecker } from '../../activities/evidence/check-evidence.ts';
import { publicInternet, type Guard } from '../../activities/evidence/guarded-request.ts';
import { lookBehind } from '../../activities/evidence/look-behind.ts';
import { isPublicAddress } from '../../activities/evidence/public-address.ts';
import { openPGliteDatabase } from '../support/databases.ts';

/** One address of this machine that plays the public internet; whatever else listens here is private. */
const publicAddress = '127.0.0.77';
let port = 0;
let connections = 0;
const servers: Server[] = [];

async function listen(server: Server, host: string): Promise<void> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  ({ port } = server.address() as AddressInfo);
}
const privateSink = (): Server =>
  createServer((_, response) => response.end('a secret of the inside')).on('connection', () => (connections += 1));

/** The public web: `/to?x` leads on to x, `/404` is gone, `/loop` leads to itself, `/slow` never ends. */
const publicWeb = createServer(({ url = '' }, response) => {
  const [, to] = /^\/to\?(.+)$/.exec(url) ?? [];
  const [, times] = /^\/hops\?(\d+)$/.exec(url) ?? [];
  if (to !== undefined)
    response.writeHead(302, { location: decodeURIComponent(to).replace(/[^\x20-\x7e]/g, encodeURIComponent) }).end();
  else if (times !== undefined && Number(times) > 0)
    response.writeHead(301, { location: `/hops?${Number(times) - 1}` }).end();
  else if (url === '/loop') response.writeHead(307, { location: '/loop' }).end();
  else if (url === '/endless') {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = setInterval(() => response.write('x'.repeat(65_536)), 1);
    response.on('close', () => clearInterval(more));
  } else if (url !== '/silent') response.writeHead(Number(/^\/(\d{3})$/.exec(url)?.[1] ?? 200)).end('public');
});

beforeAll(async () => {
  await listen(privateSink(), '127.0.0.1');
  await listen(privateSink(), '127.0.0.2');
  await listen(privateSink(), '::1');
  await listen(publicWeb, publicAddress);
});
beforeEach(() => (connections = 0));
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** What name servers answer: each name its addresses in turn, the last one for ever. */
function names(table: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const asked = new Map<string, number>();
  return async (hostname: string): Promise<readonly string[]> => {
    const answers = table[hostname];
    if (answers === undefined) throw new Error('no such name');
    const times = asked.get(hostname) ?? 0;
    asked.set(hostname, times + 1);
    return answers[Math.min(times, answers.length - 1)] ?? [];
  };
}
const table = {
  'public.example': [[publicAddress]],
  'private.example': [['127.0.0.1']],
  'private6.example': [['::1']],
  'both.example': [[publicAddress, '127.0.0.1']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'metadata.example': [['169.254.169.254']],
  'rebinding.example': [[publicAddress], ['127.0.0.1']],
  localhost: [['127.0.0.1']],
  'localhost.': [['127.0.0.1']],
};
const guard = (): Guard => ({
  resolve: names(table),
  isPublic: (address) => address === publicAddress || isPublicAddress(address),
  ports: [80, 443, port],
  timeoutMs: 1_000,
});

const hostsInside = `
  127.0.0.1 127.0.0.2 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.0.0.1. １２７.０.０.１
  127。0。0。1 %31%32%37.0.0.1 0 0.0.0.0 [::1] [::] [::127.0.0.1] [::ffff:127.0.0.1] [::ffff:7f00:1]
  [0:0:0:0:0:ffff:7f00:1] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::]
  [2001::7f00:1] [fe80::1] [fec0::1] [fc00::1] [fd00:ec2::254] [ff02::1] [100::1] 10.0.0.1 172.16.0.1
  172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.254 198.18.0.1 192.0.0.1 224.0.0.1
  255.255.255.255 240.0.0.1 [2001:db8::1] localhost LOCALHOST localhost. private.example private6.example
  both.example mapped.example metadata.example
`
  .trim()
  .split(/\s+/);
const inside = (): readonly string[] => [
  ...hostsInside.map((host) => `http://${host}:${port}/`),
  `http://public.example@127.0.0.1:${port}/`,
  `http://user:password@public.example:${port}/`,
  `http://127.0.0.1:${port}#public.example`,
  `http://127.0.0.1:${port}\\@public.example/`,
  'http://public.example:22/',
  'http://public.example:6379/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:70/',
  'data:text/plain,x',
  'javascript:1',
];

test('no spelling of a private address, no other port and no other scheme is ever connected to', async () => {
  expect(inside().length).toBeGreaterThanOrEqual(40);
  for (const url of inside()) expect([url, await lookBehind(url, guard())]).toEqual([url, notLookedAt]);
  expect(connections).toBe(0);
});
const notLookedAt = { outcome: 'not-looked-at', httpStatus: null };

test('a redirect is judged as if it had been given to us', async () => {
  for (const url of inside()) {
    const redirecting = `http://public.example:${port}/to?${encodeURIComponent(url)}`;
    expect([url, await lookBehind(redirecting, guard())]).toEqual([url, notLookedAt]);
  }
  expect(connections).toBe(0);
});

test('a name that is resolved anew to a private address is still connected to where it was judged', async () => {
  const url = `http://rebinding.example:${port}/`;
  expect(await lookBehind(url, guard())).toEqual({ outcome: 'answers', httpStatus: 200 });
  const again = `http://public.example:${port}/to?${encodeURIComponent(url)}`;
  const rebinding = guard();
  await lookBehind(url, rebinding);
  expect(await lookBehind(again, rebinding)).toEqual(notLookedAt);
  expect(connections).toBe(0);
});

test('the control: a filter that looks at the text alone, and one that resolves twice, both leak', async () => {
  const looksPrivate = /127\.0\.0\.1|localhost|^http:\/\/(10|192\.168|169\.254)\.|\[::1\]/i;
  const fetched = async (url: string) => fetch(url, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  for (const url of inside().filter((each) => each.startsWith('http:') && !looksPrivate.test(each)))
    await fetched(url.replace('public.example', publicAddress));
  expect(connections).toBeGreaterThan(0);
  connections = 0;
  const resolve = names(table);
  const [judged] = await resolve('rebinding.example');
  expect(judged).toBe(publicAddress);
  const lookup = (host: string, _: object, done: (error: null, all: { address: string; family: number }[]) => void) =>
    void resolve(host).then(([address = '']) => done(null, [{ address, family: 4 }]));
  await new Promise((ended) => {
    get(`http://rebinding.example:${port}/`, { lookup: lookup as never, agent: false }, (response) => {
      response.resume().on('close', ended);
    }).on('error', ended);
  });
  expect(connections).toBeGreaterThan(0);
});

test.each([
  ['/', 'answers', 200],
  ['/404', 'gone', 404],
  ['/410', 'gone', 410],
  ['/403', 'does-not-answer', 403],
  ['/503', 'does-not-answer', 503],
  ['/hops?5', 'answers', 200],
  ['/hops?6', 'does-not-answer', null],
  ['/loop', 'does-not-answer', null],
  ['/endless', 'answers', 200],
  ['/silent', 'does-not-answer', null],
  ['/to?https%3A%2F%2Fpublic.example%2F', 'does-not-answer', null],
])('%s is found as: %s, %s', async (path, outcome, httpStatus) => {
  const found = await lookBehind(`http://public.example:${port}${path}`, guard());
  expect(found).toEqual({ outcome, httpStatus });
});

test('what the world can reach is public; nothing within fc00::/7, ::/3 or the private ranges is', () => {
  for (const address of ['8.8.8.8', '193.2.1.66', '2606:4700::1111', '2a01:4f8::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const text of ['', 'x', '8.8.8.8.8', '::ffff:8.8.8.8', '300.1.1.1'])
    expect([text, isPublicAddress(text)]).toEqual([text, false]);
  const octet = fc.nat(255);
  const ofPrivate = fc.oneof(
    fc.tuple(fc.constantFrom('10', '127', '0'), octet, octet, octet),
    fc.tuple(fc.constant('192.168'), octet, octet),
    fc.tuple(fc.constant('169.254'), octet, octet),
  );
  fc.assert(
    fc.property(ofPrivate, (parts) => {
      const address = parts.join('.');
      return !isPublicAddress(address) && !isPublicAddress(`::ffff:${address}`) && !isPublicAddress(`::${address}`);
    }),
  );
});

test('what was found is kept by address, the newest look alone', async () => {
  const database = await openPGliteDatabase();
  const check = createEvidenceChecker(database.kysely, guard());
  const [here, gone] = [`http://public.example:${port}/`, `http://public.example:${port}/404`];
  await check([here, gone, here, 'http://10.0.0.1/'], '2026-01-05T06:00:00.000Z');
  await check([gone], '2026-01-06T06:00:00.000Z');
  const rows = await database.kysely.selectFrom('evidence_checks').selectAll().orderBy('outcome').execute();
  expect(rows.map(({ outcome, http_status, checked_at }) => [outcome, http_status, checked_at.slice(0, 10)])).toEqual([
    ['answers', 200, '2026-01-05'],
    ['gone', 404, '2026-01-06'],
    ['not-looked-at', null, '2026-01-05'],
  ]);
  await database.close();
});

test('unless an operator turns it on, only the default ports are asked', () => {
  expect(publicInternet.ports).toEqual([80, 443]);
});
