import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { command, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor } from '../support/voices.ts';

let relance: Relance;
let app: FastifyInstance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let link = '';
let elsewhere: Server;
const asked: IncomingHttpHeaders[] = [];
const mail = {
  id: 'x',
  receivedAt: '2026-01-05T06:00:00.000Z',
  from: 'a@b.example',
  to: 'c@d.example',
  subject: 'A mail',
  text: '',
  html: '<p style="color: rgb(1, 2, 3)">A styled word</p><script>parent.hasRun = 1</script>',
  headers: {},
  messageId: '<x@y.example>',
};
beforeAll(async () => {
  relance = await openRelance();
  const given = await register(relance.app);
  await command(relance.app, given.recommendationId, 'start-follow-up');
  link = await linkFor(relance.app, given.recommendationId, given.people['focal-point'], 'focal-point');
  app = await buildApp({
    ...relance.deps,
    logLevel: 'silent',
    mailbox: { list: () => [mail], get: () => mail, forget: async () => {}, forgetBefore: async () => 0 },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  elsewhere = createServer((request, response) => {
    // A browser also asks for the picture of the page, and says so.
    if (request.url === '/') asked.push(request.headers);
    response.end('<h1>Elsewhere</h1>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser(() => home, relance);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  elsewhere?.close();
  await relance?.close();
});

const outside = (): string => `http://localhost:${(elsewhere.address() as AddressInfo).port}`;
const events = () => relance.db.selectFrom('events').select('event_id').orderBy('position').execute();
const run = <T>(reader: Reader, script: string): Promise<T> => reader.page.evaluate<T>(script);

test.each(['/', '/recommendations', '/contacts', '/playbooks', '/mailbox'])(
  '%s stands in a browser that keeps to its policy',
  async (address) => {
    const reader = await browser.reader('en');
    await reader.open(address);
    expect(reader.complaints).toEqual([]);
  },
  60_000,
);

test('components find their styles by the nonce of the page, and a style or script without it does nothing', async () => {
  const reader = await browser.reader('en');
  await reader.open('/recommendations');
  const blue = `getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-blue-7')`;
  expect(await run<string>(reader, blue)).not.toBe('');
  await run(
    reader,
    `for (const [tag, text] of [['script', 'globalThis.hasRun = 1'], ['style', 'body { opacity: .5 }']])
       document.head.append(Object.assign(document.createElement(tag), { textContent: text }))`,
  );
  expect(await run(reader, `[globalThis.hasRun ?? null, getComputedStyle(document.body).opacity]`)).toEqual([
    null,
    '1',
  ]);
  expect(reader.complaints).toHaveLength(2);
}, 60_000);

test('the pages of the API stand, with what they ask of the API', async () => {
  const reader = await browser.reader('en');
  await reader.page.goto(`${home}/api/docs/`);
  await reader.page.locator('.opblock').first().waitFor({ timeout: 30_000 });
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('a caught mail is shown with its styles and runs nothing', async () => {
  const reader = await browser.reader('en');
  await reader.page.goto(`${home}/mailbox/x`);
  await reader.page.frameLocator('iframe').locator('p').waitFor();
  const shown = reader.page.frames()[1];
  expect(await shown?.evaluate(`getComputedStyle(document.querySelector('p')).color`)).toBe('rgb(1, 2, 3)');
  expect(await run(reader, 'globalThis.hasRun ?? null')).toBeNull();
}, 60_000);

test('a scanner with a real browser that runs scripts, sends every form and presses every button changes nothing', async () => {
  const before = await events();
  const reader = await browser.reader('en');
  for (const how of ['form.submit()', 'form.requestSubmit()', 'form.querySelector("button").click()'])
    for (let number = 0; number < 3; number += 1) {
      await reader.page.goto(home + link);
      const sent = run(reader, `{ const form = document.forms[${number}]; if (form) ${how} }`).catch(() => undefined);
      await sent;
      await reader.page.waitForLoadState();
    }
  await run(
    reader,
    `document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: '${link}' }))`,
  );
  await reader.page.waitForTimeout(300);
  expect(await events()).toEqual(before);
}, 60_000);

test('whoever goes on from an answer page to another site says nothing of where they come from', async () => {
  const reader = await browser.reader('en');
  await reader.open(link);
  await run(
    reader,
    `document.body.append(Object.assign(document.createElement('a'), { href: '${outside()}', id: 'on', textContent: 'On' }))`,
  );
  await reader.page.click('#on');
  await reader.page.waitForURL(`${outside()}/`);
  expect(asked.length).toBeGreaterThan(0);
  for (const headers of asked) {
    expect(headers.referer).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(link.slice('/answer/'.length));
  }
}, 60_000);

test('a person answers from the page as a browser sends it; a form on another site does not', async () => {
  const reader = await browser.reader('en');
  const before = (await events()).length;
  await reader.page.goto(outside());
  await run(
    reader,
    `{ const form = Object.assign(document.createElement('form'), { method: 'post', action: '${home}${link}' });
       for (const [name, value] of [['choice', 'progress'], ['note', 'x'], ['nonce', 'nonce-of-elsewhere'], ['do', 'send']])
         form.append(Object.assign(document.createElement('input'), { name, value }));
       document.body.append(form); form.submit(); }`,
  );
  await reader.page.waitForURL(home + link);
  expect((await events()).length).toBe(before);

  await reader.open(link);
  await reader.page.check('input[value="progress"]');
  await reader.page.fill('textarea[name="note"]', 'A bill is in parliament');
  await reader.page.click('button[value="send"]');
  await reader.page.waitForLoadState();
  expect((await events()).length).toBeGreaterThan(before);
}, 60_000);
