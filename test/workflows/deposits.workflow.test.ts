import { createGateway } from '../../api/gateway.ts';
import { findStart } from '../../db/queries/start.ts';
import { recover } from '../../worker/recover.ts';
import { batchWorkflowId } from '../../domain/ids.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { denunciation, deposit, recordEntry, startBatches, strikeOut } from '../support/treaty-status.ts';

let relance: Relance;
let recommend: (more?: object) => Promise<string>;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-05-04T06:00:00.000Z' });
  ({ recommend } = await register(relance.app));
}, 120_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const whole = async (id: string): Promise<any> => (await call(`GET /v1/recommendations/${id}`)).body;
const typesOf = async (id: string): Promise<readonly string[]> =>
  (await call(`GET /v1/recommendations/${id}/timeline`)).body.map(({ type }: { type: string }) => type);
const countOf = async (id: string, type: string): Promise<number> =>
  (await typesOf(id)).filter((each) => each === type).length;
const start = async (id: string) => {
  const answer = await command(relance.app, id, 'start-follow-up');
  expect(answer.status).toBe(200);
  return answer.body;
};
const started = async (more: object): Promise<string> => {
  const id = await recommend({ playbook: 'ratify', ...more });
  await start(id);
  return id;
};
const isClosed = (id: string) =>
  eventually(async () =>
    expect(await whole(id)).toMatchObject({ status: 'closed', closureReason: 'implemented-and-verified' }),
  );
const told = async (status: readonly [string, string], entry: Parameters<typeof recordEntry>[3]): Promise<void> =>
  void (await startBatches(relance, await recordEntry(relance.db, status, relance.now(), entry)));
const today = (): string => relance.now().slice(0, 10);

test('a deposit closes whoever asks for it, a part of a split one too, and leaves another State alone', async () => {
  const simple = await started({ text: 'Ratify CEDAW' });
  const compound = await started({ text: 'Ratify CEDAW and its Optional Protocol' });
  const split = await started({ text: 'Ratify CEDAW and the Convention on the Rights of the Child' });
  const mixed = await started({ text: 'Ratify CEDAW and adopt a law against violence' });
  const named = await started({ text: 'Train judges on CEDAW', playbook: 'general', instruments: ['CEDAW'] });
  const abroad = await started({ text: 'Ratify CEDAW', stateCode: 'HR' });
  const parts = [{ text: 'Ratify CEDAW' }, { text: 'Ratify the Convention on the Rights of the Child' }];
  expect((await command(relance.app, split, 'split', { parts })).status).toBe(200);
  await eventually(async () =>
    expect((await whole(split)).parts.map((part: any) => part.status)).toEqual(['open', 'open']),
  );
  const [part] = (await whole(split)).parts.map((each: any) => each.recommendationId);
  await command(relance.app, simple, 'pause', { reason: 'Elections' });

  await told(['SI', 'CEDAW'], deposit(today()));
  for (const id of [simple, part]) await isClosed(id);
  await eventually(async () =>
    expect((await whole(split)).parts.find((each: any) => each.recommendationId === part).status).toBe('closed'),
  );
  expect((await whole(split)).status).toBe('open');
  for (const id of [compound, mixed, named]) {
    await eventually(async () => expect(await typesOf(id)).toContain('DepositRecorded'));
    expect((await whole(id)).status).toBe('open');
  }
  expect(await typesOf(abroad)).not.toContain('DepositRecorded');

  const notices = (await call('GET /v1/notices?limit=200')).body.items;
  const kindsOf = (id: string) =>
    notices.filter((notice: any) => notice.recommendationId === id).map(({ kind }: any) => kind);
  expect(kindsOf(simple)).toEqual(expect.arrayContaining(['deposit-closed', 'next-steps-opened', 'closed']));
  for (const id of [compound, mixed, named]) expect(kindsOf(id)).toContain('deposit-recorded');

  await told(['SI', 'OP-CEDAW'], deposit(today()));
  await isClosed(compound);
}, 60_000);

test('one deposit is thanked for once, and opens the report once, by its date', async () => {
  const letters = (await call('GET /v1/letters?kind=letter-of-thanks&state=SI')).body.items;
  expect((await call('GET /v1/today')).body.drafts.items.map(({ id }: { id: string }) => id)).toContain(letters[0].id);
  const thanks = letters.filter(({ body }: any) => !/Optional Protocol/.test(body.paragraphs[0]));
  expect(thanks).toHaveLength(1);
  const [letter] = thanks;
  expect(letter).toMatchObject({ status: 'draft', rung: 0, replyBy: null });
  expect(letter.body.paragraphs[0]).toMatch(/deposit, on \d+ May 2026, of its instrument of ratification of the Conv/);
  expect((await call(`POST /v1/letters/${letter.id}/approval`, {})).body.status).toBe('approved');
  expect((await call(`POST /v1/letters/${letter.id}/approval`, {})).body.code).toBe('LetterNotWaiting');
  const sent = await call(`POST /v1/letters/${letter.id}/sent`, { sentOn: today() });
  expect(sent.body).toMatchObject({ status: 'sent', sentOn: today() });
  const document = await call(`GET /v1/letters/${letter.id}/document`);
  expect(document.status).toBe(200);
  const other = letters.find(({ id }: any) => id !== letter.id);
  expect((await call(`POST /v1/letters/${other.id}/dismissal`, { reason: 'Thanked in person' })).body).toMatchObject({
    status: 'withdrawn',
    withdrawnBecause: 'dismissed',
  });

  const opened = (await call('GET /v1/recommendations?state=SI&status=not-started&limit=200')).body.items;
  const of = (text: RegExp) => opened.filter((each: any) => text.test(each.text));
  expect(of(/initial report under the Convention on the Elimination/)[0]).toMatchObject({
    playbook: 'general',
    targetOn: expect.stringMatching(/^2027-06-/),
  });
  expect(of(/initial report under the Convention on the Elimination/)).toHaveLength(1);
  expect(of(/reservations/)).toEqual([]);
  // One of them asked for the protocol already: no second file is opened for it.
  expect(of(/Ratify or accede to the Optional Protocol/)).toEqual([]);
});

test('a deposit that is put on record over HTTP closes by itself', async () => {
  const abroad = (await call('GET /v1/recommendations?state=HR&instrument=CEDAW')).body.items[0].id;
  const body = { on: today(), how: 'accession' };
  expect((await call('POST /v1/treaty-status/HR/CEDAW/commands/record-deposit', body)).status).toBe(200);
  await isClosed(abroad);
  const [protocol] = (await call('GET /v1/recommendations?state=HR&instrument=OP-CEDAW')).body.items;
  expect(await whole(protocol.id)).toMatchObject({
    openedBy: abroad,
    openedAs: 'next-step',
    playbook: 'ratify',
    instruments: [{ instrument: 'OP-CEDAW', basis: 'stated' }],
  });
});

test('what is deposited before it begins counts at once, and so does what a person says that it asks for', async () => {
  const id = await recommend({ playbook: 'ratify', text: 'Ratify CEDAW' });
  expect(await start(id)).toMatchObject({ settled: [{ instrument: 'CEDAW', hasClosed: true }] });
  await isClosed(id);

  const unread = await started({ text: 'Join the women’s treaty' });
  const read = await call(`GET /v1/recommendations/${unread}/instruments`);
  expect(read).toMatchObject({ headers: { etag: '"1"' }, body: { instruments: [] } });
  const url = `PUT /v1/recommendations/${unread}/instruments`;
  expect((await call(url, { instruments: ['CEDAW'] })).status).toBe(428);
  expect(await call(url, { instruments: ['CEDAW', 'Treaty of Nowhere'] }, { 'if-match': '"1"' })).toMatchObject({
    status: 422,
    body: { fields: [{ path: '/instruments/1' }] },
  });
  const saved = await call(url, { instruments: ['IV-8'] }, { 'if-match': '"1"' });
  expect(saved).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { instruments: [{ instrument: 'CEDAW', basis: 'stated' }], batchId: expect.any(String) },
  });
  expect((await call(url, { instruments: [] }, { 'if-match': '"1"' })).body.code).toBe('ChangedMeanwhile');
  await isClosed(unread);
  expect(
    (await call('GET /v1/recommendations?instrument=CEDAW&limit=200')).body.items.map((each: any) => each.id),
  ).toContain(unread);
});

test('a denunciation opens again what the deposit had closed, the whole with its part; an error of ours undoes itself', async () => {
  const id = await started({ text: 'Ratify the First Optional Protocol to the ICCPR', instruments: ['OP-ICCPR-1'] });
  await told(['SI', 'OP-ICCPR-1'], deposit('2026-01-12'));
  await isClosed(id);
  await told(['SI', 'OP-ICCPR-1'], denunciation(today()));
  await eventually(async () =>
    expect(await whole(id)).toMatchObject({ status: 'open', implementation: 'not-started' }),
  );
  await eventually(async () => expect((await whole(id)).nextStepAt).not.toBeNull());
  expect(await typesOf(id)).toEqual(expect.arrayContaining(['DenunciationRecorded', 'FollowUpReopened']));
  const drafts = (await call(`GET /v1/letters?kind=letter-of-thanks&recommendationId=${id}`)).body.items;
  expect(drafts).toMatchObject([{ status: 'withdrawn', withdrawnBecause: 'denounced' }]);

  const pair = await started({ text: 'Ratify CAT and its Optional Protocol' });
  const parts = [{ text: 'Ratify CAT' }, { text: 'Ratify the Optional Protocol to CAT' }];
  await command(relance.app, pair, 'split', { parts });
  await eventually(async () =>
    expect((await whole(pair)).parts.every((part: any) => part.status === 'open')).toBe(true),
  );
  for (const instrument of ['CAT', 'OPCAT']) await told(['SI', instrument], deposit(today()));
  await isClosed(pair);
  await told(['SI', 'OPCAT'], denunciation(today()));
  await eventually(async () => expect((await whole(pair)).status).toBe('open'));

  const mistaken = await started({ text: 'Ratify the CRPD' });
  await told(['SI', 'CRPD'], deposit(today()));
  await isClosed(mistaken);
  await startBatches(relance, await strikeOut(relance.db, ['SI', 'CRPD'], relance.now()));
  await eventually(async () => expect((await whole(mistaken)).status).toBe('open'));
}, 60_000);

test('a worker that dies in the middle loses nobody and tells nobody twice', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 30; index += 1) ids.push(await started({ text: `Ratify the CPED (${index})` }));
  const batchIds = await recordEntry(relance.db, ['SI', 'CPED'], relance.now(), deposit(today()));
  expect(batchIds).toHaveLength(1);
  await startBatches(relance, batchIds);
  const [batchId = ''] = batchIds;
  const done = () =>
    relance.db
      .selectFrom('batch_items')
      .select('number')
      .where('batch_id', '=', batchId)
      .where('status', '=', 'done')
      .execute();
  await eventually(async () => expect((await done()).length).toBeGreaterThan(3));
  await relance.stopWorker();
  expect((await call(`GET /v1/batches/${batchId}`)).body.isFinished).toBe(false);
  // As a crash leaves it: what was told is durable, and that it was told is not written down.
  await relance.db.updateTable('batch_items').set({ status: 'pending' }).where('batch_id', '=', batchId).execute();
  await relance.client.workflow.getHandle(batchWorkflowId(batchId)).terminate('the cluster is gone');
  await relance.startWorker();
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).batches).toBe(1);
  for (const id of ids) {
    await isClosed(id);
    expect(await countOf(id, 'DepositRecorded')).toBe(1);
    expect(await countOf(id, 'FollowUpClosed')).toBe(1);
  }
  const batch = (await call(`GET /v1/batches/${batchId}`)).body;
  expect(batch).toMatchObject({ kind: 'deposit', counts: { refused: 0, failed: 0 } });
  expect(
    (await call('GET /v1/letters?kind=letter-of-thanks&limit=200')).body.items.filter(({ body }: any) =>
      /Enforced/.test(body.paragraphs[0]),
    ),
  ).toHaveLength(1);
}, 120_000);

test('what a crash kept from being told at the start is found by recovering', async () => {
  await recordEntry(relance.db, ['SI', 'ICMW'], relance.now(), deposit(today()));
  const id = await recommend({ playbook: 'ratify', text: 'Ratify the ICMW' });
  const { submit } = createGateway({ client: relance.client, taskQueue: relance.taskQueue });
  await submit(id, { commandId: 'bare', actor: 'api', command: (await findStart(relance.db, id))! });
  expect((await whole(id)).status).toBe('open');
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).batches).toBe(1);
  await isClosed(id);
  expect((await recover(deps)).batches).toBe(0);
});
