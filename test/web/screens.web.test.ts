import type { AddressInfo } from 'node:net';
import { openBrowser, tabTo, type Reader } from '../support/browser.ts';
import { storeAlarmingPlaybook } from '../support/letters.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let recommendationId = '';
beforeAll(async () => {
  relance = await openRelance();
  await storeAlarmingPlaybook(relance.db);
  const { recommendationId: first, recommend } = await register(relance.app);
  recommendationId = first;
  for (const about of ['for a claim', 'for keys']) {
    const id = await recommend({ text: `Review the law, ${about}` });
    await command(relance.app, id, 'start-follow-up');
    await command(relance.app, id, 'claim-implementation', {
      note: 'The law was adopted',
      evidence: [{ url: 'https://gazette.example/7', description: 'Law 7' }],
    });
  }
  const extended = await recommend({ text: 'Train the judges' });
  await command(relance.app, extended, 'start-follow-up');
  await command(relance.app, extended, 'request-extension', { untilOn: '2028-06-30', reason: 'Elections' });
  const alarming = await recommend({ playbook: 'alarming', text: 'Close the old prison' });
  await command(relance.app, alarming, 'start-follow-up');
  await command(relance.app, alarming, 'assess', { assessment: 'E', reason: 'The bill was withdrawn' });
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home, relance);
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

const screens = (): readonly (readonly [name: string, address: string])[] => [
  ['today', '/'],
  ['recommendations', '/recommendations'],
  ['nothing-found', '/recommendations?q=nowhere&state=SI'],
  ['recommendation', `/recommendations/${recommendationId}`],
  ['proof', `/recommendations/${recommendationId}/proof`],
];

test.each(['en', 'ar'])(
  'no screen has a fault that axe knows, and each fits a phone, in %s',
  async (language) => {
    const reader = await browser.reader(language);
    for (const [name, address] of screens()) {
      await reader.open(address);
      expect([name, ...(await reader.faults())]).toEqual([name]);
      await reader.picture(name);
      await reader.page.setViewportSize({ width: 360, height: 900 });
      expect([name, await wide(reader)]).toEqual([name, 0]);
      await reader.page.setViewportSize({ width: 1280, height: 900 });
    }
    expect(reader.complaints).toEqual([]);
  },
  120_000,
);

test('the control: a picture without words, and a screen that is too wide, are found', async () => {
  const reader = await browser.reader('en', 360);
  await reader.open('/recommendations');
  await reader.page.evaluate(
    // By the style itself: the policy of our pages lets no style stand in what is inserted.
    `document.querySelector('h1').insertAdjacentHTML('afterend', '<img src="/x.png"><div>wide</div>');
    document.querySelector('h1 ~ div').style.width = '900px'`,
  );
  expect((await reader.faults()).join()).toContain('image-alt');
  expect(await wide(reader)).toBeGreaterThan(0);
});

describe('the morning of a manager', () => {
  test('by mouse: a letter is read and approved, a claim confirmed, and both leave the screen', async () => {
    const reader = await browser.reader('en');
    const { page } = reader;
    await reader.open('/');
    await page.getByRole('link', { name: /^Read the letter/ }).click();
    await page.getByText('Download as a Word document').waitFor();
    await page.getByText('Close the old prison').first().waitFor();
    expect(await reader.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('The escalation is raised, and the letter can be sent.').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('button', { name: 'Mark as sent' }).waitFor();
    await page.getByRole('link', { name: 'Today' }).click();
    await page.getByText('2 claims to verify').waitFor();
    await page.getByText('1 escalation to approve').waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Review the law, for a claim' }).click();
    await page.getByRole('button', { name: 'Confirm and close' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Evidence: its address on the web').fill('https://gazette.example/7');
    await dialog.getByLabel('What the evidence is').fill('The law as published');
    await dialog.getByRole('button', { name: 'Confirm and close' }).click();
    await dialog.getByText('This goes on record for good. Do it?').waitFor();
    await dialog.getByRole('button', { name: 'Put on record' }).click();
    await page.getByText('On record: Confirm and close').waitFor();
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Report progress' }).count()).toBe(0);
    expect(reader.complaints).toEqual([]);
  }, 60_000);

  test('by keyboard alone: a request for more time is decided', async () => {
    const reader = await browser.reader('en');
    const { page } = reader;
    await reader.open('/');
    await tabTo(reader, 'Decide');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Slovenia/ }).waitFor();
    await tabTo(reader, 'Decide on more time');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('radio', { name: 'Grant it', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Until the elections are over');
    await tabTo(reader, 'Put on record');
    await page.keyboard.press('Enter');
    await page.getByText('On record: Decide on more time').waitFor();
    await page.getByText('Until the elections are over').waitFor();
  }, 60_000);

  test('what the server refuses stands at its field, and what was typed is still there', async () => {
    const reader = await browser.reader('en');
    const { page } = reader;
    await reader.open(`/recommendations/${recommendationId}`);
    await page.getByRole('button', { name: 'Report as implemented' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Note').fill('It is done');
    await dialog.getByLabel('Evidence: its address on the web').fill('ftp://gazette.example/7');
    await dialog.getByLabel('What the evidence is').fill('A law');
    await dialog.getByRole('button', { name: 'Put on record' }).click();
    await dialog.getByText('Correct the fields that are marked and send it again.').waitFor();
    expect(await dialog.getByLabel('Evidence: its address on the web').getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByLabel('Note').inputValue()).toBe('It is done');
  });
});

test('a view is narrowed, saved, reopened from its address, and acted on after a look', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/recommendations');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'State', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Slovenia/ }).check();
  await page.keyboard.press('Escape');
  await page.getByText('State: Slovenia').waitFor();
  expect(new URL(page.url()).search).toBe('?state=SI');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByLabel('Name of the view').fill('Our State');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('link', { name: 'Our State' }).waitFor();
  expect((await ask(relance.app, 'GET /v1/saved-views')).body[0]).toMatchObject({
    title: 'Our State',
    query: 'state=SI',
  });
  await page.keyboard.press('Escape');

  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await page.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Elections');
  await dialog.getByRole('button', { name: 'See whom it concerns' }).click();
  await dialog.getByText(/^It concerns \d follow-up/).waitFor();
  await dialog.getByRole('button', { name: /^Do it for/ }).click();
  await dialog.getByText(/(\d) of \1 done/).waitFor({ timeout: 30_000 });
  expect((await ask(relance.app, 'GET /v1/recommendations/counts')).body.reading.paused).toBeGreaterThan(0);
}, 90_000);
