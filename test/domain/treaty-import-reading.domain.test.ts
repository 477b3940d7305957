import fc from 'fast-check';
import { delimiterOf } from '../../domain/treaty-import/delimiter.ts';
import { readRow } from '../../domain/treaty-import/read-row.ts';
import { readHeader, type Columns } from '../../domain/treaty-import/table.ts';
import { consentMarks, readDate, writeDate, type WrittenDate } from '../../domain/treaty-import/written-date.ts';

const plain = { precision: 'day', mark: null, isBracketed: false } as const;

test.each([
  ['6 Jul 1983 a', { ...plain, on: '1983-07-06', mark: 'a' }],
  ['14 Feb 1972', { ...plain, on: '1972-02-14' }],
  ['[ 9 Dec 1966 ]', { ...plain, on: '1966-12-09', isBracketed: true }],
  ['[14 Nov 1980 a]', { ...plain, on: '1980-11-14', mark: 'a', isBracketed: true }],
  [' 4 Jun 2003 A', { ...plain, on: '2003-06-04', mark: 'A' }],
  ['23 Dec 2010 c', { ...plain, on: '2010-12-23', mark: 'c' }],
  ['23\u00a0Oct\u00a02006 d', { ...plain, on: '2006-10-23', mark: 'd' }],
  ['3 September 1981 AA', { ...plain, on: '1981-09-03', mark: 'AA' }],
  ['3-Sep-1981', { ...plain, on: '1981-09-03' }],
  ['14 Feb 1972 1', { ...plain, on: '1972-02-14' }],
  ['14 Feb 1972 a 1,2', { ...plain, on: '1972-02-14', mark: 'a' }],
  ['14 Feb 1972 a¹²', { ...plain, on: '1972-02-14', mark: 'a' }],
  ['14 Feb 1972*', { ...plain, on: '1972-02-14' }],
  ['29 Feb 1996', { ...plain, on: '1996-02-29' }],
  ['1983-07-06', { ...plain, on: '1983-07-06' }],
  ['1983', { ...plain, on: '1983', precision: 'year' }],
  ['1983 d', { ...plain, on: '1983', precision: 'year', mark: 'd' }],
  ['', null],
  [' – ', null],
])('"%s" is read as it is meant', (cell, date) => {
  expect(readDate(cell)).toEqual({ date });
});

test.each([
  ['31 Feb 1990', 'NoSuchDay'],
  ['29 Feb 1995', 'NoSuchDay'],
  ['1990-13-01', 'NoSuchDay'],
  ['0 Jan 1990', 'NoSuchDay'],
  ['06/07/1983', 'AmbiguousDate'],
  ['6.7.1983', 'AmbiguousDate'],
  ['6 Jul 1983 x', 'UnknownMark'],
  ['6 Jul 1983 aa', 'UnknownMark'],
  ['[14 Nov 1980 a], [26 May 1998 a]', 'SeveralDates'],
  ['6 Jul 83', 'NotADate'],
  ['6 Foo 1983', 'NotADate'],
  ['19830706', 'NotADate'],
  ['19831', 'NotADate'],
  ['yes', 'NotADate'],
  ['[6 Jul 1983', 'NotADate'],
])('"%s" is refused: %s', (cell, fault) => {
  expect(readDate(cell)).toEqual({ fault });
});

const writtenDate: fc.Arbitrary<WrittenDate> = fc
  .record({
    day: fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
    precision: fc.constantFrom('day', 'year'),
    mark: fc.constantFrom(null, ...(Object.keys(consentMarks) as (keyof typeof consentMarks)[])),
    isBracketed: fc.boolean(),
  })
  .map(({ day, ...rest }) => ({ ...rest, on: day.toISOString().slice(0, rest.precision === 'day' ? 10 : 4) }));

test('a date that was written is read back the same', () => {
  fc.assert(
    fc.property(writtenDate, (date) => expect(readDate(writeDate(date))).toEqual({ date })),
    { numRuns: 1_000 },
  );
});

test('any cell is a date, nothing, or a fault with a code', () => {
  const pieces = fc.constantFrom('6', ' ', 'Jul', '1983', 'a', '[', ']', '-', '/', '31', 'Feb', '²', ',', '\n', 'ß');
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(cell, (text) => {
      const read = readDate(text);
      if ('fault' in read) expect(read.fault).toMatch(/^[A-Z]/);
      else if (read.date !== null) expect(readDate(writeDate(read.date))).toEqual(read);
    }),
    { numRuns: 2_000 },
  );
});

const headerOf = (text: string, wish: Partial<Parameters<typeof readHeader>[1]> = {}) =>
  readHeader(text.split(';'), { format: null, hasInstrument: false, ...wish });

test.each([
  ['treaty;untc_chapter;untc_file;participant;signature_date;consent_date;consent_type;signature_raw;consent_raw', {}],
  ['Treaty;Participant;Signature_Date', {}],
  ['treaty;participant;signature_year;consent_year', { format: 'years' }],
  ['treaty;participant;year', { format: 'years' }],
])('the header "%s" is recognised', (text, wanted) => {
  expect(headerOf(text)).toMatchObject({ format: 'normalized', ...wanted });
});

test('the table of the Treaty Collection needs to be told its treaty', () => {
  const text = 'Participant;Signature, Succession to signature(d);Accession(a), Succession(d), Ratification';
  expect(headerOf(text)).toEqual({ fault: 'InstrumentMissing' });
  const columns = headerOf(text, { hasInstrument: true });
  expect(columns).toMatchObject({ format: 'treaty-collection', signature: 1, consent: 2, unmarked: 'ratification' });
  expect(headerOf('Participant;Accession(a), Succession(d)', { hasInstrument: true })).toMatchObject({
    signature: null,
    unmarked: 'accession',
  });
});

test.each([
  ['a;b;c', {}, 'HeaderNotRecognised'],
  ['treaty;participant', {}, 'HeaderNotRecognised'],
  ['treaty;participant;year', { format: 'normalized' }, 'HeaderNotRecognised'],
  ['participant;year', {}, 'InstrumentMissing'],
  ['treaty;participant;year;Year', {}, 'HeaderTwice'],
] as const)('the header "%s" is refused', (text, wish, fault) => {
  expect(headerOf(text, wish)).toEqual({ fault });
});

test.each([
  ['a,b,c\n1,2,3', ','],
  ['Participant;Signature;Ratification, Acceptance(A), Approval(AA), Accession(a)\nX;;', ';'],
  ['Participant,Signature,"Accession(a), Succession(d), Ratification"\nX,,', ','],
  ['"a;b";c\n', ';'],
  ['participant\tyear\n', '\t'],
  ['"a\nb",c,d\n;;;;', ','],
])('the delimiter of %j is found', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

const normalized = headerOf('treaty;participant;signature_date;consent_date;consent_type;signature_raw;consent_raw');
const columns = normalized as Columns;
const said = (text: string) => readRow(text.split(';'), columns, null);

test('a line says what its cells say', () => {
  expect(said('CEDAW;Slovenia;;1992-07-06;succession;;6 Jul 1992 d')).toEqual({
    participant: 'Slovenia',
    instrument: 'CEDAW',
    written: { signature: '', consent: '6 Jul 1992 d' },
    stated: {
      signature: null,
      consent: { on: '1992-07-06', precision: 'day', how: 'succession' },
      leftOut: [],
    },
  });
});

test.each([
  ['CEDAW;Slovenia;;1992-07-06;succession;;6 Jul 1992 a', 'ConsentTypeDisagrees'],
  ['CEDAW;Slovenia;;1992-07-06;succession;;7 Jul 1992 d', 'DatesDisagree'],
  ['CEDAW;Slovenia;;;succession;;', 'ConsentTypeDisagrees'],
  ['CEDAW;Slovenia;;1992-07-06;marriage;;', 'UnknownConsentType'],
  ['CEDAW;Slovenia;;;;;', 'NothingStated'],
  ['CEDAW;;;1992-07-06;;;', 'ParticipantMissing'],
  [';Slovenia;;1992-07-06;;;', 'InstrumentMissing'],
  ['CEDAW;Slovenia;1990-02-31;;;;', 'NoSuchDay'],
  ['CEDAW;Slovenia;1990-02-01;;;1 Feb 1990 a;', 'UnknownMark'],
  ['CEDAW;Slovenia;;1992-07-06;;;;surplus', 'TooManyCells'],
  [`CEDAW;${'x'.repeat(300)};;1992-07-06;;;`, 'TextTooLong'],
])('the line "%s" is refused: %s', (text, fault) => {
  expect(said(text)).toMatchObject({ fault });
});

test('what stands between brackets is left out, and said to be', () => {
  const table = headerOf('Participant;Signature;Ratification, Accession(a)', { hasInstrument: true }) as Columns;
  const row = (text: string) => readRow(text.split(';'), table, 'OP-ICCPR-1');
  expect(row('Guyana;[ 1 Feb 1990 ];5 Jan 1999 a')).toMatchObject({
    stated: { signature: null, consent: { on: '1999-01-05', how: 'accession' }, leftOut: ['signature'] },
  });
  expect(row('Jamaica;19 Dec 1966;[ 3 Oct 1975 ]')).toMatchObject({
    stated: { signature: { on: '1966-12-19' }, consent: null, leftOut: ['consent'] },
  });
  expect(row('[Jamaica];19 Dec 1966;3 Oct 1975')).toMatchObject({ fault: 'InBrackets' });
});

test('any cells make a row, or a row with the reason why it says nothing', () => {
  const cells = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('CEDAW', 'Slovenia', '1992', '6 Jul 1992 a')),
  );
  fc.assert(
    fc.property(cells, (line) => {
      const row = readRow(line, columns, null);
      expect('stated' in row).toBe(!('fault' in row));
    }),
    { numRuns: 1_000 },
  );
});
