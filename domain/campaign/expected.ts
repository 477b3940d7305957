import { columnOf, depositRate, shareAfter } from '../forecast/base-rates.ts';
import type { Position } from '../follow-up/events.ts';
import { daysBetween, type CalendarDate } from '../time.ts';

/** A State that has not deposited: its position, and since when it has been asked. */
export type Waiting = { readonly position: Position; readonly since: CalendarDate };
export type Window = { readonly on: CalendarDate; readonly untilOn: CalendarDate };

export type ExpectedDeposits = {
  /** The mean, in deposits. */
  readonly expected: number;
  /** What chance alone leaves open: nine times in ten the number lies between the two. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  /** Of the waiting, those for whom the window reaches beyond the five years of the table: nothing is known there, and nothing expected. */
  readonly beyondTable: number;
};

const level = 0.9;
const lastKnownDays = depositRate.points.at(-1)?.afterDays ?? 0;

/**
 * How many of those who wait deposit within the window, by the base rate and no knowledge of any of them. The interval holds
 * the chance of the draw (each State by itself); the error of the rate (403 and 370 cases) and what moves States together come on top.
 */
export function expectDeposits(waiting: readonly Waiting[], window: Window): ExpectedDeposits {
  const chances = waiting.map((each) => chanceOfDeposit(each, window));
  const spread = numberOfSuccesses(chances);
  return {
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    interval: { low: quantile(spread, (1 - level) / 2), high: quantile(spread, (1 + level) / 2), level },
    beyondTable: waiting.filter(({ since }) => daysBetween(since, window.untilOn) > lastKnownDays).length,
  };
}

/** The chance of a deposit within the window for one of which is known that it has not deposited before; 0 to 1. */
export function chanceOfDeposit({ position, since }: Waiting, { on, untilOn }: Window): number {
  const column = columnOf(position);
  const byThen = shareAfter(depositRate, column, Math.max(0, daysBetween(since, untilOn)));
  const byNow = shareAfter(depositRate, column, Math.max(0, daysBetween(since, on)));
  return Math.max(0, byThen - byNow) / (1 - byNow);
}

/** The chance of each number of successes among independent trials of unequal chance (Poisson's binomial), exactly. */
function numberOfSuccesses(chances: readonly number[]): Float64Array {
  const spread = new Float64Array(chances.length + 1);
  spread[0] = 1;
  for (const [index, chance] of chances.entries())
    for (let count = index + 1; count >= 0; count -= 1)
      spread[count] = (spread[count] ?? 0) * (1 - chance) + (spread[count - 1] ?? 0) * chance;
  return spread;
}

function quantile(spread: Float64Array, share: number): number {
  let below = 0;
  for (const [count, chance] of spread.entries()) {
    below += chance;
    if (below >= share - 1e-12) return count;
  }
  return spread.length - 1;
}
