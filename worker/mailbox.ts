import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { domainOf } from '../activities/mail/addresses.ts';
import type { CaughtMail, Mailbox } from '../api/mailbox.ts';
import { deliveryReport } from './delivery-report.ts';
import { isReturnPath, type InboundMailHandler } from './inbound-mail.ts';
import { listenForMail, type Envelope } from './smtp-listener.ts';

export type MailboxSettings = {
  readonly bounceAddress: string;
  /** Takes what comes back, as the mail servers of the world would send it back. */
  readonly onReturned: InboundMailHandler;
  /** Keeps the mail as .eml files, so that a restart shows it again. */
  readonly folder?: string;
  /** Addresses whose mail bounces; by default all below `bounce.example`. */
  readonly bounces?: (recipient: string) => boolean;
  readonly port?: number;
  /** How many mails are kept; the oldest go first. */
  readonly mostMails?: number;
};

export type LocalMailbox = Mailbox & { readonly smtpUrl: string; readonly stop: () => Promise<void> };

const mostMailsKept = 1_000;
/** Reading more would be felt at the start. */
const mostMailsRead = 200;

/** Catches all mail on loopback and shows it instead of sending it: no test and no demo ever writes to a stranger. */
export async function startMailbox(settings: MailboxSettings): Promise<LocalMailbox> {
  const store = await openStore(settings.folder, settings.mostMails ?? mostMailsKept);
  const bounces = settings.bounces ?? ((recipient) => /(^|\.)bounce\.example$/i.test(domainOf(recipient)));

  const onMail = async (raw: Buffer, envelope: Envelope): Promise<void> => {
    if (envelope.to.some((recipient) => isReturnPath(recipient, settings.bounceAddress)))
      return void (await settings.onReturned(raw, envelope.to));
    const mail = await store.keep(raw);
    const lost = envelope.to.find(bounces);
    if (lost !== undefined && envelope.from !== '') returnLater(settings, mail, { ...envelope, to: [lost] });
  };
  const listener = await listenForMail({ host: '127.0.0.1', port: settings.port ?? 0, takes: () => true, onMail });
  return {
    list: store.list,
    get: store.get,
    forget: store.forget,
    forgetBefore: store.forgetBefore,
    smtpUrl: `smtp://127.0.0.1:${listener.port}`,
    stop: listener.stop,
  };
}

const returnAfterMs = 300;
const returnAttempts = 20;

/** As in the world, the mail is taken first and comes back a little later; if nobody can listen then, later still. */
function returnLater(settings: MailboxSettings, mail: CaughtMail, { from, to }: Envelope, attempt = 1): void {
  const report = deliveryReport({
    returnPath: from,
    recipient: to[0] ?? '',
    messageId: mail.messageId,
    at: new Date(mail.receivedAt),
  });
  const timer = setTimeout(() => {
    settings.onReturned(report, [from]).catch(() => {
      if (attempt < returnAttempts) returnLater(settings, mail, { from, to }, attempt + 1);
    });
  }, returnAfterMs * attempt);
  timer.unref();
}

type Store = Mailbox & { readonly keep: (raw: Buffer) => Promise<CaughtMail> };

async function openStore(folder: string | undefined, most: number): Promise<Store> {
  const mails = new Map<string, CaughtMail>();
  if (folder !== undefined) for (const mail of await readFolder(folder, most)) mails.set(mail.id, mail);
  const keep = async (raw: Buffer): Promise<CaughtMail> => {
    const mail = caughtMail(ulid(), new Date().toISOString(), await simpleParser(raw));
    mails.set(mail.id, mail);
    if (folder !== undefined) await writeFile(join(folder, fileName(mail)), raw, { mode: 0o600 });
    await drop([...mails.values()].slice(0, -most));
    return mail;
  };
  const drop = async (old: readonly CaughtMail[]): Promise<number> => {
    for (const mail of old) {
      mails.delete(mail.id);
      if (folder !== undefined) await unlink(join(folder, fileName(mail))).catch(() => undefined);
    }
    return old.length;
  };
  const forgetBefore = (instant: string) => drop([...mails.values()].filter(({ receivedAt }) => receivedAt < instant));
  const forget = async (address: string): Promise<void> => {
    await drop([...mails.values()].filter(({ to }) => to.toLowerCase().includes(address.toLowerCase())));
  };
  // Newest first, as mailboxes do.
  return { keep, forget, forgetBefore, list: () => [...mails.values()].reverse(), get: (id) => mails.get(id) };
}

const fileName = ({ id, receivedAt }: CaughtMail): string => `${receivedAt.replaceAll(':', '.')}_${id}.eml`;
const filePattern = /^(\d{4}-\d\d-\d\dT\d\d)\.(\d\d)\.(\d\d\.\d{3}Z)_([0-9A-Z]{26})\.eml$/;

async function readFolder(folder: string, most: number): Promise<readonly CaughtMail[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => filePattern.test(name)).sort();
  for (const name of names.slice(0, -most)) await unlink(join(folder, name)).catch(() => undefined);
  const mails: CaughtMail[] = [];
  for (const name of names.slice(-Math.min(most, mostMailsRead))) {
    const [, hour, minute, second, id] = filePattern.exec(name) ?? [];
    const parsed = await simpleParser(await readFile(join(folder, name)));
    mails.push(caughtMail(id ?? '', `${hour}:${minute}:${second}`, parsed));
  }
  return mails;
}

const caughtMail = (id: string, receivedAt: string, mail: ParsedMail): CaughtMail => ({
  id,
  receivedAt,
  from: addressesIn(mail.from),
  to: addressesIn(mail.to),
  subject: mail.subject ?? '',
  text: mail.text ?? '',
  html: mail.html || '',
  headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, valueOf(line)])),
  messageId: mail.messageId ?? '',
});

const addressesIn = (field: AddressObject | readonly AddressObject[] | undefined): string =>
  [field ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');

const valueOf = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
