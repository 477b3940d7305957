import type { Kysely } from 'kysely';
import type { CalendarDate, Weekday } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

/** Keeps a State's weekend where it differs from the shipped one. */
export async function saveWeekend(db: Kysely<Schema>, stateCode: string, weekend: readonly Weekday[]): Promise<void> {
  const days = [...weekend];
  await db
    .insertInto('states_calendar')
    .values({ state_code: stateCode, weekend: days })
    .onConflict((conflict) => conflict.column('state_code').doUpdateSet({ weekend: days }))
    .execute();
}

/** Back to the shipped weekend. */
export async function removeWeekend(db: Kysely<Schema>, stateCode: string): Promise<void> {
  await db.deleteFrom('states_calendar').where('state_code', '=', stateCode).execute();
}

export type HolidayEntry = {
  readonly stateCode: string;
  readonly onDate: CalendarDate;
  readonly name: string;
  /** True strikes the day out of the library's holidays. */
  readonly isWorkingDay: boolean;
};

export async function saveHoliday(
  db: Kysely<Schema>,
  { stateCode, onDate, name, isWorkingDay }: HolidayEntry,
): Promise<void> {
  await db
    .insertInto('holidays')
    .values({ state_code: stateCode, on_date: onDate, name, is_working_day: isWorkingDay })
    .onConflict((conflict) =>
      conflict.columns(['state_code', 'on_date']).doUpdateSet({ name, is_working_day: isWorkingDay }),
    )
    .execute();
}

/** Back to what the library says of the date; false when our own table said nothing of it. */
export async function removeHoliday(db: Kysely<Schema>, stateCode: string, onDate: CalendarDate): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('holidays')
    .where('state_code', '=', stateCode)
    .where('on_date', '=', onDate)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
