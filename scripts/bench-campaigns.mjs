// `npm run bench-campaigns`: installs what is missing and measures. Takes some five minutes; arguments: see bench/campaigns.ts.
import { ensurePostgres, installDependencies, run } from './lib/install.mjs';

await installDependencies();
await ensurePostgres();
process.exit(await run(process.execPath, ['--import', 'tsx', 'bench/campaigns.ts', ...process.argv.slice(2)]));
