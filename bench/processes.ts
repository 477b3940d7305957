import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A process of its own, started from the project's root with these settings and no others of Relance. */
export function startProcess(file: string, settings: Readonly<Record<string, string>>): Measured {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  const child = fork(file, {
    cwd: root,
    env,
    execArgv: ['--import', 'tsx', '--import', './bench/heap-probe.mjs'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let isStopping = false;
  child.once('exit', (code) => {
    if (isStopping) return;
    console.error(`${file} ended with code ${code}: nothing that was measured is worth anything`);
    process.exit(1);
  });
  return {
    heapUsed: () => ask(child),
    stop: async () => {
      isStopping = true;
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

export type Measured = {
  /** Bytes in use in all threads' heaps after collecting garbage. */
  readonly heapUsed: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

async function ask(child: ChildProcess): Promise<number> {
  const answered = once(child, 'message');
  child.send('heap');
  const [bytes] = (await answered) as [number];
  return bytes;
}
