import type { Connection } from '@temporalio/client';
import type { FastifyInstance } from 'fastify';
import { createServer, type AddressInfo } from 'node:net';
import { buildApp } from '../api/app.ts';
import type { AppDeps } from '../api/deps.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { readOrCreateClock } from '../db/installation.ts';
import type { ActivityDeps } from '../activities/index.ts';
import type { Database } from '../db/database.ts';
import type { Mailer } from '../activities/mail/transport.ts';
import { firstSetUpLink } from './account-links.ts';
import { startAccountMail } from './account-mail.ts';
import { buildWorkflowBundle } from './build-bundle.ts';
import type { PartsWish } from './create-parts.ts';
import { createRelanceWorker } from './create-worker.ts';
import { linkSecretOf, namedError, openConfiguredDatabase } from './parts.ts';
import type { Running } from './run-process.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { openClient, openNativeConnection } from './temporal-connection.ts';

/** The parts that every process opens, each with its way of closing. */

export async function openTheDatabase({ config, progress, closeLater }: Running): Promise<Database> {
  const database = await progress.during('Opening the database', () => openConfiguredDatabase(config));
  closeLater('the database', database.close);
  return database;
}

async function requireMigrated({ kysely }: Database): Promise<void> {
  const pending = await pendingMigrations(kysely);
  if (pending.length > 0) throw new Error(`The database lacks ${pending.join(', ')}: run npm run migrate first`);
}

export type Base = PartsWish & { readonly connection: Connection };

/** The database and Temporal's client, and what both sides of the house are made from. */
export async function openBase(running: Running, database: Database, address: string): Promise<Base> {
  const { config } = running;
  await requireMigrated(database);
  const link = await openClient({ ...config.temporal, address });
  running.closeLater('the connection to Temporal', link.close);
  const { dayMs, clockStartsAt: startsAt } = config;
  const clockWish = { dayMs, ...(startsAt === undefined ? {} : { startsAt }) };
  return {
    database,
    client: link.client,
    connection: link.connection,
    clock: await readOrCreateClock(database.kysely, clockWish),
    taskQueue: config.temporal.taskQueue,
    linkSecret: await linkSecretOf(config),
    mailFrom: config.mail.from,
    senderName: config.senderName,
    ...(config.openid === undefined ? {} : { openid: config.openid }),
    ...(config.http.trustedProxies === undefined ? {} : { trustedProxies: config.http.trustedProxies }),
    publicUrl: config.http.publicUrl ?? `http://localhost:${config.http.port}`,
  };
}

/** Waits until Temporal answers and knows our search attributes. */
export const waitForTemporal = ({ config, progress }: Running, { connection }: Base, address: string): Promise<void> =>
  progress.during('Waiting for Temporal', () =>
    ensureSearchAttributes(connection, config.temporal.namespace).catch((error: Error) => {
      throw namedError('TEMPORAL_ADDRESS', `Temporal does not answer at ${address}`, error);
    }),
  );

/** Sends mail about accounts until the process ends. */
export function openAccountMail(running: Running, { database, publicUrl }: PartsWish, mailer: Mailer): void {
  const { stop } = startAccountMail({ db: database.kysely, mailer, publicUrl });
  running.closeLater('the mail about accounts', stop);
}

/** Says how the first administrator comes in, for as long as there is none. */
export async function saySetUpLink({ progress }: Running, { database, publicUrl }: PartsWish): Promise<void> {
  const link = await firstSetUpLink(database.kysely, publicUrl);
  if (link === undefined) return;
  progress.say('Nobody can sign in yet. This link makes the first administrator, once, within a day:');
  progress.say(`  ${link}`);
}

/** Runs a worker until the process ends; one that fails ends the process, for its supervisor to start it again. */
export async function openWorker(running: Running, address: string, deps: ActivityDeps): Promise<void> {
  const { config, progress } = running;
  const workflowBundle = await progress.during('Bundling the workflows', buildWorkflowBundle);
  const connection = await openNativeConnection({ ...config.temporal, address });
  running.closeLater("the worker's connection", () => connection.close());
  const { namespace } = config.temporal;
  const worker = await createRelanceWorker({ ...deps, connection, namespace, workflowBundle });
  const ended = worker.run().catch(running.end);
  running.closeLater('the worker', async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await ended;
  });
}

const closingGraceMs = 10_000;

/** Lets requests under way finish. A browser's idle connection must not hold up the end, nor one that never finishes. */
async function closeApi(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 100);
  const last = setTimeout(() => app.server.closeAllConnections(), closingGraceMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(last);
  }
}

type HttpSettings = Running['config']['http'];

const whyNotHeard = (error: NodeJS.ErrnoException, { host, port }: HttpSettings): Error => {
  if (error.code === 'EADDRINUSE') return new Error(`PORT: ${port} is taken by another program`);
  return namedError(error.code === 'EACCES' ? 'PORT' : 'HOST', `nobody can listen at ${host}:${port}`, error);
};

/** Says at once that the port is taken, before minutes go into getting everything else. */
export async function requireFreePort({ config: { http } }: Running): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotHeard(error, http)));
    server.listen(http.port, http.host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** Answers HTTP; resolves to the address. */
export async function openApi({ config, closeLater }: Running, deps: AppDeps): Promise<string> {
  const app = await buildApp({ ...deps, logLevel: config.logLevel });
  const { host, port } = config.http;
  await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    throw whyNotHeard(error, config.http);
  });
  closeLater('the API', () => closeApi(app));
  const { port: bound } = app.server.address() as AddressInfo;
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`;
}
