import { ask, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
}, 60_000);
afterAll(() => relance.close());

const get = (path: string, headers = {}) => ask(relance.app, `GET /v1/${path}`, undefined, headers);
const give = (of: string, name: string, body: object, headers = {}) =>
  ask(relance.app, `POST /v1/treaty-status/${of}/commands/${name}`, body, headers);
const proof = { url: 'https://gazette.example/7', description: 'Official Gazette 7' };

describe('treaties over HTTP', () => {
  test('are named in the language of the reader, and found by any of their names', async () => {
    const list = await get('instruments', { 'accept-language': 'fr-CH, en;q=0.5' });
    expect(list.body).toHaveLength(22);
    expect(list.body.find(({ key }: { key: string }) => key === 'CRC').name).toBe(
      "Convention relative aux droits de l'enfant",
    );
    const one = await get('instruments/IV-8', { 'accept-language': 'zh' });
    expect(one).toMatchObject({
      status: 200,
      body: {
        key: 'CEDAW',
        name: '消除对妇女一切形式歧视公约',
        names: { es: 'Convención sobre la eliminación de todas las formas de discriminación contra la mujer' },
        entryIntoForce: { rule: { type: 'days-after', count: 30 }, article: 'article 27(2)' },
        reports: { firstWithinMonths: 12, everyMonths: 48 },
        parties: 0,
      },
    });
    expect(await get('instruments/no-such-treaty')).toMatchObject({ status: 404, body: { code: 'UnknownInstrument' } });
    expect((await get('participants')).body).toHaveLength(198);
  });

  test('a status is recorded step by step: two dates, two proofs', async () => {
    const of = 'CH/CEDAW';
    await give(of, 'record-signature', { on: '1987-01-23' });
    const act = await give(of, 'record-domestic-act', { on: '1996-10-04', title: 'Federal decree', evidence: [proof] });
    expect(act.body.standing).toMatchObject({ isParty: false, domesticActOn: '1996-10-04', isSignatory: true });
    const deposit = { on: '1997-03-27', how: 'ratification', notification: 'C.N.100.1997.TREATIES-2' };
    const made = await give(of, 'record-deposit', deposit);
    expect(made).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { warnings: [], version: 3, standing: { isParty: true, isInForce: true, inForceOn: '1997-04-26' } },
    });
    expect(made.body.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'signature',
      'domestic-act',
      'deposit',
    ]);
    expect(made.body.entries[2]).toMatchObject({
      notification: 'C.N.100.1997.TREATIES-2',
      details: { how: 'ratification' },
    });
    const before = await get(`treaty-status/${of}?asOf=1997-03-26`);
    expect(before.body).toMatchObject({ asOf: '1997-03-26', standing: { isParty: false } });
    expect((await get('instruments/CEDAW/parties?asOf=1997-03-27')).body).toMatchObject({
      count: 1,
      parties: [{ participant: 'CH', name: 'Switzerland', isInForce: false }],
    });
  });

  test('a repeat with its key is answered alike, and the same fact under another key changes nothing', async () => {
    const key = { 'idempotency-key': 'deposit-fr' };
    const body = { on: '1983-12-14', how: 'ratification' };
    const made = await give('FR/CEDAW', 'record-deposit', body, key);
    expect(made.body).toMatchObject({ version: 1, warnings: ['RatificationWithoutSignature'] });
    expect((await give('FR/CEDAW', 'record-deposit', body, key)).body).toEqual(made.body);
    expect((await give('FR/CEDAW', 'record-deposit', body)).body.version).toBe(1);
  });

  test('a year stands for its last day until a day of it is known', async () => {
    const year = await give('KE/CEDAW', 'record-deposit', { on: '1984', how: 'accession' });
    expect(year.body.standing).toMatchObject({ depositedOn: '1984-12-31', precision: 'year' });
    const day = await give('KE/CEDAW', 'record-deposit', { on: '1984-03-09', how: 'accession' });
    expect(day.body.standing).toMatchObject({ depositedOn: '1984-03-09', precision: 'day' });
    expect(day.body.history.map(({ type }: { type: string }) => type)).toEqual([
      'InstrumentDeposited',
      'TreatyEntryCorrected',
    ]);
  });

  test('statements are objected to and withdrawn, and what can be denounced is', async () => {
    const of = 'PT/CAT';
    await give(of, 'record-deposit', { on: '1989-02-09', how: 'ratification' });
    await give(of, 'record-reservation', { on: '1989-02-09', text: 'Not bound', provisions: 'article 30(1)' });
    await give(of, 'record-declaration', { on: '1989-02-09', text: 'Recognizes the competence of the Committee' });
    await give(of, 'record-objection', { on: '1990-01-01', by: 'SE', to: 2 });
    await give(of, 'withdraw-statement', { on: '1995-01-01', of: 2 });
    const left = await give(of, 'denounce', { on: '2001-05-31' });
    expect(left).toMatchObject({
      status: 200,
      body: { standing: { isParty: false, denouncedOn: '2001-05-31', denunciationEffectiveOn: '2002-05-31' } },
    });
    expect(left.body.entries).toHaveLength(6);
    const timeline = await get('states/SE/timeline');
    expect(timeline.body.items).toMatchObject([
      { kind: 'treaty', type: 'ObjectionMade', href: '/api/v1/treaty-status/PT/CAT' },
    ]);
    expect((await get('states/PT/timeline')).body.items).toHaveLength(6);
  });

  test('an error is corrected by whoever read the entry as it stands', async () => {
    await give('DE/CRC', 'record-deposit', { on: '1992-03-16', how: 'ratification' });
    const to = { kind: 'deposit', on: '1992-03-06', how: 'ratification' };
    const body = { entry: 1, to, because: 'A figure was misread' };
    const correct = (headers = {}) => give('DE/CRC', 'correct-entry', body, headers);
    expect(await correct()).toMatchObject({ status: 428 });
    expect(await correct({ 'if-match': '"7"' })).toMatchObject({ status: 412, body: { code: 'ChangedMeanwhile' } });
    const corrected = await correct({ 'if-match': '"1"' });
    expect(corrected).toMatchObject({
      headers: { etag: '"2"' },
      body: { standing: { depositedOn: '1992-03-06', inForceOn: '1992-04-05' } },
    });
    const struck = { entry: 1, to: null, because: 'It was another State' };
    const out = await give('DE/CRC', 'correct-entry', struck, { 'if-match': '"2"' });
    expect(out.body).toMatchObject({
      standing: { isParty: false },
      entries: [{ struckOut: { because: struck.because } }],
    });
  });

  test.each([
    ['BeforeAdoption', '/on', 'record-deposit', { on: '1970-01-01', how: 'accession' }],
    ['DateInTheFuture', '/on', 'record-signature', { on: '2999-01-01' }],
    [
      'InForceTooEarly',
      '/inForceOn',
      'record-deposit',
      { on: '1990-01-01', how: 'accession', inForceOn: '1980-01-01' },
    ],
    ['UnknownStatement', '/of', 'withdraw-statement', { on: '1990-01-01', of: 4 }],
    ['ObjectsToItself', '/by', 'record-objection', { on: '1990-01-01', by: 'IT', to: 1 }],
    ['InvalidField', '/how', 'record-deposit', { on: '1990-01-01', how: 'notification' }],
    ['InvalidField', '/on', 'record-deposit', { on: '1990-02-30', how: 'accession' }],
    ['InvalidField', '/evidence/0/url', 'record-signature', { on: '1990-01-01', evidence: [{ ...proof, url: 'x' }] }],
  ])('%s is told with its field %s', async (code, path, name, body) => {
    const answer = await give('IT/CEDAW', name, body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code, fields: [{ path }] });
  });

  test('a correction names the field within the new entry', async () => {
    await give('ES/CRC', 'record-deposit', { on: '1990-12-06', how: 'ratification' });
    const to = { kind: 'deposit', on: '1980-12-06', how: 'ratification' };
    const answer = await give('ES/CRC', 'correct-entry', { entry: 1, to, because: 'x' }, { 'if-match': '"1"' });
    expect(answer.body).toMatchObject({ code: 'BeforeAdoption', fields: [{ path: '/to/on' }] });
  });

  test.each([
    ['UnknownInstrument', 'IT/ROME-STATUTE'],
    ['UnknownParticipant', 'YU/CEDAW'],
  ])('%s', async (code, of) => {
    expect(await give(of, 'record-signature', { on: '1990-01-01' })).toMatchObject({ status: 404, body: { code } });
    expect(await get(`treaty-status/${of}`)).toMatchObject({ status: 404, body: { code } });
  });

  test('standings are listed by instrument and participant, a page at a time, as of any day', async () => {
    const first = await get('treaty-status?instrument=4-8&asOf=1990-01-01&limit=1');
    expect(first.body.items).toMatchObject([{ participant: 'CH', standing: { isSignatory: true, isParty: false } }]);
    const rest = await get(`treaty-status?instrument=4-8&asOf=1990-01-01&cursor=${first.body.nextCursor}`);
    expect(rest.body.items.map(({ participant }: { participant: string }) => participant)).toEqual(['FR', 'KE']);
    const parties = await get('treaty-status?instrument=CEDAW&asOf=1990-01-01&party=true');
    expect(parties.body.items).toHaveLength(2);
    expect(await get('treaty-status?instrument=nonsense')).toMatchObject({ status: 400 });
    expect(await get('treaty-status?cursor=nonsense')).toMatchObject({ status: 400, body: { code: 'InvalidCursor' } });
  });

  test('a State is seen under every treaty, also those of which nothing is on record', async () => {
    const { body } = await get('states/CH/treaty-status?asOf=2000-01-01');
    expect(body).toHaveLength(22);
    const parties = body.filter(({ standing }: { standing: { isParty: boolean } }) => standing.isParty);
    expect(parties.map(({ instrument }: { instrument: string }) => instrument)).toEqual(['CEDAW']);
    expect(await get('states/XX/treaty-status')).toMatchObject({ status: 404, body: { code: 'UnknownState' } });
  });
});
