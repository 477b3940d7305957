// `npm test`: installs what is missing, gets a PostgreSQL and a browser where there is none, and runs every tier.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensurePostgres, installDependencies, run } from './lib/install.mjs';
import { buildWebIfStale } from './lib/web.mjs';

await installDependencies();
await buildWebIfStale();
await ensurePostgres();
await ensureChromium();
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
};
const jest = (args) => run(process.execPath, ['node_modules/jest/bin/jest.js', ...args], { env });

const given = process.argv.slice(2);
process.exit(given.length > 0 ? await jest(given) : await runEverything());

/**
 * First what computes, then what mostly waits for days of a second to go by: side by side, the first would keep the second from
 * being in time.
 */
async function runEverything() {
  const folder = mkdtempSync(join(tmpdir(), 'relance-test-'));
  const waiting = 'test/(workflows|system|mail)/';
  const passes = [
    ['--testPathIgnorePatterns', waiting],
    ['--testPathPatterns', waiting],
  ];
  const codes = [];
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const [index, pass] of passes.entries()) {
    const summary = join(folder, `${index}.json`);
    codes.push(await jest([...pass, '--json', '--outputFile', summary]));
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(summary, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return Math.max(...codes);
}
