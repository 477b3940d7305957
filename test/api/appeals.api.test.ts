import { obstacleNames } from '../../domain/campaign/obstacles.ts';
import { languages } from '../../db/schema.ts';
import { submitTreatyCommand } from '../../db/treaty-status-store.ts';
import type { NewTreatyEntry } from '../../domain/treaty-status/commands.ts';
import { addDays } from '../../domain/time.ts';
import { wordsFor } from '../../words/words.ts';
import { takeStep } from '../support/appeals.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { scan } from '../support/scanner.ts';
import { escaped, linkFor, sendForm, speak, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
let coordinatorId: string;
beforeAll(async () => {
  relance = await openRelance();
  given = await register(relance.app);
  const contact = { name: 'Ines', address: 'rc@un.example', timeZone: 'Europe/Ljubljana' };
  coordinatorId = (await ask(relance.app, 'POST /v1/contacts', contact)).body.id;
  await ask(relance.app, 'PUT /v1/states/SI/roles/resident-coordinator', { contactId: coordinatorId });
}, 60_000);
afterAll(() => relance.close());

const dated = (on: string) => ({ on, precision: 'day', evidence: [], notification: null }) as const;
async function recordStatus(participant: string, instrument: string, command: NewTreatyEntry): Promise<void> {
  const at = relance.now();
  const commandId = `${participant}:${instrument}:${command.type}`;
  const submission = { participant, instrument, commandId, actor: 'api', command: { ...command, at } };
  expect(await submitTreatyCommand(relance.db, submission)).toMatchObject({ outcome: 'written' });
}

const today = (): string => relance.now().slice(0, 10);
const read = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const typesOf = async (id: string) => (await timelineOf(relance.app, id)).map(({ type }) => type);
async function started(over: object = {}): Promise<string> {
  const wish = { text: 'Ratify or accede to CEDAW', playbook: 'appeal', targetOn: addDays(today(), 2_000), ...over };
  const id = await given.recommend(wish);
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  await eventually(async () => expect((await read(id)).process.planning).toBeNull());
  return id;
}
async function errand(over: object = {}) {
  const id = await started(over);
  await takeStep(relance, id, { step: 'delivery', dueOn: addDays(today(), 14) });
  return { id, link: await linkFor(relance.app, id, coordinatorId, 'resident-coordinator') };
}
const send = (link: string, fields: Readonly<Record<string, string>>) => sendForm(relance.app, link, fields);
const report = () => ({
  choice: 'delivered',
  office: 'foreign-affairs',
  officeDetail: 'Treaty division',
  deliveredOn: today(),
  note: 'They will table a bill',
  obstacle: 'translation',
  nextStep: 'Meet the committee',
  nextOn: addDays(today(), 30),
});
const letterOf = async (id: string) => (await ask(relance.app, `GET /v1/letters?recommendationId=${id}`)).body.items[0];

describe('the page of a resident coordinator', () => {
  test('opening it changes nothing, and neither does a button pressed without a word', async () => {
    const { id, link } = await errand();
    const before = await timelineOf(relance.app, id);
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers } = await relance.app.inject({ method, url: link });
      expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    }
    for (const fields of [
      {},
      { choice: 'delivered' },
      { choice: 'obstacle', note: 'x' },
      { choice: 'progress', note: 'x' },
    ])
      expect((await send(link, fields as Record<string, string>)).statusCode).toBe(422);
    expect(await timelineOf(relance.app, id)).toEqual(before);
  });

  test('keeps what is not sent yet, and neither that nor anything else is changed by a scanner', async () => {
    const { id, link } = await errand();
    const before = await timelineOf(relance.app, id);
    const kept = await send(link, { do: 'save', choice: 'delivered', office: 'parliament', note: 'Met the Speaker' });
    expect(kept.statusCode).toBe(200);
    const drafts = () => relance.db.selectFrom('answer_drafts').selectAll().execute();
    const written = await drafts();
    await scan(relance.app, link, '10.4.0.1');
    expect([await timelineOf(relance.app, id), await drafts()]).toEqual([before, written]);
    const { body } = await send(link, { do: 'open' });
    expect(body).toContain('Met the Speaker</textarea>');
    expect(body).toContain('<option value="parliament" selected>');
    expect(body).toContain(escaped(wordsFor('en').appeal.choices.delivered.label));
    expect(body).not.toMatch(/type="radio"[^>]* checked/);
  });

  test('says how the appeal stands and asks for an office, and for no person', async () => {
    const { link } = await errand();
    const { body } = await relance.app.inject(link);
    const { appeal, answer } = wordsFor('en');
    for (const said of [appeal.title, appeal.warning, appeal.letter.none, appeal.offices.parliament, appeal.submit])
      expect(body).toContain(escaped(said));
    for (const unsaid of [
      '<script',
      answer.choices.implemented.label,
      answer.choices['more-time'].label,
      appeal.actsFor,
    ])
      expect(body).not.toContain(unsaid);
  });

  test('a report sent three times is one, and it answers nothing for the State', async () => {
    const { id, link } = await errand();
    const before = await read(id);
    const nonce = /name="nonce" value="([^"]+)"/.exec((await relance.app.inject(link)).body)?.[1] ?? '';
    for (let times = 0; times < 3; times += 1) expect((await send(link, { nonce, ...report() })).statusCode).toBe(200);
    const events = await timelineOf(relance.app, id);
    const delivered = events.filter(({ type }) => type === 'AppealDelivered');
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({
      actor: `contact:${coordinatorId}`,
      data: { office: 'foreign-affairs', officeDetail: 'Treaty division', obstacle: 'translation', willDeposit: null },
      notices: [{ kind: 'delivery-reported', role: 'desk-officer', contactId: given.people['desk-officer'] }],
    });
    const after = await read(id);
    for (const field of ['status', 'round', 'rung', 'implementation', 'assessment', 'claim', 'lastAnswerAt'])
      expect([field, after[field]]).toEqual([field, before[field]]);
    expect(after.appeal).toMatchObject({
      tasks: [{ task: 'next-step', dueOn: addDays(today(), 30) }],
      lastDelivery: { office: 'foreign-affairs', deliveredOn: today() },
      obstacles: [{ obstacle: 'translation' }],
    });
    const { body } = await relance.app.inject(link);
    for (const said of ['They will table a bill', 'Meet the committee', obstacleNames.translation.en])
      expect(body).toContain(escaped(said));
  });

  test('what is wrong is said in the words of the reader, and what was written is kept', async () => {
    const { link } = await errand();
    const { appeal } = wordsFor('en');
    const cases: readonly (readonly [object, string])[] = [
      [{ office: '' }, appeal.missing.office],
      [{ office: 'the Minister' }, appeal.wrong.office],
      [{ deliveredOn: '' }, appeal.missing.deliveredOn],
      [{ deliveredOn: '2026-02-31' }, appeal.wrong.deliveredOn],
      [{ deliveredOn: addDays(today(), 9) }, appeal.refused.DateInTheFuture],
      [{ nextOn: addDays(today(), -9) }, appeal.refused.NextStepInThePast],
      [{ choice: 'obstacle', obstacle: '' }, appeal.missing.obstacle],
    ];
    for (const [over, says] of cases) {
      const { statusCode, body } = await send(link, { ...report(), ...over } as Record<string, string>);
      expect([over, statusCode]).toEqual([over, 422]);
      expect(body).toContain(escaped(says));
      expect(body).toContain('>They will table a bill</textarea>');
    }
  });

  test('an obstacle leaves the errand open', async () => {
    const { id, link } = await errand();
    const fields = { choice: 'obstacle', obstacle: 'conflict-or-emergency', note: 'The ministry is evacuated' };
    expect((await send(link, fields)).body).toContain(escaped(wordsFor('en').appeal.thanks.obstacle));
    expect((await read(id)).appeal).toMatchObject({
      tasks: [{ task: 'delivery' }],
      obstacles: [{ obstacle: 'conflict-or-emergency' }],
    });
  });

  test('the Treaty Event is asked about while it lies ahead', async () => {
    const { id, link } = await errand();
    const { willDeposit } = wordsFor('en').appeal;
    expect((await relance.app.inject(link)).body).not.toContain(escaped(willDeposit.label));
    await takeStep(relance, id, { step: 'treaty-event', dueOn: addDays(today(), 90) });
    expect((await relance.app.inject(link)).body).toContain(escaped(willDeposit.label));
    expect((await send(link, { ...report(), willDeposit: 'yes' })).statusCode).toBe(200);
    expect((await read(id)).appeal.lastDelivery.willDeposit).toBe('yes');
  });

  test('where nobody holds the role the desk officer acts, and is told why', async () => {
    const desk = given.people['desk-officer'];
    await ask(relance.app, 'PUT /v1/states/HR/roles/desk-officer', { contactId: desk });
    const id = await started({ stateCode: 'HR' });
    await takeStep(relance, id, { step: 'delivery' });
    const [taken] = (await timelineOf(relance.app, id)).filter(({ type }) => type === 'AppealStepTaken');
    expect(taken.notices).toMatchObject([{ kind: 'delivery-wanted', role: 'resident-coordinator', contactId: desk }]);
    const { body } = await ask(
      relance.app,
      `GET /v1/notices/${taken.notices[0].noticeId}/preview?language=en&format=text`,
    );
    expect(JSON.stringify(body)).toContain('in the place of the resident coordinator');
  });

  test('a link for a State without a campaign opens the ordinary page', async () => {
    const id = await given.recommend();
    await command(relance.app, id, 'start-follow-up');
    const link = await linkFor(relance.app, id, coordinatorId, 'resident-coordinator');
    expect((await relance.app.inject(link)).body).not.toContain(wordsFor('en').appeal.title);
  });

  test.each(languages)('is whole in %s', async (language) => {
    const { link } = await errand();
    await speak(relance.app, coordinatorId, language);
    const { body } = await relance.app.inject(link);
    const words = wordsFor(language);
    expect(body).toContain(`<html lang="${language}" dir="${words.direction}">`);
    for (const said of [words.appeal.title, words.appeal.office.label, obstacleNames.capacity[language]])
      expect(body).toContain(escaped(said));
    if (language !== 'en') expect(body).not.toContain(wordsFor('en').appeal.submit);
    const wrong = await send(link, { choice: 'delivered', note: 'x' });
    expect(wrong.body).toContain(escaped(words.appeal.missing.office));
    await speak(relance.app, coordinatorId, 'en');
  });
});

describe('the letter of a campaign', () => {
  test('is drafted with the official title and the signature, approved, sent and answered by people', async () => {
    await recordStatus('SI', 'CEDAW', { ...dated('1999-05-01'), type: 'RecordSignature' });
    const id = await started();
    await command(relance.app, id, 'offer-help', { kind: 'training', by: 'UNDP' });
    await takeStep(relance, id, { step: 'letter', key: 'r1' });
    const letter = await letterOf(id);
    expect(letter).toMatchObject({
      kind: 'secretary-general-letter',
      rung: 0,
      status: 'draft',
      campaignId: 'cam_1',
      appealKey: 'r1',
      replyBy: addDays(today(), 90),
    });
    const text = letter.body.paragraphs.join('\n');
    expect(text).toContain('“Convention on the Elimination of All Forms of Discrimination against Women”');
    expect(text).toContain('The Government signed it on 1 May 1999; ratification is the step that remains.');
    expect(text).toContain('training of officials');
    expect(text).toContain('The United Nations Resident Coordinator will bring you this letter');
    const approve = () =>
      ask(relance.app, `POST /v1/letters/${letter.id}/approval`, {}, { 'idempotency-key': `approve-${letter.id}` });
    expect((await approve()).body).toMatchObject({ status: 'approved' });
    expect((await approve()).body).toMatchObject({ status: 'approved' });
    const french = await ask(relance.app, `PATCH /v1/letters/${letter.id}`, { language: 'fr' }, { 'if-match': '"1"' });
    expect(french.body.body.paragraphs[0]).toContain('J’ai l’honneur');
    const sent = await ask(relance.app, `POST /v1/letters/${letter.id}/sent`, { sentOn: today() });
    expect(sent.body).toMatchObject({ status: 'sent', sentOn: today() });
    expect((await read(id)).appeal.letter).toMatchObject({ status: 'sent', sentOn: today() });
    const document = await relance.app.inject(`/api/v1/letters/${letter.id}/document`);
    expect([document.statusCode, document.rawPayload.length > 3_000]).toEqual([200, true]);
    const answered = await ask(relance.app, `POST /v1/letters/${letter.id}/reply`, {
      receivedOn: today(),
      note: 'Soon',
    });
    expect(answered.body.status).toBe('answered');
  });

  test('is put away by a person with a reason, and by what overtakes it', async () => {
    const [one, other] = [await started(), await started()];
    for (const id of [one, other]) await takeStep(relance, id, { step: 'letter' });
    const { id: letterId } = await letterOf(one);
    const dismissed = await ask(relance.app, `POST /v1/letters/${letterId}/dismissal`, {
      reason: 'They deposit tomorrow',
    });
    expect(dismissed.body).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'dismissed' });
    await command(relance.app, other, 'pause', { reason: 'Elections' });
    expect(await letterOf(other)).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'paused' });
    const late = await ask(relance.app, `POST /v1/letters/${letterId}/approval`, {});
    expect([late.status, late.body.code]).toEqual([409, 'LetterNotWaiting']);
  });

  test('is listed by its campaign', async () => {
    const { body } = await ask(relance.app, 'GET /v1/letters?campaignId=cam_1&limit=100');
    expect(body.items.length).toBeGreaterThan(1);
    expect((await ask(relance.app, 'GET /v1/letters?campaignId=cam_2')).body.items).toEqual([]);
  });
});

describe('commands of an appeal', () => {
  test('obstacles, help and twinning are recorded, and refused with a code where they cannot be', async () => {
    const id = await started({ text: 'Ratify the Convention against Torture' });
    const give = async (name: string, body: object) => {
      const { status, body: answer } = await command(relance.app, id, name, body);
      return status === 200 ? 200 : answer.code;
    };
    expect(await give('record-obstacle', { obstacle: 'translation' })).toBe(200);
    expect(await give('record-obstacle', { obstacle: 'translation' })).toBe('ObstacleAlreadyRecorded');
    expect(await give('record-obstacle', { obstacle: 'laziness' })).toBe('InvalidField');
    expect(await give('lift-obstacle', { obstacle: 'translation', note: 'Translated' })).toBe(200);
    expect(await give('lift-obstacle', { obstacle: 'translation' })).toBe('ObstacleNotRecorded');
    expect(await give('arrange-twinning', { withState: 'SI' })).toBe('TwinnedWithItself');
    expect(await give('arrange-twinning', { withState: 'AT' })).toBe(200);
    expect(await give('offer-help', { kind: 'drafting', by: ' ' })).toBe('InvalidField');
    expect(await give('offer-help', { kind: 'drafting', by: 'Venice Commission' })).toBe(200);
    const delivered = { office: 'parliament', deliveredOn: today(), note: 'Spoke with the committee' };
    expect(await give('report-delivery', { ...delivered, deliveredOn: '2999-01-01' })).toBe('DateInTheFuture');
    expect(await give('report-delivery', delivered)).toBe(200);
    expect((await read(id)).appeal).toMatchObject({
      obstacles: [],
      lifted: [{ obstacle: 'translation' }],
      twinnings: [{ withState: 'AT' }],
      help: [{ kind: 'drafting', by: 'Venice Commission' }],
      lastDelivery: { office: 'parliament' },
    });
  });

  test('only a party to the treaty can be a twin, once the status of the treaty is on record', async () => {
    const id = await started({ text: 'Ratify or accede to the Convention on the Rights of Persons with Disabilities' });
    expect((await command(relance.app, id, 'arrange-twinning', { withState: 'AT' })).status).toBe(200);
    const joined = {
      ...dated('2007-08-15'),
      type: 'RecordInstrumentDeposit',
      how: 'ratification',
      inForceOn: null,
    } as const;
    await recordStatus('HR', 'CRPD', joined);
    expect((await command(relance.app, id, 'arrange-twinning', { withState: 'IT' })).body.code).toBe('TwinNotAParty');
    expect((await command(relance.app, id, 'arrange-twinning', { withState: 'HR' })).status).toBe(200);
  });

  test('a review that recommends a rung drafts it from the playbook that runs; a person approves', async () => {
    const id = await started();
    await takeStep(relance, id, { step: 'yearly-review', dueOn: addDays(today(), 30) });
    const review = (body: object) => command(relance.app, id, 'review-appeal', { note: 'No word for a year', ...body });
    expect((await review({ outcome: 'recommend-rung', rung: 20 })).body).toMatchObject({
      code: 'UnprocessableReference',
      fields: [{ path: '/rung' }],
    });
    expect((await review({ outcome: 'recommend-rung' })).body.code).toBe('RungMissing');
    expect((await review({ outcome: 'recommend-rung', rung: 5 })).status).toBe(200);
    expect(await read(id)).toMatchObject({ draft: { rung: 5 }, rung: 0, appeal: { tasks: [] } });
    expect((await ask(relance.app, `GET /v1/letters?recommendationId=${id}`)).body.items).toMatchObject([
      { kind: 'high-commissioner-letter', status: 'draft', rung: 5 },
    ]);
  });

  test('every step stands in the timeline of the State, and so does one that was skipped', async () => {
    const id = await started();
    await takeStep(relance, id, { step: 'letter' });
    await command(relance.app, id, 'pause', { reason: 'Elections' });
    await takeStep(relance, id, { step: 'delivery' });
    expect(await typesOf(id)).toEqual(expect.arrayContaining(['AppealStepTaken', 'AppealStepSkipped']));
    const { body } = await ask(relance.app, 'GET /v1/states/SI/timeline?limit=50');
    const lines = JSON.stringify(body);
    expect(lines).toContain('A letter of the Secretary-General was drafted');
    expect(lines).toContain('A campaign passed by without its delivery: paused');
  });
});
