import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { ask, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
}, 60_000);
afterAll(() => relance.close());
const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const current = async (key: string): Promise<any> => (await call(`GET /v1/playbooks/${key}`)).body[0];
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

test('what ships is shown whole, with the basis of its figures and its warning', async () => {
  const { body } = await call('GET /v1/playbooks');
  expect(body.map(({ key }: any) => key).sort()).toEqual(shippedPlaybooks.map(({ key }) => key).sort());
  const ratify = body.find(({ key }: any) => key === 'ratify');
  const shipped = shippedPlaybooks.find(({ key }) => key === 'ratify')!;
  expect(ratify).toMatchObject({ ...shipped, origin: 'shipped', isCurrent: true, note: null });
  expect(ratify.limits[0].basis).toBe('proposal');
  expect((await current('vulnerable-groups')).warning).toMatch(/danger/);
  expect((await call('GET /v1/playbooks/ratify/versions/2')).body).toEqual(ratify);
  expect(await call('GET /v1/playbooks/ratify/versions/99')).toMatchObject({
    status: 404,
    body: { code: 'UnknownPlaybook' },
  });
});

test('a playbook is copied under a new key, and remembers from what', async () => {
  const body = {
    key: 'half-yearly',
    copyOf: { key: 'vulnerable-groups', version: 2 },
    title: 'Half-yearly',
    note: 'Priority',
  };
  const made = await call('POST /v1/playbooks', body);
  expect(made).toMatchObject({
    status: 201,
    body: {
      version: 1,
      origin: 'own',
      title: 'Half-yearly',
      basedOn: { key: 'vulnerable-groups', version: 2 },
      note: 'Priority',
    },
  });
  expect(made.body.warning).toMatch(/danger/);
  expect(await call('POST /v1/playbooks', body)).toMatchObject({ status: 201, body: made.body });
  expect(await call('POST /v1/playbooks', { ...body, title: 'Other' })).toMatchObject({
    status: 409,
    body: { code: 'PlaybookExists' },
  });
});

test('every save is a new version, and only of what was read', async () => {
  const { cadence } = await current('general');
  const change = { cadence: { ...cadence, everyDays: 60 } };
  expect(await call('PUT /v1/playbooks/general', change)).toMatchObject({ status: 428 });
  const saved = await call('PUT /v1/playbooks/general', change, ifMatch(2));
  expect(saved).toMatchObject({ status: 200, headers: { etag: '"3"' }, body: { version: 3, isCurrent: true } });
  expect(saved.body.cadence.everyDays).toBe(60);
  expect(await call('PUT /v1/playbooks/general', change, ifMatch(2))).toMatchObject({
    status: 412,
    body: { code: 'ChangedMeanwhile' },
  });
  expect((await call('GET /v1/playbooks/general/versions/2')).body).toMatchObject({
    isCurrent: false,
    cadence: { everyDays: 90 },
  });
  const at = { 'if-match': '"3"' };
  const both = await Promise.all(
    [1, 2].map((rung) => call('PUT /v1/playbooks/general', { deteriorationRung: rung }, at)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('everything that is wrong is refused at once, by place and code', async () => {
  const { cadence, ladder } = await current('ratify');
  const change = {
    cadence: { ...cadence, remindAfterDays: [3, 100] },
    ladder: ladder
      .toSpliced(1, 1)
      .map((rung: any) => (rung.rung === 3 ? { ...rung, roles: ['prime-minister'] } : rung)),
    closing: ['depositt'],
  };
  const refused = await call('PUT /v1/playbooks/ratify', change, ifMatch(2));
  expect(refused).toMatchObject({ status: 422, body: { code: 'PlaybookFaulty' } });
  expect(refused.body.fields.map(({ path, message }: any) => `${path} ${message.split(':')[0]}`)).toEqual(
    expect.arrayContaining([
      '/ladder/1/rung LadderGap',
      '/ladder/1/roles/0 UnknownRole',
      '/cadence/remindAfterDays/1 ReminderAfterEscalation',
      '/closing/0 UnknownMilestone',
    ]),
  );
  expect((await current('ratify')).version).toBe(2);
});

test('a playbook that is written whole must be whole, and one of a megabyte is none', async () => {
  const thin = await call('POST /v1/playbooks', { key: 'thin', title: 'Thin' });
  expect(thin).toMatchObject({ status: 422, body: { code: 'PlaybookFaulty' } });
  expect(thin.body.fields.map(({ path }: any) => path)).toEqual(
    expect.arrayContaining(['/ladder', '/cadence', '/source']),
  );
  const copy = { key: 'big', copyOf: { key: 'general', version: 2 } };
  expect(await call('POST /v1/playbooks', { ...copy, source: 'x'.repeat(1_000_000) })).toMatchObject({ status: 413 });
  expect(await call('POST /v1/playbooks', { ...copy, source: 'x'.repeat(200_000) })).toMatchObject({
    status: 422,
    body: { fields: [{ message: expect.stringMatching(/^TooLarge/) }] },
  });
  expect(await call('POST /v1/playbooks', { ...copy, copyOf: { key: 'general', version: 77 } })).toMatchObject({
    body: { code: 'UnprocessableReference', fields: [{ path: '/copyOf' }] },
  });
});
