import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { lookup } from 'node:dns/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** The official command-line program whose development server Relance runs. Later ones cannot be built by `go install`. */
export const cliVersion = '1.5.1';

export type FinderDeps = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cacheDir: string;
  /** Tells what takes long. */
  readonly report: (line: string) => void;
  /** Temporal's own download into a folder; the path of the program, or undefined when it does not answer. */
  readonly download: (folder: string) => Promise<string | undefined>;
  /** Builds the program into a folder with the `go` on this machine. */
  readonly build: (folder: string, go: string) => Promise<void>;
};

/** Finds a `temporal` program, or gets one: what is set, then PATH, then the cache, then download, then a build. */
export async function findTemporalCli(deps: FinderDeps): Promise<string> {
  const named = deps.env.RELANCE_TEMPORAL_CLI;
  if (named)
    return (await isProgram(named)) ? named : fail(`RELANCE_TEMPORAL_CLI: ${named} is not a program that can be run`);
  const program = join(deps.cacheDir, `temporal-cli-${cliVersion}`, 'temporal');
  const found = (await onPath('temporal', deps.env)) ?? ((await isProgram(program)) ? program : undefined);
  return found ?? (await get(program, deps));
}

async function get(program: string, deps: FinderDeps): Promise<string> {
  const tried = ['RELANCE_TEMPORAL_CLI (not set)', 'temporal in PATH (none)', `${program} (none)`];
  const downloaded = await intoCache(program, (folder) => deps.download(folder)).catch(() => undefined);
  if (downloaded) return downloaded;
  tried.push("Temporal's download (no answer)");
  const go = await onPath('go', deps.env);
  if (go === undefined) return fail(explain([...tried, 'go in PATH (none)']));
  deps.report(`Building Temporal's command-line program ${cliVersion} with go: about three minutes, done once`);
  const built = await intoCache(program, async (folder) => {
    await deps.build(folder, go);
    return join(folder, 'temporal');
  }).catch((error: Error) => fail(explain([...tried, `go install (${error.message.split('\n')[0]})`])));
  return built ?? fail(explain([...tried, 'go install (left no program)']));
}

/** Puts the program in place by renaming, so that a build cut short never looks finished. */
async function intoCache(
  program: string,
  make: (folder: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const home = join(program, '..');
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, 'new-'));
  try {
    const made = await make(folder);
    if (made === undefined) return undefined;
    await rename(made, program);
    return program;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const explain = (tried: readonly string[]): string =>
  `No Temporal server could be found or got. Tried: ${tried.join('; ')}. Three ways to get one: ` +
  'set TEMPORAL_ADDRESS to a running server; install the temporal program (https://docs.temporal.io/cli) into PATH or name it ' +
  'in RELANCE_TEMPORAL_CLI; or install go, and Relance builds it.';

const fail = (message: string): never => {
  throw new Error(message);
};

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function onPath(name: string, env: FinderDeps['env']): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const program = join(folder, name);
    if (await isProgram(program)) return program;
  }
  return undefined;
}

/** The user's cache folder, as the system has it. */
export const userCacheDir = (env: FinderDeps['env']): string =>
  join(
    env.XDG_CACHE_HOME ||
      (process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')),
    'relance',
  );

const downloadHost = 'temporal.download';
const noAnswerMs = 4_000;

/** Fetches the program as Temporal's test environment does; asks first whether anybody answers, so as never to hang. */
export async function downloadTemporalCli(folder: string): Promise<string | undefined> {
  if (!(await answers(downloadHost))) return undefined;
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder, version: `v${cliVersion}` } },
  });
  await environment.teardown();
  const [file] = (await readdir(folder)).filter((name) => name.startsWith('temporal'));
  return file === undefined ? undefined : join(folder, file);
}

async function answers(host: string): Promise<boolean> {
  const signal = AbortSignal.timeout(noAnswerMs);
  const asked = lookup(host).then(() => fetch(`https://${host}/`, { method: 'HEAD', signal }));
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), noAnswerMs).unref());
  return Promise.race([asked, late]).then(
    (response) => response !== undefined,
    () => false,
  );
}

/** `go install` of the official program, stripped. */
export async function buildTemporalCli(folder: string, go: string): Promise<void> {
  const module = `github.com/temporalio/cli/cmd/temporal@v${cliVersion}`;
  await promisify(execFile)(go, ['install', '-ldflags=-s -w', module], {
    env: { ...process.env, GOBIN: folder },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** The finder as every command uses it. */
export const findOrGetTemporalCli = (report: (line: string) => void): Promise<string> =>
  findTemporalCli({
    env: process.env,
    cacheDir: userCacheDir(process.env),
    report,
    download: downloadTemporalCli,
    build: buildTemporalCli,
  });
