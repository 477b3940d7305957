import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type HeldFolder = { readonly path: string; readonly release: () => Promise<void> };

/**
 * Takes a data folder for this process alone. Two processes on one PGlite folder lose each other's writes without an
 * error, so the second one is refused while the first one lives. The folder is ours alone to read (PGlite itself
 * creates files that everybody may read).
 */
export async function openDataFolder(folder: string): Promise<HeldFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const lock = join(folder, 'lock');
  await takeLock(lock, folder);
  return { path: join(folder, 'pgdata'), release: () => rm(lock, { force: true }) };
}

async function takeLock(lock: string, folder: string): Promise<void> {
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  for (let tries = 0; tries < 3; tries += 1) {
    if (await created(lock, mine)) return;
    const holder = parse(await readFile(lock, 'utf8').catch(() => ''));
    if (holder !== undefined && (await isAlive(holder)))
      throw new Error(`The database in ${folder} is in use by process ${holder.pid}: stop that one first`);
    await rm(lock, { force: true }); // Left by a process that was killed.
  }
  throw new Error(`The lock file ${lock} could not be taken`);
}

const created = (lock: string, content: string): Promise<boolean> =>
  writeFile(lock, content, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

type Holder = { readonly pid: number; readonly started: string };

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** The pid lives and is still the same process: pids are used again. */
async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return (await startOf(pid)) === started;
}

/** When a process began, where the system tells (Linux); elsewhere the pid alone must do. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
