// `npm test`: installs what is missing, gets a PostgreSQL where there is none, and runs every tier.
import { ensurePostgres, installDependencies, run } from './lib/install.mjs';

await installDependencies();
await ensurePostgres();
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
};
const args = ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
process.exit(await run(process.execPath, args, { env }));
