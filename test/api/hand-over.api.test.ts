import { listHeldRoles } from '../../db/queries/follow-ups.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let office: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-01-05T06:00:00.000Z' });
  office = await register(relance.app);
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const handOvers = async (id: string): Promise<any[]> =>
  (await call(`GET /v1/recommendations/${id}/timeline`)).body
    .filter(({ type }: any) => type === 'WorkHandedOver')
    .map(({ data }: any) => data);
const finished = (id: string): Promise<any> =>
  eventually(async () => {
    const { body } = await call(`GET /v1/batches/${id}`);
    expect(body.isFinished).toBe(true);
    return body;
  }, 30_000);
const contact = async (name: string, more: object = {}): Promise<string> => {
  const body = { name, address: `${name}@ministry.example`, timeZone: 'Europe/Ljubljana', ...more };
  return (await call('POST /v1/contacts', body)).body.id;
};
const started = async (assign: object = {}): Promise<string> => {
  const id = await office.recommend();
  expect((await command(relance.app, id, 'start-follow-up', { assign })).status).toBe(200);
  return id;
};

test('all that a contact holds goes to another: one event for each follow-up, whatever roles it had there', async () => {
  const { 'focal-point': ana, alternate: bor } = office.people;
  await call('PUT /v1/states/KE/roles/manager', { contactId: ana });
  const usual = await started();
  const twice = await started({ 'desk-officer': ana });
  const elsewhere = await started({ 'focal-point': bor });
  const closed = await started();
  await command(relance.app, closed, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });

  const eva = await contact('eva');
  const wish = { from: { contactId: ana }, to: { contactId: eva } };
  expect((await call('POST /v1/hand-overs/preview', wish)).body).toMatchObject({
    contacts: 1,
    stateRoles: expect.arrayContaining([
      { stateCode: 'SI', role: 'focal-point', contactId: ana },
      { stateCode: 'KE', role: 'manager', contactId: ana },
    ]),
    followUps: 2,
    byRole: { 'focal-point': 2, 'desk-officer': 1 },
  });
  expect(await handOvers(usual)).toEqual([]);

  const headers = { 'idempotency-key': 'reshuffle' };
  const body = { ...wish, reason: 'A new government' };
  const made = await call('POST /v1/hand-overs', body, headers);
  expect(made).toMatchObject({ status: 202, body: { kind: 'hand-over', total: 2 } });
  expect(await finished(made.body.id)).toMatchObject({ counts: { done: 2 } });

  const said = { from: ana, to: eva, reason: 'A new government' };
  expect(await handOvers(usual)).toEqual([{ ...said, roles: ['focal-point'] }]);
  expect(await handOvers(twice)).toEqual([{ ...said, roles: ['focal-point', 'desk-officer'] }]);
  expect(await handOvers(elsewhere)).toEqual([]);
  expect(await handOvers(closed)).toEqual([]);
  expect(await listHeldRoles(relance.db, ana)).toEqual([]);
  expect((await call('GET /v1/states/KE/roles')).body).toEqual([{ role: 'manager', contactId: eva }]);
  expect((await call(`GET /v1/recommendations/${twice}`)).body.roles).toContainEqual(
    expect.objectContaining({ role: 'desk-officer', contactId: eva }),
  );

  expect((await call('POST /v1/hand-overs', body, headers)).body.id).toBe(made.body.id);
  // The answer was lost and its key with it: the command itself is known.
  await relance.db.deleteFrom('idempotency_keys').execute();
  expect((await call('POST /v1/hand-overs', body, headers)).body).toMatchObject({ id: made.body.id, isFinished: true });
  expect(await handOvers(usual)).toHaveLength(1);
  expect(await call('POST /v1/hand-overs', body)).toMatchObject({ status: 409, body: { code: 'NothingHandedOver' } });
}, 60_000);

test('a ministry is closed: each of its contacts hands over, in one State or in all', async () => {
  const ministry = { name: 'Ministry of Justice', kind: 'ministry', stateCode: 'SI' };
  const institutionId = (await call('POST /v1/institutions', ministry)).body.id;
  const [one, two] = [await contact('one', { institutionId }), await contact('two', { institutionId })];
  const id = await started({ 'focal-point': one, 'validating-authority': two, alternate: one });
  const to = { contactId: await contact('next') };
  const from = { institutionId };
  expect(await call('POST /v1/hand-overs', { from, to, reason: 'x', stateCode: 'KE' })).toMatchObject({
    status: 409,
    body: { code: 'NothingHandedOver' },
  });
  const made = await call('POST /v1/hand-overs', { from, to, reason: 'The ministry is closed', stateCode: 'SI' });
  expect(await finished(made.body.id)).toMatchObject({ total: 2, counts: { done: 2 } });
  expect((await handOvers(id)).map((event) => [event.from, event.roles])).toEqual(
    expect.arrayContaining([
      [one, ['focal-point', 'alternate']],
      [two, ['validating-authority']],
    ]),
  );
});

test('what a hand-over must name', async () => {
  const ana = { contactId: office.people.manager };
  const refused = (body: object) => call('POST /v1/hand-overs', { reason: 'x', ...body });
  expect(await refused({ from: ana, to: ana })).toMatchObject({ status: 422, body: { code: 'SameContact' } });
  expect(await refused({ from: ana, to: { contactId: 'con_no' } })).toMatchObject({
    status: 422,
    body: { code: 'UnprocessableReference', fields: [{ path: '/to/contactId' }] },
  });
  expect(await refused({ from: { institutionId: 'ins_no' }, to: ana })).toMatchObject({
    body: { code: 'UnprocessableReference', fields: [{ path: '/from/institutionId' }] },
  });
  expect(await refused({ from: ana, to: { contactId: office.people.alternate }, reason: ' ' })).toMatchObject({
    body: { code: 'InvalidField', fields: [{ path: '/reason' }] },
  });
});
