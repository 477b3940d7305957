import { strFromU8, unzipSync } from 'fflate';
import { storeAlarmingPlaybook } from '../support/letters.ts';
import { ask, command, openRelance, register, type Answer, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance();
  await storeAlarmingPlaybook(relance.db);
}, 60_000);
afterAll(() => relance.close());
const to = () => relance.app;
const post = (path: string, body: object = {}, headers = {}): Promise<Answer> =>
  ask(to(), `POST /v1${path}`, body, headers);
const today = (): string => relance.now().slice(0, 10);

/** A State that goes back on what it did (assessment E) gets a drafted letter at once. */
async function drafted(language = 'en') {
  const { recommendationId, people } = await register(to(), {
    playbook: 'alarming',
    text: 'Ratify the Convention & its Protocol',
  });
  const contact = await ask(to(), `GET /v1/contacts/${people['focal-point']}`);
  const headers = { 'if-match': contact.headers.etag };
  await ask(to(), `PATCH /v1/contacts/${people['focal-point']}`, { language }, headers);
  await ask(to(), `PATCH /v1/contacts/${people['validating-authority']}`, { language }, { 'if-match': '"1"' });
  await command(to(), recommendationId, 'start-follow-up');
  await command(to(), recommendationId, 'assess', { assessment: 'E', reason: 'The bill was withdrawn' });
  const { body } = await ask(to(), `GET /v1/letters?recommendationId=${recommendationId}`);
  expect(body.items).toHaveLength(1);
  return { recommendationId, letter: body.items[0], path: `/letters/${body.items[0].id}` };
}
const stateOf = async (id: string) => (await ask(to(), `GET /v1/recommendations/${id}`)).body;
const typesOf = async (id: string): Promise<string[]> =>
  (await ask(to(), `GET /v1/recommendations/${id}/timeline`)).body.map(({ type }: { type: string }) => type);

async function documentOf(path: string) {
  const response = await to().inject({ method: 'GET', url: `/api/v1${path}/document` });
  const files = unzipSync(response.rawPayload);
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const footer = Object.keys(files).find((name) => /footer\d\.xml$/.test(name)) ?? '';
  return { response, text: part('word/document.xml'), footer: part(footer) };
}

test('a letter is drafted, edited, approved, sent and answered; the reply answers the rung', async () => {
  const { recommendationId: id, letter, path } = await drafted();
  expect(letter).toMatchObject({ status: 'draft', language: 'en', stateCode: 'SI', version: 1 });

  const body = { closing: 'With thanks.' };
  const edited = await ask(to(), `PATCH /v1${path}`, { body }, { 'if-match': '"1"' });
  expect(edited).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { version: 2, body } });

  const headers = { 'idempotency-key': `approve-${id}` };
  const approved = await post(`${path}/approval`, {}, headers);
  expect(approved).toMatchObject({ status: 200, body: { status: 'approved', body } });
  expect((await stateOf(id)).rung).toBe(letter.rung);
  expect((await post(`${path}/approval`, {}, headers)).body).toEqual(approved.body);
  expect((await post(`${path}/approval`)).body.code).toBe('LetterNotWaiting');

  const sent = await post(`${path}/sent`, { sentOn: today(), scan: 'registry/2026/77' });
  expect(sent).toMatchObject({ status: 200, body: { status: 'sent', sentOn: today(), scan: 'registry/2026/77' } });
  expect((await post(`${path}/sent`, { sentOn: today() })).body.code).toBe('LetterAlreadySent');

  const reply = { receivedOn: today(), note: 'The bill is back', implementation: 'in-progress' };
  expect(await post(`${path}/reply`, reply)).toMatchObject({
    status: 200,
    body: { status: 'answered', repliedOn: today() },
  });
  expect(await stateOf(id)).toMatchObject({ rung: 0, implementation: 'in-progress', draft: null });
  expect((await post(`${path}/reply`, reply)).body.code).toBe('LetterAlreadyAnswered');
  const types = await typesOf(id);
  for (const type of ['EscalationRaised', 'LetterSent', 'LetterAnswered'])
    expect(types.filter((each) => each === type)).toHaveLength(1);
}, 60_000);

test('approving the rung by its own command approves the letter; a dismissed rung withdraws it', async () => {
  const one = await drafted();
  await command(to(), one.recommendationId, 'approve-escalation', { rung: one.letter.rung });
  expect((await ask(to(), `GET /v1${one.path}`)).body).toMatchObject({ status: 'approved' });
  const other = await drafted();
  await command(to(), other.recommendationId, 'dismiss-escalation', { rung: other.letter.rung, reason: 'Not now' });
  expect((await ask(to(), `GET /v1${other.path}`)).body).toMatchObject({
    status: 'withdrawn',
    withdrawnBecause: 'dismissed',
  });
  expect((await post(`${other.path}/approval`)).body.code).toBe('LetterNotWaiting');
  const change = await ask(to(), `PATCH /v1${other.path}`, { language: 'fr' }, { 'if-match': '"1"' });
  expect(change).toMatchObject({ status: 409, body: { code: 'LetterWithdrawn' } });
}, 60_000);

test('what comes too early, too late or without having been read is refused', async () => {
  const { path } = await drafted();
  const edit = { body: { closing: 'x' } };
  expect(await post(`${path}/sent`, { sentOn: today() })).toMatchObject({
    status: 409,
    body: { code: 'LetterNotApproved' },
  });
  expect(await post(`${path}/reply`, { receivedOn: today(), note: 'x' })).toMatchObject({
    body: { code: 'LetterNotSent' },
  });
  expect(await ask(to(), `PATCH /v1${path}`, edit)).toMatchObject({
    status: 428,
    body: { code: 'PreconditionRequired' },
  });
  const stale = await ask(to(), `PATCH /v1${path}`, edit, { 'if-match': '"7"' });
  expect(stale).toMatchObject({ status: 412, body: { code: 'ChangedMeanwhile' } });
  const bent = async (body: object) => (await ask(to(), `PATCH /v1${path}`, { body }, { 'if-match': '"1"' })).body;
  expect(await bent({ paragraphs: ['fine', 'not\u0000fine'] })).toMatchObject({
    fields: [{ path: '/body/paragraphs/1' }],
  });
  expect(await bent({ paragraphs: ['fine', ' '] })).toMatchObject({ fields: [{ path: '/body/paragraphs/1' }] });
  expect(await bent({ addressee: ['two\nlines'] })).toMatchObject({ fields: [{ path: '/body/addressee/0' }] });
  expect(await bent({})).toMatchObject({ code: 'InvalidField', fields: [{ path: '/' }] });
  await post(`${path}/approval`);
  expect((await post(`${path}/sent`, { sentOn: '2999-01-01' })).body.code).toBe('DateInTheFuture');
  await post(`${path}/sent`, { sentOn: today() });
  const late = await post(`${path}/reply`, { receivedOn: '2001-01-01', note: 'x' });
  expect(late).toMatchObject({ status: 422, body: { code: 'ReplyBeforeSending', fields: [{ path: '/receivedOn' }] } });
  expect((await post(`${path}/reply`, { receivedOn: today(), note: ' ' })).body.code).toBe('EmptyNote');
  const after = await ask(to(), `PATCH /v1${path}`, edit, { 'if-match': '"1"' });
  expect(after).toMatchObject({ status: 409, body: { code: 'LetterAlreadySent' } });
  for (const action of ['', '/document'])
    expect((await ask(to(), `GET /v1/letters/let_no${action}`)).body.code).toBe('UnknownLetter');
}, 60_000);

test('the list is filtered and paged without loss', async () => {
  await drafted();
  await drafted();
  const all = (await ask(to(), 'GET /v1/letters?limit=200')).body.items.map(({ id }: { id: string }) => id);
  const paged: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await ask(to(), `GET /v1/letters?limit=2${cursor && `&cursor=${cursor}`}`);
    paged.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.nextCursor === null) break;
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(all);
  const count = async (query: string) => (await ask(to(), `GET /v1/letters?${query}`)).body.items.length;
  expect(await count('status=draft&state=SI&kind=high-commissioner-letter,note-verbale')).toBeGreaterThan(0);
  expect(await count('state=KE')).toBe(0);
  expect((await ask(to(), 'GET /v1/letters?cursor=nonsense')).body.code).toBe('InvalidCursor');
  expect((await ask(to(), 'GET /v1/letters?staate=SI')).status).toBe(400);
}, 60_000);

test('the document opens as Word, holds the facts, and is the same every time', async () => {
  const { letter, path } = await drafted();
  const { response, text, footer } = await documentOf(path);
  expect(response.headers['content-type']).toContain('wordprocessingml.document');
  const name = letter.reference.replaceAll('/', '-');
  expect(response.headers['content-disposition']).toBe(`attachment; filename="${name}.docx"`);
  for (const fact of [
    letter.reference,
    'Republic of Slovenia',
    'Ratify the Convention &amp; its Protocol',
    'A mission',
    'Relance',
  ])
    expect(text).toContain(fact);
  expect(footer).toContain(letter.reference);
  expect(text).toContain('<w:tbl>');
  expect(text).not.toMatch(/<w:bidi\/>|<w:bidiVisual\/>|<w:rtl\/>/);
  expect((await documentOf(path)).response.rawPayload.equals(response.rawPayload)).toBe(true);
  await ask(to(), `PATCH /v1${path}`, { body: { closing: 'Another one.' } }, { 'if-match': '"1"' });
  expect((await documentOf(path)).response.rawPayload.equals(response.rawPayload)).toBe(false);
}, 60_000);

test('another language writes the letter anew, and Arabic runs from right to left', async () => {
  const { path } = await drafted('fr');
  expect((await ask(to(), `GET /v1${path}`)).body.language).toBe('fr');
  const { body } = await ask(to(), `PATCH /v1${path}`, { language: 'ar' }, { 'if-match': '"1"' });
  expect(body).toMatchObject({ language: 'ar', version: 2 });
  expect(body.body.paragraphs[0]).toMatch(/التوصية/);
  const { text } = await documentOf(path);
  expect(text).toContain('جمهورية سلوفينيا');
  expect(text).toMatch(/<w:bidi\/>/);
  expect(text).toMatch(/<w:bidiVisual\/>/);
  expect(text).toMatch(/<w:rtl\/>/);
}, 60_000);

test('a State says in which language it is written to', async () => {
  expect((await ask(to(), 'GET /v1/states/KE/letter-language')).body).toEqual({ language: null });
  expect((await ask(to(), 'PUT /v1/states/KE/letter-language', { language: 'fr' })).status).toBe(200);
  expect((await ask(to(), 'GET /v1/states/KE/letter-language')).body).toEqual({ language: 'fr' });
  expect((await ask(to(), 'PUT /v1/states/KE/letter-language', { language: 'xx' })).body.code).toBe('InvalidField');
  expect((await ask(to(), 'GET /v1/states/XX/letter-language')).body.code).toBe('UnknownState');
});
