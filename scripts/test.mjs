// `npm test`: installs what is missing, gets a PostgreSQL and a browser where there is none, and runs every tier.
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
const args = ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
process.exit(await run(process.execPath, args, { env }));
