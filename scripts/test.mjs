// `npm test`: installs what is missing, gets a PostgreSQL where there is none, and runs every tier.
import { existsSync, readdirSync } from 'node:fs';
import { installDependencies, run } from './lib/install.mjs';

await installDependencies();
await ensurePostgres();
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
};
const args = ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
process.exit(await run(process.execPath, args, { env }));

/** The same suite runs on PGlite and on PostgreSQL, so a server must be there: any that is set, found, or installed. */
async function ensurePostgres() {
  if (process.env.RELANCE_TEST_DATABASE_URL || process.env.RELANCE_TEST_PG_BIN || foundPostgres()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing PostgreSQL for the tests (once) …');
    await run('apt-get', ['update', '-qq']);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if ((await run('apt-get', ['install', '-y', '-qq', 'postgresql'], { env })) === 0 && foundPostgres()) return;
  }
  console.error(
    'The tests need PostgreSQL 15 or newer. Install it (Debian: apt-get install postgresql), or name the folder of its ' +
      'programs in RELANCE_TEST_PG_BIN, or a server in RELANCE_TEST_DATABASE_URL (its databases relance_test_* are dropped).',
  );
  process.exit(1);
}

function foundPostgres() {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...(existsSync('/usr/lib/postgresql')
      ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
      : []),
  ];
  return folders.some((folder) => existsSync(`${folder}/initdb`) && existsSync(`${folder}/postgres`));
}
