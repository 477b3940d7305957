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
import type { FollowUpEvent, Step } from '../../domain/follow-up/events.ts';
import { followUpId } from '../../domain/ids.ts';
import { freePort, startTemporalServer, type TemporalServer } from '../../worker/temporal-server.ts';
import { openPostgresDatabase } from '../support/databases.ts';
import { command, eventually, linkSecret, openRelance, register, type Relance } from '../support/relance.ts';

const followUps = 200;
const dayMs = 500;
const startsAt = '2026-01-05T06:00:00.000Z';
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
  folder = await mkdtemp(join(tmpdir(), 'relance-faults-'));
  Object.assign(serverOptions, { file: join(folder, 'temporal.db'), port: await freePort() });
  server = await startTemporalServer(serverOptions);
  const database = await openPostgresDatabase();
  databaseUrl = database.url;
  relance = await openRelance({ database, address: server.address, hasWorker: false, dayMs, startsAt });
  supervise();
}, 120_000);

afterAll(async () => {
  isOver = true;
  worker.kill('SIGKILL');
  await relance.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** A worker as production runs it: a process of its own, which can be killed. */
function startWorker(): ChildProcess {
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
    RELANCE_DAY_MS: String(dayMs),
    RELANCE_CLOCK_STARTS_AT: startsAt,
    RELANCE_ROUTINE_MAIL_DAYS: '1', // As much mail as there can be: this is about losing and doubling it.
  };
  return spawn(process.execPath, ['--import', 'tsx', 'worker/worker.ts'], { cwd: root, env, stdio: 'ignore' });
}

/** As a process manager does: a worker that ended, killed or because Temporal was away when it began, is started again. */
function supervise(): void {
  worker = startWorker();
  worker.once('exit', () => {
    if (!isOver) setTimeout(supervise, 200);
  });
}

/** One that runs is killed: should the last one have ended by itself, the next is waited for. */
const killWorker = async (): Promise<void> => {
  await eventually(() => expect(worker.exitCode ?? worker.signalCode).toBeNull());
  worker.kill('SIGKILL');
};

async function killTemporal(): Promise<void> {
  process.kill(-server.pid, 'SIGKILL');
  await server.ended;
  await wait(1_000);
  server = await startTemporalServer(serverOptions);
}

const cutDatabase = (): Promise<unknown> =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(relance.db);

async function refuseMail(): Promise<void> {
  relance.smtp.behave = { at: 'connect', code: 421, says: 'Not now' };
  await wait(6_000);
  relance.smtp.behave = 'accept';
}

const eventsOf = async (id: string): Promise<readonly FollowUpEvent[]> => {
  const rows = await relance.db
    .selectFrom('events')
    .select(['type', 'data'])
    .where('stream_id', '=', followUpId(id))
    .orderBy('version')
    .execute();
  return rows.map(({ type, data }) => ({ ...(data as object), type }) as FollowUpEvent);
};
const plannedIn = (events: readonly FollowUpEvent[]): readonly Step[] =>
  events.flatMap((event) => (event.type === 'RoundOpened' || event.type === 'StepsPlanned' ? event.steps : []));
const fallenDueIn = (events: readonly FollowUpEvent[]): readonly Step[] =>
  events.flatMap((event) => (event.type === 'StepFellDue' ? [event.step] : []));

test('two hundred follow-ups lose nothing and repeat nothing, whatever is killed', async () => {
  const { recommend, people, recommendationId } = await register(relance.app);
  const ids = [recommendationId];
  while (ids.length < followUps) ids.push(await recommend({ text: `Measure ${ids.length}` }));
  const holders = [people['focal-point'], people.alternate, people['validating-authority']];
  const start = (id: string, each: number) =>
    eventually(async () => {
      const assign = { 'focal-point': holders[each % holders.length] };
      const headers = { 'idempotency-key': `start-${id}` };
      expect((await command(relance.app, id, 'start-follow-up', { assign }, headers)).status).toBe(200);
    }, 60_000);
  for (let from = 0; from < followUps; from += 20)
    await Promise.all(ids.slice(from, from + 20).map((id, each) => start(id, from + each)));

  await wait(5_000);
  const faults = [killWorker, cutDatabase, killTemporal, killWorker, refuseMail, killWorker, killTemporal, cutDatabase];
  for (const fault of [...faults, killWorker, killWorker]) {
    await fault();
    await wait(4_500);
  }

  // Whatever was due in the midst of it is caught up with.
  const cutoff = relance.now();
  await eventually(async () => {
    const late = await relance.db
      .selectFrom('follow_ups')
      .select('recommendation_id')
      .where((where) => where.or([where('next_step_at', '<=', cutoff), where('next_step_at', 'is', null)]))
      .execute();
    expect(late).toEqual([]);
  }, 90_000);

  let steps = 0;
  for (const id of ids) {
    const events = await eventsOf(id);
    const due = plannedIn(events).filter(({ dueAt }) => dueAt <= cutoff);
    const fallen = fallenDueIn(events);
    expect(new Set(fallen.map((step) => step.id)).size).toBe(fallen.length);
    const fallenIds = new Set(fallen.map((step) => step.id));
    expect(due.filter((step) => !fallenIds.has(step.id))).toEqual([]);
    steps += fallen.length;
  }
  expect(steps).toBeGreaterThan(followUps);

  // Every mail is one digest, every digest one mail; what nobody can know is reported instead of repeated.
  await eventually(async () => {
    const waiting = await relance.db
      .selectFrom('digests')
      .where('status', '=', 'sending')
      .select('digest_id')
      .execute();
    expect(waiting).toEqual([]);
  }, 60_000);
  await wait(2_000);
  const digests = await relance.db.selectFrom('digests').selectAll().execute();
  const sentIds = relance.smtp.received.map(({ parsed }) => parsed.messageId);
  expect(new Set(sentIds).size).toBe(sentIds.length);
  const acceptedIds = digests.filter(({ status }) => status === 'accepted').map(({ message_id: id }) => id);
  for (const id of acceptedIds) expect(sentIds).toContain(id);
  const uncertain = digests.filter(({ status }) => status === 'uncertain');
  expect(uncertain.length).toBeLessThanOrEqual(5);
  const inFlight = digests.filter(({ status }) => status === 'sending'); // The calendar goes on: one may have begun just now.
  expect(sentIds.length).toBeLessThanOrEqual(acceptedIds.length + uncertain.length + inFlight.length);
  expect(acceptedIds.length).toBeGreaterThan(5);

  for (const id of ids) {
    const handle = relance.client.workflow.getHandle(followUpId(id));
    expect((await handle.describe()).status.name).toBe('RUNNING');
    const { events } = await handle.fetchHistory();
    expect((events ?? []).filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
  }

  isOver = true;
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  await ended;
  const kept = await checksumProjections(relance.db);
  await rebuildProjections(relance.db);
  expect(await checksumProjections(relance.db)).toEqual(kept);
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
  console.log(`${steps} steps, ${sentIds.length} mails, ${uncertain.length} uncertain`);
}, 400_000);
