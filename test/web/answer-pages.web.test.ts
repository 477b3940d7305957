import type { AddressInfo } from 'node:net';
import type { LinkSigner } from '../../api/answer-links.ts';
import { addDays } from '../../domain/time.ts';
import { takeStep } from '../support/appeals.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor, registerVoice, sendForm } from '../support/voices.ts';

/** HTML and all that it loads, as the slowest phone gets it. */
const mostBytes = 50_000;
let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let given: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance({
    startsAt: '2026-01-05T06:00:00.000Z',
    api: { publicView: { licence: 'CC BY 4.0', delayDays: 0 } },
  });
  given = await register(relance.app, { playbook: 'national-action-plan' });
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

async function started(over: object = {}): Promise<string> {
  const id = await given.recommend(over);
  await command(relance.app, id, 'start-follow-up');
  await eventually(async () =>
    expect((await ask(relance.app, `GET /v1/recommendations/${id}`)).body.process.planning).toBeNull(),
  );
  return id;
}
const focalPoint = (id: string) => linkFor(relance.app, id, given.people['focal-point'], 'focal-point');

/** Each page that a link can open, made anew for each reading. */
const pages: Readonly<Record<string, () => Promise<string>>> = {
  answer: async () => focalPoint(await started()),
  cluster: async () => {
    const ids = [await started({ text: 'Open office 1' }), await started({ text: 'Open office 2' })];
    const { body } = await ask(relance.app, 'POST /v1/clusters', {
      stateCode: 'SI',
      title: 'The offices',
      recommendationIds: ids,
    });
    const claim = { contactId: given.people['focal-point'], recommendationId: ids[0] ?? '', role: 'focal-point' };
    const token = await relance.links.sign(
      { ...claim, clusterId: body.id } as Parameters<LinkSigner['sign']>[0],
      relance.now(),
    );
    return `/answer/${token}`;
  },
  voice: async () => {
    const id = await started();
    const { contactId } = await registerVoice(relance.app, 'nhri', `voice${id.slice(-6).toLowerCase()}`);
    return linkFor(relance.app, id, contactId, 'nhri');
  },
  delivery: async () => {
    const today = relance.now().slice(0, 10);
    const wish = { text: 'Ratify or accede to CEDAW', playbook: 'appeal', targetOn: addDays(today, 2_000) };
    const id = await started(wish);
    const contact = { name: 'Ines', address: `${id.slice(-8).toLowerCase()}@un.example`, timeZone: 'Europe/Ljubljana' };
    const { body } = await ask(relance.app, 'POST /v1/contacts', contact);
    await ask(relance.app, 'PUT /v1/states/SI/roles/resident-coordinator', { contactId: body.id });
    await takeStep(relance, id, { step: 'delivery', dueOn: addDays(today, 14) });
    return linkFor(relance.app, id, body.id, 'resident-coordinator');
  },
  validation: async () => {
    const id = await started({ playbook: 'vulnerable-groups' });
    const claim = { choice: 'implemented', note: 'The act is in force', evidenceUrl: 'https://gazette.example/1' };
    expect((await sendForm(relance.app, await focalPoint(id), claim)).statusCode).toBe(200);
    return linkFor(relance.app, id, given.people['validating-authority'], 'validating-authority');
  },
};

/** Ends a page by sending its form, as its reader would. */
const ends: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  answer: async ({ page }) => {
    await page.locator('input[name="choice"][value="milestone"]').check();
    await page.locator('select[name="milestone"]').selectOption({ index: 1 });
    await page.locator('input[name="reachedOn"]').fill('2026-01-04');
    // What was reached must be shown by something: a document that was handed over needs no address.
    await page.locator('[name="evidenceDescription"]').fill('Decree 7/2026');
    await page.locator('textarea[name="note"]').fill('By decree');
  },
  cluster: async ({ page }) => {
    await page.locator('input[name="choice"][value="progress"]').check();
    await page.locator('textarea[name="note"]').fill('Both are being built');
  },
  voice: async ({ page }) => {
    await page.locator('input[name="choice"]').first().check();
    await page.locator('textarea[name="note"]').fill('Nothing has been seen of it');
  },
  delivery: async ({ page }) => {
    await page.locator('input[name="choice"][value="delivered"]').check();
    await page.locator('select[name="office"]').selectOption('foreign-affairs');
    await page.locator('input[name="deliveredOn"]').fill('2026-01-05');
    await page.locator('textarea[name="note"]').fill('They will table a bill');
  },
  validation: async ({ page }) => {
    await page.locator('input[name="choice"][value="validate"]').check();
    await page.locator('textarea[name="note"]').fill('We have seen the gazette');
  },
};

const tooWide = ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

const cases = Object.keys(pages).flatMap((name) => ['en', 'ar'].map((language) => [name, language] as const));
test.each(cases)(
  'the page “%s” in %s, and the thanks behind it, have no fault that axe knows and weigh less than 50 kB',
  async (name, language) => {
    const link = `${await pages[name]!()}?lang=${language}`;
    const reader = await browser.reader(language, 360);
    const { page } = reader;
    let bytes = 0;
    page.on('response', (response) => void response.body().then((body) => (bytes += body.length)));
    await page.goto(home + link);
    await page.waitForLoadState('networkidle');
    const weighed = { page: bytes, thanks: 0 };
    expect(await reader.faults()).toEqual([]);
    expect(await tooWide(reader)).toBeLessThanOrEqual(0);
    await reader.picture(`answer-${name}`);
    await ends[name]!(reader);
    bytes = 0;
    await page.locator('button[value="send"]').click();
    await page.locator('main form').first().waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    weighed.thanks = bytes;
    expect(await reader.faults()).toEqual([]);
    expect(await tooWide(reader)).toBeLessThanOrEqual(0);
    await reader.picture(`answer-${name}-thanks`);
    console.log(`${name}, ${language}: ${weighed.page} bytes, its thanks ${weighed.thanks}`);
    expect(Math.max(weighed.page, weighed.thanks)).toBeLessThan(mostBytes);
    expect(Math.min(weighed.page, weighed.thanks)).toBeGreaterThan(1_000);
    await page.context().close();
  },
  60_000,
);

/** What everybody may read of a recommendation that was published. */
async function published(): Promise<readonly string[]> {
  const id = await started({ paragraph: '12' });
  const verdict = { verdict: 'publish', reason: 'The Government has agreed' };
  expect((await ask(relance.app, `POST /v1/recommendations/${id}/publication`, verdict)).status).toBe(200);
  return ['/public', '/public/states/SI', `/public/recommendations/${id}`];
}

test.each(['en', 'ar'])(
  'the public pages in %s have no fault that axe knows and weigh less than 50 kB',
  async (language) => {
    const reader = await browser.reader(language, 360);
    const { page } = reader;
    let bytes = 0;
    page.on('response', (response) => void response.body().then((body) => (bytes += body.length)));
    for (const path of await published()) {
      bytes = 0;
      await page.goto(`${home}${path}?lang=${language}`);
      await page.waitForLoadState('networkidle');
      expect([path, await reader.faults()]).toEqual([path, []]);
      expect(await tooWide(reader)).toBeLessThanOrEqual(0);
      expect(bytes).toBeGreaterThan(1_000);
      expect(bytes).toBeLessThan(mostBytes);
      await reader.picture(`public-${path.split('/')[2] ?? 'states-all'}`);
      console.log(`${path.split('/').slice(0, 3).join('/')}, ${language}: ${bytes} bytes`);
    }
    await page.context().close();
  },
  60_000,
);
