// `npm run bench`: installs what is missing and measures. Takes some ten minutes; arguments: see bench/run.ts.
import { ensurePostgres, installDependencies, run } from './lib/install.mjs';

await installDependencies();
await ensurePostgres();
process.exit(await run(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)]));
