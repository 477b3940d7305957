import { createCalendars, createStateCalendars } from '../../activities/calendars.ts';
import { libraryHolidays } from '../../activities/holiday-library.ts';
import type { Database } from '../../db/database.ts';
import { removeHoliday, removeWeekend, saveHoliday, saveWeekend } from '../../db/register/calendars.ts';
import { workingDayFrom, workingDayUntil } from '../../domain/plan/calendar.ts';
import { holidaysInWords } from '../../domain/plan/state-calendar.ts';
import { states } from '../../domain/reference/states.ts';
import { addDays, daysBetween, weekdayOf } from '../../domain/time.ts';
import { openPGliteDatabase } from '../support/databases.ts';

let database: Database;
beforeAll(async () => {
  database = await openPGliteDatabase();
});
afterAll(() => database.close());
const forState = (code: string) => createCalendars({ db: database.kysely }).forState(code);
const known = () => createStateCalendars({ db: database.kysely });
const days = Array.from({ length: 2 * 365 }, (_, index) => addDays('2025-01-01', index));

test('every one of the 195 States has a calendar to work by', async () => {
  expect(states).toHaveLength(195);
  for (const { code } of states) {
    const calendar = await forState(code);
    const worked = days.filter(calendar.isWorkingDay);
    expect([code, worked.length >= 2 * 215, worked.length <= 2 * 313]).toEqual([code, true, true]);
    // Between two working days lies a fortnight at most, the long feasts and New Year among it.
    const longest = Math.max(...worked.slice(1).map((day, index) => daysBetween(worked[index]!, day)));
    expect([code, longest <= 14]).toEqual([code, true]);
    for (const day of ['2026-01-01', '2026-03-20', '2026-05-27', '2026-12-25']) {
      expect(calendar.isWorkingDay(workingDayFrom(day, calendar))).toBe(true);
      expect(calendar.isWorkingDay(workingDayUntil(day, calendar))).toBe(true);
    }
    expect(calendar.hourOf(calendar.instantOf('2026-06-15', 9))).toBe(9);
    expect(calendar.dateOf(calendar.instantOf('2026-06-15', 9))).toBe('2026-06-15');
  }
});

test('every State says where its holidays are known from, and thirty members say that they are not', async () => {
  const described = await Promise.all(
    states.map(async (state) => ({ ...state, ...(await known().describe(state.code)) })),
  );
  const unknown = described.filter(({ holidaySource }) => holidaySource === 'unknown');
  expect(unknown.filter(({ membership }) => membership === 'member').map(({ code }) => code)).toEqual(
    'AF BT FM IQ JO KG KH KI KP KW LA LB MH MM MN MV NP NR OM PG PW QA SB SY TJ TL TM TV WS YE'.split(' '),
  );
  for (const each of unknown) expect(holidaysInWords(each)).toContain('only weekends count');
  for (const each of described.filter(({ holidaySource }) => holidaySource === 'library'))
    expect(holidaysInWords(each)).toContain('CC BY-SA 3.0');
  expect(new Set(described.map(({ holidaySource }) => holidaySource))).toEqual(new Set(['library', 'unknown']));
});

test('a feast of several days is free on all of them, across the year’s end too', () => {
  const named = (code: string, from: string, count: number) =>
    Array.from({ length: count }, (_, index) => libraryHolidays(code)?.(addDays(from, index)));
  expect(named('EG', '2026-05-27', 4)).toEqual(Array(4).fill('Feast of the Sacrifice (Eid al-Adha)'));
  expect(libraryHolidays('EG')?.('2026-05-31')).toBeUndefined();
  expect(named('SZ', '2026-12-28', 6).every((name) => name !== undefined)).toBe(true); // Incwala, until 2 January.
});

test('a holiday that begins at noon leaves the morning to work', () => {
  expect(libraryHolidays('IS')?.('2026-12-24')).toBeUndefined();
  expect(libraryHolidays('IS')?.('2026-12-25')).toBe('Christmas Day');
});

test('our own table stands before the library, and taking a line out brings the library back', async () => {
  const db = database.kysely;
  const holidayOn = async (on: string) => (await known().daysOff('SI', on, on))[0]?.holiday ?? null;
  const prešeren = { name: 'Prešeren Day, the Slovenian Cultural Holiday', source: 'library' };
  expect(await holidayOn('2027-02-08')).toEqual(prešeren);
  const day = { stateCode: 'SI', name: 'Moved', isWorkingDay: true, onDate: '2027-02-08' };
  await saveHoliday(db, day);
  await saveHoliday(db, { ...day, name: 'Day of mourning', isWorkingDay: false, onDate: '2027-03-10' });
  expect(await holidayOn('2027-02-08')).toBeNull();
  expect(await holidayOn('2027-03-10')).toEqual({ name: 'Day of mourning', source: 'own' });
  expect((await forState('SI')).isWorkingDay('2027-02-08')).toBe(true);
  expect((await forState('SI')).isWorkingDay('2027-03-10')).toBe(false);
  expect(await known().describe('SI')).toMatchObject({ holidaySource: 'library-and-own', ownHolidays: 2 });
  expect(await removeHoliday(db, 'SI', '2027-02-08')).toBe(true);
  expect(await removeHoliday(db, 'SI', '2027-02-08')).toBe(false);
  expect(await holidayOn('2027-02-08')).toEqual(prešeren);
});

test('a weekend of our own can be given and taken back', async () => {
  const db = database.kysely;
  await saveWeekend(db, 'NP', [6]);
  await saveHoliday(db, { stateCode: 'NP', onDate: '2026-10-20', name: 'Dashain', isWorkingDay: false });
  expect(await known().describe('NP')).toMatchObject({ weekend: [6], weekendSource: 'own', holidaySource: 'own' });
  expect(await known().daysOff('NP', '2026-10-19', '2026-10-25')).toEqual([
    { on: '2026-10-20', isWeekend: false, holiday: { name: 'Dashain', source: 'own' } },
    { on: '2026-10-24', isWeekend: true, holiday: null },
  ]);
  await removeWeekend(db, 'NP');
  const { weekend, weekendSource } = await known().describe('NP');
  expect(weekendSource).toBe('default');
  expect(weekend).toEqual(states.find(({ code }) => code === 'NP')!.weekend);
  expect(weekdayOf('2026-10-24')).toBe(6);
});
