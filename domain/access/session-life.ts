import type { Instant } from '../time.ts';

export type SessionTimes = { readonly createdAt: Instant; readonly lastSeenAt: Instant; readonly rotatedAt: Instant };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A working day away from the desk ends a session, and a week ends any. */
export const idleForMs = 12 * hourMs;
export const lastsForMs = 7 * 24 * hourMs;
const rotatedEveryMs = hourMs;
/** Requests of one page may still carry the older secret while the answer with the newer one is under way. */
export const overlapMs = minuteMs;
const seenEveryMs = minuteMs;

export const isOver = ({ createdAt, lastSeenAt }: SessionTimes, now: Instant): boolean =>
  since(createdAt, now) >= lastsForMs || since(lastSeenAt, now) >= idleForMs;

/** When it ends, should nobody come back. */
export const endsAt = ({ createdAt, lastSeenAt }: SessionTimes): Instant =>
  new Date(Math.min(Date.parse(createdAt) + lastsForMs, Date.parse(lastSeenAt) + idleForMs)).toISOString();

export const isRotationDue = ({ rotatedAt }: SessionTimes, now: Instant): boolean =>
  since(rotatedAt, now) >= rotatedEveryMs;

export const isOverlapPast = ({ rotatedAt }: SessionTimes, now: Instant): boolean => since(rotatedAt, now) >= overlapMs;

/** Written down once a minute and not with every request. */
export const isSightingDue = (lastAt: Instant | null, now: Instant): boolean =>
  lastAt === null || since(lastAt, now) >= seenEveryMs;

const since = (before: Instant, now: Instant): number => Date.parse(now) - Date.parse(before);
