// `npm run demo`: installs what is missing, then plays months in minutes. Arguments: see demo/run.ts.
import { installDependencies, run } from './lib/install.mjs';
import { buildWebIfStale } from './lib/web.mjs';

process.on('SIGINT', () => {}); // The play stands in the same group and ends by itself.
await installDependencies();
await buildWebIfStale();
process.exit(await run(process.execPath, ['--import', 'tsx', 'demo/run.ts', ...process.argv.slice(2)]));
