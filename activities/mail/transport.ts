import { createTransport } from 'nodemailer';
import type { Readable } from 'node:stream';
import type { Instant } from '../../domain/time.ts';
import { bounceAddressOf, domainOf, messageIdOf, withoutAddresses } from './addresses.ts';
import { outcomeOfError, type SendOutcome } from './outcome.ts';
import { createSendRate, defaultMaxPerSecond, type SendRate } from './send-rate.ts';

export type MailSettings = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** Whom the mail is from: an address, or `Name <address>`. */
  readonly from: string;
  /** Where bounces go; the digest's id is added behind a plus sign. */
  readonly bounceAddress: string;
  /** Where a person reads what people reply; `from` when missing. */
  readonly replyTo?: string;
  /** How many mails may leave this process in any second, and in any minute. */
  readonly maxPerSecond?: number;
  readonly maxPerMinute?: number;
  readonly maxConnections?: number;
  /** One dialogue, from the queue of the pool to the server's last word. */
  readonly sendWithinMs?: number;
  /** Whether the server answers at all. */
  readonly reachWithinMs?: number;
};

export type OutgoingMail = {
  readonly digestId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly at: Instant;
  /** Stops the mail with one POST (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** Asked for by its reader, about their own account: there is nothing to unsubscribe from. */
  readonly isPersonal?: boolean;
};

export type Mailer = {
  /** What the sender is called in the mail itself. */
  readonly senderName: string;
  readonly messageIdOf: (digestId: string) => string;
  /** Asked before anything is composed, so that an outage of the mail server leaves no trace but a delay. */
  readonly isReachable: () => Promise<boolean>;
  /** 0 takes a turn to send; else milliseconds until one is likely to be free. */
  readonly takeTurn: () => number;
  /** Never throws: whatever happens is an outcome to be put on record. */
  readonly send: (mail: OutgoingMail) => Promise<SendOutcome>;
  readonly close: () => void;
};

/** Both together stay well below the minute that one delivery may take (workflows/activity-options.ts). */
export const sendWithinMs = 30_000;
export const reachWithinMs = 10_000;
const trustAnswerForMs = 2_000;

export function createMailer(settings: MailSettings): Mailer {
  const pool = createPool(settings);
  const wholeMessages = watchMessages(pool);
  const takeTurn = createSendRate(rateOf(settings));
  const reach = rememberBriefly(() => verify(pool, settings.reachWithinMs ?? reachWithinMs));

  const send = async (mail: OutgoingMail): Promise<SendOutcome> => {
    const message = messageOf(mail, settings);
    const signal = AbortSignal.timeout(settings.sendWithinMs ?? sendWithinMs);
    try {
      const { response } = await pool.sendMail({ ...message, signal });
      return { outcome: 'accepted', response: withoutAddresses(response) };
    } catch (error) {
      reach.forget();
      return outcomeOfError(error, wholeMessages.hasLeft(message.messageId));
    } finally {
      wholeMessages.forget(message.messageId);
    }
  };
  return {
    senderName: senderNameIn(settings.from),
    messageIdOf: (digestId) => messageIdOf(digestId, domainOf(settings.from)),
    isReachable: reach.ask,
    takeTurn,
    send,
    close: () => pool.close(),
  };
}

type Pool = ReturnType<typeof createPool>;

const rateOf = ({ maxPerSecond, maxPerMinute }: MailSettings): SendRate => {
  const perSecond = maxPerSecond ?? defaultMaxPerSecond;
  return { perSecond, perMinute: maxPerMinute ?? perSecond * 60 };
};

const createPool = ({ smtpUrl, maxConnections, ...rate }: MailSettings) =>
  createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: maxConnections ?? 5,
    // Turns are taken before: this holds back what a server that was slow for a while has heaped up.
    rateLimit: rateOf({ smtpUrl, ...rate }).perSecond,
    rateDelta: 1_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // The pool may try another connection only when not a byte of the message was read: once is enough.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

function messageOf(mail: OutgoingMail, { from, replyTo, bounceAddress }: MailSettings) {
  const { digestId, to, subject, html, text, language, at, unsubscribeUrl } = mail;
  const unsubscribe = mail.isPersonal === true ? {} : { list: { unsubscribe: unsubscribeBy(mail, replyTo ?? from) } };
  return {
    from,
    to,
    subject,
    html,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
    date: new Date(at),
    messageId: messageIdOf(digestId, domainOf(from)),
    envelope: { from: bounceAddressOf(digestId, bounceAddress), to: to.address },
    dsn: { id: digestId, return: 'headers', notify: ['failure', 'delay'] },
    ...unsubscribe,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      ...(unsubscribeUrl ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  };
}

/** A list in a list makes one header of both ways; a flat list makes two headers. */
const unsubscribeBy = ({ digestId, unsubscribeUrl }: OutgoingMail, from: string) => [
  [...(unsubscribeUrl ? [{ url: unsubscribeUrl }] : []), `${bareAddress(from)}?subject=unsubscribe%20${digestId}`],
];

/** What the sender is called in the mail itself. */
export const senderNameIn = (from: string): string => /^\s*"?([^"<>@]*?)"?\s*</.exec(from)?.[1] || 'Relance';
const bareAddress = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;

/**
 * Remembers the stream of each message under way. The final dot follows the end of the stream: before it the server
 * cannot have taken the message, after it nobody knows until the server answers.
 */
function watchMessages(pool: Pool): {
  readonly hasLeft: (messageId: string) => boolean;
  readonly forget: (messageId: string) => void;
} {
  const streams = new Map<string, Readable>();
  pool.use('stream', (mail, done) => {
    const { message } = mail;
    const createReadStream = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = createReadStream(options);
      streams.set(message.messageId(), stream);
      return stream;
    };
    done();
  });
  return {
    hasLeft: (messageId) => streams.get(messageId)?.readableEnded === true,
    forget: (messageId) => void streams.delete(messageId),
  };
}

async function verify(pool: Pool, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, withinMs, false);
  });
  const answered = pool.verify().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}

/** A thousand digests of one morning need not ask the server a thousand times. */
function rememberBriefly(question: () => Promise<boolean>): {
  readonly ask: () => Promise<boolean>;
  readonly forget: () => void;
} {
  let answer: Promise<boolean> | undefined;
  let askedAgainAfterMs = 0;
  const ask = (): Promise<boolean> => {
    if (answer === undefined || performance.now() > askedAgainAfterMs) {
      askedAgainAfterMs = Infinity; // Whoever asks meanwhile waits for the same answer.
      answer = question().finally(() => (askedAgainAfterMs = performance.now() + trustAnswerForMs));
    }
    return answer;
  };
  return { ask, forget: () => void (answer = undefined) };
}
