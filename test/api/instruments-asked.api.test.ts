import { ask, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let sourceId: string;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
  ({ sourceId } = await register(relance.app));
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const recommend = (more: object) => call('POST /v1/recommendations', { sourceId, stateCode: 'SI', ...more });

test('what a recommendation of ratification asks for is read from its text, and stated where somebody says so', async () => {
  const read = await recommend({
    playbook: 'ratify',
    text: 'Ratify CEDAW, the Rome Statute and ILO Convention No. 189',
  });
  expect(read.body.instruments).toEqual([
    { instrument: 'CEDAW', basis: 'read' },
    { instrument: 'ILO-189', basis: 'read' },
    { instrument: 'ROME-STATUTE', basis: 'read' },
  ]);
  const proposed = await recommend({ text: 'Ratify the Convention against Torture' });
  expect(proposed.body).toMatchObject({ playbook: 'ratify', instruments: [{ instrument: 'CAT', basis: 'read' }] });
  const other = await recommend({ playbook: 'general', text: 'Train judges on CEDAW' });
  expect(other.body.instruments).toEqual([]);
  const stated = await recommend({ playbook: 'general', text: 'Join the treaty', instruments: ['4-8-b', 'ICCPR-OP1'] });
  expect(stated.body.instruments).toEqual([
    { instrument: 'OP-CEDAW', basis: 'stated' },
    { instrument: 'OP-ICCPR-1', basis: 'stated' },
  ]);
});

test('a treaty that nobody knows is refused where it stands', async () => {
  expect(await recommend({ text: 'x', instruments: ['CEDAW', 'MOON-TREATY'] })).toMatchObject({
    status: 422,
    body: { code: 'InvalidField', fields: [{ path: '/instruments/1', message: 'is no treaty that we know' }] },
  });
  expect(await call('GET /v1/recommendations?instrument=MOON-TREATY')).toMatchObject({
    status: 400,
    body: { code: 'InvalidRequest' },
  });
});

test('lists and counts are narrowed by what is asked for', async () => {
  const { body } = await recommend({ playbook: 'ratify', text: 'Ratify the CPED' });
  const listed = await call('GET /v1/recommendations?instrument=CPED');
  expect(listed.body.items.map(({ id }: any) => id)).toEqual([body.id]);
  expect((await call('GET /v1/recommendations/counts?instrument=CPED,ICMW')).body.total).toBe(1);
});

test('a correction holds at the version that was read, and what it says stands instead of what was read', async () => {
  const { body } = await recommend({ playbook: 'ratify', text: 'Ratify the CRPD' });
  const url = `/v1/recommendations/${body.id}/instruments`;
  expect(await call(`GET ${url}`)).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { version: 1 } });
  const saved = await call(`PUT ${url}`, { instruments: ['OP-CRPD', 'OP-CRPD', 'CRPD'] }, { 'if-match': '"1"' });
  expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { version: 2, batchId: null } });
  expect(saved.body.instruments).toEqual([
    { instrument: 'CRPD', basis: 'stated' },
    { instrument: 'OP-CRPD', basis: 'stated' },
  ]);
  expect((await call(`PUT ${url}`, { instruments: [] }, { 'if-match': '"1"' })).body.code).toBe('ChangedMeanwhile');
  expect((await call('GET /v1/recommendations/rec_no/instruments')).body.code).toBe('UnknownRecommendation');
});
