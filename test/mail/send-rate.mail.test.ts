import fc from 'fast-check';
import { createSendRate } from '../../activities/mail/send-rate.ts';

/** How many of some instants lie in the busiest window of this length. */
function busiest(turns: readonly number[], windowMs: number): number {
  return Math.max(0, ...turns.map((from) => turns.filter((at) => at >= from && at < from + windowMs).length));
}

/** Callers come at instants; whoever has no turn comes back when told to. Returns when each got one, and how often all asked. */
function callersWith(rate: { perSecond: number; perMinute: number }, arrivals: readonly number[]) {
  let nowMs = 0;
  const takeTurn = createSendRate(rate, () => nowMs);
  const waiting = arrivals.map((at) => at);
  const turns: number[] = [];
  let asked = 0;
  while (waiting.length > 0) {
    waiting.sort((a, b) => b - a);
    nowMs = waiting.pop()!;
    asked += 1;
    const waitMs = takeTurn();
    if (waitMs === 0) turns.push(nowMs);
    else waiting.push(nowMs + Math.ceil(waitMs));
  }
  return { turns, asked };
}

test('no second and no minute gets more mails than it may, and everybody gets a turn', () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 200 });
  const rate = fc.record({ perSecond: fc.integer({ min: 1, max: 20 }), perMinute: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(arrivals, rate, (at, most) => {
      const { turns } = callersWith(most, at);
      expect(turns).toHaveLength(at.length);
      expect(busiest(turns, 1_000)).toBeLessThanOrEqual(most.perSecond);
      expect(busiest(turns, 60_000)).toBeLessThanOrEqual(most.perMinute);
    }),
    { numRuns: 100 },
  );
});

test('two thousand who come in one second are told to come back one after the other, and ask little more than twice', () => {
  const { turns, asked } = callersWith(
    { perSecond: 50, perMinute: 600 },
    Array.from({ length: 2_000 }, () => 0),
  );
  expect(busiest(turns, 60_000)).toBeLessThanOrEqual(600);
  expect(turns.at(-1)).toBeLessThanOrEqual(1.1 * (2_000 / 600) * 60_000);
  expect(asked).toBeLessThan(3 * 2_000);
});
