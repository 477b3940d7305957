/**
 * `npm run demo`: months in minutes. Starts Relance as a user would, with days of one second, registers a sample through the
 * API, and plays the people: mail is read, links are opened, answers are sent, escalations approved. Ends after --days.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { createApi } from './api-client.ts';
import { readMatrix } from './matrix.ts';
import { registerSample } from './office.ts';
import { createPeople } from './people.ts';
import { readClock, startRelance } from './relance-process.ts';
import { highCommissionerSample } from './sample.ts';
import { tallyUp } from './tally.ts';

const { values } = parseArgs({
  options: {
    /** A thematic list as CSV instead of the project's own sample. */
    matrix: { type: 'string' },
    /** Days of the calendar to watch. */
    days: { type: 'string', default: '500' },
    'day-ms': { type: 'string', default: '1000' },
    port: { type: 'string', default: '3000' },
    quiet: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, '.relance', 'demo');
const dayMs = Number(values['day-ms']);
const days = Number(values.days);
const startsAt = values.matrix === undefined ? '1994-09-05T00:00:00Z' : '2020-03-02T00:00:00Z';

/** As Relance keeps it; begun anew with the first thing that Relance dates. */
let clock: Clock = { realAt: new Date().toISOString(), calendarAt: startsAt, dayMs };

await rm(folder, { recursive: true, force: true });
const server = startRelance({ port: values.port, folder, dayMs: values['day-ms'], startsAt });
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopping = true));

try {
  await server.untilReady(() => isStopping);
  await play();
} finally {
  await server.stop();
}

async function play(): Promise<void> {
  const { email, password, token } = await server.signIn();
  const api = createApi(server.address, token);
  const say = (line: string): void => console.log(`${today()}  ${line}`);
  const whisper = values.quiet ? () => {} : say;
  const sample = values.matrix === undefined ? highCommissionerSample : await readMatrix(values.matrix);
  clock = await readClock(api, dayMs);
  say(`To look around at ${server.address}, sign in as ${email} with the password ${password}`);
  say('Registering …');
  const { recommendationIds, answering } = await registerSample(api, sample, say);
  const people = createPeople(api, { mailbox: join(folder, 'mailbox'), answering });
  const endsMs = Date.now() + days * dayMs;
  let round = 0;
  while (!isStopping && Date.now() < endsMs) {
    await people.readMail(whisper);
    // Our own side looks once in a week of the calendar.
    if (round % 7 === 0) await people.decide(whisper);
    if (round % 30 === 0) say(`${JSON.stringify(await api.get('/recommendations/counts').then(readings))}`);
    round += 1;
    await wait(dayMs);
  }
  await people.readMail(whisper);
  const tally = await tallyUp(api, recommendationIds, now());
  console.log(JSON.stringify({ until: today(), ...people.figures(), ...tally }, null, 2));
}

function readings(counts: unknown): unknown {
  return (counts as { readonly reading: unknown }).reading;
}

function now(): string {
  return calendarTime(clock, Date.now());
}
function today(): string {
  return now().slice(0, 10);
}
