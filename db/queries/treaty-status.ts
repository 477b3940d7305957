import { sql, type Expression, type Kysely, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { CalendarDate } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { pageOf, readCursor, type Page } from './paging.ts';

export type StandingRow = Selectable<Schema['treaty_standings']>;

/** Of each status the one stretch of days in which a date lies: exact, and by index alone. */
const asOf = (on: CalendarDate): Expression<SqlBool> =>
  sql<SqlBool>`(s.from_on <= ${on}::date and (s.until_on is null or s.until_on > ${on}::date))`;

const standings = (db: Kysely<Schema>, on: CalendarDate) => db.selectFrom('treaty_standings as s').where(asOf(on));

/** The parties to a treaty on a day, by the days of their deposits. */
export const listParties = (
  db: Kysely<Schema>,
  instrument: string,
  on: CalendarDate,
): Promise<readonly StandingRow[]> =>
  standings(db, on)
    .selectAll()
    .where('s.instrument', '=', instrument)
    .where('s.is_party', '=', true)
    .orderBy('s.participant')
    .execute();

export async function countParties(db: Kysely<Schema>, instrument: string, on: CalendarDate): Promise<number> {
  const { count } = await standings(db, on)
    .select(sql<number>`count(*)::int`.as('count'))
    .where('s.instrument', '=', instrument)
    .where('s.is_party', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many parties each treaty has on a day; one without any is not named. */
export async function countAllParties(db: Kysely<Schema>, on: CalendarDate): Promise<ReadonlyMap<string, number>> {
  const rows = await standings(db, on)
    .select(['s.instrument', sql<number>`count(*)::int`.as('count')])
    .where('s.is_party', '=', true)
    .groupBy('s.instrument')
    .execute();
  return new Map(rows.map(({ instrument, count }) => [instrument, count]));
}

/**
 * Whether it has joined, so that nobody need ask it: true also for a party whose denunciation has not taken effect, and
 * for one of whose deposit this year the day is not known.
 */
export async function isPartyNow(
  db: Kysely<Schema>,
  of: { readonly participant: string; readonly instrument: string },
  today: CalendarDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('treaty_standings')
    .select('participant')
    .where('instrument', '=', of.instrument)
    .where('participant', '=', of.participant)
    .where('is_party', '=', true)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
    .executeTakeFirst();
  return row !== undefined;
}

export type StandingsWish = {
  readonly instruments?: readonly string[];
  readonly participants?: readonly string[];
  readonly isParty?: boolean;
  readonly on: CalendarDate;
};

/** All standings of a set on a day; whoever did nothing has no row. */
export const standingsOf = (db: Kysely<Schema>, wish: StandingsWish): Promise<readonly StandingRow[]> =>
  selectStandings(db, wish).execute();

/** The same, page by page. */
export async function listStandings(
  db: Kysely<Schema>,
  wish: StandingsWish,
  { sort, limit, cursor }: Page<'instrument'>,
) {
  const last = cursor === undefined ? undefined : readCursor(sort, cursor);
  let query = selectStandings(db, wish).limit(limit + 1);
  if (last) query = query.where(sql<SqlBool>`(s.instrument, s.participant) > (${last.key}::text, ${last.id}::text)`);
  return pageOf(await query.execute(), { sort, limit }, (row) => [row.instrument, row.participant]);
}

function selectStandings(db: Kysely<Schema>, { instruments, participants, isParty, on }: StandingsWish) {
  let query = standings(db, on).selectAll();
  if (instruments) query = query.where('s.instrument', '=', anyOf(instruments));
  if (participants) query = query.where('s.participant', '=', anyOf(participants));
  if (isParty !== undefined) query = query.where('s.is_party', '=', isParty);
  return query.orderBy('s.instrument').orderBy('s.participant');
}

const anyOf = (values: readonly string[]): RawBuilder<string> => sql<string>`any(${sql.val([...values])}::text[])`;
