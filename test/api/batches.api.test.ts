import { registerBatch } from '../../db/register/batches.ts';
import { batchWorkflowId } from '../../domain/ids.ts';
import { recover } from '../../worker/recover.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let office: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-01-05T06:00:00.000Z' });
  office = await register(relance.app);
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const keyed = (key: string) => ({ 'idempotency-key': key });
const eventsOf = async (id: string, type: string): Promise<any[]> =>
  (await call(`GET /v1/recommendations/${id}/timeline`)).body.filter((event: any) => event.type === type);
const lineOf = async (id: string): Promise<any> => (await call(`GET /v1/recommendations/${id}`)).body;

async function started(count: number, over: object = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await office.recommend(over);
    expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
    ids.push(id);
  }
  await eventually(async () => {
    for (const id of ids) expect(await eventsOf(id, 'RoundOpened')).toHaveLength(1);
  });
  return ids;
}
const finished = (id: string): Promise<any> =>
  eventually(async () => {
    const { body } = await call(`GET /v1/batches/${id}`);
    expect(body.isFinished).toBe(true);
    return body;
  }, 50_000);
const edited = async (key: string, change: object): Promise<number> => {
  const [current] = (await call(`GET /v1/playbooks/${key}`)).body;
  const saved = await call(`PUT /v1/playbooks/${key}`, change, { 'if-match': `"${current.version}"` });
  expect(saved.status).toBe(200);
  return saved.body.version;
};

test('a running follow-up keeps its version until it adopts another, and the preview says what then happens', async () => {
  const [id = ''] = await started(1, { playbook: 'ratify' });
  const { cadence } = (await call('GET /v1/playbooks/ratify')).body[0];
  const version = await edited('ratify', { cadence: { ...cadence, everyDays: 120, remindBeforeDays: [30] } });
  const before = await lineOf(id);
  expect(before).toMatchObject({ playbookVersion: 2, round: { dueOn: '2026-07-06' } });

  const playbook = { key: 'ratify', version };
  const seen = await call('POST /v1/playbook-adoptions/preview', { playbook, recommendationIds: [id] });
  expect(seen.body).toMatchObject({ total: 1, concerned: 1, items: [{ recommendationId: id }], nextAfterId: null });
  const { preview } = seen.body.items[0];
  expect(preview.moved.find(({ kind }: any) => kind === 'check-in').after).toMatch(/^2026-05-05/);
  expect(preview.dropped.map(({ offsetDays }: any) => offsetDays)).toEqual([-14, -3]);
  expect((await lineOf(id)).version).toBe(before.version);

  const wish = { playbook, recommendationIds: [id], reason: 'Half-yearly is too slow' };
  expect(await call('POST /v1/playbook-adoptions', wish, keyed('one'))).toMatchObject({ status: 200 });
  await eventually(async () => expect((await lineOf(id)).round.dueOn).toBe('2026-05-05'));
  expect(await lineOf(id)).toMatchObject({ playbookVersion: version });
  expect((await eventsOf(id, 'PlaybookAdopted'))[0].data).toMatchObject({ to: playbook, reason: wish.reason });
  expect(await call('POST /v1/playbook-adoptions', wish)).toMatchObject({
    status: 409,
    body: { code: 'SamePlaybook' },
  });
});

test('many adopt through a batch, which leaves out whom it does not concern', async () => {
  const ids = await started(3, { playbook: 'legislation' });
  const version = await edited('legislation', { title: 'Laws' });
  const unstarted = await office.recommend({ playbook: 'legislation' });
  await command(relance.app, ids[2]!, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  const wish = { playbook: { key: 'legislation', version }, filter: { playbook: ['legislation'] } };
  const seen = await call('POST /v1/playbook-adoptions/preview', { ...wish, limit: 1 });
  expect(seen.body).toMatchObject({ total: 4, concerned: 2, notConcerned: { NotOpen: 1, NotStarted: 1 } });
  expect(seen.body.nextAfterId).toBe(seen.body.items[0].recommendationId);

  const made = await call('POST /v1/playbook-adoptions', { ...wish, reason: 'A better title' }, keyed('many'));
  expect(made).toMatchObject({ status: 202, body: { kind: 'adopt-playbook', total: 2 } });
  expect(await finished(made.body.id)).toMatchObject({ counts: { done: 2, refused: 0, failed: 0 }, undone: [] });
  expect((await lineOf(ids[0]!)).playbookVersion).toBe(version);
  expect((await lineOf(unstarted)).status).toBe('not-started');
  expect((await call('GET /v1/batches')).body.items.map(({ id }: any) => id)).toContain(made.body.id);
});

test('what a selection must be', async () => {
  const playbook = { key: 'general', version: 2 };
  const refused = (body: object) => call('POST /v1/playbook-adoptions', { playbook, reason: 'x', ...body });
  expect(await refused({})).toMatchObject({ status: 422, body: { code: 'InvalidField' } });
  expect(await refused({ recommendationIds: ['rec_a'], filter: {} })).toMatchObject({ status: 422 });
  expect(await refused({ recommendationIds: ['rec_no'] })).toMatchObject({ body: { code: 'UnprocessableReference' } });
  expect(await refused({ filter: {}, playbook: { key: 'general', version: 99 } })).toMatchObject({
    body: { code: 'UnprocessableReference', fields: [{ path: '/playbook' }] },
  });
});

test('a batch survives its worker, its workflow and its own lost answers: nobody is missed, nobody told twice', async () => {
  const ids = await started(45, { playbook: 'national-action-plan' });
  const version = await edited('national-action-plan', { title: 'Plans' });
  const wish = { playbook: { key: 'national-action-plan', version }, recommendationIds: ids, reason: 'A better title' };
  const { body } = await call('POST /v1/playbook-adoptions', wish, keyed('crash'));
  const done = () => relance.db.selectFrom('batch_items').select('number').where('status', '=', 'done').execute();
  const many = (await done()).length;
  await eventually(async () => expect((await done()).length).toBeGreaterThan(many));
  await relance.stopWorker();
  expect((await call(`GET /v1/batches/${body.id}`)).body.isFinished).toBe(false);
  // As a crash leaves it: the commands were durable, and what became of them was not written down.
  await relance.db.updateTable('batch_items').set({ status: 'pending' }).where('batch_id', '=', body.id).execute();
  await relance.client.workflow.getHandle(batchWorkflowId(body.id)).terminate('the cluster is gone');
  await relance.startWorker();
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).batches).toBe(1);
  expect(await finished(body.id)).toMatchObject({ counts: { done: 45, refused: 0, failed: 0 } });
  for (const id of ids) expect(await eventsOf(id, 'PlaybookAdopted')).toHaveLength(1);
  expect((await recover(deps)).batches).toBe(0);
}, 120_000);

test('a batch whose API died before it started is started by recovering; what is refused is named by its code', async () => {
  const [open = '', closed = ''] = await started(2);
  await command(relance.app, closed, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  const command_ = { type: 'Replan', reason: 'Elections' } as const;
  const commands = [open, closed].map((recommendationId) => ({ recommendationId, command: command_ }));
  const batch = { id: 'bat_orphan', kind: 'replan', reason: 'Elections', at: relance.now(), commands } as const;
  await relance.db.transaction().execute((trx) => registerBatch(trx, batch));
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).batches).toBe(1);
  expect(await finished('bat_orphan')).toMatchObject({
    counts: { pending: 0, done: 1, refused: 1, failed: 0 },
    undone: [{ status: 'refused', code: 'NotOpen', count: 1, recommendationIds: [closed] }],
  });
});

test('a date that moves is said to whom it may concern, and reaches them when somebody asks for it', async () => {
  const [id = ''] = await started(1, { playbook: 'legislation' });
  const date = { stateCode: 'SI', event: 'parliament-opening', onDate: '2026-04-13', title: 'Spring session' };
  const made = await call('POST /v1/world-events', date, keyed('opening'));
  expect(made).toMatchObject({ status: 201, body: { ...date, isEstimate: false, version: 1 } });
  expect(made.body.listeners).toBeGreaterThan(0);
  expect((await call('POST /v1/world-events', date, keyed('opening'))).body.id).toBe(made.body.id);
  const { asks, round } = await lineOf(id);
  expect(asks).toBe('gap-analysis');

  const url = `/v1/world-events/${made.body.id}`;
  const earlier = { ...date, onDate: '2026-03-16', isEstimate: true };
  expect((await call(`PUT ${url}`, earlier)).status).toBe(428);
  const moved = await call(`PUT ${url}`, earlier, { 'if-match': '"1"' });
  expect(moved).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { onDate: '2026-03-16', isEstimate: true },
  });
  expect((await call(`PUT ${url}`, earlier, { 'if-match': '"1"' })).body.code).toBe('ChangedMeanwhile');
  expect((await lineOf(id)).round).toEqual(round);

  const replanning = await call(`POST ${moved.body.replanning.replace('/api', '')}`, {
    reason: 'Parliament opens early',
  });
  expect(replanning).toMatchObject({ status: 202, body: { kind: 'replan', total: moved.body.listeners } });
  await finished(replanning.body.id);
  await eventually(async () =>
    expect(await lineOf(id)).toMatchObject({ asks: 'bill', round: { dueOn: '2026-03-16' } }),
  );
  expect(await eventsOf(id, 'ReplanRequested')).toHaveLength(1);

  const anywhere = await call('POST /v1/world-events', { ...date, stateCode: null, event: 'summit', title: 'Summit' });
  const listed = async (query: string) =>
    (await call(`GET /v1/world-events?${query}`)).body.map((each: any) => each.id);
  expect(await listed('state=SI')).toEqual([made.body.id, anywhere.body.id]);
  expect(await listed('state=KE')).toEqual([anywhere.body.id]);
  expect(await listed('event=summit')).toEqual([anywhere.body.id]);
  expect(await listed(`state=SI&afterId=${made.body.id}`)).toEqual([anywhere.body.id]);
  expect((await call(`POST /v1/world-events/${anywhere.body.id}/replanning`, { reason: 'x' })).body.code).toBe(
    'NothingConcerned',
  );
  expect((await call('POST /v1/world-events', { ...date, event: 'world-cup' })).status).toBe(422);
  expect((await call(`DELETE ${url}`, undefined, { 'if-match': '"2"' })).status).toBe(204);
  expect((await call(`GET ${url}`)).body.code).toBe('UnknownWorldEvent');
}, 90_000);
