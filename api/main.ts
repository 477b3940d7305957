/** `npm run api`: HTTP alone, beside workers that run elsewhere. */
import { createApiDeps } from '../worker/create-parts.ts';
import { openApi, openBase, openTheDatabase, saySetUpLink } from '../worker/open-parts.ts';
import { requireProductionSettings } from '../worker/production.ts';
import { runProcess } from '../worker/run-process.ts';

await runProcess(async (running) => {
  const { address } = requireProductionSettings(running.config);
  const database = await openTheDatabase(running);
  const base = await openBase(running, database, address);
  running.progress.say(`Relance answers at ${await openApi(running, createApiDeps(base))}`);
  await saySetUpLink(running, base);
});
