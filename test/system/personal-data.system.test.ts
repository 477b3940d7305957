import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload } from '@temporalio/common';
import { sql } from 'kysely';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { saveAnswerDraft } from '../../db/register/answer-drafts.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { followUpId } from '../../domain/ids.ts';
import { createPayloadCodec } from '../../worker/payload-codec.ts';
import { readPayloadKeys, type PayloadKey } from '../../worker/payload-keys.ts';
import { getState } from '../../workflows/messages.ts';
import { startTemporalServer, type TemporalServer } from '../../worker/temporal-server.ts';
import { openPGliteDatabase, openPostgresDatabase } from '../support/databases.ts';
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
}, 240_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Which of some words stand in all that Temporal has written, its write-ahead log with it. */
async function heldByTemporal(words: readonly string[]): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('temporal.db'));
  const contents = await Promise.all(
    files.map((name) => readFile(join(folder, name)).catch(() => Buffer.of())), // A journal is gone when its write is done.
  );
  return words.filter((word) => contents.some((content) => content.includes(word)));
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
  expect(await heldByTemporal(telling(words))).toEqual([]);
  await sealed.close();

  const clear = await openRelance({ address: server.address });
  const control = wordsOf('clear');
  await liveWith(clear, control);
  expect(await heldByTemporal(telling(control))).toEqual(telling(control));
  await clear.close();
}, 240_000);

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
  let last = first;
  for (const [keys, note] of [
    [older, 'under the older key'],
    [`${newer},${older}`, 'under the newer key'],
  ] as const) {
    const relance = await opened(keys);
    expect(
      (await command(relance.app, id, 'report-progress', { note }, { 'idempotency-key': note.replaceAll(' ', '-') }))
        .status,
    ).toBe(200);
    expect(await heldByTemporal([note])).toEqual([]);
    if (keys === older) await leave(relance);
    else last = relance;
  }
  const { events } = await last.client.workflow.getHandle(followUpId(id)).fetchHistory();
  const keyIds = JSON.stringify(events).match(/encryption-key-id/g) ?? [];
  expect(keyIds.length).toBeGreaterThan(2);
  expect((events ?? []).filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
  await leave(last);

  // The worker's log says which key is missing; whoever asks hears that it cannot be read.
  const lost = await opened(newer);
  await expect(lost.client.workflow.getHandle(followUpId(id)).query(getState)).rejects.toThrow('Encoded failure');
  await lost.close();
  await database.close();
}, 240_000);

const persons = Array.from({ length: 100 }, (_, index) => ({
  name: `Vesna Erasmus${String.fromCharCode(97 + (index % 26))}${index}`,
  address: `vesna.${index}@ministry.example`,
}));
type Person = (typeof persons)[number];

/** Every row of every table, as a dump holds it. */
async function dumpOf({ db }: Relance): Promise<string> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n').toLowerCase();
}

const foundIn = (text: string): number =>
  persons.filter(({ name, address }) => [name, address].some((word) => text.includes(word.toLowerCase()))).length;

/** Each person stands in the register, in what was answered to whoever registered them, and in what others wrote. */
async function keep({ app, db, now }: Relance, { name, address }: Person): Promise<string> {
  const done = async (request: string, body: object, headers = {}): Promise<any> => {
    const answer = await ask(app, request, body, headers);
    expect([request, answer.status]).toEqual([request, 201]);
    return answer.body;
  };
  const person = { name, address, timeZone: 'Europe/Ljubljana' };
  const { id } = await done('POST /v1/contacts', person, { 'idempotency-key': `new-${address}` });
  await saveAnswerDraft(db, {
    id: `draft-${id}`,
    contactId: id,
    form: { note: `${name} writes` },
    savedAt: now(),
    expiresAt: '2099-01-01T00:00:00.000Z',
  });
  const view = { id: `view-${id}`, title: `Of ${name}`, query: `q=${encodeURIComponent(name)}`, created_at: now() };
  await db.insertInto('saved_views').values(view).execute();
  return id;
}

/** What somebody reads who has Temporal's database and some keys. */
async function readableWith(keys: readonly PayloadKey[], payloads: readonly Payload[]): Promise<string> {
  const codec = createPayloadCodec(keys as [PayloadKey]);
  const texts: string[] = [];
  for (const payload of payloads) {
    const [read] = await codec.decode([payload]).catch(() => [payload]);
    texts.push(Buffer.from(read?.data ?? []).toString());
  }
  return texts.join('\n').toLowerCase();
}

test('a hundred erased persons are found nowhere, where the same search has found all of them before', async () => {
  const log: string[] = [];
  const relance = await openRelance({
    address: server.address,
    database: await openPostgresDatabase(),
    payloadKeys: older,
    api: { logLevel: 'trace', logTo: { write: (line) => void log.push(line) } },
  });
  const { recommendationId: id } = await register(relance.app);
  await command(relance.app, id, 'start-follow-up');
  const ids = await Promise.all(persons.map((person) => keep(relance, person)));
  const entry = { kind: 'call', heldOn: '2026-01-05', subject: 'The bill', stateCodes: ['SI'] };
  const confidential = `${persons.map(({ name }) => name).join(' and ')} doubt it`;
  const said = { ...entry, contactIds: ids.slice(0, 10), shareable: 'It is read again', confidential };
  expect((await ask(relance.app, 'POST /v1/dialogue', said)).status).toBe(201);
  // A search by name and what is refused must not leave the name in the log either.
  await ask(relance.app, `GET /v1/contacts?q=${encodeURIComponent('Vesna Erasmusa0')}`);
  await ask(relance.app, 'POST /v1/contacts', { name: persons[0]?.name, address: persons[0]?.address, timeZone: 'no' });
  // Words that no event took, and that only Temporal has: what is refused there stays in its history.
  const note = persons.map(({ name }) => name).join(', ');
  const lost = { commandId: 'lost', actor: '\u0000', command: { type: 'ReportProgress', note, implementation: null } };
  const handle = relance.client.workflow.getHandle(followUpId(id));
  await expect(handle.executeUpdate('reportProgress', { args: [lost] })).rejects.toThrow();
  const { events } = await handle.fetchHistory();
  const backup = (events ?? []).flatMap(
    (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? [],
  );
  const [old, today] = [readPayloadKeys(older), readPayloadKeys(newer)];

  expect(foundIn(await dumpOf(relance))).toBe(100);
  expect(foundIn(await readableWith(old, backup))).toBe(100);

  const kept = await checksumProjections(relance.db);
  const erase = (contactId: string) =>
    ask(relance.app, `POST /v1/contacts/${contactId}/erasure`, { reason: 'Asked for by letter' });
  for (let from = 0; from < ids.length; from += 10)
    for (const { status } of await Promise.all(ids.slice(from, from + 10).map(erase))) expect(status).toBe(200);

  expect(foundIn(await dumpOf(relance))).toBe(0);
  expect(foundIn(await readableWith(today, backup))).toBe(0);
  expect(await heldByTemporal(persons.flatMap(({ name, address }) => [name, address]))).toEqual([]);
  expect(foundIn(log.join('').toLowerCase())).toBe(0);
  // The log is read at all: what somebody says in it is found.
  relance.app.log.info('Nobody was named');
  expect(log.join('')).toContain('Nobody was named');
  const exported = await ask(relance.app, `GET /v1/contacts/${ids[0]}/personal-data`);
  expect(foundIn(JSON.stringify(exported.body).toLowerCase())).toBe(0);
  expect(await checksumProjections(relance.db)).toEqual(kept);
  await rebuildProjections(relance.db);
  expect(await checksumProjections(relance.db)).toEqual(kept);
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
  await relance.close();
}, 240_000);
