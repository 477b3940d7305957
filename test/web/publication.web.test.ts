import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEvidenceChecker } from '../../activities/evidence/check-evidence.ts';
import type { AccessRole } from '../../domain/access/principal.ts';
import { addAccount, addSession } from '../support/administrator.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor, sendForm } from '../support/voices.ts';

/** An address of this machine that plays the public internet, where one document is and another is gone. */
const publicAddress = '127.0.0.78';
const gazette = createServer(({ url }, response) => response.writeHead(url === '/act' ? 200 : 404).end());
let gazetteHome = '';
let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let given: Awaited<ReturnType<typeof register>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => gazette.listen(0, publicAddress, resolve));
  const { port } = gazette.address() as AddressInfo;
  gazetteHome = `http://gazette.example:${port}`;
  const guard = {
    resolve: () => Promise.resolve([publicAddress]),
    isPublic: (address: string) => address === publicAddress,
    ports: [port],
    timeoutMs: 5_000,
  };
  const database = await openPGliteDatabase();
  relance = await openRelance({
    database,
    startsAt: '2026-01-05T06:00:00.000Z',
    api: {
      publicView: { licence: 'CC BY 4.0', delayDays: 0 },
      checkEvidence: createEvidenceChecker(database.kysely, guard),
    },
  });
  given = await register(relance.app);
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home, relance);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
  gazette.close();
});

const get = async (path: string) => {
  const response = await fetch(home + path);
  return { status: response.status, body: await response.text() };
};
const publicPage = (id: string) => get(`/public/recommendations/${id}?lang=en`);
const panelOf = ({ page }: Reader, title = 'For the public') => page.getByRole('region', { name: title });
const tooWide = ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

test('who publishes gives a reason and is asked once more; what is public has a page, and none once it is withdrawn', async () => {
  const id = given.recommendationId;
  const reader = await browser.reader('en');
  await reader.open(`/recommendations/${id}`);
  const panel = panelOf(reader);
  const decide = async (deed: 'Publish' | 'Withdraw', reason: string): Promise<void> => {
    await panel.getByRole('button', { name: deed }).click();
    await panel.getByLabel('Reason').fill(reason);
    await panel.getByRole('button', { name: deed }).click();
    await panel.getByRole('alert').waitFor();
  };
  await panel.getByText('Not public: nobody has published it.').waitFor();
  await panel.getByRole('heading', { name: 'What the public would see' }).waitFor();
  expect((await publicPage(id)).status).toBe(404);

  await decide('Publish', 'The Government has agreed');
  expect((await publicPage(id)).status).toBe(404);
  expect(await reader.faults()).toEqual([]);
  await reader.picture('publication-question');
  await panel.getByRole('button', { name: 'Publish' }).click();
  await panel.locator('[data-standing="public"]').waitFor();
  const shown = await publicPage(id);
  expect([shown.status, shown.body.includes('Establish an ombudsman')]).toEqual([200, true]);
  expect(shown.body).not.toContain('The Government has agreed');
  expect(await panel.getByRole('link', { name: 'Open the public page' }).getAttribute('href')).toBe(
    `/public/recommendations/${id}?lang=en`,
  );

  await decide('Withdraw', 'It names a victim');
  await panel.getByRole('button', { name: 'Withdraw' }).click();
  await panel.locator('[data-standing="withdrawn"]').waitFor();
  expect((await publicPage(id)).status).toBe(404);
  await panel.getByText('All decisions').click();
  await panel.getByRole('listitem').filter({ hasText: 'Somebody' }).filter({ hasText: 'It names a victim' }).waitFor();
  expect(reader.complaints).toEqual([]);
  await reader.page.context().close();
}, 60_000);

test('a wording for the public stands in the place of the text, in the preview and on the page', async () => {
  const id = await given.recommend({ text: 'Release the brothers Kranjec' });
  await ask(relance.app, `POST /v1/recommendations/${id}/publication`, { verdict: 'publish', reason: 'Agreed' });
  const reader = await browser.reader('en', 360);
  await reader.open(`/recommendations/${id}`);
  const panel = panelOf(reader);
  await panel.getByRole('region', { name: 'What the public sees' }).getByText('Kranjec').waitFor();
  await panel.getByRole('button', { name: 'Change the public wording' }).click();
  await panel.getByLabel('Public wording').fill('Release two detained persons');
  await panel.getByLabel('Reason').fill('Names of victims');
  await panel.getByRole('button', { name: 'Use this wording' }).click();
  expect((await publicPage(id)).body).toContain('Kranjec');
  await panel.getByRole('button', { name: 'Use this wording' }).click();
  await panel.getByRole('region', { name: 'What the public sees' }).getByText('two detained persons').waitFor();
  const { body } = await publicPage(id);
  expect([body.includes('Kranjec'), body.includes('two detained persons')]).toEqual([false, true]);
  expect(await tooWide(reader)).toBeLessThanOrEqual(0);
  expect(await reader.faults()).toEqual([]);
  await reader.page.context().close();
}, 60_000);

test.each(['en', 'ar'])(
  'the panel of a recommendation, its source and its State in %s has no fault that axe knows',
  async (language) => {
    const titles: Readonly<Record<string, string>> = { en: 'For the public', ar: 'للجمهور' };
    const reader = await browser.reader(language);
    const screens = {
      recommendation: `/recommendations/${given.recommendationId}`,
      source: `/sources/${given.sourceId}`,
      state: '/states/SI',
    };
    for (const [name, address] of Object.entries(screens)) {
      await reader.open(address);
      await panelOf(reader, titles[language]).locator('[data-standing]').waitFor();
      expect([name, await reader.faults()]).toEqual([name, []]);
      await reader.picture(`publication-${name}`);
    }
    await panelOf(reader, titles[language]).getByRole('button').first().click();
    expect(await reader.faults()).toEqual([]);
    await reader.picture('publication-form');
    expect(reader.complaints).toEqual([]);
    await reader.page.context().close();
  },
  90_000,
);

async function signInAs(role: AccessRole): Promise<Reader> {
  const scope = { kind: 'everywhere' } as const;
  const accountId = await addAccount(relance.db, { grants: [{ role, scope }] });
  const reader = await browser.reader('en');
  const value = await addSession(relance.db, accountId);
  await reader.page.context().addCookies([{ name: 'relance_session', value, url: home }]);
  return reader;
}

test('who may only read sees where it stands and no button; who may not even that sees no panel', async () => {
  const address = `/recommendations/${given.recommendationId}`;
  const officer = await signInAs('desk-officer');
  await officer.open(address);
  await panelOf(officer).locator('[data-standing]').waitFor();
  expect(await panelOf(officer).getByRole('button').count()).toBe(0);
  await officer.page.context().close();
  const coordinator = await signInAs('national-coordinator');
  await coordinator.open(address);
  await coordinator.page.waitForLoadState('networkidle');
  expect(await panelOf(coordinator).count()).toBe(0);
  await coordinator.page.context().close();
}, 60_000);

test('each piece of evidence says whether its address still answers, and a claim waits on the first screen', async () => {
  const id = await given.recommend({ playbook: 'vulnerable-groups' });
  await command(relance.app, id, 'start-follow-up');
  const link = await linkFor(relance.app, id, given.people['focal-point'], 'focal-point');
  const claim = { choice: 'implemented', note: 'The act is in force', evidenceUrl: `${gazetteHome}/moved` };
  expect((await sendForm(relance.app, link, claim)).statusCode).toBe(200);
  const reader = await browser.reader('en');
  await reader.open(`/recommendations/${id}`);
  const evidence = reader.page.getByRole('region', { name: 'Evidence' });
  await evidence.getByRole('button', { name: 'Look at the addresses now' }).click();
  await evidence.locator('[data-outcome="gone"]', { hasText: 'HTTP 404' }).waitFor();
  expect(await reader.faults()).toEqual([]);
  await reader.picture('evidence');

  await eventually(async () => expect((await ask(relance.app, 'GET /v1/today')).body.validations.count).toBe(1));
  await reader.open('/');
  await reader.page.getByRole('link', { name: '1 claim for the authority of the State to validate' }).click();
  await reader.page.waitForURL(/waitsFor=validation/);
  await reader.page.getByText('Establish an ombudsman').first().waitFor();
  expect(reader.complaints).toEqual([]);
  await reader.page.context().close();
}, 60_000);
