import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Envelope = { readonly from: string; readonly to: readonly string[] };

export type ListenerSettings = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whose mail is taken here; all others are told 550. */
  readonly takes: (recipient: string) => boolean;
  /** A rejected promise makes the sender try again later: nothing that was not dealt with is acknowledged. */
  readonly onMail: (raw: Buffer, envelope: Envelope) => Promise<void>;
};

export type Listener = { readonly port: number; readonly stop: () => Promise<void> };

const largestMailBytes = 1_000_000;
const mostClients = 100;

/** A small SMTP server: takes mail for some addresses and hands it on, with neither sign-in nor encryption of its own. */
export async function listenForMail({ host, port, takes, onMail }: ListenerSettings): Promise<Listener> {
  const server = new SMTPServer({
    name: 'relance',
    banner: 'Relance',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMailBytes,
    maxClients: mostClients,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, _, done) => done(takes(address) ? null : refusal(550, 'No such mailbox here')),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= largestMailBytes) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (size > largestMailBytes) {
          done(refusal(552, 'Message too large'));
          return;
        }
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        onMail(Buffer.concat(chunks), { from, to }).then(
          () => done(),
          () => done(refusal(451, 'Not now: please try again later')),
        );
      });
    },
  });
  server.on('error', () => {}); // A client that breaks off is its own trouble; a port that is taken rejects below.
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.server.address() as AddressInfo;
  return { port: bound, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
