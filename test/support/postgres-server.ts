import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../worker/temporal-server.ts';

export type PostgresServer = {
  readonly url: string;
  readonly folder: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/**
 * A PostgreSQL of our own in a temporary folder. It refuses to run as root, so root lends it a user. Tests do without
 * fsync; what is measured does not.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const bin = findBin();
  const user = process.getuid?.() === 0 ? systemUser() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'relance-pg-'));
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, ...user };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const settings = {
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    max_connections: '200',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...flags], { ...options, stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answers(url);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGQUIT'); // Nothing here outlives the tests.
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, pid: server.pid ?? 0, stop };
}

function findBin(): string {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.RELANCE_TEST_PG_BIN ?? '',
    ...installed.map((version) => `${debian}/${version}/bin`),
    ...(process.env.PATH ?? '').split(':'),
    '/opt/homebrew/opt/postgresql/bin',
  ];
  const bin = folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
  if (bin === undefined) throw new Error('No PostgreSQL was found: npm test says how to get one');
  return bin;
}

function systemUser(): { readonly uid: number; readonly gid: number } {
  const name = ['postgres', 'nobody'].find((each) => canFind(each)) ?? 'nobody';
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function canFind(name: string): boolean {
  try {
    execFileSync('id', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
