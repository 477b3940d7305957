import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { verifyLog } from '../../db/verify-log.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let ministry: string;
let contactId: string;
beforeAll(async () => {
  relance = await openRelance();
  ministry = (await post('institutions', { name: 'Ministry of Justice', kind: 'ministry', stateCode: 'SI' })).body.id;
  const person = { name: 'Zvonimira Novak', address: 'z@justice.example', timeZone: 'Europe/Ljubljana' };
  contactId = (await post('contacts', { ...person, institutionId: ministry })).body.id;
});
afterAll(() => relance.close());

const to = () => relance.app;
const post = (path: string, body: object, headers = {}) => ask(to(), `POST /v1/${path}`, body, headers);
const get = (path: string) => ask(to(), `GET /v1/${path}`);
const meeting = (over: object = {}) => ({
  kind: 'meeting',
  heldOn: '2026-02-27',
  startTime: '14:30',
  timeZone: 'Europe/Ljubljana',
  place: 'Ljubljana',
  subject: 'The ombudsman bill',
  shareable: 'The bill is in its second reading',
  agreed: [{ point: 'Send the draft', institutionId: ministry, dueOn: '2026-03-31' }],
  stateCodes: ['SI'],
  institutionIds: [ministry],
  contactIds: [contactId],
  ...over,
});
const record = async (over: object = {}): Promise<string> => (await post('dialogue', meeting(over))).body.id;

describe('a conversation over HTTP', () => {
  test('is recorded, read, amended and withdrawn, and its history keeps every step', async () => {
    const made = await post('dialogue', meeting());
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { startsAt: '2026-02-27T13:30:00.000Z', pointsAgreed: 1, hasConfidential: false, isWithdrawn: false },
    });
    const { id } = made.body;
    const amend = (etag: string, change: object) => ask(to(), `PATCH /v1/dialogue/${id}`, change, { 'if-match': etag });
    expect((await ask(to(), `PATCH /v1/dialogue/${id}`, { place: 'Geneva' })).status).toBe(428);
    expect(await amend('"1"', { startTime: '09:00', place: null })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        startsAt: '2026-02-27T08:00:00.000Z',
        place: null,
        subject: 'The ombudsman bill',
        timeZone: 'Europe/Ljubljana',
      },
    });
    expect(await amend('"1"', { place: 'Vienna' })).toMatchObject({ status: 412, body: { code: 'ChangedMeanwhile' } });
    expect(await amend('"2"', { place: null })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await amend('"2"', { timeZone: null })).toMatchObject({
      status: 422,
      body: { fields: [{ path: '/timeZone' }] },
    });
    expect((await post(`dialogue/${id}/withdrawal`, { reason: 'Recorded twice' })).body).toMatchObject({
      isWithdrawn: true,
      withdrawalReason: 'Recorded twice',
    });
    expect(await amend('"3"', { place: 'Vienna' })).toMatchObject({ status: 409, body: { code: 'AlreadyWithdrawn' } });
    const { body } = await get(`dialogue/${id}/timeline`);
    expect(body.map(({ type }: { type: string }) => type)).toEqual([
      'DialogueRecorded',
      'DialogueAmended',
      'DialogueWithdrawn',
    ]);
    expect(body[1].data).toEqual({
      changes: { startTime: '09:00', startsAt: '2026-02-27T08:00:00.000Z', place: null },
    });
    expect((await get(`dialogue/${id}`)).body).toMatchObject({ isWithdrawn: true, shareable: meeting().shareable });
  });

  test('the same key twice is one entry', async () => {
    const headers = { 'idempotency-key': 'meeting-of-february' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('dialogue', meeting(), headers)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await post('dialogue', meeting({ place: 'x' }), headers)).toMatchObject({ status: 422 });
  });

  test.each([
    ['a day to come', { heldOn: '2999-01-01', startTime: null, timeZone: null }, 'HeldInTheFuture', '/heldOn'],
    ['a plan for the past', { isPlanned: true }, 'PlannedInThePast', '/heldOn'],
    ['a letter without a direction', { kind: 'letter' }, 'DirectionMissing', '/direction'],
    ['a time without a zone', { timeZone: null }, 'InvalidField', '/timeZone'],
    ['an unknown institution', { institutionIds: ['inst_no'] }, 'UnprocessableReference', '/institutionIds/0'],
    ['an unknown contact', { contactIds: ['con_no'] }, 'UnprocessableReference', '/contactIds/0'],
    ['an unknown source', { sourceIds: ['src_no'] }, 'UnprocessableReference', '/sourceIds/0'],
    ['an unknown recommendation', { recommendationIds: ['rec_no'] }, 'UnprocessableReference', '/recommendationIds/0'],
    [
      'an unknown entry',
      { links: [{ as: 'replies-to', dialogueId: 'no' }] },
      'UnprocessableReference',
      '/links/0/dialogueId',
    ],
    [
      'somebody unknown who shall do it',
      { agreed: [{ point: 'x', contactId: 'con_no' }] },
      'UnprocessableReference',
      '/agreed/0/contactId',
    ],
    ['a name for an id', { participants: ['Ana'] }, 'InvalidField', '/'],
    ['NUL in the text', { shareable: 'a\u0000b' }, 'InvalidField', '/shareable'],
    ['half a character', { confidential: '\ud800' }, 'InvalidField', '/confidential'],
  ])('%s is refused with its path', async (_, over, code, path) => {
    const before = await relance.db.selectFrom('dialogue_entries').select('id').execute();
    const answer = await post('dialogue', meeting(over));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path);
    expect(await relance.db.selectFrom('dialogue_entries').select('id').execute()).toEqual(before);
  });

  test('a plan may lie ahead, and then happens', async () => {
    const times = { startTime: null, timeZone: null };
    const planned = await post('dialogue', meeting({ heldOn: '2999-01-01', isPlanned: true, ...times }));
    expect(planned.status).toBe(201);
    const change = { isPlanned: false, heldOn: '2026-02-27' };
    const held = await ask(to(), `PATCH /v1/dialogue/${planned.body.id}`, change, { 'if-match': '"1"' });
    expect(held.body).toMatchObject({ isPlanned: false, heldOn: '2026-02-27' });
  });

  test('entries are tied to each other and to missions, and say who refers to them', async () => {
    const { sourceId } = await register(to());
    const first = await record();
    const second = await record({ links: [{ as: 'follows-up', dialogueId: first }] });
    const tie = (method: string, path: string) => ask(to(), `${method} /v1/dialogue/${second}/links/${path}`);
    expect((await tie('PUT', `relates-to/source/${sourceId}`)).body).toMatchObject({ version: 2 });
    expect((await tie('PUT', `relates-to/source/${sourceId}`)).body).toMatchObject({ version: 2 });
    expect((await get(`dialogue/${first}`)).body.referredToBy).toEqual([{ as: 'follows-up', dialogueId: second }]);
    expect((await tie('DELETE', `follows-up/dialogue/${first}`)).body.links).toEqual([
      { as: 'relates-to', to: 'source', id: sourceId },
    ]);
    expect((await get(`dialogue/${first}`)).body.referredToBy).toEqual([]);
    expect((await tie('PUT', `replies-to/source/${sourceId}`)).body.code).toBe('LinkNotPossible');
    expect((await tie('PUT', `relates-to/dialogue/${second}`)).body.code).toBe('LinkToItself');
    expect((await tie('PUT', 'relates-to/source/src_no')).body.code).toBe('UnprocessableReference');
    expect((await tie('PUT', `answers/recommendation/${sourceId}`)).status).toBe(400);
  });

  test('lists are filtered, searched and paged without a gap', async () => {
    const { sourceId, recommendationId } = await register(to());
    const kenya = { stateCodes: ['KE'], sourceIds: [sourceId], recommendationIds: [recommendationId] };
    const ids = [];
    for (const [index, kind] of ['call', 'workshop', 'consultation', 'call', 'meeting'].entries())
      ids.push(
        await record({ kind, heldOn: `2026-01-1${index}`, shareable: `About number ${index} axolotl`, ...kenya }),
      );
    const list = async (query: string) =>
      (await get(`dialogue?direction=asc&q=axolotl&${query}`)).body.items.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`dialogue?direction=asc&q=axolotl&limit=2${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    expect(seen).toEqual(ids);
    expect(await list('kind=call')).toEqual([ids[0], ids[3]]);
    expect(await list('from=2026-01-12&to=2026-01-13')).toEqual([ids[2], ids[3]]);
    for (const query of [`state=KE`, `state=SI`, `institutionId=${ministry}`, `contactId=${contactId}`])
      expect(await list(query)).toEqual(ids);
    expect(await list(`recommendationId=${recommendationId}&sourceId=${sourceId}`)).toEqual(ids);
    for (const query of ['state=FR', 'institutionId=inst_no', 'contactId=con_no', 'sourceId=no', 'planned=true'])
      expect(await list(query)).toEqual([]);
    expect((await get('dialogue?cursor=abc')).body.code).toBe('InvalidCursor');
  });
});

describe('what was said in confidence', () => {
  test('is read at its own address and stands nowhere else', async () => {
    const word = `Q${randomBytes(8).toString('hex')}`;
    const control = `C${randomBytes(8).toString('hex')}`;
    const headers = { 'idempotency-key': `confided-${control}` };
    const body = meeting({ confidential: `The minister said ${word}`, shareable: control });
    const made = await post('dialogue', body, headers);
    const { id } = made.body;
    const amended = { confidential: `The minister took back ${word}` };
    const change = await ask(to(), `PATCH /v1/dialogue/${id}`, amended, { 'if-match': '"1"' });
    expect(change.status).toBe(200);
    const part = await get(`dialogue/${id}/confidential`);
    expect(part).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { text: amended.confidential, isIntact: true },
    });
    const pages = [made.body, (await post('dialogue', body, headers)).body, change.body];
    for (const path of [
      `dialogue/${id}`,
      `dialogue/${id}/timeline`,
      'dialogue',
      `dialogue?q=${word}`,
      'states/SI/timeline',
    ])
      pages.push((await get(path)).body);
    expect(JSON.stringify(pages)).not.toContain(word);
    expect((await get(`dialogue?q=${word}`)).body.items).toEqual([]);
    expect(await tablesWith(word)).toEqual(['dialogue_confidential']);
    expect(await tablesWith(control)).toEqual(['dialogue_entries', 'events', 'idempotency_keys']);
  });

  test('an entry without it says so', async () => {
    expect(await get(`dialogue/${await record()}/confidential`)).toMatchObject({
      status: 404,
      body: { code: 'NoConfidentialPart' },
    });
    const id = await record({ confidential: 'x' });
    const taken = await ask(to(), `PATCH /v1/dialogue/${id}`, { confidential: null }, { 'if-match': '"1"' });
    expect(taken.body.hasConfidential).toBe(false);
    expect((await get(`dialogue/${id}/confidential`)).status).toBe(404);
  });

  async function tablesWith(word: string): Promise<readonly string[]> {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
      relance.db,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await sql`select 1 from ${sql.table(name)} t where t::text ilike ${`%${word}%`}`.execute(relance.db);
      if (rows.rows.length > 0) found.push(name);
    }
    return found;
  }
});

describe('a conversation and the follow-ups', () => {
  test('answers a check-in once, whatever keys the requests carry', async () => {
    const { recommendationId } = await register(to());
    const id = await record();
    const answer = (body: object = {}) => post(`dialogue/${id}/answers`, { recommendationId, ...body });
    expect(await answer()).toMatchObject({ status: 409, body: { code: 'NotStarted' } });
    expect((await get(`dialogue/${id}`)).body.links).toEqual([]);
    await command(to(), recommendationId, 'start-follow-up');
    expect(await answer({ implementation: 'implemented' })).toMatchObject({
      status: 422,
      body: { code: 'EvidenceMissing' },
    });
    const first = await answer({ implementation: 'in-progress' });
    expect(first).toMatchObject({ status: 200, body: { recommendationId, dialogueId: id, wasOnRecord: false } });
    const again = await Promise.all(Array.from({ length: 5 }, () => answer({ note: 'Other words' })));
    for (const each of again) expect(each).toMatchObject({ status: 200, body: { wasOnRecord: true } });
    const { body } = await get(`recommendations/${recommendationId}/timeline`);
    const reports = body.filter(({ type }: { type: string }) => type === 'ProgressReported');
    expect(reports).toHaveLength(1);
    expect(reports[0].data).toMatchObject({
      note: 'Meeting of 2026-02-27: The ombudsman bill',
      implementation: 'in-progress',
      via: `dialogue:${id}`,
    });
    expect((await get(`recommendations/${recommendationId}`)).body.implementation).toBe('in-progress');
    expect((await get(`dialogue/${id}`)).body.links).toEqual([
      { as: 'answers', to: 'recommendation', id: recommendationId },
    ]);
  });

  test('a plan and a withdrawn entry answer and open nothing', async () => {
    const { recommendationId, sourceId } = await register(to());
    await command(to(), recommendationId, 'start-follow-up');
    const planned = await record({ heldOn: '2999-01-01', isPlanned: true });
    const withdrawn = await record();
    await post(`dialogue/${withdrawn}/withdrawal`, { reason: 'x' });
    for (const [id, code] of [
      [planned, 'StillPlanned'],
      [withdrawn, 'AlreadyWithdrawn'],
    ]) {
      expect((await post(`dialogue/${id}/answers`, { recommendationId })).body.code).toBe(code);
      expect((await post(`dialogue/${id}/recommendations`, { sourceId, text: 'x' })).body.code).toBe(code);
    }
    const { body } = await get(`recommendations/${recommendationId}/timeline`);
    expect(body.filter(({ type }: { type: string }) => type === 'ProgressReported')).toEqual([]);
    expect((await post('dialogue/dlg_no/answers', { recommendationId })).body.code).toBe('UnknownDialogue');
    expect((await post(`dialogue/${await record()}/answers`, { recommendationId: 'rec_no' })).body).toMatchObject({
      code: 'UnprocessableReference',
      fields: [{ path: '/recommendationId' }],
    });
  });

  test('opens a recommendation, from the mission and for the State that it names', async () => {
    const { sourceId } = await register(to());
    const id = await record({ sourceIds: [sourceId] });
    const headers = { 'idempotency-key': `open-${id}` };
    const opened = await post(`dialogue/${id}/recommendations`, { text: 'Adopt the bill' }, headers);
    expect(opened).toMatchObject({ status: 201, body: { sourceId, stateCode: 'SI', status: 'not-started' } });
    expect((await post(`dialogue/${id}/recommendations`, { text: 'Adopt the bill' }, headers)).body.id).toBe(
      opened.body.id,
    );
    expect((await get(`dialogue/${id}`)).body.links).toEqual([
      { as: 'opens', to: 'recommendation', id: opened.body.id },
      { as: 'relates-to', to: 'source', id: sourceId },
    ]);
    const unsaid = await post(`dialogue/${await record({ stateCodes: ['SI', 'KE'] })}/recommendations`, { text: 'x' });
    expect(unsaid).toMatchObject({ status: 422, body: { code: 'InvalidField', fields: [{ path: '/sourceId' }] } });
  });
});

test('the timelines of a State and of a mission tell mission, dialogue, recommendation and follow-up in one line', async () => {
  const source = (await post('sources', { kind: 'mission', stateCode: 'UY', title: 'A visit', startsOn: '2026-02-01' }))
    .body.id;
  const id = await record({ stateCodes: [], sourceIds: [source], heldOn: '2026-02-03' });
  const opening = { text: 'Adopt the bill', stateCode: 'UY', paragraph: '12' };
  const recommendationId = (await post(`dialogue/${id}/recommendations`, opening)).body.id;
  await command(to(), recommendationId, 'start-follow-up');
  await post(`dialogue/${id}/answers`, { recommendationId, implementation: 'planned' });
  for (const path of ['states/UY/timeline', `sources/${source}/timeline`]) {
    const { items } = (await get(`${path}?direction=asc`)).body;
    const summaries = items.map(({ summary }: { summary: string }) => summary);
    expect(summaries.slice(0, 4)).toEqual([
      'Mission: A visit',
      'Meeting with Ministry of Justice, Ljubljana; 1 point agreed',
      'Recommendation registered, paragraph 12, playbook legislation',
      expect.stringMatching(/^Follow-up started with playbook legislation, version \d+; position: pending$/),
    ]);
    expect(summaries).toContain('Progress reported in a conversation: planned');
    expect(JSON.stringify(items)).not.toMatch(/Novak|Adopt the bill|second reading/);
    for (const { href } of items) expect(await ask(to(), `GET ${href}`)).toMatchObject({ status: 200 });
    const newest = (await get(`${path}?limit=1`)).body;
    expect(newest.items).toEqual([items.at(-1)]);
    expect((await get(`${path}?limit=1&direction=asc&cursor=${newest.nextCursor}`)).body.code).toBe('InvalidCursor');
  }
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
});
