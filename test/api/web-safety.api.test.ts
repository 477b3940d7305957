import { createHash } from 'node:crypto';
import { buildApp } from '../../api/app.ts';
import { askAsAdministrator } from '../support/administrator.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor, sendForm } from '../support/voices.ts';

let relance: Relance;
let link = '';
let id = '';
beforeAll(async () => {
  relance = await openRelance();
  const given = await register(relance.app);
  id = given.recommendationId;
  await command(relance.app, id, 'start-follow-up');
  link = await linkFor(relance.app, id, given.people['focal-point'], 'focal-point');
}, 120_000);
afterAll(() => relance.close());

const mail = {
  id: 'x',
  receivedAt: '',
  from: '',
  to: '',
  subject: 'S',
  text: '',
  html: '',
  headers: {},
  messageId: '',
};
async function builtWith(over: object) {
  const app = await buildApp({ ...relance.deps, logLevel: 'silent', ...over });
  askAsAdministrator(app, relance.token);
  return app;
}
const policyOf = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split(';')
      .map((each) => each.trim().split(/ (.*)/) as [string, string]),
  );

const pages = ['/', '/recommendations', '/answer/x', '/mailbox', '/mailbox/x', '/api/docs/', '/api/v1/states', '/no'];
test.each(pages)('%s runs no script of a page and is shown in no frame of another site', async (url) => {
  const app = await builtWith({ mailbox: { list: () => [mail], get: () => mail } });
  const { headers } = await app.inject(url === '/answer/x' ? link : url);
  const policy = policyOf(headers);
  expect(policy['frame-ancestors']).toBe("'none'");
  expect(policy['base-uri']).toBe("'none'");
  expect(policy['default-src']).toBe("'none'");
  expect(policy['script-src'] ?? "'self'").toBe("'self'");
  if (url !== '/mailbox/x') expect(policy['style-src'] ?? '').not.toContain('unsafe-inline');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': expect.stringMatching(/no-store|no-cache|max-age=0/),
  });
  await app.close();
});

test('no page holds a script, an address of another site, or a style that its policy does not name', async () => {
  for (const url of [link, `${link}?lang=ar`, '/answer/none']) {
    const { body, headers } = await relance.app.inject(url);
    expect(body).not.toMatch(/<script|\son\w+=|style=|javascript:|(?:src|href)="(?:https?:)?\/\//i);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policyOf(headers)['style-src']).toBe(`'sha256-${hash}'`);
  }
});

test('a nonce is used once', async () => {
  const [one, two] = [await relance.app.inject('/'), await relance.app.inject('/')];
  const [, nonce = ''] = /property="csp-nonce" nonce="([^"]+)"/.exec(one.body) ?? [];
  expect(nonce).not.toBe('');
  expect(two.body).not.toContain(nonce);
});

test('a browser is told to keep to https where that is our address, and nowhere else', async () => {
  expect((await relance.app.inject('/')).headers['strict-transport-security']).toBeUndefined();
  const app = await builtWith({ publicUrl: 'https://relance.example' });
  expect((await app.inject('/')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  await app.close();
});

const source = { kind: 'mission', stateCode: 'SI', title: 'From elsewhere' };
test.each([
  [403, { 'sec-fetch-site': 'cross-site' }],
  [403, { 'sec-fetch-site': 'same-site' }],
  [403, { 'sec-fetch-site': 'cross-site', origin: 'http://relance.example' }],
  [403, { origin: 'https://evil.example' }],
  [403, { origin: 'http://relance.example.evil.example' }],
  [403, { origin: 'https://relance.example' }],
  [403, { origin: 'null', cookie: 'relance_session=x' }],
  [403, { cookie: 'relance_session=x' }],
  [201, { 'sec-fetch-site': 'same-origin', cookie: 'relance_session=x' }],
  [201, { origin: 'http://relance.example', cookie: 'relance_session=x' }],
  [201, {}],
])('what would change something answers %i to a request with %j', async (status, headers) => {
  const answer = await ask(relance.app, 'POST /v1/sources', source, {
    authorization: `Bearer ${relance.token}`,
    ...headers,
  });
  expect(answer.status).toBe(status);
  if (status === 403) expect(answer.body.code).toBe('CrossSiteRequest');
});

test('reading is open to whoever comes from another site: a link in a mail is followed', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await relance.app.inject({ url: link, headers })).statusCode).toBe(200);
  const payload = 'choice=progress&note=x&nonce=nonce-of-elsewhere';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (more: object) =>
    relance.app.inject({ method: 'POST', url: link, payload, headers: { ...type, ...more } });
  expect((await post(headers)).statusCode).toBe(403);
  expect((await post({ origin: 'https://evil.example' })).statusCode).toBe(403);
  // A page without a referrer has no origin to name, and on plain http that is all a browser says.
  expect((await post({ origin: 'null', cookie: 'relance_session=x' })).statusCode).toBe(200);
});

test('where links lead does not follow from what a request says of its host', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  const { people } = await register(relance.app);
  const body = { contactId: people['focal-point'], role: 'focal-point' };
  await command(relance.app, id, 'assign-role', body);
  const answer = await ask(relance.app, `POST /v1/recommendations/${id}/answer-links`, body, headers);
  expect(answer.body.url).toMatch(/^http:\/\/relance\.example\/answer\//);
});

test('nothing is redirected, wherever an address would lead', async () => {
  for (const url of [
    '//evil.example',
    '/\\evil.example',
    '/https://evil.example',
    '/recommendations//evil.example/..',
  ]) {
    const { statusCode, headers } = await relance.app.inject(url);
    expect([url, statusCode < 300 || statusCode >= 400, headers.location]).toEqual([url, true, undefined]);
  }
});

test('limits count for whom a trusted proxy names, and nobody names another by themselves', async () => {
  const tries = async (app: Relance['app']): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let number = 0; number < 121; number += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${number}` };
      statuses.push((await app.inject({ url: '/answer/x', headers, remoteAddress: '10.9.0.1' })).statusCode);
    }
    return statuses;
  };
  const [direct, behind] = [await builtWith({}), await builtWith({ trustedProxies: ['10.9.0.0/16'] })];
  expect(await tries(direct)).toContain(429);
  expect(await tries(behind)).not.toContain(429);
  await Promise.all([direct.close(), behind.close()]);
});

test('no answer link is in the log, whatever goes wrong', async () => {
  const lines: string[] = [];
  const app = await builtWith({ logLevel: 'trace', logTo: { write: (line: string) => lines.push(line) } });
  const broken = await builtWith({
    logLevel: 'trace',
    logTo: { write: (line: string) => lines.push(line) },
    links: { ...relance.links, read: () => Promise.reject(new Error('a fault of ours')) },
  });
  for (const each of [app, broken]) {
    await each.inject(link);
    await each.inject(`${link}x`);
    await each.inject({ method: 'PUT', url: link });
    await each.inject({ method: 'POST', url: link, payload: { choice: 'progress' } });
    await sendForm(each, link, { choice: 'progress', note: 'x'.repeat(300_000) });
    await sendForm(each, link, { choice: 'progress', note: '\u0000' });
  }
  app.log.info('the log is written');
  const text = lines.join('');
  expect(text).toContain('the log is written');
  expect(text).toContain('a fault of ours');
  expect(text).not.toContain(link.slice('/answer/'.length));
  expect(text).not.toContain(link.slice(-43));
  await Promise.all([app.close(), broken.close()]);
});
