import fc from 'fast-check';
import { chanceOfDeposit, expectDeposits } from '../../domain/campaign/expected.ts';
import { lineOn, progressAlong } from '../../domain/campaign/goal-line.ts';
import { addDays } from '../../domain/time.ts';

const line = { fromOn: '1994-09-01', fromParties: 134, targetOn: '2000-12-31', goal: 190 };

test('the goal line runs straight from the parties of the first day to all on the target date', () => {
  expect(lineOn(line, '1994-08-01')).toBe(134);
  expect(lineOn(line, '1994-09-01')).toBe(134);
  expect(lineOn(line, '2000-12-31')).toBe(190);
  expect(lineOn(line, '2003-01-01')).toBe(190);
  expect(lineOn(line, '1997-11-01')).toBeCloseTo(162, 1);
});

test('parties stand beside the line month by month, with the target date among the days', () => {
  const changes = [
    { on: '1994-09-15', parties: 135 },
    { on: '1994-11-01', parties: 137 },
    { on: '2000-12-31', parties: 165 },
  ];
  const points = progressAlong(line, changes, '2001-02-10');
  expect(points.slice(0, 3).map(({ on, parties }) => [on, parties])).toEqual([
    ['1994-09-01', 134],
    ['1994-10-01', 135],
    ['1994-11-01', 137],
  ]);
  expect(points.find(({ on }) => on === '2000-12-31')).toEqual({ on: '2000-12-31', parties: 165, line: 190 });
  expect(points.at(-1)).toEqual({ on: '2001-02-10', parties: 165, line: 190 });
  expect(points.map(({ on }) => on)).toEqual([...new Set(points.map(({ on }) => on))].sort());
});

test('a target date that has been moved before the beginning divides by nothing', () => {
  expect(lineOn({ ...line, targetOn: '1994-09-01' }, '1994-09-02')).toBe(190);
});

test('whoever accepted deposits within five years in 36 of 100 cases, and in fewer once years have gone by without', () => {
  const accepted = { position: 'supported', since: '2020-01-01' } as const;
  const afterFive = addDays('2020-01-01', 1_825);
  expect(chanceOfDeposit(accepted, { on: '2020-01-01', untilOn: afterFive })).toBeCloseTo(0.36, 10);
  expect(chanceOfDeposit(accepted, { on: addDays('2020-01-01', 1_460), untilOn: afterFive })).toBeCloseTo(0.07 / 0.71);
  expect(chanceOfDeposit(accepted, { on: afterFive, untilOn: addDays(afterFive, 365) })).toBe(0);
  expect(chanceOfDeposit({ ...accepted, position: 'noted' }, { on: '2020-01-01', untilOn: afterFive })).toBeCloseTo(
    0.08,
  );
});

test('the expected number comes with the interval that chance leaves open, and with those of whom nothing is known', () => {
  const waiting = Array.from({ length: 50 }, () => ({ position: 'supported', since: '2020-01-01' }) as const);
  const found = expectDeposits(waiting, { on: '2020-01-01', untilOn: addDays('2020-01-01', 1_825) });
  expect(found.expected).toBeCloseTo(18);
  // The 5th and 95th of a binomial of 50 trials with chance 0.36.
  expect(found.interval).toEqual({ low: 13, high: 24, level: 0.9 });
  expect(found.beyondTable).toBe(0);
  const later = expectDeposits(waiting, { on: '2020-01-01', untilOn: '2030-01-01' });
  expect(later.beyondTable).toBe(50);
  expect(expectDeposits([], { on: '2020-01-01', untilOn: '2021-01-01' })).toEqual({
    expected: 0,
    interval: { low: 0, high: 0, level: 0.9 },
    beyondTable: 0,
  });
});

test('the interval holds the mean, never more than there are, and a longer window never expects less', () => {
  const waiting = fc.record({
    position: fc.constantFrom('pending', 'supported', 'supported-in-part', 'noted', 'pledged'),
    since: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2015-01-01', days)),
  });
  const days = fc.integer({ min: 0, max: 4_000 });
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 40 }), days, days, (all, first, more) => {
      const on = '2023-06-01';
      const near = expectDeposits(all, { on, untilOn: addDays(on, first) });
      const far = expectDeposits(all, { on, untilOn: addDays(on, first + more) });
      expect(far.expected).toBeGreaterThanOrEqual(near.expected - 1e-9);
      expect(near.interval.low).toBeLessThanOrEqual(Math.ceil(near.expected));
      expect(near.interval.high).toBeGreaterThanOrEqual(Math.floor(near.expected));
      expect(near.interval.high).toBeLessThanOrEqual(all.length);
    }),
  );
});
