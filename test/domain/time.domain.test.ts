import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, addYears, daysBetween } from '../../domain/time.ts';

const anchors = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-29', '2025-01-29', '2025-01-31'];
type Repeat = (anchor: string, index: number) => string;

/** Where a repetition leaves the day of the month that its first date has, or that month's last. Judged by Temporal. */
function drifts(repeat: Repeat, unit: 'months' | 'years', times: number): readonly string[] {
  return anchors.flatMap((anchor) =>
    Array.from({ length: times }, (_, index) => index + 1).flatMap((index) => {
      const expected = Temporal.PlainDate.from(anchor)
        .add({ [unit]: index }, { overflow: 'constrain' })
        .toString();
      const got = repeat(anchor, index);
      return got === expected ? [] : [`${anchor} + ${index} ${unit}: ${got} instead of ${expected}`];
    }),
  );
}

/** As one repeats who counts from the date before. */
const stepByStep =
  (once: (date: string) => string): Repeat =>
  (anchor, index) =>
    Array.from({ length: index }).reduce<string>(once, anchor);

describe('months and years', () => {
  test('a month after 31 January is the last of February, and two are 31 March', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-05-15', 0)).toBe('2026-05-15');
  });

  test('29 February is kept as the 28th in common years and comes back in leap years', () => {
    expect([1, 2, 3, 4].map((years) => addYears('2024-02-29', years))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(addYears('2096-02-29', 4)).toBe('2100-02-28'); // No leap year.
  });

  test('monthly for eight years and yearly for twelve, nothing drifts', () => {
    expect(drifts(addMonths, 'months', 96)).toEqual([]);
    expect(drifts(addYears, 'years', 12)).toEqual([]);
  });

  test('steps of 30 and 365 days, and months counted one from the other, are found out', () => {
    expect(drifts((anchor, index) => addDays(anchor, 30 * index), 'months', 96).length).toBeGreaterThan(500);
    expect(drifts((anchor, index) => addDays(anchor, 365 * index), 'years', 12).length).toBeGreaterThan(60);
    expect(
      drifts(
        stepByStep((date) => addMonths(date, 1)),
        'months',
        96,
      ).length,
    ).toBeGreaterThan(300);
    const afterEightYears = daysBetween(addDays('2024-01-31', 30 * 96), addMonths('2024-01-31', 96));
    expect(afterEightYears).toBe(42);
  });
});
