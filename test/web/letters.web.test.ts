import type { AddressInfo } from 'node:net';
import { openBrowser, tabTo, type Reader } from '../support/browser.ts';
import { playbookOf } from '../support/follow-up.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let recommendationId = '';
beforeAll(async () => {
  relance = await openRelance({ dayMs: 1_000 });
  await storeHurriedPlaybook();
  ({ recommendationId } = await register(relance.app, { playbook: 'hurried', paragraph: '14' }));
  await command(relance.app, recommendationId, 'start-follow-up');
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = relance.app.server.address() as AddressInfo;
  browser = await openBrowser(() => `http://127.0.0.1:${String(port)}`, relance);
}, 150_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

/** Asks on the twentieth day, no sooner than any plan does, and climbs a rung every other day up to the third, with a year before all that comes after. */
async function storeHurriedPlaybook(): Promise<void> {
  const general = playbookOf('general');
  const data = {
    ...general,
    key: 'hurried',
    version: 1,
    cadence: {
      ...general.cadence,
      checkIns: [{ afterDays: 20, asks: 'check-in' }],
      everyDays: 365,
      remindBeforeDays: [2],
      remindAfterDays: [1],
    },
    ladder: general.ladder.map((rung, index) => ({ ...rung, afterDays: index < 3 ? 2 : 365 })),
  };
  await relance.db
    .insertInto('playbooks')
    .values({ key: data.key, version: 1, data: JSON.stringify(data) })
    .execute();
}

const press = (reader: Reader, key: string): Promise<void> => reader.page.keyboard.press(key);
const type = (reader: Reader, text: string): Promise<void> => reader.page.keyboard.type(text);
const enter = async (reader: Reader, name: string): Promise<void> => {
  await tabTo(reader, name);
  await press(reader, 'Enter');
};

test('an escalation is drafted, approved and answered, by keyboard alone', async () => {
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/');
  // Nobody answers: the draft of rung 3 comes to the screen by itself.
  const link = page.getByRole('link', { name: /^Read the letter/ });
  await link.waitFor({ timeout: 120_000 });
  await reader.picture('letter-on-today');
  await enter(reader, (await link.textContent()) ?? '');
  await page.getByRole('heading', { level: 1, name: /^Note verbale/ }).waitFor();

  await enter(reader, 'Edit');
  await tabTo(reader, 'Text');
  await press(reader, 'Control+End');
  await type(reader, '\n\nThe Office stands ready to assist.');
  await reader.picture('letter-edited');
  await enter(reader, 'Save the letter');
  await page.getByRole('article').getByText('The Office stands ready to assist.').waitFor();
  expect(await reader.faults()).toEqual([]);

  await enter(reader, 'Approve');
  await page.getByText('The escalation is raised, and the letter can be sent.').waitFor();
  await press(reader, 'Enter');
  await page.getByRole('button', { name: 'Mark as sent' }).waitFor();

  await enter(reader, 'Mark as sent');
  await tabTo(reader, 'Number');
  await press(reader, 'Control+A');
  await type(reader, 'NV 2026/77');
  await reader.picture('letter-to-send');
  expect(await reader.faults()).toEqual([]);
  await enter(reader, 'Mark as sent');
  await page.getByRole('button', { name: 'Record the reply' }).waitFor();

  await enter(reader, 'Record the reply');
  await tabTo(reader, 'What the reply says');
  await type(reader, 'The bill is before parliament.');
  await enter(reader, 'Record the reply');
  await page.getByText('Answered').first().waitFor();
  await reader.picture('letter-answered');

  await enter(reader, 'The recommendation');
  for (const told of [
    'Escalation to rung 3 drafted',
    'Escalated to rung 3',
    'Letter sent',
    'Reply to a letter received',
    'The bill is before parliament.',
  ])
    await page.getByText(told).first().waitFor();
  await page.getByRole('link', { name: /^Note verbale NV 2026\/77/ }).waitFor();
  const { body } = await ask(relance.app, `GET /v1/recommendations/${recommendationId}`);
  expect(body).toMatchObject({ rung: 0, reading: 'on-track' });
  expect(reader.complaints).toEqual([]);
}, 240_000);

test.each(['en', 'ar'])(
  'letters have no fault that axe knows, and fit a phone, in %s',
  async (language) => {
    const reader = await browser.reader(language);
    const { items } = (await ask(relance.app, 'GET /v1/letters')).body;
    for (const [name, address] of [
      ['letters', '/letters'],
      ['no-letters', '/letters?status=approved'],
      ['letter', `/letters/${items[0].id}`],
    ] as const) {
      await reader.open(address);
      expect([name, ...(await reader.faults())]).toEqual([name]);
      await reader.picture(name);
      await reader.page.setViewportSize({ width: 360, height: 900 });
      const tooWide = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
      expect([name, await reader.page.evaluate(tooWide)]).toEqual([name, 0]);
      await reader.page.setViewportSize({ width: 1280, height: 900 });
    }
    expect(reader.complaints).toEqual([]);
  },
  90_000,
);
