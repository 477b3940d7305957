import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How a real mail server on loopback treats one message, or one connection. */
export type SmtpBehaviour =
  | 'accept'
  | 'hang-after-data'
  | 'reset-after-data'
  | 'reset-at-rcpt'
  | { readonly at: 'connect' | 'mail' | 'rcpt' | 'data'; readonly code: number; readonly says: string };

export type ReceivedMail = {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
};

export type TestSmtp = {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Connections that were opened, checks of reachability included. */
  readonly connections: () => number;
  behave: SmtpBehaviour;
  /** Called while the client waits for the answer to its message. */
  beforeAccepting: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startSmtp(behave: SmtpBehaviour = 'accept', port = 0): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let connections = 0;
  const drop = (session: SMTPServerSession): void => {
    for (const connection of server.connections) if (connection.session.id === session.id) connection.close();
  };
  const reply = (at: string): Error | null => {
    const { behave: now } = smtp;
    return typeof now === 'object' && now.at === at
      ? Object.assign(new Error(now.says), { responseCode: now.code })
      : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect: (_, done) => {
      connections += 1;
      done(reply('connect'));
    },
    onMailFrom: (_, __, done) => done(reply('mail')),
    onRcptTo: (_, session, done) => (smtp.behave === 'reset-at-rcpt' ? drop(session) : done(reply('rcpt'))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void take(Buffer.concat(chunks), session, done));
    },
  });
  const take = async (raw: Buffer, session: SMTPServerSession, done: (error: Error | null) => void): Promise<void> => {
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo[0]?.address ?? '' };
    if (reply('data')) return done(reply('data'));
    if (smtp.behave === 'hang-after-data') return;
    received.push({ ...envelope, raw, parsed: await simpleParser(raw) });
    await smtp.beforeAccepting();
    if (smtp.behave === 'reset-after-data') return drop(session);
    return done(null);
  };
  server.on('error', () => {}); // Clients that break off are what these tests are about.
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.server.address() as AddressInfo;
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${bound}`,
    received,
    connections: () => connections,
    behave,
    beforeAccepting: () => Promise.resolve(),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return smtp;
}
