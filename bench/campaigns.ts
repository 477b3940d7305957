/**
 * `npm run bench-campaigns`: one campaign appeals to 193 States about 18 treaties, 3,474 appeals in one go, through the API, on
 * PostgreSQL with fsync and a real Temporal server. Says how long it takes, how long the histories of the campaign's own workflow
 * get, and how large the largest answer and event are. Arguments: `--states 193 --instruments 18`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Client } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import { openDatabase } from '../db/database.ts';
import { migrateToLatest } from '../db/migrate.ts';
import type { Schema } from '../db/schema.ts';
import { mostInAWave, mostStartsPerSecond } from '../domain/campaign/limits.ts';
import { campaignStreamId } from '../domain/ids.ts';
import { instrumentFacts } from '../domain/reference/instruments/instruments.ts';
import { states } from '../domain/reference/states.ts';
import { addAccount, addToken } from '../test/support/administrator.ts';
import { createApi, type Api } from '../demo/api-client.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { readConfig } from '../worker/config.ts';
import { findOrGetTemporalCli } from '../worker/temporal-cli.ts';
import { openClient } from '../worker/temporal-connection.ts';
import { freePort, startTemporalServer } from '../worker/temporal-server.ts';
import { startMailSink } from './mail-sink.ts';
import { startProcess } from './processes.ts';

const { values } = parseArgs({
  options: { states: { type: 'string', default: '193' }, instruments: { type: 'string', default: '18' } },
});
const stateCodes = states
  .filter(({ membership }) => membership === 'member')
  .slice(0, Number(values.states))
  .map(({ code }) => code);
const instruments = instrumentFacts
  .filter(({ kind }) => kind === 'core' || kind === 'optional-protocol')
  .slice(0, Number(values.instruments))
  .map(({ key }) => key);
const total = stateCodes.length * instruments.length;

const closers: (() => Promise<unknown>)[] = [];
try {
  await measure();
} finally {
  for (const close of closers.toReversed()) await close();
}
process.exit();

async function measure(): Promise<void> {
  const { api, db, client } = await openEverything();
  const processors = cpus();
  console.log(
    `${stateCodes.length} States × ${instruments.length} treaties = ${total} appeals; ${processors.length} × ${processors[0]?.model.trim()}; Node ${process.version}; load before ${loadavg()[0]?.toFixed(1)}`,
  );
  await firstAnswer(() => api.get<unknown>('/campaigns'));
  const fromMs = performance.now();
  const { id } = await firstAnswer(() =>
    api.post<{ id: string }>('/campaigns', {
      title: 'Everything',
      instruments,
      states: { kind: 'list', stateCodes },
      targetOn: '2090-12-31',
      wave: { size: mostInAWave, everyDays: 0, startsPerSecond: mostStartsPerSecond },
    }),
  );
  const answeredMs = performance.now() - fromMs;
  console.log(`Answered after ${answeredMs.toFixed(0)} ms`);
  await untilBegun(db);
  const seconds = (performance.now() - fromMs) / 1_000;
  console.log(`All begun after ${seconds.toFixed(0)} s: ${(total / seconds).toFixed(1)} starts/s`);
  await wait(3_000);
  await reportOnce(db);
  await reportHistories(client, id);
  await reportSizes(api, db, id);
}

async function openEverything() {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const cli = await findOrGetTemporalCli((line) => console.error(line));
  const server = await startTemporalServer({ cli, namespace: 'relance', file: join(folder, 'temporal.db') });
  closers.push(server.stop);
  const postgres = await startPostgres({ isDurable: true });
  closers.push(postgres.stop);
  const sink = await startMailSink();
  closers.push(sink.stop);
  const database = await openDatabase({ url: postgres.url });
  closers.push(database.close);
  await migrateToLatest(database.kysely);
  const port = await freePort();
  const settings = {
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: sink.url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    RELANCE_LINK_SECRET: 'a secret of the bench, which is thrown away with it',
  };
  const worker = startProcess('worker/worker.ts', settings);
  closers.push(worker.stop);
  const http = startProcess('api/main.ts', settings);
  closers.push(http.stop);
  const link = await openClient({ ...readConfig(settings).temporal, address: server.address });
  closers.push(link.close);
  return {
    api: createApi(settings.PUBLIC_URL, await addToken(database.kysely, await addAccount(database.kysely))),
    db: database.kysely,
    client: link.client,
  };
}

async function untilBegun(db: Kysely<Schema>): Promise<void> {
  for (let said = 0; ;) {
    const { rows } = await sql<{ begun: number }>`
      select count(*)::int as begun from campaign_targets where status = 'begun'`.execute(db);
    const begun = rows[0]?.begun ?? 0;
    if (begun >= total) return;
    if (begun >= said + 500) console.error(`${(said = begun)} begun, load ${loadavg()[0]?.toFixed(1)}`);
    await wait(1_000);
  }
}

async function reportOnce(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ streams: number; starts: number }>`
    select count(distinct stream_id)::int as streams, count(*)::int as starts from events where type = 'FollowUpStarted'`.execute(
    db,
  );
  console.log(`${rows[0]?.streams} follow-ups, ${rows[0]?.starts} starts on record`);
}

/** A run that went on as a new one is a run of its own, with a history of its own. */
async function reportHistories(client: Client, id: string): Promise<void> {
  const lengths: number[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = '${campaignStreamId(id)}'` }))
    lengths.push(run.historyLength);
  console.log(`Runs of runCampaign: ${lengths.length}; events in each: ${lengths.toReversed().join(', ')}`);
}

async function reportSizes(api: Api, db: Kysely<Schema>, id: string): Promise<void> {
  const paths = ['', '/targets?limit=200', '/timeline?limit=200', '/obstacles?limit=200', '/rounds', '/schedule'];
  for (const path of paths) {
    const fromMs = performance.now();
    const answer = await api.get<unknown>(`/campaigns/${id}${path}`);
    const kilobytes = Buffer.byteLength(JSON.stringify(answer)) / 1_024;
    console.log(
      `GET /campaigns/…${path}: ${kilobytes.toFixed(1)} KiB in ${(performance.now() - fromMs).toFixed(0)} ms`,
    );
  }
  const { rows } = await sql<{ type: string; count: number; largest: number }>`
    select type, count(*)::int as count, max(length(data::text))::int as largest from events
    where stream_id = ${campaignStreamId(id)} group by type order by largest desc`.execute(db);
  for (const { type, count, largest } of rows)
    console.log(`${count} × ${type}, the largest ${(largest / 1_024).toFixed(1)} KiB`);
}

/** The API may not answer yet. */
async function firstAnswer<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 300) throw error;
      await wait(500);
    }
  }
}
