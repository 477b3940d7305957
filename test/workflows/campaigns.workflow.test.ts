import { beginAppeal } from '../../activities/begin-appeal.ts';
import { openCampaign } from '../../db/campaign-store.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { campaignStreamId, followUpId } from '../../domain/ids.ts';
import { addDays } from '../../domain/time.ts';
import { createGateway } from '../../api/gateway.ts';
import { recover } from '../../worker/recover.ts';
import { ask, eventually, openRelance, type Relance } from '../support/relance.ts';

/** A day lasts a seventh of a second: a year, and all of its rounds, about a minute. */
const dayMs = 150;
/** After a Treaty Event, and months before the first reminder of the next one. */
const startsAt = '2026-10-01T06:00:00.000Z';

let relance: Relance;
/** A campaign whose year goes by while the other tests run. */
let year: { readonly id: string; readonly letterOn: string };
beforeAll(async () => {
  relance = await openRelance({ dayMs, startsAt });
  const letterOn = daysOn(60);
  const dates = { letterOn, remindBeforeDays: [90, 45, 14] };
  year = { id: await campaign({ states: states('FM', 'KI'), instruments: ['CAT'], wave: quick, ...dates }), letterOn };
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const today = (): string => relance.now().slice(0, 10);
const daysOn = (days: number): string => addDays(today(), days);
/** Waits until some days after a date. */
const until = (on: string, days: number): Promise<void> => relance.until(`${addDays(on, days)}T00:00:00.000Z`);

async function campaign(over: object): Promise<string> {
  const body = { title: 'CEDAW', targetOn: '2060-12-31', playbook: 'ratify', instruments: ['CEDAW'], ...over };
  const made = await call('POST /v1/campaigns', body);
  expect(made).toMatchObject({ status: 201, body: { status: 'running' } });
  return made.body.id;
}
const states = (...stateCodes: string[]) => ({ kind: 'list', stateCodes });
const quick = { size: 500, everyDays: 0, startsPerSecond: 20 };
const campaignOf = async (id: string): Promise<any> => (await call(`GET /v1/campaigns/${id}`)).body;
const roundsOf = async (id: string): Promise<any[]> =>
  (await call(`GET /v1/campaigns/${id}/rounds?limit=200`)).body.items.toReversed();
const targetsOf = async (id: string): Promise<any[]> =>
  (await call(`GET /v1/campaigns/${id}/targets?limit=200`)).body.items;
const scheduleOf = async (id: string): Promise<any> => (await call(`GET /v1/campaigns/${id}/schedule`)).body;
const begun = (id: string, count: number) =>
  eventually(async () => expect((await campaignOf(id)).counts).toMatchObject({ begun: count, beginning: 0 }));
/** Nobody waits any more, and the workflow of the waves has ended. */
const waves = (id: string) =>
  eventually(async () => {
    const { status } = await relance.client.workflow.getHandle(campaignStreamId(id)).describe();
    expect(status.name).toBe('COMPLETED');
  });
const end = (id: string) => call(`POST /v1/campaigns/${id}/commands/end`, { reason: 'The test is over' });
const command = (id: string, name: string, body: object = {}) =>
  call(`POST /v1/campaigns/${id}/commands/${name}`, body);

async function eventsOf(recommendationId: string): Promise<readonly FollowUpEvent[]> {
  const rows = await relance.db
    .selectFrom('events')
    .select(['type', 'data'])
    .where('stream_id', '=', followUpId(recommendationId))
    .orderBy('version')
    .execute();
  return rows.map(({ type, data }) => ({ ...(data as object), type }) as FollowUpEvent);
}

test('the Schedule says what comes next', async () => {
  const { id, letterOn } = year;
  await begun(id, 2);
  const schedule = await eventually(async () => {
    const described = await scheduleOf(id);
    expect(described.next.length).toBeGreaterThan(3);
    return described;
  });
  expect(schedule).toMatchObject({
    isThere: true,
    isPaused: false,
    policies: { catchUpDays: 10_000 / dayMs, catchUpMs: 10_000, overlap: 'BUFFER_ONE', pauseOnFailure: false },
  });
  expect(schedule.next[0] >= `${letterOn}T06:00`).toBe(true);
  expect(schedule.rounds[0]).toMatchObject({ kind: 'letter', onDate: letterOn });
});

test('waves begin one after the other, leave out parties with a note, and know an earlier position', async () => {
  const on = { on: '1992-07-06', how: 'succession' };
  expect((await call('POST /v1/treaty-status/SI/CEDAW/commands/record-deposit', on)).status).toBe(200);
  const source = await call('POST /v1/sources', { kind: 'upr-review', stateCode: 'KE', title: 'Third cycle' });
  const earlier = { sourceId: source.body.id, stateCode: 'KE', text: 'Ratify CEDAW', playbook: 'ratify' };
  expect(
    (await call('POST /v1/recommendations', { ...earlier, position: 'noted', instruments: ['CEDAW'] })).status,
  ).toBe(201);

  const wave = { size: 2, everyDays: 14, startsPerSecond: 20 };
  const id = await campaign({ states: states('SI', 'KE', 'FJ', 'TO', 'NR', 'WS'), wave });
  await eventually(async () =>
    expect((await campaignOf(id)).counts).toMatchObject({ begun: 2, waiting: 3, leftOut: 1 }),
  );
  await begun(id, 5);
  const lines = await targetsOf(id);
  expect(lines.map(({ stateCode, wave: number }) => [stateCode, number])).toEqual([
    ['FJ', 1],
    ['KE', 1],
    ['NR', 2],
    ['SI', null],
    ['TO', 2],
    ['WS', 3],
  ]);
  expect(lines.find(({ stateCode }) => stateCode === 'SI')).toMatchObject({
    status: 'left-out',
    because: 'party',
    note: 'Is a party since 1992-07-06',
    followUp: null,
  });
  expect(lines.find(({ stateCode }) => stateCode === 'KE').followUp).toMatchObject({
    status: 'open',
    position: 'noted',
  });
  expect(lines.find(({ stateCode }) => stateCode === 'FJ').followUp).toMatchObject({ position: 'pending' });
  for (const { recommendationId } of lines.filter(({ status }) => status === 'begun'))
    expect((await eventsOf(recommendationId)).filter(({ type }) => type === 'FollowUpStarted')).toHaveLength(1);

  // Nobody waits any more: the workflow has ended, and begins again for whoever is taken in.
  await waves(id);
  expect((await command(id, 'take-in-states', { stateCodes: ['TV', 'FJ'] })).status).toBe(200);
  await begun(id, 6);
  expect(
    (await eventsOf('rec_' + id.slice(4) + '.FJ.CEDAW')).filter(({ type }) => type === 'FollowUpStarted'),
  ).toHaveLength(1);
  expect((await call('GET /v1/states/FJ/timeline')).body.items.map(({ summary }: any) => summary)).toContain(
    'Appeal of a campaign begun: CEDAW',
  );
  await end(id);
}, 60_000);

test('a deposit that comes between the look and the start closes the appeal at once', async () => {
  const id = await campaign({ states: states('PW'), instruments: ['CRC'], wave: quick });
  await begun(id, 1);
  const { state } = await openCampaign(relance.db, id);
  if (state === null) throw new Error('It is started');
  const { submit } = createGateway({ client: relance.client, taskQueue: relance.taskQueue });
  const commands = {
    submit: async (...given: Parameters<typeof submit>) => {
      if (given[1].command.type === 'StartFollowUp') {
        const deposit = await call('POST /v1/treaty-status/MH/CRC/commands/record-deposit', {
          on: '1993-10-04',
          how: 'ratification',
        });
        expect(deposit.status).toBe(200);
      }
      return submit(...given);
    },
  };
  const target = { ...state.targets['PW:CRC']!, stateCode: 'MH', status: 'beginning' as const };
  const outcome = await beginAppeal(
    { db: relance.db, clock: relance.clock, commands },
    { campaignId: id, campaign: state },
    target,
  );
  expect(outcome).toMatchObject({ kind: 'begun' });
  const recommendationId = `rec_${id.slice(4)}.MH.CRC`;
  await eventually(async () =>
    expect((await call(`GET /v1/recommendations/${recommendationId}`)).body).toMatchObject({ status: 'closed' }),
  );
  await end(id);
}, 60_000);

test('a pause holds the rounds, and going on holds the newest of each kind', async () => {
  const letterOn = daysOn(60);
  const id = await campaign({
    states: states('MV'),
    instruments: ['CPED'],
    wave: quick,
    letterOn,
    remindBeforeDays: [],
  });
  await begun(id, 1);
  expect((await command(id, 'pause', { reason: 'Elections' })).body.status).toBe('paused');
  await eventually(async () =>
    expect(await scheduleOf(id)).toMatchObject({ isPaused: true, note: 'The campaign is paused' }),
  );
  await until(letterOn, 10);
  expect(today() > letterOn).toBe(true);
  expect(await roundsOf(id)).toEqual([]);
  expect((await command(id, 'resume')).body.status).toBe('running');
  await eventually(async () =>
    expect(await roundsOf(id)).toMatchObject([{ key: 'letter:1', outcome: 'held', onDate: letterOn }]),
  );
  await eventually(async () => expect(await roundsOf(id)).toMatchObject([{}, { key: 'delivery:1', outcome: 'held' }]));
  await end(id);
}, 60_000);

test('a date that is changed moves the round and the Schedule', async () => {
  const letterOn = daysOn(60);
  const id = await campaign({
    states: states('BN'),
    instruments: ['CPED'],
    wave: quick,
    letterOn,
    remindBeforeDays: [],
  });
  await begun(id, 1);
  const later = daysOn(120);
  expect(await call(`PATCH /v1/campaigns/${id}`, { letterOn: later }, { 'if-match': '"1"' })).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { letterOn: later },
  });
  await eventually(async () => expect((await scheduleOf(id)).next[0] >= `${later}T06:00`).toBe(true));
  await until(letterOn, 5);
  expect(await roundsOf(id)).toEqual([]);
  await eventually(async () => expect(await roundsOf(id)).toMatchObject([{ key: 'letter:1', onDate: later }]));
  await end(id);
}, 60_000);

test('a Schedule that was lost is made again, and what it missed is held', async () => {
  const letterOn = daysOn(60);
  const id = await campaign({
    states: states('TL'),
    instruments: ['CPED'],
    wave: quick,
    letterOn,
    remindBeforeDays: [],
  });
  await begun(id, 1);
  await waves(id);
  await relance.client.schedule.getHandle(campaignStreamId(id)).delete();
  await until(letterOn, 10);
  expect(await roundsOf(id)).toEqual([]);
  const { db, client, taskQueue } = relance;
  await recover({ db, client, taskQueue });
  await eventually(async () => expect(await roundsOf(id)).toMatchObject([{ key: 'letter:1', outcome: 'held' }]));
  await eventually(async () => expect(await scheduleOf(id)).toMatchObject({ isThere: true }));
  await end(id);
}, 60_000);

test('the Schedule holds each round of a year once and in order', async () => {
  const { id, letterOn } = year;
  const days = 366 + 60;
  await eventually(
    async () => expect((await roundsOf(id)).map(({ kind }) => kind)).toContain('yearly-review'),
    (days + 30) * dayMs,
  );
  const rounds = await roundsOf(id);
  expect(new Set(rounds.map(({ key }) => key)).size).toBe(rounds.length);
  expect(rounds.map(({ onDate }) => onDate)).toEqual(rounds.map(({ onDate }) => onDate).toSorted());
  expect(rounds[0]).toMatchObject({ kind: 'letter', onDate: letterOn });
  const held = rounds.filter(({ outcome }) => outcome === 'held');
  expect(held.map(({ key }) => key)).toEqual(expect.arrayContaining(['letter:1', 'delivery:1', 'yearly-review:1']));
  expect(rounds.filter(({ kind }) => kind === 'treaty-event').length).toBeGreaterThanOrEqual(3);
  for (const { at, onDate } of held) expect(at >= `${onDate}T06:00`).toBe(true);
  // It was the Schedule that did it, and it has been given the next dates.
  const after = await scheduleOf(id);
  expect(after.recent.length).toBeGreaterThanOrEqual(4);
  expect(after.recent[0].workflowId).toMatch(/^campaign-round:/);
  expect(after.next[0] > relance.now()).toBe(true);
  for (const code of ['FM', 'KI']) {
    const taken = (await eventsOf(`rec_${id.slice(4)}.${code}.CAT`)).filter(({ type }) => type === 'AppealStepTaken');
    const keys = taken.map((event) => (event as any).key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, 2)).toEqual(['letter:1', 'delivery:1']);
  }
  await end(id);
  await eventually(async () => expect(await scheduleOf(id)).toMatchObject({ isThere: false, next: [], rounds: [] }));
}, 150_000);
