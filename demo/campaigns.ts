/**
 * `npm run demo:campaigns -- --status FILE.csv`: universal ratification of the Convention on the Rights of the Child by the end of 1995
 * and of CEDAW by the end of 2000, on an accelerated calendar. Deposits come on the days that the file gives, through the import of
 * status; appeals run, and people answer as the demo's people do. Ends with how far universal ratification got.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { addDays } from '../domain/time.ts';
import { createApi, Refused, type Api } from './api-client.ts';
import { deliveryForm, focalPointForms, registerCampaignPeople } from './campaign-people.ts';
import { reportOn, type CampaignRun } from './campaign-report.ts';
import { createPeople } from './people.ts';
import { readClock, startRelance } from './relance-process.ts';
import { readStatusFile } from './status-file.ts';

const { values } = parseArgs({
  options: {
    /** Signatures and deposits with their days: treaty, participant, signature_date, consent_date, consent_type. */
    status: { type: 'string' },
    from: { type: 'string', default: '1994-09-01' },
    until: { type: 'string', default: '2000-12-31' },
    'day-ms': { type: 'string', default: '300' },
    port: { type: 'string', default: '3000' },
    quiet: { type: 'boolean', default: false },
  },
});
if (values.status === undefined) {
  console.error('Name a file of treaty status: npm run demo:campaigns -- --status FILE.csv');
  process.exit(2);
}

const campaigns = [
  {
    title: 'Universal ratification of the Convention on the Rights of the Child',
    instrument: 'CRC',
    targetOn: '1995-12-31',
  },
  { title: 'Universal ratification of CEDAW', instrument: 'CEDAW', targetOn: '2000-12-31' },
] as const;
/** Before the campaigns begin, the status of that day is read in: it takes real seconds, and the calendar goes on meanwhile. */
const readingMs = 75_000;

const folder = join(fileURLToPath(new URL('../', import.meta.url)), '.relance', 'demo-campaigns');
const dayMs = Number(values['day-ms']);
const startsAt = `${addDays(values.from, -Math.ceil(readingMs / dayMs))}T00:00:00.000Z`;
let clock: Clock = { realAt: new Date().toISOString(), calendarAt: startsAt, dayMs };
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopping = true));

const file = await readStatusFile(values.status);
await rm(folder, { recursive: true, force: true });
const server = startRelance({ port: values.port, folder, dayMs: values['day-ms'], startsAt });
try {
  await server.untilReady(() => isStopping);
  const { email, password, token } = await server.signIn();
  console.log(`To look around at ${server.address}, sign in as ${email} with the password ${password}`);
  await play(createApi(server.address, token));
} finally {
  await server.stop();
}

async function play(api: Api): Promise<void> {
  const say = (line: string): void => console.log(`${today()}  ${line}`);
  const whisper = values.quiet ? () => {} : say;
  clock = await readClock(api, dayMs);
  say(`${file.rows} rows of status; reading in what had happened by ${values.from} …`);
  const read = today(); // What lies ahead of the calendar would be refused.
  await tell(api, '0000-00-00', read);
  while (!isStopping && today() < values.from) await wait(dayMs);
  await tell(api, read, values.from);
  const runs = await begin(api, say);
  const answering = await registerCampaignPeople(api, [...new Set(runs.flatMap(({ appealedTo }) => appealedTo))]);
  const forms = { forms: focalPointForms, deliveryForm: () => deliveryForm(today()) };
  const people = createPeople(api, { mailbox: join(folder, 'mailbox'), answering, ...forms });

  let told = values.from;
  for (let turn = 0; !isStopping && told < values.until; turn += 1) {
    await wait(dayMs * 3);
    const until = today() < values.until ? today() : values.until;
    await tell(api, told, until);
    told = until;
    await people.readMail(whisper);
    if (turn % 5 === 0) await decide(api, runs, whisper);
    if (turn % 60 === 0) await sayHowFar(api, runs, say);
  }
  await people.readMail(whisper);
  await reportOn(api, { runs, until: told, figures: people.figures(), file });
}

/** The status up to a day, through the import that a treaty section would use. Returns once it is in the log. */
async function tell(api: Api, after: string, until: string): Promise<void> {
  const table = file.between(after, until);
  if (table === undefined) return;
  type Import = { readonly id: string; readonly status: string };
  const source = encodeURIComponent(`Status as of ${until}`);
  const { id } = await api.postTable<Import>(`/treaty-status-imports?source=${source}`, table);
  await api.post(`/treaty-status-imports/${id}/apply`, {});
  while ((await api.get<Import>(`/treaty-status-imports/${id}`)).status !== 'applied') await wait(50);
}

async function begin(api: Api, say: (line: string) => void): Promise<readonly CampaignRun[]> {
  const runs: CampaignRun[] = [];
  for (const { instrument, ...wish } of campaigns) {
    const wave = { size: 20, everyDays: 7, startsPerSecond: 20 };
    const body = { ...wish, instruments: [instrument], states: { kind: 'all' }, wave };
    type Preview = { readonly appeals: readonly { readonly stateCodes: readonly string[] }[] };
    const preview = await api.post<Preview>('/campaigns/preview', body);
    const { id } = await api.post<{ readonly id: string }>('/campaigns', body);
    const appealedTo = preview.appeals.flatMap(({ stateCodes }) => stateCodes);
    say(`${wish.title} by ${wish.targetOn}: ${appealedTo.length} States to appeal to`);
    runs.push({ id, instrument, targetOn: wish.targetOn, title: wish.title, appealedTo });
  }
  return runs;
}

/** Our own side approves the letters that wait, and sends those that it approved. */
async function decide(api: Api, runs: readonly CampaignRun[], say: (line: string) => void): Promise<void> {
  for (const { id } of runs) await api.post(`/campaigns/${id}/letters/approval`, {}).catch(noneWaits);
  type Letters = { readonly items: readonly { readonly id: string; readonly reference: string }[] };
  const { items } = await api.get<Letters>('/letters?status=approved&limit=200');
  for (const { id, reference } of items) {
    const isSent = await api.post(`/letters/${id}/sent`, { sentOn: today() }).then(
      () => true,
      () => false, // Overtaken by a deposit.
    );
    if (isSent) say(`letter  ${reference} sent`);
  }
}

function noneWaits(error: unknown): void {
  if (!(error instanceof Refused && error.code === 'NoLetterWaiting')) throw error;
}

async function sayHowFar(api: Api, runs: readonly CampaignRun[], say: (line: string) => void): Promise<void> {
  type Progress = { readonly instruments: readonly { readonly parties: number; readonly remaining: number }[] };
  for (const { id, instrument } of runs) {
    const [now] = (await api.get<Progress>(`/campaigns/${id}/progress`)).instruments;
    say(`${instrument}: ${now?.parties} parties, ${now?.remaining} States remain`);
  }
}

function today(): string {
  return calendarTime(clock, Date.now()).slice(0, 10);
}
