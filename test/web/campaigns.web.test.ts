import type { AddressInfo } from 'node:net';
import { participants } from '../../domain/reference/participants.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { ask, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { applied, bringTable, header } from '../support/treaty-tables.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);

/** Four members in five are parties to CEDAW, and half of them to its protocol. */
const members = participants.filter(({ kind }) => kind === 'member');
const parties = members.filter((_, index) => index % 5 !== 0);
const remainingAtFirst = members.length - parties.length;
const tableOfParties = [
  header,
  ...parties.map(({ code }, index) => `CEDAW,${code},,19${80 + (index % 20)}-03-0${1 + (index % 9)},accession`),
  ...parties.slice(0, 80).map(({ code }) => `OP-CEDAW,${code},,2004-05-06,ratification`),
].join('\n');

beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-01-05T06:00:00.000Z' });
  await register(relance.app);
  const { body } = await bringTable(relance.app, tableOfParties);
  await applied(relance.app, body.id);
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home, relance);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

const tooWide = ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

/** Tab by tab to what has that name, as one who has no mouse. */
async function tabTo({ page }: Reader, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate<string>(
      `(() => { const at = document.activeElement; return (at.labels?.[0]?.textContent ?? at.textContent ?? '').trim(); })()`,
    );
    if (name.test(here)) return;
  }
  throw new Error(`nobody gets to ${String(name)} by keyboard`);
}

const kindOf = ({ page }: Reader, code: string) =>
  page.locator(`svg [data-state="${code}"]`).first().getAttribute('data-kind');
let campaignId = '';
let importId = '';
let appealId = '';

test('by keyboard alone a campaign is planned, looked at, and started when asked once more', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/campaigns');
  await page.getByText('There is no campaign yet').waitFor();
  await tabTo(reader, /^Start a campaign$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Start a campaign' }).waitFor();
  await tabTo(reader, /^Title/);
  await page.keyboard.type('Universal ratification of CEDAW');
  await tabTo(reader, /^CEDAW$/);
  await page.keyboard.press('Space');
  await tabTo(reader, /^Target date/);
  await page.keyboard.type('12312030');
  await tabTo(reader, /^Appeals in one wave/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('20');
  await tabTo(reader, /^Look first$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This would happen' }).waitFor();
  await page.getByText(`CEDAW · Parties already: ${parties.length}`).waitFor();
  await reader.picture('campaign-preview');
  expect(await reader.faults()).toEqual([]);
  expect((await call('GET /v1/campaigns')).body.items).toEqual([]);
  await tabTo(reader, /^Start: \d+ appeals$/);
  await page.keyboard.press('Enter');
  await page.getByText('Start the campaign?').waitFor();
  await tabTo(reader, /^Yes, start it$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Universal ratification of CEDAW' }).waitFor();
  const { items } = (await call('GET /v1/campaigns')).body;
  expect(items).toHaveLength(1);
  campaignId = items[0].id;
  expect(reader.complaints).toEqual([]);
}, 90_000);

test('a State deposits, and the map, the figures and the list of who remains follow by themselves', async () => {
  await eventually(async () =>
    expect((await call(`GET /v1/campaigns/${campaignId}`)).body.counts).toMatchObject({ begun: 20 }),
  );
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open(`/campaigns/${campaignId}`);
  const { body } = await call(`GET /v1/campaigns/${campaignId}/remaining`);
  const { stateCode } = body.states.find(({ appeal }: any) => appeal !== null);
  await page.locator(`[data-remaining="${stateCode}"]`).waitFor();
  await page.locator(`svg [data-state="${stateCode}"][data-kind="appealed"]`).first().waitFor({ state: 'attached' });
  expect(await kindOf(reader, parties[0]?.code ?? '')).toBe('party');
  // Two observers are asked as members are.
  const goal = members.length + 2;
  await page.getByText(`${parties.length} of ${goal} are parties`).waitFor();
  await page.getByText('Borders by Natural Earth').waitFor();

  await call(`POST /v1/treaty-status/${stateCode}/CEDAW/commands/record-deposit`, {
    on: relance.now().slice(0, 10),
    how: 'ratification',
  });
  await page.getByText(`${parties.length + 1} of ${goal} are parties`).waitFor();
  await page.locator(`svg [data-state="${stateCode}"][data-kind="joined"]`).first().waitFor({ state: 'attached' });
  await page.locator(`[data-remaining="${stateCode}"]`).waitFor({ state: 'detached' });
  await page.locator('[data-count="deposited"]', { hasText: '1' }).waitFor();
  expect(body.total).toBe(remainingAtFirst + 2);
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('an obstacle is recorded on the appeal, and the campaign shows it', async () => {
  const { body } = await call(`GET /v1/campaigns/${campaignId}/remaining`);
  const { stateCode, recommendationId } = body.states.find(({ appeal }: any) => appeal !== null);
  appealId = recommendationId;
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open(`/campaigns/${campaignId}`);
  await page.locator(`[data-remaining="${stateCode}"]`).getByRole('link', { name: /^Open/ }).click();
  const panel = page.getByRole('region', { name: 'The appeal' });
  await panel.getByText('Record an obstacle').first().click();
  await panel.getByLabel('Obstacle').first().selectOption('translation');
  await panel.getByRole('button', { name: 'Send' }).first().click();
  await panel.getByRole('button', { name: 'Lift The text is not translated' }).waitFor();
  expect(await reader.faults()).toEqual([]);
  await page.goBack();
  await page.locator(`[data-remaining="${stateCode}"]`, { hasText: 'The text is not translated' }).waitFor();
  await page.locator(`svg [data-state="${stateCode}"][data-kind="obstacle"]`).first().waitFor({ state: 'attached' });
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('what a campaign allows is offered: it is paused with a reason, goes on, and takes another date', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open(`/campaigns/${campaignId}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason, kept on record').fill('Elections in many places');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await page.locator('[data-status="paused"]').waitFor();
  await page.getByRole('button', { name: 'Pause' }).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Resume' }).click();
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await page.locator('[data-status="running"]').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change title, dates and waves' }).click();
  await dialog.getByLabel('Target date').fill('2031-06-30');
  expect(await reader.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Change title, dates and waves' }).click();
  await page.getByText('Goal: all of them by 30 Jun 2031').waitFor();
  expect((await call(`GET /v1/campaigns/${campaignId}`)).body).toMatchObject({
    status: 'running',
    targetOn: '2031-06-30',
  });
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('a treaty’s page shows its parties on any day, and what is recorded there is seen at once', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/treaties');
  await page.getByRole('link', { name: 'OP-CEDAW' }).click();
  await page.getByText('Parties: 80').waitFor();
  const { code } = parties[80]!;
  expect(await kindOf(reader, code)).toBe('none');
  await page.getByLabel('As of', { exact: true }).fill('2003-01-01');
  await page.locator('details[data-kind="party"]', { hasText: 'Party: 0' }).waitFor();
  await page.getByLabel('As of', { exact: true }).fill('2026-01-05');
  await page.locator('details[data-kind="party"]', { hasText: 'Party: 80' }).waitFor();
  await page.getByRole('combobox', { name: 'State', exact: true }).selectOption(code);
  await page.getByLabel('Day, or a year where no more is known').fill('2025-11-20');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded. What asks').waitFor();
  await page.locator('details[data-kind="party"]', { hasText: 'Party: 81' }).waitFor();
  await page.locator(`[data-participant="${code}"]`).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Strike out' }).click();
  await dialog.getByLabel('Why it was an error').fill('Another State was meant');
  expect(await reader.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Strike it out' }).click();
  await dialog.getByText('struck out: Another State was meant').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.locator('details[data-kind="party"]', { hasText: 'Party: 80' }).waitFor();
  expect(reader.complaints).toEqual([]);
}, 60_000);

test('a table is brought, a name explained, a contradiction decided, and the rows recorded', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  const { code } = parties[0]!;
  const table = [
    header,
    `CEDAW,${code},,2001-02-03,accession`,
    'CAT,Freedonia,,1990-01-01,accession',
    'CAT,Fiji,,1990-13-01,accession',
    'CAT,Kenya,,1997-02-21,accession',
  ].join('\n');
  await reader.open('/treaties/imports');
  const file = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByLabel('Where it comes from').fill('A table of this morning');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { level: 1, name: 'A table of this morning' }).waitFor();
  importId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.locator('[data-count="conflict"]', { hasText: '1' }).waitFor();
  await page.getByText('“Freedonia” means').waitFor();
  await reader.picture('import-draft');
  expect(await reader.faults()).toEqual([]);
  await page.getByLabel('“Freedonia” means').selectOption('FJ');
  await page.getByRole('button', { name: 'Remember Freedonia' }).click();
  await page.getByText('Remembered.').waitFor();
  await page.getByRole('button', { name: 'Judge again' }).click();
  await page.locator('[data-count="unknown-participant"]', { hasText: '0' }).waitFor();
  const contradiction = page.locator('[data-line="2"]');
  await contradiction.getByRole('combobox').selectOption('replace');
  await contradiction.getByLabel('Why').fill('The depositary says so');
  await contradiction.getByRole('button', { name: 'Decide' }).click();
  await contradiction.getByText('to be replaced').waitFor();
  await page.getByLabel('Outcome').selectOption('refused');
  await page.locator('[data-line="4"]').waitFor();
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('button', { name: 'Yes, record them' }).click();
  await page.getByText('All rows are done.').waitFor({ timeout: 30_000 });
  expect((await call(`GET /v1/treaty-status/${code}/CEDAW`)).body).toMatchObject({
    standing: { depositedOn: '2001-02-03' },
  });
  expect((await call('GET /v1/treaty-status/KE/CAT')).body.standing.isParty).toBe(true);
  expect(reader.complaints).toEqual([]);
}, 90_000);

const screens = (): Readonly<Record<string, string>> => ({
  campaigns: '/campaigns',
  'new-campaign': '/campaigns/new',
  campaign: `/campaigns/${campaignId}`,
  appeal: `/recommendations/${appealId}`,
  treaties: '/treaties',
  treaty: '/treaties/CEDAW',
  imports: '/treaties/imports',
  import: `/treaties/imports/${importId}`,
});

test.each(['en', 'ar'])(
  'every screen is without a fault that axe knows, and fits a phone, in %s',
  async (language) => {
    const reader = await browser.reader(language, 360);
    const faults: string[] = [];
    for (const [name, address] of Object.entries(screens())) {
      await reader.open(address);
      faults.push(...(await reader.faults()).map((fault) => `${name}: ${fault}`));
      if ((await tooWide(reader)) > 0) faults.push(`${name} is wider than a phone`);
      await reader.picture(`campaigns-${name}`);
    }
    expect(faults).toEqual([]);
  },
  240_000,
);
