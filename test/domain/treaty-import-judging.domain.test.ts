import fc from 'fast-check';
import { nameKey } from '../../domain/reference/participant-names.ts';
import { commandOf } from '../../domain/treaty-import/command-of.ts';
import { contextOf, judgeRow, type Judgement } from '../../domain/treaty-import/judge-row.ts';
import { inWritingOrder, planRow, resultOf } from '../../domain/treaty-import/plan-row.ts';
import { readRow } from '../../domain/treaty-import/read-row.ts';
import { resolveRows } from '../../domain/treaty-import/resolve-rows.ts';
import { readHeader, type Columns } from '../../domain/treaty-import/table.ts';
import { decideTreaty } from '../../domain/treaty-status/decide.ts';
import { standingOn } from '../../domain/treaty-status/standing.ts';
import { evolveTreaty, noTreatyStatus, type TreatyState } from '../../domain/treaty-status/state.ts';

const at = '2026-03-02T09:00:00.000Z';
const normalized = readHeader(['treaty', 'participant', 'signature_date', 'consent_date', 'consent_type'], {
  format: null,
  hasInstrument: false,
}) as Columns;

const resolved = (lines: readonly string[], aliases = new Map<string, string>()) =>
  resolveRows(
    lines.map((line, index) => ({ line: index + 2, row: readRow(line.split(';'), normalized, null) })),
    aliases,
  );
const judged = (line: string, state: TreatyState = noTreatyStatus): Judgement =>
  judgeRow(resolved([line])[0]!, { state, at });

/** What the log holds after these lines went in; what contradicts it replaces it. */
function after(...lines: readonly string[]): TreatyState {
  return lines.reduce((state, line) => {
    const [row] = resolved([line]) as any[];
    const of = { participant: row!.participant!, instrument: row!.instrument! };
    const parts = judged(line, state).parts.map((part) => ({ part, result: 'written', code: null }) as const);
    let now = state;
    for (const { part } of inWritingOrder(parts)) {
      if (part.outcome === 'same') continue;
      const command = commandOf(part, contextOf(now, of, row!.row.stated), { evidence: [], because: 'A better list' });
      const decision = decideTreaty(of, { at, ...command }, now);
      if ('rejected' in decision) throw new Error(decision.rejected);
      now = decision.events.reduce(evolveTreaty, now);
    }
    return now;
  }, noTreatyStatus);
}

const joined = 'CEDAW;Kenya;1980-07-17;1984-03-09;ratification';

test.each([
  ['nothing is on record', 'new', joined, []],
  ['the same is on record', 'same', joined, [joined]],
  ['a list of years says less than the log', 'same', 'CEDAW;Kenya;;1984;', [joined]],
  ['the day becomes known', 'refines', joined, ['CEDAW;Kenya;1980;1984;']],
  ['the day and the kind become known', 'refines', 'CEDAW;Kenya;;1984-03-09;ratification', ['CEDAW;Kenya;;1984;']],
  ['the deposit comes after the signature', 'new', joined, ['CEDAW;Kenya;1980-07-17;;']],
  ['another day is on record', 'conflict', 'CEDAW;Kenya;;1984-03-10;ratification', [joined]],
  ['another year is on record', 'conflict', 'CEDAW;Kenya;;1985;', [joined]],
  ['another kind is on record', 'conflict', 'CEDAW;Kenya;;1984-03-09;accession', [joined]],
  [
    'a conflict goes before what is new',
    'conflict',
    'CEDAW;Kenya;1980-07-18;1984-03-09;ratification',
    ['CEDAW;Kenya;1980-07-17;;'],
  ],
  ['the participant is nobody', 'unknown-participant', 'CEDAW;Ruritania;;1984-03-09;accession', []],
  ['a State that has ended is nobody', 'unknown-participant', 'CEDAW;Czechoslovakia;;1982-02-16;ratification', []],
  ['the treaty is none of ours', 'unknown-instrument', 'Moon;Kenya;;1984-03-09;accession', []],
])('%s: %s', (_, outcome, line, before) => {
  expect(judged(line, after(...before))).toMatchObject({ outcome, code: null });
});

test.each([
  ['CEDAW;Kenya;;1979-12-17;accession', 'BeforeAdoption'],
  ['CEDAW;Kenya;1979-12-17;;', 'BeforeAdoption'],
  ['CEDAW;Kenya;;1978;', 'BeforeAdoption'],
  ['CEDAW;Kenya;;2026-03-09;accession', 'DateInTheFuture'],
  ['CEDAW;Kenya;;2027;', 'DateInTheFuture'],
  ['CEDAW;Kenya;1984-03-10;1984-03-09;ratification', 'SignedAfterDeposit'],
  ['CEDAW;European Union;;2010-12-23;formal confirmation', 'MayNotJoin'],
  ['CEDAW;Kenya;;1990-02-31;accession', 'NoSuchDay'],
])('"%s" is refused: %s', (line, code) => {
  expect(judged(line)).toMatchObject({ outcome: 'refused', code });
  // Nothing that is on record makes it true.
  expect(judged(line, after(joined)).outcome).toBe('refused');
});

test('both values of a conflict are told', () => {
  const { parts, unstated } = judged('CEDAW;Kenya;;1985-01-01;accession', after(joined));
  expect(parts).toEqual([
    expect.objectContaining({
      what: 'deposit',
      stated: { on: '1985-01-01', precision: 'day', how: 'accession' },
      recorded: expect.objectContaining({ on: '1984-03-09', precision: 'day', how: 'ratification' }),
    }),
  ]);
  expect(unstated).toEqual(['signature']);
});

test('a line is refused that another one repeats or contradicts, under whatever name', () => {
  const rows = resolved([
    'CEDAW;Türkiye;;1985-12-20;accession',
    'IV-8;Turkey;;1985-12-20;accession',
    'CRC;Chad;;1990-10-02;ratification',
    'CRC;TD;;1990-10-03;ratification',
    'CRC;Kenya;;1990-07-30;ratification',
  ]);
  const all = rows.map((row) => judgeRow(row, { state: noTreatyStatus, at }));
  expect(all.map(({ outcome, code, otherLine }) => [outcome, code, otherLine])).toEqual([
    ['new', null, null],
    ['refused', 'DuplicateRow', 2],
    ['refused', 'ContradictingRows', 5],
    ['refused', 'ContradictingRows', 4],
    ['new', null, null],
  ]);
});

test('an alias explains what nobody knows, and never what everybody knows', () => {
  const aliases = new Map([
    [nameKey('Ruritania'), 'SI'],
    [nameKey('Niger'), 'NG'],
  ]);
  const rows = resolved(['CRC;Ruritania¹;;1992-07-06;succession', 'CRC;Niger;;1990-09-30;ratification'], aliases);
  expect(rows.map(({ participant }) => participant)).toEqual(['SI', 'NE']);
});

test('who has denounced a treaty may come back to it; a table of the time before is no news', () => {
  const of = { participant: 'TT', instrument: 'OP-ICCPR-1' };
  const line = 'OP-ICCPR-1;Trinidad and Tobago;;1980-11-14;accession';
  const denounce = {
    type: 'DenounceTreaty',
    at,
    on: '1998-05-26',
    precision: 'day',
    effectiveOn: null,
    notification: null,
    evidence: [],
  } as const;
  const decision = decideTreaty(of, denounce, after(line));
  if ('rejected' in decision) throw new Error(decision.rejected);
  const denounced = decision.events.reduce(evolveTreaty, after(line));
  expect(judged(line, denounced).outcome).toBe('same');
  expect(judged('OP-ICCPR-1;TT;;1998-05-26;accession', denounced).outcome).toBe('new');
  expect(judged('OP-ICCPR-1;TT;;1997-05-26;accession', denounced).outcome).toBe('conflict');
});

test('applying writes what was shown and nothing else', () => {
  const line = 'CEDAW;Kenya;1980-07-17;1985-01-01;ratification';
  const shown = judged(line, after(joined));
  const results = (now: Judgement, decision: 'keep' | 'replace') =>
    planRow(shown, now, decision).map(({ result }) => result);
  expect(results(shown, 'keep')).toEqual(['unchanged', 'kept']);
  expect(results(shown, 'replace')).toEqual(['unchanged', 'written']);
  expect(results(judged(line, after(line)), 'replace')).toEqual(['unchanged', 'unchanged']);
  const moved = judged(line, after('CEDAW;Kenya;1980-07-17;1986-01-01;ratification'));
  expect(results(moved, 'replace')).toEqual(['unchanged', 'changed-meanwhile']);
  expect(resultOf(planRow(shown, moved, 'replace'))).toBe('changed-meanwhile');
  // News of the dry run that has become a conflict is not forced upon the log.
  expect(planRow(judged(line), moved, 'replace').map(({ result }) => result)).toEqual([
    'unchanged',
    'changed-meanwhile',
  ]);
});

test('a signature and a deposit are both replaced, in the order in which the log can take them', () => {
  const later = after(joined, 'CEDAW;Kenya;1986-01-01;1987-01-01;ratification');
  expect(standingOn(later, '2000-01-01')).toMatchObject({ signedOn: '1986-01-01', depositedOn: '1987-01-01' });
  const earlier = after(joined, 'CEDAW;Kenya;1980-03-01;1980-04-01;ratification');
  expect(standingOn(earlier, '2000-01-01')).toMatchObject({ signedOn: '1980-03-01', depositedOn: '1980-04-01' });
});

test('a list of years makes parties by the end of the year, by the way that a signature suggests', () => {
  expect(standingOn(after('CRC;Kenya;1990;1991;'), '1991-12-31')).toMatchObject({ isParty: true, how: 'ratification' });
  expect(standingOn(after('CRC;Kenya;;1991;'), '1991-12-30').isParty).toBe(false);
  expect(standingOn(after('CRC;Kenya;;1991;'), '1991-12-31')).toMatchObject({ isParty: true, how: 'accession' });
});

const nonsense = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('CEDAW', 'IV-11', 'Kenya', 'EU', 'Ruritania', '1984', '1984-03-09', '9 Mar 1984 a', '1990-02-31'),
  fc.constantFrom('', '[9 Mar 1984]', 'accession', 'ratification', '2050-01-01', '1975-01-01'),
);

test('any table of nonsense is judged, every line of it', () => {
  const table = fc.array(fc.array(nonsense, { maxLength: 7 }), { maxLength: 12 });
  fc.assert(
    fc.property(table, fc.constantFrom(noTreatyStatus, after(joined)), (lines, state) => {
      const rows = lines.map((cells, index) => ({ line: index, row: readRow(cells, normalized, null) }));
      for (const row of resolveRows(rows, new Map())) {
        const { outcome, code, parts } = judgeRow(row, { state, at });
        expect((outcome === 'refused') === (code !== null)).toBe(true);
        if (['new', 'same', 'refines', 'conflict'].includes(outcome)) expect(parts.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what went in is the same when it comes again', () => {
  const day = fc.date({ min: new Date('1980-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  const cell = fc.option(fc.tuple(day, fc.constantFrom(10, 4)), { nil: null });
  const kind = fc.constantFrom('', 'ratification', 'accession', 'succession', 'acceptance');
  fc.assert(
    fc.property(cell, cell, kind, (signed, consented, how) => {
      const text = (date: typeof signed) => date?.[0].toISOString().slice(0, date[1]) ?? '';
      const line = `CEDAW;Kenya;${text(signed)};${text(consented)};${consented === null ? '' : how}`;
      const { outcome } = judged(line);
      if (outcome === 'new') expect(judged(line, after(line)).outcome).toBe('same');
      else expect(outcome).toBe('refused');
    }),
    { numRuns: 1_000 },
  );
});
