import type { Kysely } from 'kysely';
import type { ContactId } from '../../domain/ids.ts';
import type { CalendarDate, Weekday } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

/** The weekend that this installation keeps for a State, where it differs from the shipped one. */
export async function findWeekend(db: Kysely<Schema>, stateCode: string): Promise<readonly Weekday[] | undefined> {
  const row = await db
    .selectFrom('states_calendar')
    .select('weekend')
    .where('state_code', '=', stateCode)
    .executeTakeFirst();
  return row?.weekend;
}

export type OwnHoliday = { readonly onDate: CalendarDate; readonly name: string; readonly isWorkingDay: boolean };

/** Days that this installation added to a State's holidays, or struck from them. */
export async function findOwnHolidays(db: Kysely<Schema>, stateCode: string): Promise<readonly OwnHoliday[]> {
  const rows = await db
    .selectFrom('holidays')
    .select(['on_date', 'name', 'is_working_day'])
    .where('state_code', '=', stateCode)
    .orderBy('on_date')
    .execute();
  return rows.map((row) => ({ onDate: row.on_date, name: row.name, isWorkingDay: row.is_working_day }));
}

/** Where a contact works: their zone, and the State of their institution (none for UN bodies and regional organisations). */
export async function findContactPlace(
  db: Kysely<Schema>,
  contactId: ContactId,
): Promise<{ readonly timeZone: string; readonly stateCode: string | null } | undefined> {
  const row = await db
    .selectFrom('contacts as c')
    .leftJoin('institutions as i', 'i.id', 'c.institution_id')
    .select(['c.time_zone', 'i.state_code'])
    .where('c.id', '=', contactId)
    .executeTakeFirst();
  return row && { timeZone: row.time_zone, stateCode: row.state_code };
}
