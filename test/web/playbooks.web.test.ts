import type { AddressInfo } from 'node:net';
import { openBrowser, type Reader } from '../support/browser.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let ids: readonly string[] = [];
beforeAll(async () => {
  relance = await openRelance();
  const { recommend, recommendationId } = await register(relance.app);
  ids = [recommendationId, await recommend(), await recommend()];
  for (const id of ids) await command(relance.app, id, 'start-follow-up');
  await eventually(async () => {
    for (const id of ids) expect((await ask(relance.app, `GET /v1/recommendations/${id}`)).body.round).not.toBeNull();
  });
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home, relance);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

const tooWide = ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

/** Tab by tab to what has that name, as one who has no mouse; fails when it cannot be reached. */
async function tabTo({ page }: Reader, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 250; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate<string>(
      `(() => { const e = document.activeElement; return [e?.getAttribute('aria-label'), ...(e?.labels ? [...e.labels].map((l) => l.textContent) : []), e?.textContent].filter(Boolean)[0] ?? ''; })()`,
    );
    if (name.test(here)) return;
  }
  throw new Error(`nothing is called ${String(name)}`);
}

test('a playbook is edited by keyboard alone: picture and simulation follow, faults stand at their fields; then running follow-ups are moved', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/playbooks');
  await tabTo(reader, /^General/i);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'As a picture of time' }).waitFor();
  await reader.picture('playbook-read');
  await tabTo(reader, /^Edit a copy$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Edit:/ }).waitFor();
  const checkIns = () => page.locator('figure circle').count();
  const before = await checkIns();
  const mails = page.locator('[data-total="checkIns"]');
  await mails.waitFor({ timeout: 30_000 });
  const simulated = await mails.textContent();

  await tabTo(reader, /^Days from one check-in to the next$/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  await page.getByText('More often than every two weeks').waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('45');
  await page.getByText('More often than every two weeks').waitFor({ state: 'detached' });
  await eventually(async () => expect(await checkIns()).toBeGreaterThan(before));
  await page.getByLabel('Taken for granted').selectOption('everybody-answers-on-time');
  await eventually(async () => expect(await mails.textContent()).not.toBe(simulated), 30_000);
  await reader.picture('playbook-edit');
  await tabTo(reader, /^Why it is saved$/);
  await page.keyboard.type('Answers were seldom late');
  await tabTo(reader, /^Save$/);
  await page.keyboard.press('Enter');
  await page.getByText('Version 3 · new follow-ups start with it').first().waitFor();
  const saved = (await ask(relance.app, 'GET /v1/playbooks/general')).body[0];
  expect(saved).toMatchObject({ version: 3, note: 'Answers were seldom late', cadence: { everyDays: 45 } });

  await tabTo(reader, /^Compare versions$/);
  await page.keyboard.press('Enter');
  await page.getByText('Differences: 1').waitFor();
  expect(await page.getByRole('row', { name: /Days from one check-in to the next 90 45/ }).count()).toBe(1);
  await page.goBack();
  await tabTo(reader, /^Move running follow-ups to this version$/);
  await page.keyboard.press('Enter');
  await page.getByText('Would be moved: 3').waitFor();
  await page.getByText('now on version 2').first().waitFor();
  await reader.picture('playbook-adopt');
  await tabTo(reader, /^Why/);
  await page.keyboard.type('The new interval');
  await tabTo(reader, /^Move them: 3$/);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(`document.activeElement?.textContent`)).toBe('Yes, move them');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^(Being moved|Moved)$/ }).waitFor();
  // It is left and come back to.
  const address = new URL(page.url()).pathname;
  await reader.open('/playbooks');
  await reader.open(address);
  await page.getByRole('heading', { level: 1, name: 'Moved' }).waitFor({ timeout: 30_000 });
  await page.getByText('3 of 3. Finished.').waitFor();
  await reader.picture('playbook-batch');
  for (const id of ids) {
    const { body } = await ask(relance.app, `GET /v1/recommendations/${id}/timeline`);
    expect(body.filter(({ type }: any) => type === 'PlaybookAdopted')).toHaveLength(1);
  }
  expect(reader.complaints).toEqual([]);
}, 240_000);

test('a calculation that is no longer wanted is stopped, and one can calculate again', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/playbooks/ratify/edit');
  await page.locator('[data-total="mails"]').waitFor({ timeout: 30_000 });
  await page.getByLabel('How many recommendations').fill('200');
  await page.getByLabel('Years', { exact: true }).selectOption('5');
  await page.getByRole('button', { name: 'Stop calculating' }).click();
  await page.getByRole('button', { name: 'Calculate again' }).waitFor();
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('rungs, milestones and dates are added and removed, and a removed rung leaves the others as they were', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/playbooks/general/edit');
  await page.getByText('The ladder', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove: Rung 2' }).click();
  expect(await page.locator('figure').first().locator('rect').count()).toBeGreaterThan(0);
  const says = await page.getByLabel('What it does').allTextContents();
  expect(says.join()).toContain('A letter of the High Commissioner');
  await page.getByText('From rung 3 up').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add a rung' }).click();
  await page.getByText('Write something here.').waitFor();
  await page.getByRole('button', { name: 'Undo all changes' }).click();
  await page.getByText('Nothing has been changed yet.').waitFor();
  expect(await page.locator('legend', { hasText: 'Rung 6' }).count()).toBe(1);
}, 60_000);

describe.each(['en', 'ar'])('in %s', (language) => {
  test.each([
    ['list', '/playbooks'],
    ['read', '/playbooks/ratify?version=2'],
    ['edit', '/playbooks/ratify/edit'],
    ['compare', '/playbooks/general/compare?version=2&with=1'],
    ['adopt', '/playbooks/general/adopt'],
  ])(
    'the screen to %s has no fault that axe knows, and fits a phone',
    async (name, address) => {
      const reader = await browser.reader(language, 360);
      await reader.open(address);
      await reader.page.waitForLoadState('networkidle').catch(() => undefined);
      await reader.page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
      if (name === 'edit') await reader.page.locator('[data-total="mails"]').waitFor({ timeout: 30_000 });
      expect(await reader.faults()).toEqual([]);
      expect(await tooWide(reader)).toBeLessThanOrEqual(0);
      if (language === 'ar' || name === 'list' || name === 'read') await reader.picture(`playbooks-${name}`);
      expect(reader.complaints).toEqual([]);
      await reader.page.context().close();
    },
    90_000,
  );
});
