// `npm run build-web`: the screens as the API serves them, into web/dist.
import { installDependencies } from './lib/install.mjs';
import { buildWeb } from './lib/web.mjs';

await installDependencies();
process.exit(await buildWeb());
