import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Problem } from '../problems.ts';
import { newSecret } from './secrets.ts';

export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long where there is nothing to compare with. `isStale`: right, but hashed with other parameters than today's. */
  readonly verify: (hashed: string | null, password: string) => Promise<{ isRight: boolean; isStale: boolean }>;
};

export type HashCost = { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number };

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
export const recommendedCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of the four threads that Node has for such work, two are left for files and names. */
const mostAtOnce = 2;
const mostWaiting = 30;

/** Hashes passwords, so many at once and no more: who comes when the line is full is told to come again. */
export function createPasswords(cost: HashCost = recommendedCost): Passwords {
  const inTurn = createTurns();
  const hashNow = (password: string): Promise<string> => hash(password, cost);
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hashNow(password)),
    verify: (hashed, password) =>
      inTurn(async () => {
        const isRight = await verify(hashed ?? (await (nobodys ??= hashNow(newSecret()))), password);
        return { isRight: isRight && hashed !== null, isStale: hashed !== null && isRight && isOther(hashed, cost) };
      }),
  };
}

function isOther(hashed: string, cost: HashCost): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(hashed);
  return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism;
}

function createTurns() {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting) throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: 2 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The turn goes to whoever waits longest, so that nobody who comes later slips in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
