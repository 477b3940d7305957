import type { AddressInfo } from 'node:net';
import { openBrowser, type Reader } from '../support/browser.ts';
import { command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let recommendationId = '';
beforeAll(async () => {
  relance = await openRelance();
  ({ recommendationId } = await register(relance.app));
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

const wide = async ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

test('the frame speaks another language at once, runs the other way in Arabic, and remembers it', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/recommendations');
  await page.getByLabel('Language').selectOption('ar');
  await page.getByRole('heading', { level: 1, name: 'التوصيات' }).waitFor();
  expect(await page.evaluate(`[document.documentElement.lang, document.documentElement.dir]`)).toEqual(['ar', 'rtl']);
  expect(reader.complaints).toEqual([]);
});

test('by keyboard: past the navigation, to another screen, and to its heading', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/recommendations');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.activeElement?.textContent`)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(`document.activeElement?.id`)).toBe('main');
  await page.getByRole('link', { name: 'Today' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(await page.evaluate(`document.activeElement?.tagName`)).toBe('H1');
});

test('what happens elsewhere is shown without asking', async () => {
  const reader = await browser.reader('en');
  await reader.open('/recommendations');
  await reader.page.getByText('Not started').first().waitFor();
  await command(relance.app, recommendationId, 'start-follow-up');
  await reader.page.getByText('On track').first().waitFor({ timeout: 5_000 });
});

test('scripts come from files of our own alone, and files that are named by their content are kept', async () => {
  const page = await fetch(home);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  expect((await fetch(home + script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(page.headers.get('cache-control')).toBe('no-cache');
});

test('an address of the screens is answered with them, any other with a problem', async () => {
  expect((await fetch(`${home}/recommendations/rec_1`)).status).toBe(200);
  expect((await fetch(`${home}/no-such-screen`)).status).toBe(404);
  expect((await fetch(`${home}/api/v1/no-such-thing`)).headers.get('content-type')).toMatch(/problem\+json/);
});

test.each(['en', 'ar'])('the frame has no fault that axe knows, and fits a phone, in %s', async (language) => {
  const reader = await browser.reader(language, 360);
  await reader.open('/recommendations');
  expect(await reader.faults()).toEqual([]);
  expect(await wide(reader)).toBeLessThanOrEqual(0);
});

test('the control: a picture without words, and a screen that is too wide, are found', async () => {
  const reader = await browser.reader('en', 360);
  await reader.open('/recommendations');
  await reader.page.evaluate(
    `document.querySelector('h1').insertAdjacentHTML('afterend', '<img src="/x.png" width="900">')`,
  );
  expect((await reader.faults()).join()).toContain('image-alt');
  expect(await wide(reader)).toBeGreaterThan(0);
});
