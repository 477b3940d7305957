import { createMailer } from '../../activities/mail/transport.ts';
import { languages } from '../../db/schema.ts';
import { sendWaiting } from '../../worker/account-mail.ts';
import { wordsFor } from '../../words/words.ts';
import { addAccount } from '../support/administrator.ts';
import { ask, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
let send: () => Promise<void>;
let close: () => void;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
  const mailer = createMailer({
    smtpUrl: relance.smtp.url,
    from: 'Relance <relance@relance.example>',
    bounceAddress: 'bounces@relance.example',
  });
  close = mailer.close;
  send = () => sendWaiting({ db: relance.db, mailer, publicUrl: 'https://relance.example' });
});
afterAll(async () => {
  close();
  await relance.close();
});

const anonymous = { 'x-anonymous': '1' };
const askReset = (email: string) => ask(relance.app, 'POST /v1/session/links/reset', { email }, anonymous);
const mailsTo = (email: string) => relance.smtp.received.filter(({ to }) => to === email);
const waiting = () => relance.db.selectFrom('account_mails').select('email').execute();
const secretIn = (text = ''): string => /https:\/\/relance\.example\/sign-in\/link#([\w-]{43})\s/.exec(text)?.[1] ?? '';
const password = 'a quiet river under snow';
const use = (secret: string, body: object) => ask(relance.app, `POST /v1/session/links/${secret}/use`, body, anonymous);

test.each(languages)('an invitation in %s brings a link that works once', async (language) => {
  const email = `${language}@mission.example`;
  await ask(relance.app, 'POST /v1/accounts', { email, name: 'Ana Kos', language });
  await send();
  const [mail] = mailsTo(email);
  const words = wordsFor(language).account.invitation;
  expect(mail?.parsed.text).toContain(words.unasked);
  expect(mail?.parsed.html).toContain(`lang="${language}"`);
  expect(mail?.parsed.headers.has('list')).toBe(false);
  const secret = secretIn(mail?.parsed.text);
  const looked = await ask(relance.app, `GET /v1/session/links/${secret}`, undefined, anonymous);
  expect(looked.body).toEqual({ kind: 'invitation', email, name: 'Ana Kos' });
  expect((await use(secret, { password })).body.account.email).toBe(email);
  expect((await use(secret, { password })).body.code).toBe('LinkNotValid');
});

test('whoever has forgotten their password gets a mail; nobody learns whether there is an account', async () => {
  const id = await addAccount(relance.db, { email: 'lost@mission.example' });
  await relance.db.updateTable('accounts').set({ password_hash: 'x' }).where('id', '=', id).execute();
  const answers = [await askReset('LOST@mission.example'), await askReset('nobody@mission.example')];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [202, null],
    [202, null],
  ]);
  await askReset('lost@mission.example'); // Impatience is one mail.
  await send();
  expect(mailsTo('lost@mission.example')).toHaveLength(1);
  expect(mailsTo('nobody@mission.example')).toEqual([]);
  expect(await waiting()).toEqual([]);
  const first = secretIn(mailsTo('lost@mission.example')[0]?.parsed.text);
  await askReset('lost@mission.example');
  await send();
  const second = secretIn(mailsTo('lost@mission.example')[1]?.parsed.text);
  expect((await use(first, { password })).body.code).toBe('LinkNotValid');
  expect((await use(second, { password })).status).toBe(200);
});

test('no secret waits in the database, neither of a mail that is to be sent nor of one that was', async () => {
  await addAccount(relance.db, { email: 'kept@mission.example' });
  await askReset('kept@mission.example');
  expect(await relance.db.selectFrom('account_links').select('kind').where('kind', '=', 'reset').execute()).toEqual([]);
  await send();
  const secret = secretIn(mailsTo('kept@mission.example')[0]?.parsed.text);
  const rows = await relance.db.selectFrom('account_links').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a mail server that is away delays the mail and loses none', async () => {
  await addAccount(relance.db, { email: 'later@mission.example' });
  relance.smtp.behave = { at: 'rcpt', code: 451, says: 'Try again' };
  await askReset('later@mission.example');
  await send();
  expect(await waiting()).toEqual([{ email: 'later@mission.example' }]);
  await send(); // Not before a minute has gone by.
  relance.smtp.behave = 'accept';
  await relance.db.updateTable('account_mails').set({ next_try_at: new Date().toISOString() }).execute();
  await send();
  expect(mailsTo('later@mission.example')).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test('whoever is disabled, or signs in elsewhere alone, gets none', async () => {
  const disabled = await addAccount(relance.db, { email: 'disabled@mission.example' });
  await relance.db.updateTable('accounts').set({ is_disabled: true }).where('id', '=', disabled).execute();
  const elsewhere = await addAccount(relance.db, { email: 'elsewhere@mission.example' });
  await relance.db
    .updateTable('accounts')
    .set({ openid_issuer: 'i', openid_subject: 's' })
    .where('id', '=', elsewhere)
    .execute();
  for (const email of ['disabled@mission.example', 'elsewhere@mission.example']) await askReset(email);
  await send();
  for (const email of ['disabled@mission.example', 'elsewhere@mission.example']) expect(mailsTo(email)).toEqual([]);
  expect(await waiting()).toEqual([]);
});
