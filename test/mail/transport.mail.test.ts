import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createMailer, type Mailer, type MailSettings, type OutgoingMail } from '../../activities/mail/transport.ts';
import { startSmtp, type SmtpBehaviour, type TestSmtp } from '../support/smtp.ts';

const mail: OutgoingMail = {
  digestId: 'dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC',
  to: { name: 'Ana Novák', address: 'ana@ministry.example' },
  language: 'en',
  subject: 'Follow-up of recommendations to Slovenia: 2 items',
  html: '<p>Dear Ana</p>',
  text: 'Dear Ana',
  at: '1994-09-01T09:30:00.000Z',
};
const settings = {
  from: 'Relance <relance@relance.example>',
  bounceAddress: 'bounces@relance.example',
  replyTo: 'office@relance.example',
} as const;

let smtp: TestSmtp;
let mailer: Mailer;
const open: (() => void)[] = [];
const mailerTo = (smtpUrl: string, over: Partial<MailSettings> = {}): Mailer => {
  const made = createMailer({ ...settings, smtpUrl, ...over });
  open.push(made.close);
  return made;
};

beforeEach(async () => {
  smtp = await startSmtp();
  mailer = mailerTo(smtp.url);
});
afterEach(async () => {
  for (const close of open.splice(0)) close();
  await smtp.stop();
});

describe('what a digest looks like to mail servers', () => {
  const headerLines = (name: string) =>
    smtp.received[0]!.parsed.headerLines.filter(({ key }) => key === name.toLowerCase()).map(({ line }) => line);

  test('it is text and HTML, says that a machine wrote it, and bears the digest’s id', async () => {
    expect(await mailer.send(mail)).toEqual({ outcome: 'accepted', response: expect.stringMatching(/^250/) });
    const [{ parsed, from, to }] = smtp.received as [(typeof smtp.received)[0]];
    expect(parsed.messageId).toBe('<dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC@relance.example>');
    expect(parsed.messageId).toBe(mailer.messageIdOf(mail.digestId));
    expect(from).toBe('bounces+dig_01j8zq4w3v5xkj2m9r7t6n0abc@relance.example');
    expect(to).toBe('ana@ministry.example');
    expect(parsed.to).toMatchObject({ value: [{ name: 'Ana Novák', address: 'ana@ministry.example' }] });
    expect(headerLines('Content-Type')[0]).toMatch(/multipart\/alternative/);
    expect(parsed.text?.trim()).toBe('Dear Ana');
    expect(parsed.html).toContain('<p>Dear Ana</p>');
    expect(headerLines('Auto-Submitted')).toEqual(['Auto-Submitted: auto-generated']);
    expect(headerLines('Content-Language')).toEqual(['Content-Language: en']);
    expect(headerLines('Reply-To')).toEqual(['Reply-To: office@relance.example']);
    expect(headerLines('Precedence')).toEqual([]);
    expect(parsed.date?.toISOString()).toBe(mail.at);
  });

  test('it can be unsubscribed from by mail, in one header', async () => {
    await mailer.send(mail);
    expect(headerLines('List-Unsubscribe').map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      'List-Unsubscribe: <mailto:office@relance.example?subject=unsubscribe%20dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC>',
    ]);
    expect(headerLines('List-Unsubscribe-Post')).toEqual([]);
  });

  test('where one click can stop the mail, the same header says so', async () => {
    await mailer.send({ ...mail, unsubscribeUrl: 'https://relance.example/unsubscribe/token' });
    const [line, ...more] = headerLines('List-Unsubscribe');
    expect(more).toEqual([]);
    expect(line?.replaceAll(/\s+/g, ' ')).toMatch(/<https:\/\/relance\.example\/unsubscribe\/token>, <mailto:office@/);
    expect(headerLines('List-Unsubscribe-Post')).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
  });

  test('a second attempt at one digest has the same Message-ID', async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    expect(new Set(smtp.received.map(({ parsed }) => parsed.messageId)).size).toBe(1);
  });
});

describe('what becomes of a dialogue', () => {
  const outcomeWhen = async (behave: SmtpBehaviour, over: Partial<MailSettings> = {}) => {
    smtp.behave = behave;
    return mailerTo(smtp.url, over).send(mail);
  };

  test('a recipient whom the server does not know is refused for good, and not named on record', async () => {
    const says = '5.1.1 <ana@ministry.example>: user unknown';
    expect(await outcomeWhen({ at: 'rcpt', code: 550, says })).toEqual({
      outcome: 'refused',
      response: '550 5.1.1 <address>: user unknown',
    });
  });

  test('a message that the server does not want is refused for good', async () => {
    expect(await outcomeWhen({ at: 'data', code: 554, says: 'rejected' })).toMatchObject({ outcome: 'refused' });
  });

  test.each([
    ['450 at the recipient (greylisting)', { at: 'rcpt', code: 450, says: 'try again later' }],
    ['452 after the message', { at: 'data', code: 452, says: 'disk full' }],
    ['421 in the middle', { at: 'rcpt', code: 421, says: 'shutting down' }],
    ['451 after the message', { at: 'data', code: 451, says: 'local error' }],
  ] as const)('%s: not taken, to be tried again', async (_, behave) => {
    expect(await outcomeWhen(behave)).toMatchObject({ outcome: 'deferred' });
    expect(smtp.received).toEqual([]);
  });

  test.each([
    ['our own address is refused', { at: 'mail', code: 550, says: 'sender rejected' }],
    ['relaying is denied', { at: 'rcpt', code: 554, says: '5.7.1 relay access denied' }],
    ['the server refuses to talk to us', { at: 'connect', code: 554, says: 'no service for you' }],
  ] as const)('%s: our server is set up wrongly, and nobody is declared unreachable', async (_, behave) => {
    expect(await outcomeWhen(behave)).toMatchObject({ outcome: 'deferred' });
  });

  test('a connection that is lost before the message was handed over took nothing', async () => {
    expect(await outcomeWhen('reset-at-rcpt')).toMatchObject({ outcome: 'deferred' });
    expect(smtp.received).toEqual([]);
  });

  test('a connection that is lost after the message was handed over is uncertain, and not tried again', async () => {
    expect(await outcomeWhen('reset-after-data')).toMatchObject({ outcome: 'uncertain' });
    expect(smtp.received).toHaveLength(1);
  });

  test('a server that never answers after the message is uncertain', async () => {
    expect(await outcomeWhen('hang-after-data', { sendWithinMs: 300 })).toMatchObject({ outcome: 'uncertain' });
  });

  test('a server that is not there took nothing', async () => {
    const { url } = smtp;
    await smtp.stop();
    const away = mailerTo(url);
    expect(await away.isReachable()).toBe(false);
    expect(await away.send(mail)).toMatchObject({
      outcome: 'deferred',
      response: expect.stringMatching(/ECONNREFUSED/),
    });
    smtp = await startSmtp();
  });

  test('an idle connection that the server has closed is opened again', async () => {
    await mailer.send(mail);
    await smtp.stop();
    smtp = await startSmtp('accept', Number(new URL(smtp.url).port));
    expect(await mailer.send(mail)).toMatchObject({ outcome: 'accepted' });
    expect(smtp.received).toHaveLength(1);
  });
});

describe('how fast mail goes', () => {
  test('a second sees no more mails begin than it may', () => {
    const slow = mailerTo(smtp.url, { maxPerSecond: 3 });
    expect([1, 2, 3].map(() => slow.takeTurn())).toEqual([0, 0, 0]);
    expect(slow.takeTurn()).toBeGreaterThan(0);
    expect(slow.takeTurn()).toBeLessThan(2_000);
  });

  test('nor does a minute', () => {
    const slow = mailerTo(smtp.url, { maxPerSecond: 50, maxPerMinute: 2 });
    expect([1, 2].map(() => slow.takeTurn())).toEqual([0, 0]);
    expect(slow.takeTurn()).toBeGreaterThan(50_000);
  });
});

describe('whether the mail server is there', () => {
  test('it is asked once for a whole morning’s digests', async () => {
    expect(await Promise.all(Array.from({ length: 50 }, () => mailer.isReachable()))).toEqual(Array(50).fill(true));
    expect(smtp.connections()).toBe(1);
  });

  test('a server that turns everybody away counts as away', async () => {
    smtp.behave = { at: 'connect', code: 421, says: 'too busy' };
    expect(await mailer.isReachable()).toBe(false);
  });

  test('a server that says nothing counts as away before an attempt runs out of time', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const port = (silent.address() as AddressInfo).port;
    const waiting = mailerTo(`smtp://127.0.0.1:${port}`, { reachWithinMs: 100, sendWithinMs: 200 });
    expect(await waiting.isReachable()).toBe(false);
    expect(await waiting.send(mail)).toMatchObject({ outcome: 'deferred' });
    silent.close();
  });
});
