import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followUpId } from '../../domain/ids.ts';
import { getState } from '../../workflows/messages.ts';
import { startTemporalServer, type TemporalServer } from '../../worker/temporal-server.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

const namespace = process.env.RELANCE_TEST_TEMPORAL_NAMESPACE ?? '';
const keyNamed = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [older, newer] = [keyNamed('older'), keyNamed('newer')];

let folder: string;
let server: TemporalServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-encryption-'));
  const cli = process.env.RELANCE_TEST_TEMPORAL_CLI ?? '';
  server = await startTemporalServer({ cli, namespace, file: join(folder, 'temporal.db') });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All that Temporal has written, its write-ahead log with it. */
async function temporalHolds(word: string): Promise<boolean> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('temporal.db'));
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
  return contents.some((content) => content.includes(word));
}

type Words = { readonly note: string; readonly reason: string; readonly fault: string };
const wordsOf = (of: string): Words => ({
  note: `${of}: Ana Novak answers`,
  reason: `${of}: Bor Kos is ill`,
  fault: `${of}: it cannot be stored`,
});

/** A follow-up with notes, a campaign with its Schedule, a question to a running workflow, and a command that fails. */
async function liveWith(relance: Relance, { note, reason, fault }: Words): Promise<string> {
  const { recommendationId: id } = await register(relance.app);
  const done = async (name: string, body: object): Promise<void> =>
    expect(await command(relance.app, id, name, body)).toMatchObject({ status: 200 });
  await done('start-follow-up', {});
  await done('report-progress', { note });
  await done('pause', { cause: 'election', reason });
  const { state } = await relance.client.workflow.getHandle(followUpId(id)).query(getState);
  expect(state).toMatchObject({ status: 'paused' });
  const campaign = await ask(relance.app, 'POST /v1/campaigns', {
    title: 'Universal ratification',
    instruments: ['CEDAW'],
    states: { kind: 'list', stateCodes: ['SI'] },
    targetOn: '2099-12-31',
  });
  expect(campaign.status).toBe(201);
  const faulty = { commandId: `faulty-${id}`, actor: 'api', command: { type: 'Resume' } } as const;
  const spoken = { ...faulty, actor: `\u0000${fault}` };
  await expect(
    relance.client.workflow.getHandle(followUpId(id)).executeUpdate('resume', { args: [spoken] }),
  ).rejects.toThrow();
  return id;
}

const telling = ({ note, reason, fault }: Words): readonly string[] => [
  note,
  reason,
  fault,
  '"recommendationId"',
  '"campaignId"',
  'hold what cannot be stored',
];

test('with keys Temporal keeps no word; the same search without keys finds every one', async () => {
  const sealed = await openRelance({ address: server.address, payloadKeys: older });
  const words = wordsOf('sealed');
  await liveWith(sealed, words);
  for (const word of telling(words)) expect([word, await temporalHolds(word)]).toEqual([word, false]);
  await sealed.close();

  const clear = await openRelance({ address: server.address });
  const control = wordsOf('clear');
  await liveWith(clear, control);
  for (const word of telling(control)) expect([word, await temporalHolds(word)]).toEqual([word, true]);
  await clear.close();
}, 60_000);

test('keys come and change while a follow-up runs: it reads what came before and writes with the newest', async () => {
  const database = await openPGliteDatabase();
  const taskQueue = `test-${randomBytes(6).toString('hex')}`;
  const opened = (payloadKeys?: string) =>
    openRelance({
      address: server.address,
      database: { ...database, close: async () => {} },
      taskQueue,
      ...(payloadKeys === undefined ? {} : { payloadKeys }),
    });
  const leave = async (relance: Relance): Promise<void> => {
    await relance.stopWorker();
    await relance.app.close();
    await relance.smtp.stop();
  };
  const first = await opened();
  const { recommendationId: id } = await register(first.app);
  await command(first.app, id, 'start-follow-up');
  await leave(first);
  for (const [keys, note] of [
    [older, 'under the older key'],
    [`${newer},${older}`, 'under the newer key'],
  ] as const) {
    const relance = await opened(keys);
    expect(
      (await command(relance.app, id, 'report-progress', { note }, { 'idempotency-key': note.replaceAll(' ', '-') }))
        .status,
    ).toBe(200);
    expect(await temporalHolds(note)).toBe(false);
    await leave(relance);
  }
  const both = await opened(`${newer},${older}`);
  const { events } = await both.client.workflow.getHandle(followUpId(id)).fetchHistory();
  const keyIds = JSON.stringify(events).match(/encryption-key-id/g) ?? [];
  expect(keyIds.length).toBeGreaterThan(2);
  expect((events ?? []).filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
  await leave(both);

  // The worker's log says which key is missing; whoever asks hears that it cannot be read.
  const lost = await opened(newer);
  await expect(lost.client.workflow.getHandle(followUpId(id)).query(getState)).rejects.toThrow('Encoded failure');
  await lost.close();
  await database.close();
}, 60_000);
