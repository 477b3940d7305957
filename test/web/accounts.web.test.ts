import type { AddressInfo } from 'node:net';
import { createMailer, type Mailer } from '../../activities/mail/transport.ts';
import type { Grant } from '../../domain/access/principal.ts';
import { sendWaiting } from '../../worker/account-mail.ts';
import { addAccount, addSession } from '../support/administrator.ts';
import { openBrowser, signInBrowser, type Reader } from '../support/browser.ts';
import { ask, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let office: Awaited<ReturnType<typeof register>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let mailer: Mailer;
let home = '';
let kenya = '';
let ministryId = '';
const call = (request: string, body?: unknown) => ask(relance.app, request, body);
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
  office = await register(relance.app, { text: 'Establish an independent ombudsman' });
  const source = await call('POST /v1/sources', { kind: 'mission', stateCode: 'KE', title: 'Mission to Kenya' });
  const more = { sourceId: source.body.id, stateCode: 'KE', text: 'Train judges and prosecutors' };
  kenya = (await call('POST /v1/recommendations', { ...more, playbook: 'general', position: 'supported' })).body.id;
  const ministry = { name: 'Ministry of Justice', kind: 'ministry', stateCode: 'SI' };
  ministryId = (await call('POST /v1/institutions', ministry)).body.id;
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home);
  const from = 'Relance <relance@relance.example>';
  mailer = createMailer({ smtpUrl: relance.smtp.url, from, bounceAddress: 'bounces@relance.example' });
}, 60_000);
afterAll(async () => {
  mailer?.close();
  await browser?.close();
  await relance?.close();
});

const password = 'a quiet river under snow';
const unexpected = ({ complaints }: Reader) =>
  complaints.filter((text) => !/status of (401|403|404|409|422)/.test(text));
const widths = async ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
const heading = ({ page }: Reader, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const links = async ({ page }: Reader): Promise<readonly string[]> =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').allTextContents();

async function administrator(language = 'en'): Promise<Reader> {
  const reader = await browser.reader(language);
  await signInBrowser(reader.page.context(), home, relance);
  return reader;
}

/** A browser of somebody with these roles. */
async function readerWith(grants: readonly Grant[], name: string): Promise<Reader> {
  const reader = await browser.reader('en');
  const id = await addAccount(relance.db, { grants, name });
  await signInBrowser(reader.page.context(), home, { signIn: () => addSession(relance.db, id) });
  return reader;
}

test('an administrator invites a desk officer for one State, who chooses a password and sees only that State', async () => {
  const reader = await administrator();
  const { page } = reader;
  await reader.open('/accounts');
  await page.getByText('Invite somebody').click();
  await page.getByLabel(/^E-mail address/).fill('desk@un.example');
  await page.getByLabel(/^Name/).fill('Mira Desk');
  await page.getByText('Keeps the follow-ups, contacts, dialogue and letters').waitFor();
  await page.getByRole('combobox', { name: 'States' }).fill('Slovenia');
  await page.getByRole('option', { name: 'Slovenia' }).click();
  await page.keyboard.press('Escape');
  expect(await reader.faults()).toEqual([]);
  await reader.picture('invite');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('The invitation goes to desk@un.example').waitFor();
  await page.getByText('invited, has not come yet').first().waitFor();

  await sendWaiting({ db: relance.db, mailer, publicUrl: home });
  const mail = relance.smtp.received.find(({ to }) => to === 'desk@un.example');
  const link = /http\S+sign-in\/link#\S+/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
  const desk = await browser.reader('en');
  await desk.open(link.slice(home.length));
  await heading(desk, 'Welcome to Relance');
  await desk.page.getByText('For the account desk@un.example').waitFor();
  await desk.page.getByLabel(/^New password/).fill(password);
  await desk.page.getByRole('button', { name: 'Set the password and go on' }).click();
  await heading(desk, 'Today');
  expect(await links(desk)).not.toContain('Accounts');
  await desk.open('/recommendations');
  await desk.page.getByText('Establish an independent ombudsman').waitFor();
  expect(await desk.page.getByText('Train judges and prosecutors').count()).toBe(0);
  await desk.open(`/recommendations/${kenya}`);
  await desk.page.getByText('It does not exist, or does no longer').waitFor();
  await desk.open(`/recommendations/${office.recommendationId}`);
  await desk.page.getByRole('button', { name: 'Start the follow-up' }).waitFor();
  await desk.open('/accounts');
  await desk.page
    .getByText('This is not among what your role covers, or it does not exist.', { exact: true })
    .waitFor();
  expect(unexpected(desk)).toEqual([]);
  expect(unexpected(reader)).toEqual([]);
}, 90_000);

test('roles are given by State and institution; shutting an account signs its owner out', async () => {
  const id = await addAccount(relance.db, { grants: [], name: 'Luka Kos', email: 'luka@gov.example' });
  const secret = await addSession(relance.db, id);
  const reader = await administrator();
  const { page } = reader;
  await reader.open('/accounts');
  await page.getByLabel('Find by name or address').fill('luka');
  await page.getByText('desk@un.example').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Luka Kos' }).click();
  await heading(reader, 'Luka Kos');
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByLabel(/^Role/).selectOption('focal-point');
  await page.getByRole('combobox', { name: 'Institution' }).fill('Justice');
  await page.getByRole('option', { name: 'Ministry of Justice (Slovenia)' }).click();
  await page.getByRole('button', { name: 'Save the roles' }).click();
  const grants = [{ role: 'focal-point', scope: { kind: 'institution', institutionId: ministryId, stateCode: 'SI' } }];
  await eventually(async () => expect((await call(`GET /v1/accounts/${id}`)).body).toMatchObject({ grants }));
  expect(await reader.faults()).toEqual([]);
  await reader.picture('account-of-another');
  await page.getByRole('button', { name: 'Shut the account' }).click();
  await page.getByText('Really? Press once more').waitFor();
  await page.getByRole('button', { name: 'Shut the account' }).click();
  await page.getByRole('button', { name: 'Open the account again' }).waitFor();
  const asked = await relance.app.inject({ url: '/api/v1/session', headers: { cookie: `relance_session=${secret}` } });
  expect(asked.statusCode).toBe(401);
  expect(unexpected(reader)).toEqual([]);
}, 90_000);

test('the record says who saw and changed a contact, and leads from the contact to it', async () => {
  const contactId = office.people['focal-point'];
  const reader = await administrator();
  const { page } = reader;
  await reader.open(`/contacts/${contactId}`);
  await page.getByRole('link', { name: 'Who saw or changed this' }).click();
  await heading(reader, 'Who did what');
  await page.getByRole('cell', { name: 'looked at it' }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('about')).toBe(contactId);
  expect(await page.getByText('127.0.0.1').count()).toBeGreaterThan(0);
  await page.getByRole('search').getByLabel('What').selectOption('changed');
  await page.getByRole('cell', { name: 'looked at it' }).first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Somebody' }).first().click();
  expect(new URL(page.url()).searchParams.get('by')).toMatch(/^(acc|tok|token)/);
  expect(await reader.faults()).toEqual([]);
  await reader.picture('audit');
  expect(unexpected(reader)).toEqual([]);
}, 60_000);

test('who only reads sees no form; who answers for an institution lands on what is asked of them', async () => {
  const auditor = await readerWith([{ role: 'auditor', scope: { kind: 'everywhere' } }], 'Iris Auditor');
  for (const address of ['/', '/recommendations', `/recommendations/${kenya}`, '/contacts', '/sources', '/states/SI']) {
    await auditor.open(address);
    const forms = auditor.page.locator('main form:not(search form), main button[type="submit"]');
    expect([address, await forms.count()]).toEqual([address, 0]);
  }
  expect(await auditor.page.getByRole('link', { name: 'Register a mission' }).count()).toBe(0);
  expect(await links(auditor)).toContain('Who did what');
  expect(await links(auditor)).not.toContain('Accounts');

  const scope = { kind: 'states', stateCodes: ['KE'], regions: [] } as const;
  const national = await readerWith([{ role: 'national-coordinator', scope }], 'Wanjiru Mwangi');
  await national.open('/');
  await national.page.getByRole('heading', { name: 'Asked of you' }).waitFor();
  await national.page.getByText('National coordinator').waitFor();
  expect(await national.faults()).toEqual([]);
  await national.picture('today-national');
  await national.open(`/recommendations/${kenya}`);
  const commands = await national.page.getByRole('button').allTextContents();
  expect(commands).not.toContain('Start the follow-up');
  expect([...auditor.complaints, ...national.complaints]).toEqual([]);
}, 90_000);

test('in Arabic, and on a phone', async () => {
  const reader = await administrator('ar');
  for (const [address, name] of [
    ['/accounts', 'accounts'],
    [`/accounts/${relance.administratorId}`, 'account-of-another'],
    ['/audit', 'audit'],
  ] as const) {
    await reader.open(address);
    expect(await reader.faults()).toEqual([]);
    await reader.picture(name);
    await reader.page.setViewportSize({ width: 360, height: 900 });
    expect([address, await widths(reader)]).toEqual([address, 0]);
    await reader.page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(reader.complaints).toEqual([]);
}, 60_000);
