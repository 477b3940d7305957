import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { saveAnswerDraft } from '../../db/register/answer-drafts.ts';
import { saveSuggestion } from '../../db/register/contacts.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { coverage } from '../../db/personal-data/coverage.ts';
import { sql } from 'kysely';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance();
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const contact = async (name: string, address: string): Promise<string> =>
  (await call('POST /v1/contacts', { name, address, timeZone: 'Europe/Ljubljana' }, { 'idempotency-key': address }))
    .body.id;
const erase = (id: string, body: object = {}, headers = {}) =>
  call(`POST /v1/contacts/${id}/erasure`, { reason: 'Asked for by letter', ...body }, headers);

test('every column of the database is classed, and nothing is classed that is not there', async () => {
  const { rows } = await sql<{
    table: string;
    column: string;
  }>`select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely_%'`.execute(
    relance.db,
  );
  const there = rows.map(({ table, column }) => `${table}.${column}`);
  const classed = Object.entries(coverage).flatMap(([table, classes]) =>
    Object.values(classes).flatMap((columns) => columns.map((column) => `${table}.${column}`)),
  );
  expect(classed.toSorted()).toEqual(there.toSorted());
});

describe('a person who holds nothing', () => {
  let id: string;
  let other: string;
  let dialogueId: string;
  beforeAll(async () => {
    id = await contact('Ana Novak', 'ana.novak@ministry.example');
    other = await contact('Bor Kos', 'bor.kos@ministry.example');
    await call(`POST /v1/contacts/${id}/absences`, { fromOn: '2099-01-04', untilOn: '2099-01-08' });
    await call(`POST /v1/contacts/${id}/calendar-feed`);
    const draft = { form: { note: 'half a word' }, savedAt: relance.now(), expiresAt: '2099-01-01T00:00:00.000Z' };
    await saveAnswerDraft(relance.db, { id: 'draft', contactId: id, ...draft });
    await saveSuggestion(relance.db, other, 'Ask Ana Novak instead');
    await call('POST /v1/saved-views', { title: 'What Ana Novak has', query: 'q=ana+novak' });
    const said = { kind: 'call', heldOn: '2026-01-05', subject: 'The bill', stateCodes: ['SI'], contactIds: [id] };
    const words = {
      shareable: 'It is read a second time',
      confidential: 'ANA NOVAK doubts it; Diana Novakova does not',
    };
    dialogueId = (await call('POST /v1/dialogue', { ...said, ...words })).body.id;
  });

  test('all that is kept about them comes in sections', async () => {
    const { status, body } = await call(`GET /v1/contacts/${id}/personal-data`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      contact: { name: 'Ana Novak', address: 'ana.novak@ministry.example' },
      roles: { stateRoles: [], followUps: [] },
      absences: [{ from_on: '2099-01-04' }],
      dialogue: { isWhole: true, items: [{ id: dialogueId, hasConfidentialPart: true }] },
      drafts: [{ form: { note: 'half a word' } }],
      calendarFeed: { createdAt: expect.any(String) },
      mentions: { nameIsLeft: null },
    });
  });

  test('the preview says what goes and what stays, and changes nothing', async () => {
    const { body } = await call(`GET /v1/contacts/${id}/erasure-preview`);
    expect(body.goes).toMatchObject({ contacts: 1, absences: 1, answer_drafts: 1, calendar_feeds: 1 });
    expect(body.mentions).toEqual(
      expect.arrayContaining([
        { table: 'dialogue_confidential', column: 'text', rows: 1 },
        { table: 'saved_views', column: 'title', rows: 1 },
      ]),
    );
    expect(body).toMatchObject({ stays: [], emptied: [], roles: 0 });
    expect((await call(`GET /v1/contacts/${id}`)).body.name).toBe('Ana Novak');
  });

  test('once erased they are nobody, wherever one looks, and a repeat changes nothing', async () => {
    const kept = await checksumProjections(relance.db);
    const done = await erase(id, { legalBasis: 'GDPR Article 17(1)(a)' });
    expect(done).toMatchObject({
      status: 200,
      body: { contactId: id, actor: expect.stringMatching(/^token:/), batchId: null },
    });
    expect((await call(`GET /v1/contacts/${id}`)).body).toMatchObject({
      name: '–',
      address: '',
      erasedAt: done.body.at,
    });
    expect((await call('GET /v1/contacts?q=novak')).body).toEqual([]);
    const { body: confidential } = await call(`GET /v1/dialogue/${dialogueId}/confidential`);
    expect(confidential).toMatchObject({
      text: '[…] doubts it; Diana Novakova does not',
      isIntact: false,
      redactedAt: done.body.at,
    });
    expect((await call(`GET /v1/contacts/${other}`)).body.suggestion).toBeNull();
    const views = (await call('GET /v1/saved-views')).body;
    expect(JSON.stringify(views)).not.toMatch(/novak/i);
    const again = await erase(id, { reason: 'Once more' });
    expect(again.body).toEqual(done.body);
    expect((await call('GET /v1/erasures')).body).toHaveLength(1);
    expect(await checksumProjections(relance.db)).toEqual(kept);
  });

  test('nobody can be made of them again: no change, no leave, no role', async () => {
    const change = await call(`PATCH /v1/contacts/${id}`, { address: 'new@a.example' }, { 'if-match': '"2"' });
    expect(change.body.code).toBe('UnknownContact');
    expect((await call('PUT /v1/states/SI/roles/manager', { contactId: id })).body.code).toBe('UnknownContact');
    expect((await call(`GET /v1/contacts/${id}/erasure-preview`)).body.code).toBe('UnknownContact');
    expect((await call(`GET /v1/contacts/${id}/personal-data`)).body.contact.name).toBe('–');
    expect((await erase('con_no')).body.code).toBe('UnknownContact');
  });
});

describe('a person who holds a role', () => {
  let people: Record<string, string>;
  let recommendationId: string;
  beforeAll(async () => {
    ({ people, recommendationId } = await register(relance.app));
    await command(relance.app, recommendationId, 'start-follow-up');
  });

  test('is not erased before it is said who has it then, or that nobody has', async () => {
    const refused = await erase(people['focal-point'] ?? '');
    expect(refused).toMatchObject({ status: 409, body: { code: 'HoldsRoles' } });
    expect(refused.body.fields[0]).toEqual({ path: '/handOverTo', message: 'focal-point of SI' });
    expect((await call(`GET /v1/contacts/${people['focal-point']}`)).body.name).toBe('ana');
  });

  test('gives it on to whoever is named; what was queued goes along, and their links end', async () => {
    const ana = people['focal-point'] ?? '';
    const claim = { contactId: ana, recommendationId, role: 'focal-point' } as const;
    const token = await relance.links.sign(claim, relance.now());
    expect((await call(`GET /answer/${token}`)).status).toBe(200);
    const clara = await contact('Clara Zupan', 'clara.zupan@ministry.example');
    const done = await erase(ana, { handOverTo: { contactId: clara } });
    expect(done).toMatchObject({ status: 200, body: { handOverTo: clara, batchId: expect.stringMatching(/^bat_/) } });
    await eventually(async () => {
      const batch = await call(`GET /v1/batches/${done.body.batchId}`);
      expect(batch.body).toMatchObject({ isFinished: true, counts: { done: 1 } });
    });
    expect((await call('GET /v1/states/SI/roles')).body).toContainEqual({ role: 'focal-point', contactId: clara });
    const waiting = await relance.db.selectFrom('notices').selectAll().where('contact_id', '=', ana).execute();
    expect(waiting.filter(({ status }) => status === 'queued')).toEqual([]);
    expect((await call(`GET /answer/${token}`)).status).toBeGreaterThanOrEqual(400);
  });

  test('leaves it to whoever stands in when that was seen, and the follow-up says that they have left', async () => {
    const vera = people['validating-authority'] ?? '';
    const done = await erase(vera, { leavesRolesEmpty: true });
    expect(done.status).toBe(200);
    await eventually(async () => {
      const events = await relance.db
        .selectFrom('events')
        .select('data')
        .where('type', '=', 'ContactFoundUnreachable')
        .execute();
      expect(events.map(({ data }) => data)).toEqual([
        expect.objectContaining({ contactId: vera, because: 'departed', role: 'validating-authority' }),
      ]);
    });
    expect((await call('GET /v1/states/SI/roles')).body.map(({ role }: any) => role)).not.toContain(
      'validating-authority',
    );
  });

  test('afterwards the log is whole, and projections made anew are equal', async () => {
    await eventually(async () => {
      const pending = await relance.db
        .selectFrom('batch_items')
        .select('number')
        .where('status', '=', 'pending')
        .execute();
      expect(pending).toEqual([]);
    });
    const kept = await checksumProjections(relance.db);
    await rebuildProjections(relance.db);
    expect(await checksumProjections(relance.db)).toEqual(kept);
    expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
  });
});
