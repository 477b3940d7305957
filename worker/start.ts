/** `npm start`: everything in one process, each embedded part replaced as soon as its setting names a real one. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActivityDeps } from '../activities/index.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { createActivityDeps, createApiDeps } from './create-parts.ts';
import { startInboundMail } from './inbound-mail.ts';
import { startMailbox, type LocalMailbox } from './mailbox.ts';
import {
  openAccountMail,
  openApi,
  openBase,
  openTheDatabase,
  openWorker,
  requireFreePort,
  saySetUpLink,
  waitForTemporal,
} from './open-parts.ts';
import { recover } from './recover.ts';
import { runProcess, type Running } from './run-process.ts';
import { findOrGetTemporalCli } from './temporal-cli.ts';
import { freePort, keepTemporalServer } from './temporal-server.ts';

await runProcess(async (running) => {
  const { config, progress, closeLater } = running;
  const { values } = parseArgs({ options: { ui: { type: 'boolean', default: false } } });

  await requireFreePort(running);
  const database = await openTheDatabase(running);
  await progress.during('Migrating the database', () => migrateToLatest(database.kysely));

  const temporal = await openTemporal(running, values.ui);
  const base = await openBase(running, database, temporal.address);
  await waitForTemporal(running, base, temporal.address);

  const apiDeps = createApiDeps(base);
  const { bounceAddress, smtpUrl, inboundPort } = config.mail;
  const onReturned = apiDeps.takeReturnedMail;
  const folder = join(config.dataDir, 'mailbox');
  const mailbox = smtpUrl === undefined ? await startMailbox({ bounceAddress, onReturned, folder }) : undefined;
  if (mailbox !== undefined) closeLater('the local mailbox', mailbox.stop);
  if (inboundPort !== undefined) {
    const inbound = { host: config.http.host, port: inboundPort, bounceAddress, handle: onReturned };
    closeLater('the listener for returned mail', (await startInboundMail(inbound)).stop);
  }

  const mail = { ...config.mail, smtpUrl: smtpUrl ?? mailbox?.smtpUrl ?? '' };
  const activityDeps = createActivityDeps(base, mail);
  await openWorker(running, temporal.address, withMailbox(activityDeps, mailbox));
  openAccountMail(running, base, activityDeps.mailer);
  const home = await openApi(running, { ...apiDeps, ...(mailbox === undefined ? {} : { mailbox }) });

  progress.say(`Relance runs at       ${home}`);
  progress.say(`API, to browse        ${home}/api/docs`);
  if (mailbox !== undefined) progress.say(`Mail that was sent    ${home}/mailbox`);
  if (temporal.uiAddress !== undefined) progress.say(`Temporal's own pages  ${temporal.uiAddress}`);
  progress.say(`Data                  ${config.databaseUrl === undefined ? config.dataDir : 'PostgreSQL'}`);
  if (database.kind === 'pglite')
    progress.say('The embedded database is for trying Relance out; for real work set DATABASE_URL.');
  await saySetUpLink(running, base);
  progress.say('Ctrl-C stops; starting again goes on where it stopped.');

  const deps = { db: database.kysely, client: base.client, taskQueue: base.taskQueue };
  const { started, batches, imports, campaigns } = await recover(deps);
  if (started > 0) progress.say(`${started} open follow-ups had no workflow and were started`);
  if (batches > 0) progress.say(`${batches} unfinished batches go on`);
  if (imports > 0) progress.say(`${imports} unfinished imports go on`);
  if (campaigns > 0) progress.say(`${campaigns} campaigns go on with their waves`);
});

/** Caught mail ends with its time, too. */
function withMailbox(deps: ActivityDeps, mailbox: LocalMailbox | undefined): ActivityDeps {
  if (mailbox === undefined) return deps;
  return { ...deps, retention: { ...deps.retention, forgetMailBefore: mailbox.forgetBefore } };
}

async function openTemporal({ config, progress, closeLater }: Running, hasUi: boolean) {
  const { address, namespace } = config.temporal;
  if (address !== undefined) return { address, uiAddress: undefined };
  const cli = await progress.during('Getting a Temporal server', () => findOrGetTemporalCli(progress.say));
  const options = {
    cli,
    namespace,
    file: join(config.dataDir, 'temporal.db'),
    ...(hasUi ? { uiPort: await freePort() } : {}),
  };
  const server = await progress.during('Starting Temporal', () => keepTemporalServer(options, progress.say));
  closeLater("Temporal's server", server.stop);
  return { address: server.address, uiAddress: server.uiAddress };
}
