import type { Kysely } from 'kysely';
import { wallClock, type Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/time.ts';
import type { Schema } from './schema.ts';

export type ClockWish = {
  /** Wall-clock milliseconds of one calendar day. */
  readonly dayMs: number;
  /** Where the calendar begins, when the installation is new; the present by default. */
  readonly startsAt?: Instant;
};

/**
 * The installation's clock, made at the first start and the same ever after: changing the length of a day would move
 * every date that was ever planned.
 */
export async function readOrCreateClock(db: Kysely<Schema>, wish: ClockWish, realMs = Date.now()): Promise<Clock> {
  const isWall = wish.dayMs === wallClock.dayMs && wish.startsAt === undefined;
  const realAt = new Date(realMs).toISOString();
  const fresh = isWall ? wallClock : { realAt, calendarAt: wish.startsAt ?? realAt, dayMs: wish.dayMs };
  await db
    .insertInto('installation')
    .values({ clock_real_at: fresh.realAt, clock_calendar_at: fresh.calendarAt, clock_day_ms: fresh.dayMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await readClock(db);
  if (stored === undefined || stored.dayMs === wish.dayMs) return stored ?? fresh;
  throw new Error(
    `RELANCE_DAY_MS is ${wish.dayMs}, but this database was begun with days of ${stored.dayMs} ms: set it back, or use another database`,
  );
}

/** The clock of an installation that exists. */
export async function readClock(db: Kysely<Schema>): Promise<Clock | undefined> {
  const row = await db.selectFrom('installation').selectAll().executeTakeFirst();
  return row && { realAt: row.clock_real_at, calendarAt: row.clock_calendar_at, dayMs: row.clock_day_ms };
}
