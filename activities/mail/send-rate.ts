export type SendRate = { readonly perSecond: number; readonly perMinute: number };

export const defaultMaxPerSecond = 50;

const secondMs = 1_000;
const minuteMs = 60_000;

/**
 * Keeps any second and any minute of this process below its number of mails. Answers 0 to whoever may send, and everybody
 * else with the milliseconds after which to ask again: later for each, so that thousands do not come back together.
 */
export function createSendRate({ perSecond, perMinute }: SendRate, now = (): number => performance.now()) {
  const spacingMs = Math.max(secondMs / perSecond, minuteMs / perMinute);
  const turns: number[] = [];
  let lastOfferMs = 0;

  /** The first instant at which one more keeps the last `windowMs` within `most`. */
  const freeAt = (most: number, windowMs: number): number => (turns.at(-most) ?? -windowMs) + windowMs;

  return (): number => {
    const nowMs = now();
    while (turns.length > 0 && (turns[0] ?? nowMs) <= nowMs - minuteMs) turns.shift();
    const freeMs = Math.max(freeAt(perSecond, secondMs), freeAt(perMinute, minuteMs));
    if (freeMs <= nowMs) {
      turns.push(nowMs);
      return 0;
    }
    lastOfferMs = Math.max(freeMs, lastOfferMs + spacingMs);
    return lastOfferMs - nowMs;
  };
}
