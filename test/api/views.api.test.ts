import { languages } from '../../db/schema.ts';
import { wordsFor } from '../../words/words.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { escaped, linkFor, registerVoice, sendForm, speak, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
let nhri: Awaited<ReturnType<typeof registerVoice>>;
let ngo: Awaited<ReturnType<typeof registerVoice>>;
beforeAll(async () => {
  relance = await openRelance();
  given = await register(relance.app);
  nhri = await registerVoice(relance.app, 'nhri', 'ombudsman');
  ngo = await registerVoice(relance.app, 'ngo', 'watch');
  await ask(relance.app, 'PUT /v1/states/SI/roles/nhri', { contactId: nhri.contactId });
}, 60_000);
afterAll(() => relance.close());

const evidence = [{ url: 'https://gazette.example/act', description: 'The act' }];
async function started(): Promise<string> {
  const id = await given.recommend();
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  await eventually(async () => expect((await read(id)).round).not.toBeNull());
  return id;
}
const linkOf = (id: string, contactId = nhri.contactId, role = 'nhri') => linkFor(relance.app, id, contactId, role);
const read = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const viewsIn = async (id: string) =>
  (await timelineOf(relance.app, id)).filter(({ type }) => type === 'IndependentViewRecorded');
const send = (link: string, fields: Readonly<Record<string, string>>) => sendForm(relance.app, link, fields);

test('the page shows the claim, its evidence, the last words, the assessment and the warning; the form gives one view', async () => {
  const id = await started();
  const link = await linkOf(id);
  await command(relance.app, id, 'assess', { assessment: 'C', reason: 'For our own eyes' });
  await command(relance.app, id, 'claim-implementation', { note: 'The act is in force', evidence });
  const page = await relance.app.inject(link);
  const { view, answer } = wordsFor('en');
  expect(page.headers['cache-control']).toBe('no-store');
  for (const said of [view.warning, view.implemented, 'The act is in force', 'C: not satisfactory', view.submit])
    expect(page.body).toContain(escaped(said));
  expect(page.body).toContain('<a href="https://gazette.example/act" dir="ltr" rel="noopener noreferrer nofollow">');
  for (const unsaid of [
    '<script',
    'For our own eyes',
    answer.choices.implemented.label,
    answer.choices['more-time'].label,
  ])
    expect(page.body).not.toContain(unsaid);

  const nonce = /name="nonce" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const before = await read(id);
  const fields = {
    nonce,
    choice: 'view',
    note: 'Not in force',
    implementation: 'planned',
    evidenceUrl: 'https://a.example',
  };
  for (let times = 0; times < 3; times += 1) expect((await send(link, fields)).statusCode).toBe(200);
  const [event, ...more] = await viewsIn(id);
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    actor: `contact:${nhri.contactId}`,
    data: { role: 'nhri', note: 'Not in force', implementation: 'planned', evidence: [{ url: 'https://a.example' }] },
  });
  const after = await read(id);
  for (const field of ['status', 'round', 'rung', 'implementation', 'assessment', 'claim', 'lastAnswerAt', 'extension'])
    expect([field, after[field]]).toEqual([field, before[field]]);
  expect(after.views).toHaveLength(1);
  const again = await relance.app.inject(link);
  expect(again.body).toContain(escaped(view.labels.ownView));
  expect(again.body).toContain('Not in force');
});

test('opening the page changes nothing, and pressing the button without a word changes nothing', async () => {
  const id = await started();
  const link = await linkOf(id);
  const before = await timelineOf(relance.app, id);
  for (const method of ['GET', 'HEAD'] as const) await relance.app.inject({ method, url: link });
  expect((await send(link, { choice: 'view' })).statusCode).toBe(422);
  expect((await send(link, { choice: 'view', note: 'x', evidenceUrl: 'ftp://x' })).statusCode).toBe(422);
  expect(await timelineOf(relance.app, id)).toEqual(before);
  const bent = await sendForm(relance.app, link, { nonce: '?', choice: 'view', note: 'Kept' });
  expect([bent.statusCode, bent.body.includes('>Kept</textarea>')]).toEqual([422, true]);
  expect(bent.body).toMatch(/name="nonce" value="[\w-]{8,64}"/);
});

test('an address is taken as people write it, and days are those of the reader', async () => {
  const id = await started();
  const link = await linkOf(id);
  const fields = { choice: 'view', note: 'Seen', evidenceUrl: 'www.watch.example/report' };
  expect((await send(link, fields)).statusCode).toBe(200);
  const [{ data, at }] = await viewsIn(id);
  expect(data.evidence).toEqual([{ url: 'https://www.watch.example/report', description: '' }]);
  const { date } = wordsFor('en');
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const path = `/v1/contacts/${nhri.contactId}`;
    const { headers } = await ask(relance.app, `GET ${path}`);
    await ask(relance.app, `PATCH ${path}`, { timeZone }, { 'if-match': headers['etag'] });
    const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
    expect((await relance.app.inject(link)).body).toContain(`<dd>${date(day)}: Seen</dd>`);
  }
});

test.each(['progress', 'implemented', 'milestone', 'more-time'])(
  'whoever sends “%s” to the page of an independent voice answers nothing for the State',
  async (choice) => {
    const id = await started();
    const before = await timelineOf(relance.app, id);
    const forged = { choice, note: 'Done', evidenceUrl: 'https://a.example', untilOn: '2090-01-01' };
    const { statusCode, body } = await send(await linkOf(id), forged);
    expect(statusCode).toBe(422);
    expect(body).toContain(wordsFor('en').answer.wrong.choice);
    expect(await timelineOf(relance.app, id)).toEqual(before);
  },
);

test.each([
  ['open', undefined, {}],
  ['paused', 'pause', { reason: 'Elections' }],
  ['under-verification', 'claim-implementation', { note: 'Done', evidence }],
  ['closed', 'close', { reason: 'overtaken-by-events', note: 'Over' }],
] as const)('a view is taken while the follow-up is %s, and leaves it so', async (status, name, body) => {
  const id = await started();
  const link = await linkOf(id);
  if (name !== undefined) expect((await command(relance.app, id, name, body)).status).toBe(200);
  const page = await relance.app.inject(link);
  const { view, answer } = wordsFor('en');
  if (status !== 'open') expect(page.body).toContain(escaped(view.standing[status]));
  expect(page.body).toContain(escaped(view.warning));
  expect(page.body.includes(answer.choices['not-me'].label)).toBe(status !== 'closed');
  const { round, rung, lastAnswerAt } = await read(id);
  expect((await send(link, { choice: 'view', note: 'As we see it' })).statusCode).toBe(200);
  expect(await read(id)).toMatchObject({ status, round, rung, lastAnswerAt, views: [{ role: 'nhri' }] });
});

test('“not the right person” tells our side, and moves the role to nobody', async () => {
  const id = await started();
  const link = await linkOf(id, ngo.contactId, 'civil-society');
  expect((await send(link, { choice: 'not-me' })).statusCode).toBe(422);
  expect((await send(link, { choice: 'not-me', note: 'Ask the youth council' })).statusCode).toBe(200);
  const last = (await timelineOf(relance.app, id)).at(-1);
  expect(last).toMatchObject({
    type: 'ContactFoundUnreachable',
    data: { contactId: ngo.contactId, role: 'civil-society', because: 'not-me', movedTo: null },
    notices: [{ kind: 'contact-unreachable', role: 'manager' }],
  });
  expect(JSON.stringify(last)).not.toContain('youth council');
  const { body } = await ask(relance.app, `GET /v1/contacts/${ngo.contactId}`);
  expect(body.suggestion).toBe('Ask the youth council');
});

describe.each(languages)('in %s', (language) => {
  const { view, answer, direction } = wordsFor(language);
  test('everything on the page is in that language, also what is wrong and the thanks', async () => {
    await speak(relance.app, nhri.contactId, language);
    const id = await started();
    const link = await linkOf(id);
    const { body, headers } = await relance.app.inject(link);
    expect(headers['content-language']).toBe(language);
    expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
    const { warning, introduction, labels, noEvidence, notAssessed, give, note, stage, submit } = view;
    const said = [view.title, warning, introduction, ...Object.values({ ...labels, ownView: view.title })];
    for (const each of [...said, noEvidence, notAssessed, give.hint, note.hint, stage.hint, view.evidenceHint, submit])
      expect(body).toContain(escaped(each));
    expect(body.includes('<dd lang="en" dir="ltr">')).toBe(language !== 'en');
    if (language !== 'en') expect(body).not.toContain(escaped(wordsFor('en').view.warning));
    expect((await send(link, { choice: 'view' })).body).toContain(escaped(answer.missing.note));
    expect((await send(link, { choice: 'view', note: 'x' })).body).toContain(escaped(view.thanks));
  });
  afterAll(() => speak(relance.app, nhri.contactId, 'en'));
});

describe('a link on demand', () => {
  const ask1 = (id: string, body: object, headers = {}) =>
    ask(relance.app, `POST /v1/recommendations/${id}/answer-links`, body, headers);

  test('is given to whoever holds the role, and opens the page of that role', async () => {
    const id = await started();
    const holder = { contactId: given.people['focal-point'], role: 'focal-point' };
    const { status, body, headers } = await ask1(id, holder);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { ...holder, expiresAt: expect.stringMatching(/Z$/) },
    });
    expect(headers['cache-control']).toBe('no-store');
    const page = await relance.app.inject(new URL(body.url).pathname);
    expect(page.body).toContain(wordsFor('en').answer.choices['more-time'].label);
  });

  test('is given to any NGO and any NHRI for its own voice, and to nobody else', async () => {
    const id = await started();
    const other = await registerVoice(relance.app, 'ngo', 'other-watch');
    const ministry = await registerVoice(relance.app, 'ministry', 'ministry');
    expect((await ask1(id, { contactId: other.contactId, role: 'civil-society' })).status).toBe(200);
    for (const [contactId, role] of [
      [other.contactId, 'nhri'],
      [nhri.contactId, 'civil-society'],
      [other.contactId, 'focal-point'],
      [ministry.contactId, 'civil-society'],
      [given.people['focal-point'], 'nhri'],
    ])
      expect(await ask1(id, { contactId, role })).toMatchObject({
        status: 422,
        body: { code: 'RoleNotHeld', fields: [{ path: '/role' }] },
      });
  });

  test('is refused for what does not exist, or has not begun', async () => {
    const wish = { contactId: nhri.contactId, role: 'nhri' };
    expect(await ask1('rec_no', wish)).toMatchObject({ status: 404, body: { code: 'UnknownRecommendation' } });
    const unstarted = await given.recommend();
    expect(await ask1(unstarted, wish)).toMatchObject({ status: 409, body: { code: 'NotStarted' } });
    const id = await started();
    expect(await ask1(id, { ...wish, contactId: 'con_no' })).toMatchObject({
      status: 422,
      body: { code: 'UnprocessableReference', fields: [{ path: '/contactId' }] },
    });
    expect(await ask1(id, { ...wish, role: 'king' })).toMatchObject({ status: 422, body: { code: 'InvalidField' } });
  });

  test('is kept nowhere, also where a key asks for the same answer again', async () => {
    const id = await started();
    const before = await timelineOf(relance.app, id);
    const key = { 'idempotency-key': 'a-link-of-mine' };
    for (let times = 0; times < 2; times += 1)
      expect((await ask1(id, { contactId: nhri.contactId, role: 'nhri' }, key)).status).toBe(200);
    const kept = await relance.db.selectFrom('idempotency_keys').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('/answer/');
    expect(kept.some((row) => row.key === 'a-link-of-mine')).toBe(false);
    expect(await timelineOf(relance.app, id)).toEqual(before);
  });
});

test('the claim, the assessment and every voice stand side by side, with the newest words of each', async () => {
  const id = await started();
  const path = `GET /v1/recommendations/${id}/views`;
  expect((await ask(relance.app, path)).body).toMatchObject({ disagrees: false, assessment: null, voices: [] });
  await command(relance.app, id, 'report-progress', { note: 'Half of it', implementation: 'partly-implemented' });
  await send(await linkOf(id), { choice: 'view', note: 'Nothing yet', implementation: 'not-started' });
  const ngoLink = await linkOf(id, ngo.contactId, 'civil-society');
  await send(ngoLink, { choice: 'view', note: 'Half of it, yes', implementation: 'partly-implemented' });
  await send(await linkOf(id), {
    choice: 'view',
    note: 'A draft',
    implementation: 'planned',
    evidenceDescription: 'Seen',
  });
  await command(relance.app, id, 'assess', { assessment: 'C', reason: 'A draft is no half' });
  expect((await ask(relance.app, path)).body).toMatchObject({
    recommendationId: id,
    disagrees: true,
    state: { position: 'supported', implementation: 'partly-implemented', words: { note: 'Half of it' }, evidence: [] },
    assessment: { assessment: 'C', reason: 'A draft is no half', disagrees: true },
    voices: [
      {
        role: 'nhri',
        institution: { id: nhri.institutionId, name: 'The ombudsman', kind: 'nhri' },
        implementation: 'planned',
        note: 'A draft',
        evidence: [{ url: '', description: 'Seen' }],
        disagrees: true,
      },
      { role: 'civil-society', institution: { kind: 'ngo' }, note: 'Half of it, yes', disagrees: false },
    ],
  });
  const unstarted = await given.recommend();
  const empty = (await ask(relance.app, `GET /v1/recommendations/${unstarted}/views`)).body;
  expect(empty).toMatchObject({ state: { position: 'supported', implementation: null, words: null }, voices: [] });
});
