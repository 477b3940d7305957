// `npm run demo` and `npm run demo:campaigns`: install what is missing, then play months in minutes. Arguments: see demo/run.ts and
// demo/campaigns.ts.
import { installDependencies, run } from './lib/install.mjs';
import { buildWebIfStale } from './lib/web.mjs';

const [play, ...args] = process.argv.slice(2);
process.on('SIGINT', () => {}); // The play stands in the same group and ends by itself.
await installDependencies();
await buildWebIfStale();
process.exit(await run(process.execPath, ['--import', 'tsx', `demo/${play}.ts`, ...args]));
