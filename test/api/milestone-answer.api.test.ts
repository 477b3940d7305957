import { languages } from '../../db/schema.ts';
import { fill } from '../../words/plurals.ts';
import { wordsFor } from '../../words/words.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { escaped, linkFor, registerVoice, sendForm, speak, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
/** Days of 100 ms: a first rung is climbed, and a limit passes, within half a minute. */
let fast: Relance;
beforeAll(async () => {
  [relance, fast] = await Promise.all([
    openRelance(),
    openRelance({ dayMs: 100, startsAt: '2026-01-05T06:00:00.000Z' }),
  ]);
  given = await register(relance.app, { playbook: 'national-action-plan' });
}, 60_000);
afterAll(async () => {
  await relance.close();
  await fast.close();
});

async function started(): Promise<{ id: string; link: string }> {
  const id = await given.recommend();
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  await eventually(async () => expect((await read(id)).round).not.toBeNull());
  return { id, link: await linkFor(relance.app, id, given.people['focal-point'], 'focal-point') };
}
const read = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const send = (link: string, fields: Readonly<Record<string, string>>) => sendForm(relance.app, link, fields);
const reached = {
  choice: 'milestone',
  note: 'By decree',
  milestone: 'committee',
  reachedOn: '2026-02-02',
  evidenceDescription: 'Decree 7/2026',
};

test('a milestone is reported from the page, and offered no more', async () => {
  const { id, link } = await started();
  const { choices, thanks } = wordsFor('en').answer;
  const before = await relance.app.inject(link);
  expect(before.body).toContain(choices.milestone.label);
  expect(before.body).toContain('<option value="committee">');
  const taken = await send(link, reached);
  expect([taken.statusCode, taken.body.includes(escaped(thanks.milestone))]).toEqual([200, true]);
  const [event] = (await timelineOf(relance.app, id)).filter(({ type }) => type === 'MilestoneCompleted');
  expect(event.data).toEqual({
    milestone: 'committee',
    on: '2026-02-02',
    note: 'By decree',
    evidence: [{ url: '', description: 'Decree 7/2026' }],
  });
  const after = await relance.app.inject(link);
  expect(after.body).not.toContain('<option value="committee">');
  expect(after.body).toMatch(/<li><bdi>[^<]+<\/bdi>: reached on 2 February 2026<\/li>/);
  expect(after.body).toContain('a milestone was reached. By decree');
});

describe.each(languages)('in %s', (language) => {
  const { answer } = wordsFor(language);
  test('the page says what a milestone needs and why one is refused, and marks its English title', async () => {
    await speak(relance.app, given.people['focal-point'], language);
    const { link } = await started();
    const page = await relance.app.inject(link);
    for (const said of [
      answer.choices.milestone.hint,
      answer.milestone.hint,
      answer.reachedOn,
      answer.milestone.evidenceHint,
    ])
      expect(page.body).toContain(escaped(said));
    expect(page.body.includes('<option value="committee" lang="en" dir="ltr">')).toBe(language !== 'en');
    const { missing, wrong, refused } = answer;
    for (const [fields, said] of [
      [{ milestone: '' }, missing.milestone],
      [{ reachedOn: '' }, missing.reachedOn],
      [{ reachedOn: '2026-02-31' }, wrong.reachedOn],
      [{ evidenceDescription: '' }, missing.evidence],
      [{ note: '' }, missing.note],
      [{ reachedOn: '2090-01-01' }, refused.MilestoneInTheFuture],
    ] as const) {
      const { statusCode, body } = await send(link, { ...reached, ...fields });
      expect([statusCode, body.includes(escaped(said))]).toEqual([422, true]);
    }
    expect((await send(link, reached)).statusCode).toBe(200);
    const twice = await send(link, reached);
    expect([twice.statusCode, twice.body.includes(escaped(refused.MilestoneAlreadyCompleted))]).toEqual([409, true]);
  });
  afterAll(() => speak(relance.app, given.people['focal-point'], 'en'));
});

test('one answer for several recommendations offers no milestone: it would be one recommendation’s own', async () => {
  const [one, two] = [await started(), await started()];
  const wish = { stateCode: 'SI', title: 'The plan', recommendationIds: [one.id, two.id] };
  const { body } = await ask(relance.app, 'POST /v1/clusters', wish);
  const claim = { contactId: given.people['focal-point'], recommendationId: one.id, role: 'focal-point' } as const;
  const token = await relance.links.sign({ ...claim, clusterId: body.id }, relance.now());
  const page = await relance.app.inject(`/answer/${token}`);
  expect(page.body.match(/type="checkbox"/g)).toHaveLength(2);
  expect(page.body).not.toContain('name="milestone"');
  expect((await relance.app.inject(one.link)).body).toContain('name="milestone"');
});

test('a playbook without milestones offers none', async () => {
  const id = await given.recommend({ playbook: 'general' });
  await command(relance.app, id, 'start-follow-up');
  const link = await linkFor(relance.app, id, given.people['focal-point'], 'focal-point');
  const { body } = await relance.app.inject(link);
  const { choices, evidenceUrl } = wordsFor('en').answer;
  expect(body).not.toContain(choices.milestone.label);
  expect(body).toContain(evidenceUrl.hint);
  expect(body).not.toContain('name="milestone"');
});

test('the page counts how often more time was asked for and granted', async () => {
  const { id, link } = await started();
  expect((await relance.app.inject(link)).body).not.toContain('Requests for more time');
  await command(relance.app, id, 'request-extension', { untilOn: '2090-01-01', reason: 'Elections' });
  await command(relance.app, id, 'decide-extension', { isGranted: true, reason: 'Once' });
  await command(relance.app, id, 'request-extension', { untilOn: '2091-01-01', reason: 'Again' });
  expect((await relance.app.inject(link)).body).toContain('<dd>2 made, 1 granted</dd>');
});

test('the page of a split recommendation says that its parts are asked instead, and takes no answer', async () => {
  const { id, link } = await started();
  const parts = [{ text: 'Draft <b>a</b> plan' }, { text: 'Fund the plan' }];
  expect((await command(relance.app, id, 'split', { parts })).status).toBe(200);
  const { body } = await relance.app.inject(link);
  const { because, stage } = wordsFor('en').answer;
  expect(body).toContain(escaped(because.split));
  for (const { text } of parts) expect(body).toContain(`<bdi>${escaped(text)}</bdi>`);
  expect(body).toContain(stage.names['not-started']);
  expect(body).not.toContain('<form');
  const { statusCode, body: refused } = await send(link, { choice: 'progress', note: 'A plan' });
  expect([statusCode, refused.includes(escaped(because.split))]).toEqual([409, true]);
});

describe('while the calendar runs', () => {
  let people: Awaited<ReturnType<typeof register>>['people'];
  let id: string;
  let nhri: string;
  beforeAll(async () => {
    ({ people, recommendationId: id } = await register(fast.app, { playbook: 'national-action-plan' }));
    nhri = (await registerVoice(fast.app, 'nhri', 'ombudsman')).contactId;
    await ask(fast.app, 'PUT /v1/states/SI/roles/nhri', { contactId: nhri });
    expect((await command(fast.app, id, 'start-follow-up')).status).toBe(200);
  });
  const readFast = async () => (await ask(fast.app, `GET /v1/recommendations/${id}`)).body;

  test('a view that is given on a rung leaves the round unanswered and the ladder where it is', async () => {
    await eventually(async () => expect((await readFast()).rung).toBeGreaterThan(0), 50_000);
    const before = await readFast();
    const link = await linkFor(fast.app, id, nhri, 'nhri');
    expect((await sendForm(fast.app, link, { choice: 'view', note: 'Nothing is seen' })).statusCode).toBe(200);
    const after = await readFast();
    expect(after).toMatchObject({ status: 'open', views: [{ role: 'nhri' }], lastAnswerAt: null });
    expect(after.rung).toBeGreaterThanOrEqual(before.rung);
    expect(after.round).toMatchObject({ answeredAt: null });
  }, 60_000);

  test('a milestone that is late is shown as late', async () => {
    await eventually(async () => expect((await readFast()).late).not.toEqual([]), 50_000);
    const [{ milestone, since }] = (await readFast()).late;
    expect(milestone).toBe('committee');
    const link = await linkFor(fast.app, id, people['focal-point'], 'focal-point');
    const { answer, date } = wordsFor('en');
    const says = fill(answer.milestones.late, { date: date(since.slice(0, 10)) });
    expect((await fast.app.inject(link)).body).toMatch(new RegExp(`<li><bdi>[^<]+</bdi>: ${says}</li>`));
  }, 60_000);

  test('the mail that asks for a view leads to the page of an independent voice', async () => {
    const evidence = [{ url: 'https://gazette.example/plan', description: 'The plan' }];
    expect((await command(fast.app, id, 'claim-implementation', { note: 'Adopted', evidence })).status).toBe(200);
    const mail = await eventually(() => {
      const found = fast.smtp.received.find(({ to }) => to.startsWith('ombudsman@'));
      if (found === undefined) throw new Error('no mail yet');
      return found;
    }, 50_000);
    const text = mail.parsed.text ?? '';
    expect(text).toContain('Give your view:');
    const link = /http:\/\/relance\.example(\/answer\/\S+)/.exec(text)?.[1] ?? '';
    const { body } = await fast.app.inject(link);
    expect(body).toContain(wordsFor('en').view.title);
    expect(body).toContain('https://gazette.example/plan');
  }, 60_000);
});
