import { countParties } from '../../db/queries/treaty-status.ts';
import { submitTreatyCommand } from '../../db/treaty-status-store.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { applied, bringTable, header, inventedTable, rowsOf } from '../support/treaty-tables.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-03-02T06:00:00.000Z' });
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const bring = (lines: readonly string[], query?: string) =>
  bringTable(relance.app, lines.join('\n'), query === undefined ? {} : { query });
const eventCount = async (): Promise<number> =>
  (await relance.db.selectFrom('events').select('event_id').where('stream_id', 'like', 'treaty-status:%').execute())
    .length;
const standing = async (participant: string, instrument: string): Promise<any> =>
  relance.db
    .selectFrom('treaty_standings')
    .selectAll()
    .where('participant', '=', participant)
    .where('instrument', '=', instrument)
    .where('until_on', 'is', null)
    .executeTakeFirst();

test('nonsense is refused row by row, with its line and its reason, and the good rows go in', async () => {
  const { status, body } = await bring([
    header,
    'CRC,Andorra,1995-10-02,1996-01-02,ratification',
    'CRC,Albania,,1992-02-31,ratification',
    'CRC,Algeria,,1989-11-19,ratification',
    'CRC,Angola,,2026-12-05,ratification',
    'CRC,Bahamas,1991-10-30,1991-02-20,ratification',
    'CRC,Chad,,1990-10-02,accession',
    'CRC,Tchad,,1990-10-02,accession',
    'CRC,Gabon,,1994-02-09,accession',
    'CRC,Gabon,,1994-02-10,accession',
    'CRC,Atlantis,,1994-02-10,accession',
    'Sea Bed,Gabon,,1994-02-10,accession',
    'CRC,Gambia,,soon,accession',
    'CRC,Ghana,,1990-02-05,marriage',
    'CRC,Grenada,,,',
    'CRC,Guinea,,1990-07-13,accession,surplus',
    'CRC',
  ]);
  expect(status).toBe(201);
  expect(body).toMatchObject({ format: 'normalized', status: 'draft', total: 16 });
  expect(body.unknownParticipants).toEqual([{ name: 'Atlantis', rows: 1 }]);
  expect(body.unknownInstruments).toEqual([{ name: 'Sea Bed', rows: 1 }]);
  const rows = await rowsOf(relance.app, body.id);
  expect(rows.map(({ line, outcome, code }) => [line, code ?? outcome])).toEqual([
    [2, 'new'],
    [3, 'NoSuchDay'],
    [4, 'BeforeAdoption'],
    [5, 'DateInTheFuture'],
    [6, 'SignedAfterDeposit'],
    [7, 'new'],
    [8, 'DuplicateRow'],
    [9, 'ContradictingRows'],
    [10, 'ContradictingRows'],
    [11, 'unknown-participant'],
    [12, 'unknown-instrument'],
    [13, 'NotADate'],
    [14, 'UnknownConsentType'],
    [15, 'NothingStated'],
    [16, 'TooManyCells'],
    [17, 'ParticipantMissing'],
  ]);
  expect(body.refusals).toMatchObject({ ContradictingRows: 2, NoSuchDay: 1 });
  expect(await eventCount()).toBe(0);
  const { results } = await applied(relance.app, body.id);
  expect(results).toMatchObject({ written: 2, refused: 14, waiting: 0 });
  expect(await eventCount()).toBe(3);
  expect((await standing('AD', 'CRC')).deposited_on).toBe('1996-01-02');
  const refused = await rowsOf(relance.app, body.id, 'result=refused&outcome=unknown-participant');
  expect(refused.map(({ line, resultCode }) => [line, resultCode])).toEqual([[11, 'UnknownParticipant']]);
});

test('the table of the Treaty Collection comes as a spreadsheet saves it', async () => {
  const table = [
    'Participant;Signature, Succession to signature(d);"Accession(a), Succession(d),\r\nRatification"',
    'Bolivia (Plurinational State of) 1;8 Feb 1990;26 Jun 1990',
    'Bosnia and Herzegovina2;;" 1 Sep 1993 d"',
    '"Côte d\'Ivoire";26 Jan 1990; 4 Feb 1991',
    '[Ruritania];;5 May 1995 a',
    'Cook Islands;;6 Jun 1997 a',
  ].join('\r\n');
  const { status, body } = await bringTable(relance.app, `\ufeff${table}\r\n`, { query: 'source=x&instrument=IV-11' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ format: 'treaty-collection', instrument: 'CRC', total: 5 });
  const rows = await rowsOf(relance.app, body.id);
  expect(rows.map(({ line, participant, parts }) => [line, participant, parts.at(-1)?.stated ?? null])).toEqual([
    [3, 'BO', { on: '1990-06-26', precision: 'day', how: 'ratification' }],
    [4, 'BA', { on: '1993-09-01', precision: 'day', how: 'succession' }],
    [5, 'CI', { on: '1991-02-04', precision: 'day', how: 'ratification' }],
    [6, null, null],
    [7, 'CK', { on: '1997-06-06', precision: 'day', how: 'accession' }],
  ]);
  const utf16 = Buffer.from(`\ufeff${table}`, 'utf16le');
  expect((await bringTable(relance.app, utf16, { query: 'source=x&instrument=CRC' })).body.outcomes.new).toBe(4);
});

test('a list of years says when, and a list of days then says more', async () => {
  const years = await bring(
    ['participant,signature_year,year', 'Kenya,1980,1984', 'Uganda,,1985'],
    'source=x&instrument=CEDAW',
  );
  expect(years.body).toMatchObject({ format: 'years', outcomes: { new: 2 } });
  await applied(relance.app, years.body.id);
  expect(await standing('KE', 'CEDAW')).toMatchObject({ is_party: true, how: 'ratification', date_precision: 'year' });
  expect(await countParties(relance.db, 'CEDAW', '1984-12-30')).toBe(0);
  expect(await countParties(relance.db, 'CEDAW', '1984-12-31')).toBe(1);
  const days = await bring([
    header,
    'CEDAW,Kenya,1980-07-17,1984-03-09,ratification',
    'CEDAW,Uganda,1980-07-30,1985-07-22,ratification',
  ]);
  const rows = await rowsOf(relance.app, days.body.id);
  expect(rows.map(({ outcome, parts }) => [outcome, parts.map((part: any) => part.outcome)])).toEqual([
    ['refines', ['refines', 'refines']],
    ['new', ['new', 'refines']],
  ]);
  expect((await applied(relance.app, days.body.id)).results).toMatchObject({ written: 2 });
  expect(await standing('KE', 'CEDAW')).toMatchObject({ deposited_on: '1984-03-09', date_precision: 'day' });
  expect(await standing('UG', 'CEDAW')).toMatchObject({ how: 'ratification', signed_on: '1980-07-30' });
  const before = await eventCount();
  const again = await bring(
    ['participant,signature_year,year', 'Kenya,1980,1984', 'Uganda,,1985'],
    'source=x&instrument=CEDAW',
  );
  expect(again.body.outcomes).toMatchObject({ same: 2, new: 0, conflict: 0 });
  await applied(relance.app, again.body.id);
  expect(await eventCount()).toBe(before);
});

test('an alias explains a name, for this table and all later ones; it may not bend one that is known', async () => {
  const table = [header, 'CAT,Rep. of Atlantis,,1990-01-02,accession'];
  const { body } = await bring(table);
  expect(body.unknownParticipants).toEqual([{ name: 'Rep. of Atlantis', rows: 1 }]);
  const path = '/v1/participant-aliases/Republic%20of%20Atlantis';
  const kept = await call(`PUT ${path}`, { participant: 'ZM' });
  expect(kept).toMatchObject({ status: 200, body: { participant: 'ZM', version: 1 } });
  expect((await call(`PUT ${path}`, { participant: 'ZM' })).body).toEqual(kept.body);
  expect((await call(`PUT ${path}`, { participant: 'ZW' })).body.code).toBe('PreconditionRequired');
  expect((await call(`PUT ${path}`, { participant: 'XX' })).body.code).toBe('UnprocessableReference');
  for (const known of ['Zambie', 'Republic of Niger', 'Niger¹', 'EU', 'Swaziland'])
    expect(
      (await call(`PUT /v1/participant-aliases/${encodeURIComponent(known)}`, { participant: 'NG' })).body.code,
    ).toBe('NameIsKnown');
  expect((await call('PUT /v1/participant-aliases/123', { participant: 'NG' })).body.code).toBe('AliasEmpty');
  const judged = await call(`POST /v1/treaty-status-imports/${body.id}/judge`, {});
  expect(judged.body).toMatchObject({ outcomes: { new: 1 }, unknownParticipants: [], version: 2 });
  expect((await applied(relance.app, body.id)).results.written).toBe(1);
  expect(await standing('ZM', 'CAT')).toMatchObject({ deposited_on: '1990-01-02' });
  const moved = await call(`PUT ${path}`, { participant: 'ZW' }, { 'if-match': '"1"' });
  expect(moved.body).toMatchObject({ participant: 'ZW', version: 2 });
  expect((await call('GET /v1/participant-aliases')).body.items).toEqual([moved.body]);
  expect((await call(`DELETE ${path}`, undefined, { 'if-match': '"1"' })).body.code).toBe('ChangedMeanwhile');
  expect((await call(`DELETE ${path}`, undefined, { 'if-match': '"2"' })).status).toBe(204);
  expect((await call(`GET ${path}`)).body.code).toBe('UnknownAlias');
  expect((await bring(table)).body.outcomes['unknown-participant']).toBe(1);
});

const record = (participant: string, on: string, commandId: string) =>
  submitTreatyCommand(relance.db, {
    participant,
    instrument: 'CPED',
    commandId,
    actor: 'api',
    command: {
      type: 'RecordInstrumentDeposit',
      at: relance.now(),
      on,
      precision: 'day',
      how: 'accession',
      inForceOn: null,
      notification: null,
      evidence: [],
    },
  });

test('a person decides about a conflict: what is on record stays unless somebody replaces it', async () => {
  for (const participant of ['PE', 'PY', 'UY']) await record(participant, '2012-01-10', `hand-${participant}`);
  const table = [
    header,
    'CPED,Peru,,2012-02-11,accession',
    'CPED,Paraguay,,2012-02-11,accession',
    'CPED,Uruguay,,2012-02-11,accession',
    'CPED,Panama,,2012-02-11,accession',
    'CPED,Chile,,2012-02-11,accession',
  ];
  const { body } = await bring(table);
  expect(body.outcomes).toMatchObject({ conflict: 3, new: 2 });
  const path = `/v1/treaty-status-imports/${body.id}/rows`;
  const peru = await call(`GET ${path}/1`);
  expect(peru.body.parts[0]).toMatchObject({ stated: { on: '2012-02-11' }, recorded: { on: '2012-01-10' } });
  const replace = { decision: 'replace', because: 'The depositary says so' };
  const decide = (number: number, wish: object, etag = '"1"') =>
    call(`PUT ${path}/${number}/decision`, wish, { 'if-match': etag });
  expect((await decide(1, { decision: 'replace' })).status).toBe(422);
  expect((await decide(4, replace)).body.code).toBe('NothingToDecide');
  expect((await call(`PUT ${path}/1/decision`, replace)).body.code).toBe('PreconditionRequired');
  expect((await decide(1, replace)).body).toMatchObject({ decision: 'replace', version: 2 });
  expect((await decide(1, { decision: 'keep' })).body.code).toBe('ChangedMeanwhile');
  expect((await decide(3, replace)).status).toBe(200);
  // Between the dry run and its end the world goes on: another date for Uruguay, the same for Panama, another one for Chile.
  const correction = {
    type: 'CorrectTreatyEntry',
    at: relance.now(),
    entry: 1,
    because: 'Misread',
    to: {
      type: 'RecordInstrumentDeposit',
      on: '2012-01-12',
      precision: 'day',
      how: 'accession',
      inForceOn: null,
      notification: null,
      evidence: [],
    },
  } as const;
  await submitTreatyCommand(relance.db, {
    participant: 'UY',
    instrument: 'CPED',
    commandId: 'corrected',
    actor: 'api',
    command: correction,
  });
  await record('PA', '2012-02-11', 'hand-PA');
  await record('CL', '2012-02-12', 'hand-CL');
  const done = await applied(relance.app, body.id);
  expect(done.results).toMatchObject({ written: 1, kept: 1, unchanged: 1, 'changed-meanwhile': 2 });
  const peruNow = await call('GET /v1/treaty-status/PE/CPED');
  expect(peruNow.body.entries[0]).toMatchObject({ on: '2012-02-11', evidence: [{ url: `/api${path}/1` }] });
  const rows = await rowsOf(relance.app, body.id);
  expect(rows.map(({ result }) => result)).toEqual([
    'written',
    'kept',
    'changed-meanwhile',
    'unchanged',
    'changed-meanwhile',
  ]);
  expect(rows[4].resultParts[0].now).toMatchObject({ outcome: 'conflict', recorded: { on: '2012-02-12' } });
  const depositedOn = async (code: string) => (await standing(code, 'CPED')).deposited_on;
  expect(await Promise.all(['PE', 'PY', 'UY', 'PA', 'CL'].map(depositedOn))).toEqual([
    '2012-02-11',
    '2012-01-10',
    '2012-01-12',
    '2012-02-11',
    '2012-02-12',
  ]);
  expect((await decide(2, replace)).body.code).toBe('ImportNotADraft');
  expect((await call(`POST /v1/treaty-status-imports/${body.id}/judge`, {})).body.code).toBe('ImportNotADraft');
});

test('judging again keeps a decision where nothing has changed, and forgets it where something has', async () => {
  for (const participant of ['NO', 'SE']) await record(participant, '2013-01-10', `hand-${participant}`);
  const { body } = await bring([header, 'CPED,Norway,,2013-02-11,accession', 'CPED,Sweden,,2013-02-11,accession']);
  const path = `/v1/treaty-status-imports/${body.id}`;
  for (const number of [1, 2])
    await call(`PUT ${path}/rows/${number}/decision`, { decision: 'replace', because: 'x' }, { 'if-match': '"1"' });
  const strike = {
    type: 'CorrectTreatyEntry',
    at: relance.now(),
    entry: 1,
    to: null,
    because: 'Never deposited',
  } as const;
  const of = { participant: 'SE', instrument: 'CPED' };
  await submitTreatyCommand(relance.db, { ...of, commandId: 'struck', actor: 'api', command: strike });
  await call(`POST ${path}/judge`, {});
  const rows = await rowsOf(relance.app, body.id);
  expect(rows.map(({ outcome, decision, version }) => [outcome, decision, version])).toEqual([
    ['conflict', 'replace', 2],
    ['new', 'keep', 3],
  ]);
});

test('bringing and applying are safe to repeat, and importing twice changes nothing', async () => {
  const table = inventedTable(3);
  const keyed = { headers: { 'idempotency-key': 'table-1' }, query: 'source=Invented' };
  const first = await bringTable(relance.app, table, keyed);
  expect((await bringTable(relance.app, table, keyed)).body).toEqual(first.body);
  expect((await bringTable(relance.app, `${table}\n`, keyed)).body.code).toBe('IdempotencyKeyReused');
  expect((await applied(relance.app, first.body.id)).results.written).toBe(first.body.outcomes.new);
  const before = await eventCount();
  expect((await applied(relance.app, first.body.id)).results.written).toBe(first.body.outcomes.new);
  const second = await bringTable(relance.app, table);
  expect(second.body.outcomes).toMatchObject({ new: 0, refines: 0 });
  const { results } = await applied(relance.app, second.body.id);
  expect(results).toMatchObject({ written: 0, unchanged: second.body.outcomes.same });
  expect(await eventCount()).toBe(before);
  const { body } = await call('GET /v1/treaty-status-imports?limit=1');
  expect(body.items[0].id).toBe(second.body.id);
  const next = await call(`GET /v1/treaty-status-imports?limit=1&cursor=${body.nextCursor}`);
  expect(next.body.items[0].id).toBe(first.body.id);
});

test('rows come in pages, by outcome', async () => {
  const { body } = await bringTable(relance.app, inventedTable(2));
  const path = `/v1/treaty-status-imports/${body.id}/rows`;
  const numbers: number[] = [];
  let cursor = '';
  do {
    const page = (await call(`GET ${path}?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`)).body;
    numbers.push(...page.items.map(({ number }: any) => number));
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  expect(numbers).toEqual(Array.from({ length: body.total }, (_, index) => index + 1));
  expect((await call(`GET ${path}?outcome=nonsense`)).status).toBe(400);
  expect((await call(`GET ${path}?cursor=nonsense`)).body.code).toBe('InvalidCursor');
  expect((await call(`GET ${path}/${body.total + 1}`)).body.code).toBe('UnknownImportRow');
});

test.each([
  ['nothing', '', 'TableEmpty'],
  ['a header alone', header, 'TableEmpty'],
  ['a header of something else', 'a,b\n1,2', 'TableNotRecognised'],
  ['a column twice', `${header},treaty\nx`, 'TableColumnTwice'],
  ['no treaty', 'participant,year\nKenya,1990', 'TableInstrumentMissing'],
  ['a quotation mark that stays open', `${header}\nCRC,"Kenya,,1990-01-01,`, 'TableNotReadable'],
  ['another code page', Buffer.from(`${header}\nCRC,Côte d'Ivoire,,1991-02-04,`, 'latin1'), 'TableNotUtf8'],
  ['too many rows', `${header}\n${'CRC,Kenya,,1990-07-30,ratification\n'.repeat(10_001)}`, 'TooManyRows'],
  ['more than five megabytes', 'x'.repeat(5_242_881), 'BodyTooLarge'],
  ['a character that cannot be stored', `${header}\nCRC,Ken\u0000ya,,1990-07-30,ratification`, 'InvalidField'],
])('a file of %s is refused whole', async (_, table, code) => {
  const { status, body } = await bringTable(relance.app, table);
  expect(body.code).toBe(code);
  expect(status).toBe(code === 'BodyTooLarge' ? 413 : 422);
});

test('only text/csv is a table, and its query is checked', async () => {
  const json = await call('POST /v1/treaty-status-imports?source=x', { table: header });
  expect(json).toMatchObject({ status: 415, body: { code: 'UnsupportedMediaType' } });
  expect((await bring([header, 'x'], 'source=')).status).toBe(400);
  expect((await bring([header, 'x'], 'source=x&format=excel')).status).toBe(400);
  expect((await bring([header, 'x'], 'source=x&instrument=Moon')).body.code).toBe('UnprocessableReference');
  expect((await bring([header, 'x'], 'source=x&format=years')).body.code).toBe('TableNotRecognised');
});

test('the dry run says what deposits would do to running appeals, and applying does it', async () => {
  const { recommend } = await register(relance.app, { playbook: 'ratify', text: 'Ratify OPCAT' });
  const one = await recommend();
  const both = await recommend({ text: 'Ratify OPCAT and ICMW' });
  const other = await recommend({ text: 'Ratify CPED' });
  for (const id of [one, both, other]) expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  const statusOf = async (id: string) => (await call(`GET /v1/recommendations/${id}`)).body.status;
  const table = [header, 'OPCAT,Slovenia,,2007-01-23,accession'];
  const first = await bring(table);
  expect(first.body.consequences).toEqual({ closes: 1, tells: 1 });
  expect((await rowsOf(relance.app, first.body.id))[0].consequences).toEqual({ closes: [one], tells: [both] });
  const whole = await bring([...table, 'ICMW,Slovenia,,2007-01-24,accession']);
  expect(whole.body.consequences).toEqual({ closes: 2, tells: 0 });
  const rows = await rowsOf(relance.app, whole.body.id);
  expect(rows.map(({ consequences }) => consequences.closes)).toEqual([[one], [both]]);
  expect(await Promise.all([one, both, other].map(statusOf))).toEqual(['open', 'open', 'open']);
  const done = await applied(relance.app, whole.body.id);
  expect(done.consequences).toBeNull();
  await eventually(async () => {
    expect(await Promise.all([one, both, other].map(statusOf))).toEqual(['closed', 'closed', 'open']);
  });
  expect((await rowsOf(relance.app, whole.body.id)).flatMap(({ batchIds }) => batchIds).length).toBeGreaterThan(0);
}, 60_000);
