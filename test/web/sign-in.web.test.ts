import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import { createMailer, type Mailer } from '../../activities/mail/transport.ts';
import { sendWaiting } from '../../worker/account-mail.ts';
import { addAccount, addLink } from '../support/administrator.ts';
import { openBrowser, type Reader } from '../support/browser.ts';
import { eventually, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let mailer: Mailer;
let home = '';
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
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
/** The server says no on purpose, and a browser complains of that. */
const unexpected = ({ complaints }: Reader) => complaints.filter((text) => !/status of (401|403|422|429)/.test(text));
const widths = async ({ page }: Reader): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

/** Somebody who has chosen a password; their browser has not signed in. */
async function join(email: string): Promise<string> {
  const id = await addAccount(relance.db, { email, name: 'Vesna Novak' });
  const token = await addLink(relance.db, { kind: 'invitation', account_id: id });
  await relance.app.inject({
    method: 'POST',
    url: `/api/v1/session/links/${token}/use`,
    payload: { password },
    headers: { 'x-anonymous': '1' },
  });
  return id;
}

async function signIn({ page }: Reader, email: string, given = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(given);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const heading = ({ page }: Reader, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const endSessions = (accountId: string) =>
  relance.db.deleteFrom('sessions').where('account_id', '=', accountId).execute();

test('the link of the first start makes the first administrator, and says beforehand what a password must be', async () => {
  const token = await addLink(relance.db, { kind: 'set-up' });
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open(`/sign-in/link#${token}`);
  await heading(reader, 'Set up this Relance');
  await page.getByText('At least 12 characters').waitFor();
  expect(await reader.faults()).toEqual([]);
  await reader.picture('set-up');
  await page.getByLabel('E-mail address').fill('first@un.example');
  await page.getByLabel('Your name').fill('Amina Diallo');
  await page.getByLabel('New password').fill('password12345');
  await page.getByRole('button', { name: 'Set the password and go on' }).click();
  await page.getByText('Too many people use this password').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set the password and go on' }).click();
  await heading(reader, 'Today');
  await page.getByRole('button', { name: 'Account of Amina Diallo' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await reader.open(`/sign-in/link#${token}`);
  await heading(reader, 'This link is not good any more');
  expect(unexpected(reader)).toEqual([]);
}, 60_000);

test('whoever is not signed in is asked where they are, and then is where they wanted to be', async () => {
  await join('vesna@un.example');
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/sources/new?state=SI');
  await heading(reader, 'Sign in');
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await reader.faults()).toEqual([]);
  await reader.picture('sign-in');
  await signIn(reader, 'vesna@un.example', 'not the river under snow');
  await page.getByText('The address, the password or the code is not right').waitFor();
  await signIn(reader, 'vesna@un.example');
  await heading(reader, 'Register a mission');
  expect(await page.getByLabel('State').inputValue()).toBe('SI');

  await page.getByRole('button', { name: 'Account of Vesna Novak' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(reader, 'Sign in');
  await page.goBack();
  await heading(reader, 'Sign in');
  await reader.open('/sign-in?to=//elsewhere.example');
  await signIn(reader, 'vesna@un.example');
  await heading(reader, 'Today');
  expect(new URL(page.url()).host).toBe(new URL(home).host);
  expect(unexpected(reader)).toEqual([]);
}, 60_000);

test('who keeps guessing is told how long to wait', async () => {
  await join('guessed@un.example');
  const reader = await browser.reader('en');
  await reader.open('/');
  for (let tries = 0; tries < 6; tries += 1) {
    await signIn(reader, 'guessed@un.example', `guess number ${tries} of many`);
    await reader.page.getByRole('alert').waitFor();
  }
  await signIn(reader, 'guessed@un.example', 'and one more guess');
  await reader.page.getByText(/Too many tries\. Wait \d+ seconds?, then try again/).waitFor();
}, 60_000);

test('a session that ends while somebody types costs them nothing: they sign in again and it is sent', async () => {
  const id = await join('typing@un.example');
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/sources/new?state=SI');
  await signIn(reader, 'typing@un.example');
  await heading(reader, 'Register a mission');
  await page.getByLabel('Title').fill('Mission to Slovenia, long typed');
  await endSessions(id);
  await page.getByRole('button', { name: 'Register and go on' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Mission to Slovenia, long typed');
  expect(await reader.faults()).toEqual([]);
  await reader.picture('session-over');
  await page.keyboard.press('Escape');
  await dialog.getByLabel(/^Password/).fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await heading(reader, 'Add recommendations');
  expect(await dialog.count()).toBe(0);
  expect(await relance.db.selectFrom('sources').select('title').execute()).toEqual([
    { title: 'Mission to Slovenia, long typed' },
  ]);
  expect(unexpected(reader)).toEqual([]);
}, 60_000);

test('a forgotten password is replaced by a mail; the same is said to an address that nobody has', async () => {
  await join('forgetful@un.example');
  const reader = await browser.reader('en');
  const { page } = reader;
  for (const email of ['nobody@un.example', 'forgetful@un.example']) {
    await reader.open('/sign-in');
    await page.getByRole('link', { name: 'I have forgotten my password' }).click();
    await heading(reader, 'A new password');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByText(`If ${email} has an account here, a link is on its way`).waitFor();
  }
  await sendWaiting({ db: relance.db, mailer, publicUrl: home });
  expect(relance.smtp.received.map(({ to }) => to)).toEqual(['forgetful@un.example']);
  const link = /http\S+sign-in\/link#\S+/.exec(relance.smtp.received[0]?.parsed.text ?? '')?.[0] ?? '';
  await reader.open(link.slice(home.length));
  await heading(reader, 'Choose a new password');
  await page.getByLabel('New password').fill('the river is frozen now');
  await page.getByRole('button', { name: 'Set the password and go on' }).click();
  await heading(reader, 'Today');
}, 60_000);

test('the own account: a name, a second step with an app, a token that is shown once, sessions that can be ended', async () => {
  const id = await join('own@un.example');
  const reader = await browser.reader('en');
  const { page } = reader;
  await reader.open('/account');
  await signIn(reader, 'own@un.example');
  await heading(reader, 'My account');
  await page.getByLabel(/^Name/).fill('Vesna Kos');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Account of Vesna Kos' }).waitFor();

  const second = page.getByRole('region', { name: 'Second step of signing in' });
  await second.getByLabel('Your password, once more').fill(password);
  await second.getByRole('button', { name: 'Set it up' }).click();
  await second.getByRole('img', { name: 'The secret as a picture for an app' }).waitFor();
  const secret = ((await second.getByRole('figure', { name: 'The same as letters' }).textContent()) ?? '').replaceAll(
    ' ',
    '',
  );
  const codeAt = (ms: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
  expect(await reader.faults()).toEqual([]);
  await reader.picture('second-factor');
  await second.getByLabel('Six figures that the app shows now').fill(codeAt(Date.now()));
  await second.getByRole('button', { name: 'Switch on' }).click();
  const codes = second.getByRole('figure', { name: 'Recovery codes' });
  await codes.waitFor();
  const recovery = ((await codes.textContent()) ?? '').split('\n')[0] ?? '';
  await second.getByRole('button', { name: 'I have kept them' }).click();
  await second.getByText('Signing in asks for a code of your authenticator app').waitFor();

  const tokens = page.getByRole('region', { name: 'Tokens for programs' });
  await tokens.getByLabel('What it is for').fill('The weekly report');
  await tokens.getByRole('button', { name: 'Make a token' }).click();
  const token = (await tokens.getByRole('figure', { name: 'Token' }).textContent()) ?? '';
  expect(token).toMatch(/^rlt_/);
  const asked = await relance.app.inject({ url: '/api/v1/session', headers: { authorization: `Bearer ${token}` } });
  expect(asked.json()).toMatchObject({ account: { id } });
  await tokens.getByRole('button', { name: 'Revoke: The weekly report' }).click();
  await tokens.getByText('You have none').waitFor();

  const elsewhere = await browser.reader('en', 360);
  await elsewhere.open('/account');
  await signIn(elsewhere, 'own@un.example');
  await elsewhere.page.getByRole('heading', { name: 'One more step' }).waitFor();
  await elsewhere.picture('code');
  await elsewhere.page.getByRole('button', { name: 'I do not have my app here' }).click();
  await elsewhere.page.getByLabel('Recovery code').fill(recovery);
  await elsewhere.page.getByRole('button', { name: 'Go on' }).click();
  await heading(elsewhere, 'My account');
  expect(await widths(elsewhere)).toBe(0);

  await page.reload();
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByText('(here)').waitFor();
  await sessions.getByRole('button', { name: /^End:/ }).click();
  await sessions.getByRole('button', { name: /^End:/ }).waitFor({ state: 'detached' });
  await reader.picture('account');
  expect(await reader.faults()).toEqual([]);
  await eventually(async () => {
    const left = await relance.db.selectFrom('sessions').select('id').where('account_id', '=', id).execute();
    expect(left).toHaveLength(1);
  });
  expect(unexpected(reader)).toEqual([]);
}, 90_000);

test('by keyboard alone: signed in, and out again', async () => {
  await join('keys@un.example');
  const reader = await browser.reader('en');
  const { page } = reader;
  const keys = page.keyboard;
  await reader.open('/states');
  await heading(reader, 'Sign in');
  // The first field has the focus already.
  await keys.type('keys@un.example');
  await keys.press('Tab');
  await keys.type(password);
  await keys.press('Enter');
  await heading(reader, 'States');
  const focused = (): Promise<string> =>
    page.evaluate<string>(
      `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? ''`,
    );
  for (let tries = 0; tries < 30 && (await focused()) !== 'Account of Vesna Novak'; tries += 1)
    await keys.press('Shift+Tab');
  await keys.press('Enter');
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await keys.press('ArrowDown');
  for (let tries = 0; tries < 3 && (await focused()) !== 'Sign out'; tries += 1) await keys.press('ArrowDown');
  await keys.press('Enter');
  await heading(reader, 'Sign in');
}, 60_000);

test('in Arabic the door and the own account run from right to left, without a fault', async () => {
  await join('ar@un.example');
  const reader = await browser.reader('ar');
  const { page } = reader;
  for (const [address, name] of [
    ['/sign-in/forgotten', 'forgotten'],
    ['/account', 'sign-in'],
  ] as const) {
    await reader.open(address);
    expect(await page.evaluate<string>('document.documentElement.dir')).toBe('rtl');
    expect(await reader.faults()).toEqual([]);
    await reader.picture(name);
  }
  await page.getByLabel('البريد الإلكتروني').fill('ar@un.example');
  await page.getByLabel(/^كلمة السر/).fill(password);
  await page.getByRole('button', { name: 'دخول', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'حسابي' }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  expect(await reader.faults()).toEqual([]);
  await reader.picture('account');
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await widths(reader)).toBe(0);
}, 60_000);
