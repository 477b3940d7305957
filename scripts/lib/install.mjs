// Plain Node without dependencies: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}node_modules/.relance-installed`;
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');

/** Runs a program to its end and resolves to its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });

/** Installs what package-lock.json names, once, and again only when it has changed. */
export async function installDependencies() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (once) …');
  const code = await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, wanted);
}

/** Tests and benchmarks run on a PostgreSQL server too, so one must be there: any that is set, found, or installed. */
export const ensurePostgres = () =>
  ensure({
    isThere: () =>
      Boolean(process.env.RELANCE_TEST_DATABASE_URL || process.env.RELANCE_TEST_PG_BIN) ||
      isFound(['initdb', 'postgres'], postgresFolders()),
    name: 'PostgreSQL',
    aptPackage: 'postgresql',
    help:
      'PostgreSQL 15 or newer is needed. Install it (Debian: apt-get install postgresql), or name the folder of its ' +
      'programs in RELANCE_TEST_PG_BIN, or a server in RELANCE_TEST_DATABASE_URL (its databases relance_test_* are dropped).',
  });

/** The screens are tested in a real browser. */
export const ensureChromium = () =>
  ensure({
    isThere: () => Boolean(process.env.RELANCE_TEST_CHROMIUM) || isFound(['chromium']),
    name: 'Chromium',
    aptPackage: 'chromium',
    help: 'Chromium is needed. Install it (Debian: apt-get install chromium), or name the program in RELANCE_TEST_CHROMIUM.',
  });

async function ensure({ isThere, name, aptPackage, help }) {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${name} (once) …`);
    await run('apt-get', ['update', '-qq']);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if ((await run('apt-get', ['install', '-y', '-qq', aptPackage], { env })) === 0 && isThere()) return;
  }
  console.error(help);
  process.exit(1);
}

const postgresFolders = () =>
  existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];

/** Whether one folder of the path, or of some more, holds all these programs. */
const isFound = (programs, more = []) =>
  [...(process.env.PATH ?? '').split(':'), ...more].some((folder) =>
    programs.every((program) => existsSync(`${folder}/${program}`)),
  );
