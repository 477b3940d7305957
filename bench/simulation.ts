/**
 * What it costs to simulate a portfolio: follow-ups of every State and every shipped playbook, with the real calendars, over five
 * years, under each assumption, driven in slices as the API drives them. Beside it stands the least that any simulation must do:
 * folding the events that came out. Arguments: `--follow-ups 1000 --years 5 --rounds 3`.
 */
import { cpus, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { createCalendars } from '../activities/calendars.ts';
import { readPortfolio } from '../activities/portfolio.ts';
import { inSlices } from '../activities/simulation.ts';
import { openDatabase } from '../db/database.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { assignStateRole, registerContact } from '../db/register/contacts.ts';
import type { Schema } from '../db/schema.ts';
import { assumptions, type Assumption } from '../domain/forecast/assumptions.ts';
import { simulate, type SimulationWish } from '../domain/forecast/simulate.ts';
import { fold } from '../domain/follow-up/evolve.ts';
import { positions } from '../domain/follow-up/events.ts';
import { initialState } from '../domain/follow-up/state.ts';
import { shippedPlaybooks } from '../domain/playbooks/shipped/all.ts';
import { states } from '../domain/reference/states.ts';
import { median } from './table.ts';

const { values } = parseArgs({
  options: {
    'follow-ups': { type: 'string', default: '1000' },
    years: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
  },
});
const followUps = Number(values['follow-ups']);
const years = Number(values.years);
const rounds = Number(values.rounds);
const at = '2026-01-05T10:00:00.000Z';
const until = `${2026 + years}-01-05T10:00:00.000Z`;

const database = await openDatabase({ memory: true });
try {
  await migrateToLatest(database.kysely);
  await registerPeople(database.kysely);
  const calendars = createCalendars({ db: database.kysely });
  const planned = Array.from({ length: followUps }, (_, index) => ({
    stateCode: states[index % states.length]?.code ?? 'SI',
    playbook: shippedPlaybooks[index % shippedPlaybooks.length]?.key ?? 'general',
    position: positions[index % positions.length] ?? ('supported' as const),
    targetOn: null,
  }));
  console.log(
    `${followUps} follow-ups × ${years} years; ${cpus().length} × ${cpus()[0]?.model.trim()}; Node ${process.version}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const assumption of assumptions) {
    const measured: Measured[] = [];
    // Holidays of a State and year are worked out once in a process, some 4 ms each: the first round of all pays for them.
    for (let round = 0; round < rounds; round += 1) measured.push(await measure(assumption));
    report(assumption, measured);
  }

  async function measure(assumption: Assumption): Promise<Measured> {
    const fromMs = performance.now();
    const cpuFrom = process.cpuUsage();
    const { subjects, calendarOf } = await readPortfolio(
      { db: database.kysely, calendars },
      { scope: { recommendations: planned } },
      at,
    );
    const preparedMs = performance.now() - fromMs;
    const wish: SimulationWish = { subjects, until, assumption, seed: 'bench', calendarOf };
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const simulatedFromMs = performance.now();
    const simulation = await inSlices(simulate(wish));
    const simulatedMs = performance.now() - simulatedFromMs;
    delay.disable();
    const { user, system } = process.cpuUsage(cpuFrom);
    const cpuMs = (user + system) / 1_000;
    const lives = simulation.futures.map(({ happened }) => happened.map(({ event }) => event));
    const foldedFromMs = performance.now();
    for (const events of lives) fold(events, initialState);
    const foldedMs = performance.now() - foldedFromMs;
    const events = lives.reduce((sum, each) => sum + each.length, 0);
    const mails = simulation.mails.length;
    return { cpuMs, events, mails, preparedMs, simulatedMs, foldedMs, longestBlockMs: delay.max / 1e6 };
  }
} finally {
  await database.close();
}

/** A focal point in each State, ten desks and one manager. */
async function registerPeople(db: Kysely<Schema>): Promise<void> {
  const contact = async (id: string, timeZone: string): Promise<string> => {
    const address = `${id}@example.org`;
    await registerContact(db, {
      id,
      institution_id: null,
      name: id,
      address,
      language: 'en',
      time_zone: timeZone,
      created_at: at,
    });
    return id;
  };
  const desks = [];
  for (let desk = 0; desk < 10; desk += 1) desks.push(await contact(`con_desk-${desk}`, 'Europe/Zurich'));
  const manager = await contact('con_manager', 'Europe/Zurich');
  for (const [index, { code, timeZone }] of states.entries()) {
    await assignStateRole(db, code, 'focal-point', await contact(`con_${code}`, timeZone));
    await assignStateRole(db, code, 'desk-officer', desks[index % desks.length] ?? manager);
    await assignStateRole(db, code, 'manager', manager);
  }
}

type Measured = {
  readonly cpuMs: number;
  readonly events: number;
  readonly mails: number;
  readonly preparedMs: number;
  readonly simulatedMs: number;
  readonly foldedMs: number;
  readonly longestBlockMs: number;
};

function report(assumption: Assumption, measured: readonly Measured[]): void {
  const of = (pick: (each: Measured) => number): number => median(measured.map(pick));
  const shown = (value: number, digits = 0): string => value.toFixed(digits);
  console.log(`\n${assumption}: ${of(({ events }) => events)} events, ${of(({ mails }) => mails)} mails`);
  console.log(`  seconds, all:               ${shown(of((each) => each.preparedMs + each.simulatedMs) / 1_000, 2)}`);
  console.log(
    `  seconds of processor, all:  ${shown(
      of((each) => each.cpuMs / 1_000),
      2,
    )}`,
  );
  console.log(`  of the first round:         ${shown((measured[0]?.cpuMs ?? NaN) / 1_000, 2)}`);
  console.log(`  seconds of preparing:       ${shown(of((each) => each.preparedMs) / 1_000, 2)}`);
  console.log(`  events per second:          ${shown(of((each) => (each.events / each.simulatedMs) * 1_000))}`);
  console.log(`  folding the same, per s:    ${shown(of((each) => (each.events / each.foldedMs) * 1_000))}`);
  console.log(
    `  ratio:                      ${shown(
      of((each) => each.foldedMs / each.simulatedMs),
      3,
    )}`,
  );
  console.log(`  longest block, ms:          ${shown(of((each) => each.longestBlockMs))}`);
}
