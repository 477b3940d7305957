import type { Instant } from './time.ts';

/**
 * How an installation's calendar runs against the wall clock.
 *
 * Everything that Relance plans, records and compares is **calendar time**. In production it is the wall clock. Where
 * `RELANCE_DAY_MS` makes a day shorter than 86,400,000 ms (tests, the demo), the calendar runs faster from a fixed
 * anchor, so that holidays, weekends and months keep their meaning while a year passes in minutes.
 */
export type Clock = {
  /** Wall-clock instant of the anchor. */
  readonly realAt: Instant;
  /** What the calendar showed at the anchor. */
  readonly calendarAt: Instant;
  /** Milliseconds of wall clock in one calendar day. */
  readonly dayMs: number;
};

const realDayMs = 86_400_000;

/** The clock of production: calendar and wall clock are one. */
export const wallClock: Clock = {
  realAt: '2000-01-01T00:00:00.000Z',
  calendarAt: '2000-01-01T00:00:00.000Z',
  dayMs: realDayMs,
};

/** What the calendar shows at a wall-clock time given in milliseconds since 1970. */
export function calendarTime(clock: Clock, realMs: number): Instant {
  const sinceAnchorMs = (realMs - Date.parse(clock.realAt)) * (realDayMs / clock.dayMs);
  return new Date(Date.parse(clock.calendarAt) + Math.floor(sinceAnchorMs)).toISOString();
}

/** Wall-clock milliseconds, rounded up, from `realMs` until the calendar shows `instant`; 0 when it already has. */
export function realMsUntil(clock: Clock, realMs: number, instant: Instant): number {
  const calendarMs = Date.parse(instant) - Date.parse(clock.calendarAt);
  const atRealMs = Date.parse(clock.realAt) + calendarMs * (clock.dayMs / realDayMs);
  return Math.max(0, Math.ceil(atRealMs - realMs));
}

/** Calendar length as wall-clock milliseconds: how long `days` last on this clock. */
export const realMsOfDays = (clock: Clock, days: number): number => Math.ceil(days * clock.dayMs);
