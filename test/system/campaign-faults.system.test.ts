import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { followUpId } from '../../domain/ids.ts';
import { states } from '../../domain/reference/states.ts';
import { freePort, startTemporalServer, type TemporalServer } from '../../worker/temporal-server.ts';
import { openPostgresDatabase } from '../support/databases.ts';
import { ask, eventually, linkSecret, openRelance, type Relance } from '../support/relance.ts';

const stateCodes = states.slice(0, 60).map(({ code }) => code);
const instruments = ['CEDAW', 'CRC'];
const total = stateCodes.length * instruments.length;
const root = fileURLToPath(new URL('../../', import.meta.url));

let folder: string;
let server: TemporalServer;
let relance: Relance;
let databaseUrl: string;
let worker: ChildProcess;
let isOver = false;
const serverOptions = {
  cli: process.env.RELANCE_TEST_TEMPORAL_CLI ?? '',
  namespace: 'relance-test',
  file: '',
  port: 0,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-campaign-faults-'));
  Object.assign(serverOptions, { file: join(folder, 'temporal.db'), port: await freePort() });
  server = await startTemporalServer(serverOptions);
  const database = await openPostgresDatabase();
  databaseUrl = database.url;
  relance = await openRelance({ database, address: server.address, hasWorker: false });
  supervise();
}, 120_000);

afterAll(async () => {
  isOver = true;
  worker.kill('SIGKILL');
  await relance.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** A worker as production runs it: a process of its own, started again whenever it ends. */
function supervise(): void {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: 'relance-test',
    TEMPORAL_TASK_QUEUE: relance.taskQueue,
    SMTP_URL: relance.smtp.url,
    PUBLIC_URL: 'http://relance.example',
    RELANCE_LINK_SECRET: linkSecret,
  };
  worker = spawn(process.execPath, ['--import', 'tsx', 'worker/worker.ts'], { cwd: root, env, stdio: 'ignore' });
  worker.once('exit', () => {
    if (!isOver) setTimeout(supervise, 200);
  });
}

type Standing = { readonly started: number; readonly begun: number };

/** Follow-ups that have started, and those of which the campaign knows it. */
async function standing(): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select (select count(*)::int from follow_ups) as started,
      (select count(*)::int from campaign_targets where status = 'begun') as begun`.execute(relance.db);
  return rows[0] ?? { started: 0, begun: 0 };
}

async function killTemporal(): Promise<void> {
  process.kill(-server.pid, 'SIGKILL');
  await server.ended;
}

const startBody = {
  title: 'Two treaties',
  instruments,
  states: { kind: 'list', stateCodes },
  targetOn: '2090-12-31',
  playbook: 'ratify',
  wave: { size: 50, everyDays: 0, startsPerSecond: 20 },
};
const start = () => ask(relance.app, 'POST /v1/campaigns', startBody, { 'idempotency-key': 'two-treaties' });

test('kill -9 in the middle of a wave: no appeal is missing, none begins twice', async () => {
  // Temporal is away when the campaign is started: its caller is told to come back, and the repeat makes it go on.
  await killTemporal();
  expect(await start()).toMatchObject({ status: 503, body: { code: 'TemporalUnavailable' } });
  server = await startTemporalServer(serverOptions);
  const made = await eventually(async () => {
    const answer = await start();
    expect(answer.status).toBe(201);
    return answer;
  }, 60_000);
  const { id } = made.body;

  const cuts: Standing[] = [];
  for (const target of [total * 0.15, total * 0.55]) {
    await eventually(async () => expect((await standing()).started).toBeGreaterThan(target), 120_000);
    worker.kill('SIGKILL');
    await wait(500);
    cuts.push(await standing());
  }
  await eventually(async () => expect((await standing()).started).toBeGreaterThan(total * 0.8), 120_000);
  await killTemporal();
  await wait(1_000);
  server = await startTemporalServer(serverOptions);
  await eventually(async () => expect((await standing()).begun).toBe(total), 180_000);

  // The control: a page was cut off between starting its appeals and saying so, or nothing of this is proven.
  expect(cuts.some(({ started, begun }) => started > begun && started < total)).toBe(true);

  const counts = await sql<{ stream_id: string; count: number }>`
    select stream_id, count(*)::int as count from events where type = 'FollowUpStarted' group by stream_id`.execute(
    relance.db,
  );
  expect(counts.rows).toHaveLength(total);
  expect(counts.rows.filter(({ count }) => count !== 1)).toEqual([]);
  const recommendations = await relance.db.selectFrom('recommendations').select('id').execute();
  expect(new Set(recommendations.map(({ id: each }) => each)).size).toBe(total);
  const told = await sql<{ key: string }>`
    select a->>'stateCode' || ':' || (a->>'instrument') as key
    from events e, jsonb_array_elements(e.data->'appeals') a
    where e.stream_id = ${`campaign:${id}`} and e.type = 'AppealsBegun'`.execute(relance.db);
  expect(new Set(told.rows.map(({ key }) => key)).size).toBe(total);
  expect(told.rows).toHaveLength(total);
  for (const { id: each } of recommendations.slice(0, 40)) {
    const { status } = await relance.client.workflow.getHandle(followUpId(each)).describe();
    expect(status.name).toBe('RUNNING');
  }

  isOver = true;
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  await ended;
  const kept = await checksumProjections(relance.db);
  await rebuildProjections(relance.db);
  expect(await checksumProjections(relance.db)).toEqual(kept);
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
  console.log(`cut at ${cuts.map(({ started, begun }) => `${started} started, ${begun} known`).join('; ')}`);
}, 500_000);
