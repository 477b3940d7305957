import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailer, type OutgoingMail } from '../../activities/mail/transport.ts';
import { readBounce } from '../../activities/mail/read-bounce.ts';
import { deliveryReport } from '../../worker/delivery-report.ts';
import { isReturnPath, startInboundMail, type InboundMailHandler } from '../../worker/inbound-mail.ts';
import { startMailbox, type LocalMailbox, type MailboxSettings } from '../../worker/mailbox.ts';

const digestId = 'dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC';
const bounceAddress = 'bounces@relance.example';
const mail: OutgoingMail = {
  digestId,
  to: { name: 'Ana', address: 'ana@ministry.example' },
  language: 'en',
  subject: 'Two items',
  html: '<p>Dear Ana</p>',
  text: 'Dear Ana',
  at: '2026-04-06T09:30:00.000Z',
};

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(over: Partial<MailboxSettings> = {}) {
  const returned: { raw: Buffer | string; recipients: readonly string[] }[] = [];
  const onReturned: InboundMailHandler = async (raw, recipients = []) => {
    returned.push({ raw, recipients });
    return 'bounce';
  };
  const mailbox = await startMailbox({ bounceAddress, onReturned, ...over });
  closing.push(mailbox.stop);
  return { mailbox, returned, mailer: mailerTo(mailbox.smtpUrl) };
}

function mailerTo(smtpUrl: string) {
  const mailer = createMailer({ smtpUrl, from: 'Relance <relance@relance.example>', bounceAddress });
  closing.push(mailer.close);
  return mailer;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('the local mailbox', () => {
  test('catches every mail and shows it, newest first', async () => {
    const { mailbox, mailer, returned } = await open();
    await mailer.send(mail);
    await mailer.send({ ...mail, subject: 'Three items', digestId: `${digestId.slice(0, -1)}D` });
    expect(mailbox.list().map(({ subject }) => subject)).toEqual(['Three items', 'Two items']);
    const caught = mailbox.get(mailbox.list()[1]!.id)!;
    expect(caught).toMatchObject({
      from: '"Relance" <relance@relance.example>',
      to: '"Ana" <ana@ministry.example>',
      messageId: `<${digestId}@relance.example>`,
      text: expect.stringContaining('Dear Ana'),
      html: expect.stringContaining('<p>Dear Ana</p>'),
    });
    expect(caught.headers['auto-submitted']).toBe('auto-generated');
    expect(returned).toEqual([]);
  });

  test('shows the same mail after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
    closing.push(() => rm(folder, { recursive: true }));
    const first = await open({ folder });
    await first.mailer.send(mail);
    const before = first.mailbox.list();
    await first.mailbox.stop();
    const second = await open({ folder });
    expect(second.mailbox.list()).toEqual(before);
    expect(second.mailbox.list()).toHaveLength(1);
  });

  test('returns mail to an address that bounces, as a mail server would', async () => {
    const { mailbox, mailer, returned } = await open();
    expect(await mailer.send({ ...mail, to: { name: 'Gone', address: 'gone@ministry.bounce.example' } })).toMatchObject(
      {
        outcome: 'accepted',
      },
    );
    await until(() => returned.length > 0);
    expect(mailbox.list()).toHaveLength(1);
    const [{ raw, recipients }] = returned as [(typeof returned)[0]];
    expect(await readBounce(raw, recipients)).toEqual({ digestId, status: '5.1.1', isPermanent: true });
    expect(await readBounce(raw)).toEqual({ digestId, status: '5.1.1', isPermanent: true });
  });

  test('gives what comes back by mail to whoever reads it, and does not show it', async () => {
    const { mailbox, returned } = await open();
    const raw = report();
    await sendRaw(mailbox, raw);
    expect(mailbox.list()).toEqual([]);
    expect(returned[0]!.recipients).toEqual([returnPath]);
  });

  test('keeps the newest mails only', async () => {
    const { mailbox, mailer } = await open({ mostMails: 5 });
    for (let count = 1; count <= 8; count += 1) await mailer.send({ ...mail, subject: `Mail ${count}` });
    expect(mailbox.list().map(({ subject }) => subject)).toEqual(['Mail 8', 'Mail 7', 'Mail 6', 'Mail 5', 'Mail 4']);
  });
});

const returnPath = 'bounces+dig_01j8zq4w3v5xkj2m9r7t6n0abc@relance.example';
const report = () =>
  deliveryReport({ returnPath, recipient: 'x@y.example', messageId: '<a@b>', at: new Date('2026-04-06T09:30:00Z') });

/** A mail server that returns a mail, over a real connection. */
async function sendRaw(to: Pick<LocalMailbox, 'smtpUrl'>, raw: Buffer, recipient = returnPath): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(to.smtpUrl);
  await transport.sendMail({ envelope: { from: '', to: recipient }, raw });
  transport.close();
}

describe('mail that comes back to us in production', () => {
  const listen = async (handle: InboundMailHandler) => {
    const { port, stop } = await startInboundMail({ host: '127.0.0.1', port: 0, bounceAddress, handle });
    closing.push(stop);
    return { smtpUrl: `smtp://127.0.0.1:${port}` };
  };

  test('is taken for our return paths alone', async () => {
    const taken: string[] = [];
    const inbound = await listen(async (_, recipients = []) => {
      taken.push(...recipients);
      return 'bounce';
    });
    await sendRaw(inbound, report());
    await expect(sendRaw(inbound, report(), 'office@relance.example')).rejects.toMatchObject({ responseCode: 550 });
    expect(taken).toEqual([returnPath]);
  });

  test('is not acknowledged while nobody can be told: the sender keeps it and tries again', async () => {
    const inbound = await listen(() => Promise.reject(new Error('Temporal is away')));
    await expect(sendRaw(inbound, report())).rejects.toMatchObject({ responseCode: 451 });
  });

  test('only an address of ours with a digest in it is a return path', () => {
    expect(isReturnPath(returnPath, bounceAddress)).toBe(true);
    expect(isReturnPath(returnPath.toUpperCase(), bounceAddress)).toBe(true);
    expect(isReturnPath(bounceAddress, bounceAddress)).toBe(true);
    expect(isReturnPath('relance@relance.example', bounceAddress)).toBe(false);
    expect(isReturnPath(returnPath.replace('relance.example', 'other.example'), bounceAddress)).toBe(false);
  });
});
