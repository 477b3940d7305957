import fc from 'fast-check';
import { csvOf, safeCell } from '../../domain/publication/csv.ts';
import { cutoffOf, publicationVerdicts, publicFrom, standingOf } from '../../domain/publication/standing.ts';

const cutoffAt = '2026-06-01T00:00:00.000Z';
const none = { state: null, source: null, recommendation: null };
const before = (verdict: 'publish' | 'withdraw') => ({ verdict, decidedAt: '2026-05-01T00:00:00.000Z' });
const after = (verdict: 'publish' | 'withdraw') => ({ verdict, decidedAt: '2026-06-02T00:00:00.000Z' });

describe('what is public', () => {
  test('nothing is, unless somebody said so', () => {
    expect(standingOf(none, cutoffAt)).toBe('not-published');
  });

  test('a State, a source or a recommendation that was published shows, when the delay is over', () => {
    for (const subject of ['state', 'source', 'recommendation'] as const) {
      expect(standingOf({ ...none, [subject]: before('publish') }, cutoffAt)).toBe('public');
      expect(standingOf({ ...none, [subject]: after('publish') }, cutoffAt)).toBe('delayed');
    }
  });

  test('to withdraw anywhere hides at once, whatever was published elsewhere', () => {
    const verdict = fc.option(
      fc.record({
        verdict: fc.constantFrom(...publicationVerdicts),
        decidedAt: fc.constantFrom('2026-05-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z'),
      }),
    );
    fc.assert(
      fc.property(fc.record({ state: verdict, source: verdict, recommendation: verdict }), (newest) => {
        const isWithdrawn = Object.values(newest).some((each) => each?.verdict === 'withdraw');
        expect(standingOf(newest, cutoffAt) === 'withdrawn').toBe(isWithdrawn);
      }),
    );
  });

  test('a recommendation that is younger than the delay waits, however long ago its State was published', () => {
    const newest = { ...none, state: before('publish') };
    expect(standingOf(newest, cutoffAt, '2026-05-31T00:00:00.000Z')).toBe('public');
    expect(standingOf(newest, cutoffAt, '2026-06-02T00:00:00.000Z')).toBe('delayed');
    expect(publicFrom(newest, 30, '2026-06-02T00:00:00.000Z')).toBe('2026-07-02T00:00:00.000Z');
  });

  test('it is public from the first publication on and the delay behind it, and from no day once it is withdrawn', () => {
    expect(publicFrom({ ...none, state: before('publish'), source: after('publish') }, 30)).toBe(
      '2026-05-31T00:00:00.000Z',
    );
    expect(publicFrom({ ...none, state: before('publish'), source: after('withdraw') }, 30)).toBeNull();
    expect(publicFrom(none, 30)).toBeNull();
  });

  test('the delay is counted in days', () => {
    expect(cutoffOf('2026-06-30T12:00:00.000Z', 30)).toBe('2026-05-31T12:00:00.000Z');
  });
});

describe('cells of the open data', () => {
  const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  const leads = ['', ' ', '"', "'", '  "', '\u00a0', '\u3000', '\u200b', '\ufeff'];

  test('no cell begins a formula, also behind quotes, spaces and full-width signs', () => {
    for (const sign of signs)
      for (const lead of leads) {
        const cell = safeCell(`${lead}${sign}1+1`);
        expect([cell, cell.startsWith("'")]).toEqual([cell, true]);
      }
  });

  test('all other text is as it is, and every text comes back', () => {
    expect(safeCell('Ratify the Convention; see para. 5')).toBe('Ratify the Convention; see para. 5');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvOf([cells]);
        const read = [...line.slice(0, -2).matchAll(/"((?:[^"]|"")*)"(?:,|$)/gs)].map(([, cell]) =>
          (cell ?? '').replaceAll('""', '"'),
        );
        expect(read).toEqual(cells.map(safeCell));
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(cells);
      }),
    );
  });
});
