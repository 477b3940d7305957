import { ask, command, eventually, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-03-02T08:00:00.000Z' });
}, 60_000);
afterAll(() => relance.close());

const get = async (path: string): Promise<any> => ask(relance.app, `GET /v1/${path}`);
const deposit = async (participant: string, on: string): Promise<void> => {
  const path = `POST /v1/treaty-status/${participant}/OPCAT/commands/record-deposit`;
  expect((await ask(relance.app, path, { on, how: 'accession' })).status).toBe(200);
};

describe('the progress of a campaign', () => {
  let id = '';
  const today = (): string => relance.now().slice(0, 10);

  beforeAll(async () => {
    await deposit('SI', '2007-01-23');
    await deposit('HR', '2005-04-25');
    await deposit('FR', '2008-11-11'); // A party outside of the campaign's set.
    await ask(relance.app, 'POST /v1/treaty-status/IE/OPCAT/commands/record-signature', { on: '2007-10-02' });
    const wave = { size: 10, everyDays: 0, startsPerSecond: 20 };
    const states = { kind: 'list', stateCodes: ['SI', 'HR', 'IE', 'ZA', 'FJ'] };
    const body = { title: 'OPCAT for all', instruments: ['OPCAT'], states, targetOn: '2028-03-02', wave };
    const made = await ask(relance.app, 'POST /v1/campaigns', body);
    expect(made.status).toBe(201);
    id = made.body.id;
    await eventually(async () => {
      expect((await get(`campaigns/${id}`)).body.counts).toMatchObject({ begun: 3, leftOut: 2 });
    });
  }, 60_000);

  const remaining = async (query = ''): Promise<any> => (await get(`campaigns/${id}/remaining${query}`)).body;

  test('counts parties among all participants and among its States, and draws the line to all of them', async () => {
    const { body } = await get(`campaigns/${id}/progress`);
    expect(body.instruments).toHaveLength(1);
    expect(body.instruments[0]).toMatchObject({
      instrument: 'OPCAT',
      parties: 3,
      partiesOfSet: 2,
      line: { fromParties: 2, targetOn: '2028-03-02', goal: 5 },
      remaining: 3,
    });
    expect(body.basis.notice).toBe('base rate, not a prediction about one State');
  });

  test('says what base rates expect of those who remain, with an interval that holds it', async () => {
    const [{ expected }] = (await get(`campaigns/${id}/progress`)).body.instruments;
    // Three States that took no position, two years: 4 in 100 each.
    expect(expected.parties).toBeCloseTo(2.12, 2);
    expect(expected).toMatchObject({ low: 2, high: 3, level: 0.9, untilOn: '2028-03-02', beyondTable: 0 });
  });

  test('lists who remains by region with obstacle, position and rung, and finds those with one obstacle', async () => {
    const { states } = await remaining();
    expect(states.map(({ stateCode }: any) => stateCode)).toEqual(['ZA', 'FJ', 'IE']);
    const ireland = states[2];
    expect(ireland).toMatchObject({
      signedOn: '2007-10-02',
      standsAs: 'begun',
      appeal: { position: 'pending', rung: 0 },
    });
    const note = { obstacle: 'federal-competence', note: 'Told to the resident coordinator' };
    expect((await command(relance.app, states[1].recommendationId, 'record-obstacle', note)).status).toBe(200);
    await command(relance.app, ireland.recommendationId, 'record-position', { position: 'supported' });
    const withObstacle = await remaining('?obstacle=federal-competence');
    expect(withObstacle).toMatchObject({ total: 1, states: [{ stateCode: 'FJ' }] });
    expect(withObstacle.regions).toEqual([
      { regionalGroup: 'asia-pacific', remaining: 1, withObstacle: 1, escalated: 0 },
    ]);
    expect((await remaining('?regionalGroup=western-european-and-others')).states[0].appeal.position).toBe('supported');
  });

  test('as of an earlier day it is what it was on that day', async () => {
    const before = '2007-06-30';
    const { body } = await get(`campaigns/${id}/progress?asOf=${before}`);
    expect(body).toMatchObject({ asOf: before, instruments: [{ parties: 2, partiesOfSet: 2, remaining: 3 }] });
    expect((await get(`campaigns/${id}/progress?asOf=2005-04-24`)).body.instruments[0].parties).toBe(0);
    expect((await get(`campaigns/${id}/progress?asOf=2005-04-25`)).body.instruments[0].parties).toBe(1);
    const then = await remaining(`?asOf=${before}`);
    expect(then.states.map(({ appeal }: any) => appeal)).toEqual([null, null, null]);
    expect(then.states.find(({ stateCode }: any) => stateCode === 'IE').signedOn).toBeNull();
  });

  test('the past is folded from the log, and the present says the same', async () => {
    const past = await remaining(`?asOf=${today()}`); // The end of today lies ahead: read from the projection.
    const { findFollowUpsAt } = await import('../../db/queries/campaign-progress.ts');
    const ids = past.states.map(({ recommendationId }: any) => recommendationId);
    const at = relance.now();
    const folded = await findFollowUpsAt(relance.db, ids, { at, now: new Date(Date.parse(at) + 1).toISOString() });
    const kept = await findFollowUpsAt(relance.db, ids, { at, now: at });
    expect(folded.size).toBe(3);
    expect(folded).toEqual(kept);
  });

  test('a deposit takes a State off the list on its day', async () => {
    await deposit('FJ', today());
    const now = await remaining();
    expect(now.states.map(({ stateCode }: any) => stateCode)).toEqual(['ZA', 'IE']);
    expect((await get(`campaigns/${id}/progress`)).body.instruments[0]).toMatchObject({
      partiesOfSet: 3,
      remaining: 2,
    });
  });

  test('a campaign that does not exist, a date that is none', async () => {
    expect((await get('campaigns/cam_none/progress')).body.code).toBe('UnknownCampaign');
    const wrong = await get(`campaigns/${id}/remaining?asOf=2026-02-30`);
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: '/asOf' }] } });
  });
});
