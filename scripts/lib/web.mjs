import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, run } from './install.mjs';

const stamp = `${root}web/dist/.built-from`;

/** What the screens are built from: their own files, what they take from elsewhere, and the versions of libraries. */
const sources = ['web', 'words', 'domain', 'package-lock.json'];

function filesBelow(path) {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return inner === join(root, 'web', 'dist') ? [] : filesBelow(inner);
    return [inner];
  });
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = sources.flatMap((name) => (name.includes('.') ? [join(root, name)] : filesBelow(join(root, name))));
  for (const file of files.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds the screens; resolves to the exit code. */
export async function buildWeb() {
  const wanted = hashOfSources();
  const vite = 'node_modules/vite/bin/vite.js';
  const code = await run(process.execPath, [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}

/** Builds the screens where they are missing or older than what they are built from. */
export async function buildWebIfStale() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return;
  console.log('Building the screens (a few seconds, once) …');
  const code = await buildWeb();
  if (code !== 0) process.exit(code);
}
