import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../domain/clock.ts';
import type { Api } from './api-client.ts';
import { becomeAdministrator, type Administrator } from './sign-in.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

export type RelanceWish = {
  readonly port: string;
  readonly folder: string;
  readonly dayMs: string;
  /** Where the calendar begins. */
  readonly startsAt: string;
};

/** Relance as a user would start it, with a calendar of its own. */
export function startRelance({ port, folder, dayMs, startsAt }: RelanceWish) {
  const address = `http://127.0.0.1:${port}`;
  const settings = { PORT: port, RELANCE_DATA_DIR: folder, RELANCE_DAY_MS: dayMs, RELANCE_CLOCK_STARTS_AT: startsAt };
  // A group of its own: Ctrl-C ends the play first, and the play ends Relance.
  const server = spawn(process.execPath, ['--import', 'tsx', 'worker/start.ts'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['inherit', 'pipe', 'inherit'],
    detached: true,
  });
  const linkSecret = readSetUpLink(server);
  return {
    address,
    untilReady: (isStopping: () => boolean) => untilReady(server, address, isStopping),
    /** Makes the play's own administrator, by the link that Relance prints at its first start. */
    signIn: async (): Promise<Administrator> => becomeAdministrator(address, await linkSecret),
    stop: async (): Promise<void> => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

/** Shows what Relance says, and reads the secret of the set-up link in it. */
async function readSetUpLink({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('Relance says nothing');
  stdout.pipe(process.stdout);
  let said = '';
  return new Promise((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, secret] = /\/sign-in\/link#([\w-]+)\s/.exec(said) ?? [];
      if (secret !== undefined) resolve(secret);
    });
  });
}

async function untilReady(child: ChildProcess, address: string, isStopping: () => boolean): Promise<void> {
  while (!isStopping()) {
    if (child.exitCode !== null) throw new Error('Relance did not start: see above');
    const isReady = await fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(200);
  }
}

/** The calendar as Relance keeps it, from the first thing that it dates. */
export async function readClock(api: Api, dayMs: number): Promise<Clock> {
  const institution = { name: 'United Nations', kind: 'un-body' };
  const { createdAt } = await api.post<{ readonly createdAt: string }>('/institutions', institution);
  return { realAt: new Date().toISOString(), calendarAt: createdAt, dayMs };
}
