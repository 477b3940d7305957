// How much JavaScript a browser loads before the first screen stands: the entry, the screen, and one language.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from './lib/install.mjs';
import { buildWebIfStale } from './lib/web.mjs';

const mostBytes = 250_000;
const firstScreen = 'screens/today/today.tsx';

await buildWebIfStale();
const manifest = JSON.parse(readFileSync(`${root}web/dist/.vite/manifest.json`, 'utf8'));
const sizeOf = (file) => gzipSync(readFileSync(`${root}web/dist/${file}`)).length;

/** A file with everything that it imports before it can run. */
function reach(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name]?.imports ?? []) reach(imported, found);
  return found;
}

const languages = Object.keys(manifest).filter((name) => /^words\/\w\w\.ts$/.test(name));
const screens = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry && name.startsWith('screens/'));
const bytesOf = (names) =>
  [...new Set(names.flatMap((name) => [...reach(name)]))].reduce((sum, name) => sum + sizeOf(manifest[name].file), 0);
const heaviest = Math.max(...languages.map((language) => bytesOf(['index.html', firstScreen, language])));
const inKb = (bytes) => `${(bytes / 1_000).toFixed(0)} kB`;
console.log(`first load ${inKb(heaviest)} of at most ${inKb(mostBytes)} JavaScript, gzip, in the longest language`);
for (const screen of screens) {
  const bytes = bytesOf(['index.html', screen, ...languages.slice(0, 1)]);
  console.log(`  ${screen.split('/').at(-1)}: ${inKb(bytes)}`);
  if (bytes > mostBytes) process.exitCode = 1;
}
if (heaviest > mostBytes || languages.length !== 6) {
  console.error('The first load is too heavy: load what it does not need when it is asked for');
  process.exitCode = 1;
}
