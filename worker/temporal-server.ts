import { Connection } from '@temporalio/client';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { searchAttributes } from '../workflows/names.ts';
import { ensureSearchAttributes } from './search-attributes.ts';

export type TemporalServerOptions = {
  readonly cli: string;
  readonly namespace: string;
  /** The SQLite file that keeps histories and timers; in memory without one. */
  readonly file?: string;
  readonly port?: number;
  readonly uiPort?: number;
};

export type TemporalServer = {
  readonly address: string;
  readonly namespace: string;
  readonly uiAddress?: string;
  /** The process group of the server: its guard and the server itself. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
};

/** Postgres keeps ids in varchar(255): what fits here must fit there. */
const dynamicConfig = ['limit.maxIDLength=255'];

/**
 * Runs Temporal's development server on loopback. It stands in a process group of its own, so that Ctrl-C reaches Relance
 * first and workers can finish; and it dies with its parent, even one that was killed: a guard reads a pipe that only
 * the parent holds open.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const port = options.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  if (options.file) await mkdir(dirname(options.file), { recursive: true, mode: 0o700 });
  const guard = spawn('/bin/sh', ['-c', guardScript, 'relance-temporal', options.cli, ...serverArgs(options, port)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let output = '';
  guard.stderr?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
  await ready(address, options.namespace, guard).catch(async (error: Error) => {
    await stop(guard);
    throw new Error(
      `Temporal's server did not start: ${error.message}. It said: ${output.trim().split('\n').at(-1) ?? 'nothing'}`,
    );
  });
  return {
    address,
    namespace: options.namespace,
    ...(options.uiPort === undefined ? {} : { uiAddress: `http://127.0.0.1:${options.uiPort}` }),
    pid: guard.pid ?? 0,
    stop: () => stop(guard),
    ended: guard.exitCode === null ? once(guard, 'exit').then(() => {}) : Promise.resolve(),
  };
}

/** Keeps a server running: one that ends without being told to is started again, on its port and its file. */
export async function keepTemporalServer(
  options: TemporalServerOptions,
  report: (line: string) => void,
): Promise<TemporalServer> {
  const settled = { ...options, port: options.port ?? (await freePort()) };
  let current = await startTemporalServer(settled);
  let isStopping = false;
  const watch = async (): Promise<void> => {
    while (!isStopping) {
      await current.ended;
      if (isStopping) return;
      report("Temporal's server ended by itself; starting it again");
      await restart();
    }
  };
  const restart = async (): Promise<void> => {
    while (!isStopping) {
      try {
        current = await startTemporalServer(settled);
        return;
      } catch (error) {
        report((error as Error).message);
        await new Promise((resolve) => setTimeout(resolve, restartAfterMs));
      }
    }
  };
  const ended = watch();
  const stop = async (): Promise<void> => {
    isStopping = true;
    await current.stop();
    await ended;
  };
  return { ...current, stop, ended };
}

const restartAfterMs = 1_000;

/** Ends the server when the pipe on its standard input closes, and ends itself when the server ends. */
const guardScript = `
"$@" <&- & server=$!
{ cat >/dev/null; kill -TERM $server 2>/dev/null; sleep 8; kill -KILL $server 2>/dev/null; } <&3 2>/dev/null & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`.replace('"$@"', 'exec 3<&0\n"$@"');

function serverArgs({ namespace, file, uiPort }: TemporalServerOptions, port: number): string[] {
  const attributes = Object.values(searchAttributes).flatMap(({ name, type }) => [
    '--search-attribute',
    `${name}=${type.charAt(0)}${type.slice(1).toLowerCase()}`,
  ]);
  const ui = uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)];
  const settings = dynamicConfig.flatMap((setting) => ['--dynamic-config-value', setting]);
  const storage = file ? ['--db-filename', file] : [];
  const quiet = ['--log-level', 'error', '--log-format', 'json'];
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace];
  return ['server', 'start-dev', ...ui, ...place, ...storage, ...attributes, ...settings, ...quiet];
}

const startTimeoutMs = 30_000;

/** Ready when the namespace answers and knows our search attributes. */
async function ready(address: string, namespace: string, guard: ChildProcess): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (guard.exitCode !== null) throw new Error(`it ended with code ${guard.exitCode}`);
    const error = await tryOnce(address, namespace);
    if (error === undefined) return;
    if (Date.now() > deadline) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function tryOnce(address: string, namespace: string): Promise<Error | undefined> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.workflowService.describeNamespace({ namespace });
    await ensureSearchAttributes(connection, namespace);
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    await connection?.close();
  }
}

async function stop(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const ended = once(guard, 'exit');
  guard.stdin?.end();
  await ended;
  guard.stderr?.destroy();
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
