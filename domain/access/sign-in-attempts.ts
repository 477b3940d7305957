import type { Instant } from '../time.ts';

/** How often one origin has failed on one account since it last succeeded. */
export type Failures = { readonly failures: number; readonly lastAt: Instant };
export type AttemptPolicy = {
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
};

const minuteMs = 60_000;

/** Of passwords: five mistakes cost nothing, then each doubles the wait, up to a quarter of an hour. */
export const passwordAttempts: AttemptPolicy = { free: 5, firstWaitMs: 2_000, longestWaitMs: 15 * minuteMs };

/** Of codes: whoever is asked for one knows the password already, and a code has a million values. */
export const codeAttempts: AttemptPolicy = { free: 10, firstWaitMs: minuteMs, longestWaitMs: 15 * minuteMs };

/** What is forgotten: a day after the last failure an origin begins anew. */
export const failuresForgottenAfterMs = 24 * 60 * minuteMs;

/**
 * Milliseconds until an origin may try again; 0 when it may now. Failures are counted for a pair of account and origin (a
 * network, or a device that is known to the account): whoever guesses from one network holds up nobody elsewhere, and no
 * account is ever locked.
 */
export function waitBeforeAttempt(policy: AttemptPolicy, before: Failures | undefined, now: Instant): number {
  if (before === undefined || hasBeenForgotten(before, now)) return 0;
  const beyond = before.failures - policy.free;
  if (beyond < 0) return 0;
  const waitMs = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** Math.min(beyond, 30));
  return Math.max(0, Date.parse(before.lastAt) + waitMs - Date.parse(now));
}

/** Counted before the password is looked at, so that many attempts at once are many attempts. */
export const failuresAfterAttempt = (before: Failures | undefined, now: Instant): Failures => ({
  failures: before === undefined || hasBeenForgotten(before, now) ? 1 : before.failures + 1,
  lastAt: now,
});

const hasBeenForgotten = ({ lastAt }: Failures, now: Instant): boolean =>
  Date.parse(now) - Date.parse(lastAt) >= failuresForgottenAfterMs;
