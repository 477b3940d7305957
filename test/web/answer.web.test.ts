import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { languages } from '../../db/schema.ts';
import { addDays } from '../../domain/time.ts';
import { wordsFor } from '../../words/words.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor, timelineOf } from '../support/voices.ts';

const startsAt = '2026-01-05T06:00:00.000Z';
const mostBytes = 50_000;
let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
let given: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  // Days of two seconds: a target date three weeks away is reminded of within a quarter of a minute.
  relance = await openRelance({ dayMs: 2_000, startsAt });
  given = await register(relance.app, {
    targetOn: addDays(startsAt.slice(0, 10), 24),
    playbook: 'national-action-plan',
  });
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home, relance);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

const tooWide = ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
const answersTo = async (id: string) =>
  (await timelineOf(relance.app, id)).filter(({ type }) => type === 'ProgressReported');
async function started(): Promise<{ id: string; link: string }> {
  const id = await given.recommend({ targetOn: null });
  await command(relance.app, id, 'start-follow-up');
  await eventually(async () =>
    expect((await ask(relance.app, `GET /v1/recommendations/${id}`)).body.round).not.toBeNull(),
  );
  return { id, link: await linkFor(relance.app, id, given.people['focal-point'], 'focal-point') };
}
/** Tab by tab, as one who has no mouse: what has the focus is told by its name. */
async function tabTo({ page }: Reader, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`${selector} cannot be reached`);
}

test('a focal point answers from a real mail on a phone without JavaScript, by keyboard alone, with a pause in between', async () => {
  const { recommendationId: id } = given;
  await command(relance.app, id, 'start-follow-up');
  const mail = await eventually(() => {
    const found = relance.smtp.received.find(
      ({ to, parsed }) => to.startsWith('ana@') && parsed.text?.includes('/answer/'),
    );
    if (found === undefined) throw new Error('no mail yet');
    return found;
  }, 60_000);
  const link = /http:\/\/relance\.example(\/answer\/\S+)/.exec(mail.parsed.text ?? '')?.[1] ?? '';
  const reader = await browser.reader('en', 360, false);
  const { page } = reader;
  await page.goto(home + link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(reader, 'textarea[name="note"]');
  await page.keyboard.type('The committee meets in March');
  await tabTo(reader, 'button[value="save"]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kept for later' }).waitFor();
  expect(await answersTo(id)).toEqual([]);

  await page.goto(home + link);
  await tabTo(reader, 'button[value="open"]');
  await page.keyboard.press('Enter');
  await page.getByText('What you had written is filled in below').waitFor();
  expect(await page.locator('textarea[name="note"]').inputValue()).toBe('The committee meets in March');
  await tabTo(reader, 'input[name="choice"]');
  await page.keyboard.press('Space');
  await tabTo(reader, 'select[name="implementation"]');
  await page.keyboard.type('In pro');
  await tabTo(reader, 'button[value="send"]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.getByText('Next answer due').waitFor();
  await page.getByText('Who sees it').waitFor();
  const answers = await answersTo(id);
  expect(answers).toHaveLength(1);
  expect(answers[0].data).toMatchObject({ note: 'The committee meets in March', implementation: 'in-progress' });
  expect(await relance.db.selectFrom('answer_drafts').selectAll().execute()).toEqual([]);
  await reader.picture('answer-thanks');
}, 120_000);

test('a scanner in a whole browser, with JavaScript, that sends every form and presses every button changes nothing', async () => {
  const { id, link } = await started();
  const reader = await browser.reader('en');
  const { page } = reader;
  const before = (await timelineOf(relance.app, id)).filter(({ actor }) => actor?.startsWith('contact:'));
  for (const act of [
    `document.forms[0].submit()`,
    `document.forms[0].noValidate = true, document.forms[0].requestSubmit()`,
    `document.querySelector('button[value=send]').click()`,
    `document.querySelector('button[value=save]').click()`,
    `document.querySelector('input[type=radio]').click(), document.forms[0].submit()`,
  ]) {
    await page.goto(home + link);
    await Promise.all([page.waitForLoadState(), page.evaluate(act).catch(() => undefined)]);
    await page.waitForTimeout(200);
  }
  expect((await timelineOf(relance.app, id)).filter(({ actor }) => actor?.startsWith('contact:'))).toEqual(before);
  expect(await relance.db.selectFrom('answer_drafts').selectAll().execute()).toEqual([]);
}, 60_000);

test.each(languages)(
  'in %s all that a phone loads is one page of less than 50 kB, with no script',
  async (language) => {
    const { link } = await started();
    const reader = await browser.reader(language, 360);
    const requests: string[] = [];
    reader.page.on('request', (request) => requests.push(request.url()));
    const response = await reader.page.goto(`${home}${link}?lang=${language}`);
    const body = (await response?.body()) ?? Buffer.alloc(mostBytes);
    console.log(`${language}: ${body.length} bytes, ${gzipSync(body).length} if compressed`);
    expect(body.length).toBeLessThan(mostBytes);
    expect(requests).toHaveLength(1);
    expect(await reader.page.locator('script').count()).toBe(0);
    expect(await tooWide(reader)).toBeLessThanOrEqual(0);
    await reader.page.context().close();
  },
);

test.each(['en', 'ar'] as const)(
  'in %s the page, the kept and the reopened one have no fault that axe knows',
  async (language) => {
    const { link } = await started();
    const { after } = wordsFor(language);
    const reader = await browser.reader(language, 360);
    const { page } = reader;
    await page.goto(`${home}${link}?lang=${language}`);
    expect(await reader.faults()).toEqual([]);
    await reader.picture('answer');
    await page.locator('input[value="implemented"]').check();
    await page.locator('textarea').fill('Adopted');
    await page.locator('button[value="save"]').click();
    await page.getByText(after.kept.title).first().waitFor();
    expect(await reader.faults()).toEqual([]);
    await page.locator('button[value="open"]').click();
    await page.getByRole('status').waitFor();
    expect(await reader.faults()).toEqual([]);
    expect(await tooWide(reader)).toBeLessThanOrEqual(0);
    await reader.picture('answer-reopened');
    await page.locator('button[value="send"]').click();
  },
  60_000,
);
