/**
 * `npm run bench`: what Relance costs beside a bare Temporal workflow that sleeps until the same dates and sends the same
 * number of mails, on the same Temporal server, mail server and machine, taking turns. Read the ratios; the absolute
 * figures are those of this machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addAccount, addToken } from '../test/support/administrator.ts';
import { createApi } from '../demo/api-client.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { openDatabase } from '../db/database.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { readConfig } from '../worker/config.ts';
import { findOrGetTemporalCli } from '../worker/temporal-cli.ts';
import { openClient } from '../worker/temporal-connection.ts';
import { freePort, startTemporalServer } from '../worker/temporal-server.ts';
import { startMailSink } from './mail-sink.ts';
import { startProcess } from './processes.ts';
import { tableOf, type Figure } from './table.ts';
import { createBareSide } from './bare/side.ts';
import { createRelanceSide } from './relance-side.ts';

const { values } = parseArgs({
  options: {
    /** Follow-ups on each side. */
    'follow-ups': { type: 'string', default: '600' },
    /** Wall-clock milliseconds of a day. A burst must be delivered within office hours: three eighths of this. */
    'day-ms': { type: 'string', default: '90000' },
  },
});
const dayMs = Number(values['day-ms']);
/**
 * A Sunday noon; the reminders of the three turns fall due 30 days before these, at nine in the morning of Tuesday,
 * Wednesday and Friday, all of a turn at once, which is the worst that can happen. Bare ones have the evening.
 */
const calendarStartsAt = '2026-01-11T12:00:00Z';
const targets = ['2026-02-12', '2026-02-13', '2026-02-16'] as const;
const perRound = Math.ceil(Number(values['follow-ups']) / targets.length);
const warmUps = 20;
const farTarget = '2026-12-01';

const closers: (() => Promise<unknown>)[] = [];
try {
  await measure();
} finally {
  for (const close of closers.toReversed()) await close();
}
process.exit();

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-bench-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const cli = await findOrGetTemporalCli((line) => console.error(line));
  const server = await startTemporalServer({ cli, namespace: 'relance', file: join(folder, 'temporal.db') });
  closers.push(server.stop);
  const postgres = await startPostgres({ isDurable: true });
  closers.push(postgres.stop);
  const sink = await startMailSink();
  closers.push(sink.stop);
  const token = await migrate(postgres.url);

  const port = await freePort();
  const settings = {
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: sink.url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    RELANCE_LINK_SECRET: 'a secret of the bench, which is thrown away with it',
    RELANCE_DAY_MS: values['day-ms'],
    RELANCE_CLOCK_STARTS_AT: calendarStartsAt,
  };
  const api = startProcess('api/main.ts', settings);
  closers.push(api.stop);
  const ourWorker = startProcess('worker/worker.ts', settings);
  closers.push(ourWorker.stop);
  const bareWorker = startProcess('bench/bare/worker.ts', { ...settings, TEMPORAL_TASK_QUEUE: 'bare' });
  closers.push(bareWorker.stop);
  const link = await openClient({ ...readConfig(settings).temporal, address: server.address });
  closers.push(link.close);

  say('Registering …');
  const ours = await createRelanceSide(createApi(settings.PUBLIC_URL, token), dayMs);
  const bare = createBareSide(link.client, 'bare');
  await ours.register(warmUps, farTarget);
  for (const targetOn of targets) await ours.register(perRound, targetOn);
  await ours.start(warmUps);
  await bare.start('warm-up', warmUps, [Date.now() + 100 * dayMs]);
  await wait(2_000);

  const heapBefore = await heapOf();
  const turns: Turn[] = [];
  for (const round of targets.keys()) {
    const ourSeconds = await secondsOf(() => ours.start(perRound));
    const atMs = await ours.firstReminder();
    const bareAtMs = atMs + dayMs / 2;
    const bareSeconds = await secondsOf(() => bare.start(`bare-${round}`, perRound, [bareAtMs]));
    turns.push({ atMs, bareAtMs, started: { ours: perRound / ourSeconds, bare: perRound / bareSeconds } });
    say(`Started per second: ${shown(turns.at(-1)?.started)}`);
  }
  if (Date.now() > (turns[0]?.atMs ?? 0)) throw new Error('A reminder fell due while starting: give --day-ms more');
  await wait(5_000);
  const heapAfter = await heapOf();
  const memory = {
    ours: perThousand(heapAfter.ours - heapBefore.ours),
    bare: perThousand(heapAfter.bare - heapBefore.bare),
  };
  say(`MiB of heap per 1,000: ${shown(memory)}`);

  const delivered: Pair[] = [];
  for (const { atMs, bareAtMs } of turns) {
    const rate = { ours: await drained('ours-', atMs, bareAtMs), bare: await drained('bare-', bareAtMs, atMs + dayMs) };
    say(`Delivered per second: ${shown(rate)}`);
    delivered.push(rate);
  }

  console.log(`\n${everySetting()}\n`);
  console.log(
    tableOf([
      { what: 'Follow-ups started', unit: '1/s', rounds: turns.map(({ started }) => started) },
      { what: 'Reminders delivered, all due at once', unit: '1/s', rounds: delivered },
      { what: 'Worker heap per 1,000 open follow-ups', unit: 'MiB', rounds: [memory] },
    ]),
  );

  async function heapOf(): Promise<Pair> {
    return { ours: await ourWorker.heapUsed(), bare: await bareWorker.heapUsed() };
  }

  /** How many mails a second arrived between the first and the last of a burst, which must be over before the next. */
  async function drained(prefix: string, fromMs: number, endsMs: number): Promise<number> {
    const since = (): readonly number[] => sink.arrivals(prefix).filter((atMs) => atMs >= fromMs);
    while (since().length < perRound && Date.now() < endsMs) await wait(100);
    const arrivals = since();
    if (arrivals.length !== perRound)
      throw new Error(`${arrivals.length} mails to ${prefix} instead of ${perRound}: give --day-ms more`);
    return (1_000 * (perRound - 1)) / ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0));
  }
}

type Pair = Figure['rounds'][number];
type Turn = { readonly atMs: number; readonly bareAtMs: number; readonly started: Pair };

function perThousand(bytes: number): number {
  return (1_000 * bytes) / 1_024 / 1_024 / (targets.length * perRound);
}
function shown(pair: Pair | undefined): string {
  return `${pair?.ours.toFixed(1)}, bare ${pair?.bare.toFixed(1)}`;
}

/** Resolves to the token by which the bench asks. */
async function migrate(url: string): Promise<string> {
  const { kysely, close } = await openDatabase({ url });
  await migrateToLatest(kysely);
  const token = await addToken(kysely, await addAccount(kysely));
  await close();
  return token;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return (performance.now() - fromMs) / 1_000;
}

function everySetting(): string {
  const processors = cpus();
  return `${targets.length * perRound} follow-ups on each side; ${processors.length} × ${processors[0]?.model.trim()}; Node ${process.version}`;
}

function say(line: string): void {
  console.error(line);
}
