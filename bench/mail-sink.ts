import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type MailSink = {
  readonly url: string;
  /** Wall-clock milliseconds at which mail to addresses beginning with this was accepted, in order. */
  readonly arrivals: (prefix: string) => readonly number[];
  readonly stop: () => Promise<void>;
};

/** A real mail server that accepts everything, keeps nothing and writes down when. */
export async function startMailSink(): Promise<MailSink> {
  const accepted: { readonly to: string; readonly atMs: number }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      stream.resume();
      stream.on('end', () => {
        accepted.push({ to: envelope.rcptTo[0]?.address ?? '', atMs: Date.now() });
        done();
      });
    },
  });
  server.on('error', () => {}); // A worker that is stopped breaks off.
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals: (prefix) => accepted.filter(({ to }) => to.startsWith(prefix)).map(({ atMs }) => atMs),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
