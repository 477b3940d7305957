import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliVersion, findTemporalCli, type FinderDeps } from '../../worker/temporal-cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-finder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A program that can be run; what it would do does not matter to a finder. */
async function program(...path: readonly string[]): Promise<string> {
  const file = join(folder, ...path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, 0o755);
  return file;
}

type Calls = { download: number; build: number; reports: string[] };
function finder(env: FinderDeps['env'], over: Partial<FinderDeps> = {}) {
  const calls: Calls = { download: 0, build: 0, reports: [] };
  const found = findTemporalCli({
    env,
    cacheDir: join(folder, 'cache'),
    report: (line) => void calls.reports.push(line),
    ...over,
    download: (into) => {
      calls.download += 1;
      return over.download?.(into) ?? Promise.resolve(undefined);
    },
    build: (into, go) => {
      calls.build += 1;
      return over.build?.(into, go) ?? Promise.resolve();
    },
  });
  return { found, calls };
}
const cached = `temporal-cli-${cliVersion}`;

test('what is named comes before PATH, PATH before the cache, and nothing is fetched', async () => {
  const named = await program('named', 'temporal');
  const onPath = await program('bin', 'temporal');
  const inCache = await program('cache', cached, 'temporal');
  const PATH = join(folder, 'bin');
  expect(await finder({ RELANCE_TEMPORAL_CLI: named, PATH }).found).toBe(named);
  expect(await finder({ PATH }).found).toBe(onPath);
  const { found, calls } = finder({ PATH: join(folder, 'nowhere') });
  expect(await found).toBe(inCache);
  expect(calls).toEqual({ download: 0, build: 0, reports: [] });
});

test('a named program that cannot be run is an error, not a reason to look elsewhere', async () => {
  const PATH = join(await program('bin', 'temporal'), '..');
  await expect(finder({ RELANCE_TEMPORAL_CLI: join(folder, 'none'), PATH }).found).rejects.toThrow(
    /^RELANCE_TEMPORAL_CLI: .* is not a program/,
  );
});

test('a download goes into the cache and is not built; the next time it is there', async () => {
  const download = async (into: string): Promise<string> => {
    await writeFile(join(into, 'temporal-download'), '#!/bin/sh\n', { mode: 0o755 });
    return join(into, 'temporal-download');
  };
  const first = finder({ PATH: '' }, { download });
  const path = await first.found;
  expect(path).toBe(join(folder, 'cache', cached, 'temporal'));
  expect(first.calls).toMatchObject({ download: 1, build: 0 });
  const second = finder({ PATH: '' }, { download });
  expect(await second.found).toBe(path);
  expect(second.calls.download).toBe(0);
});

test('without a download it is built with go, once, and it is said that this takes long', async () => {
  await program('bin', 'go');
  const build = (into: string): Promise<void> => writeFile(join(into, 'temporal'), '#!/bin/sh\n', { mode: 0o755 });
  const { found, calls } = finder({ PATH: join(folder, 'bin') }, { build });
  expect(await found).toBe(join(folder, 'cache', cached, 'temporal'));
  expect(calls).toMatchObject({ download: 1, build: 1 });
  expect(calls.reports.join()).toMatch(/three minutes, done once/);
});

test('a build that fails leaves no half of a program, and the error names all that was tried', async () => {
  await program('bin', 'go');
  const build = (): Promise<void> => Promise.reject(new Error('no space left on device'));
  const { found } = finder({ PATH: join(folder, 'bin') }, { build });
  await expect(found).rejects.toThrow(/Tried: .*RELANCE_TEMPORAL_CLI.*PATH.*download.*no space left/s);
  expect(await readdir(join(folder, 'cache', cached))).toEqual([]);
});

test('with nothing at hand one error tells the three ways', async () => {
  await expect(finder({ PATH: '' }).found).rejects.toThrow(/TEMPORAL_ADDRESS.*temporal program.*install go/s);
});
