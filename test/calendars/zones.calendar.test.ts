import { Temporal } from 'temporal-polyfill';
import { zonedCalendar } from '../../activities/zoned-calendar.ts';
import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import { addDays, daysBetween, type CalendarDate, type Instant } from '../../domain/time.ts';

/** RELIABILITY R11: three years, every zone that Node knows. */
const [firstOn, lastOn] = ['2025-01-01', '2027-12-31'];
const allDates = Array.from({ length: daysBetween(firstOn, lastOn) + 1 }, (_, index) => addDays(firstOn, index));
const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Europe/Kyiv', 'Asia/Kolkata'])];
const calendarOf = (zone: string): LocalCalendar => zonedCalendar(zone, { weekend: [6, 7], isHoliday: () => false });

type Change = { readonly at: Temporal.ZonedDateTime; readonly gapMinutes: number };

/** The instants at which a zone's clocks are put forward (a gap of minutes) or back (a negative one). */
function changesOf(zone: string): readonly Change[] {
  const changes: Change[] = [];
  const end = Temporal.PlainDate.from(lastOn).toZonedDateTime(zone);
  let at = Temporal.PlainDate.from(firstOn).toZonedDateTime(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, end) > 0) return changes;
    const before = next.subtract({ nanoseconds: 1 });
    changes.push({ at: next, gapMinutes: (next.offsetNanoseconds - before.offsetNanoseconds) / 60e9 });
    at = next;
  }
}

const changes = new Map(zones.map((zone) => [zone, changesOf(zone)]));
const zonesThatChange = zones.filter((zone) => changes.get(zone)!.some(({ gapMinutes }) => gapMinutes !== 0));

/**
 * Between two changes a zone is a fixed distance from UTC, so nothing can go wrong on a day that could not on the day
 * before: every zone is walked around its changes and once a month, and of zones that change alike one is walked whole.
 */
function datesToWalk(zone: string, isWhole: boolean): readonly CalendarDate[] {
  if (isWhole) return allDates;
  const around = changes.get(zone)!.flatMap(({ at }) => [-2, -1, 0, 1, 2].map((days) => addDays(dateOf(at), days)));
  const dates = new Set([...around, ...allDates.filter((date) => date.endsWith('-15')), firstOn, lastOn]);
  return [...dates].filter((date) => date >= firstOn && date <= lastOn).sort();
}
const dateOf = (at: Temporal.ZonedDateTime): CalendarDate => at.toPlainDate().toString();

const behaviourOf = (zone: string): string =>
  [
    calendarOf(zone).instantOf(firstOn, 9),
    ...changes.get(zone)!.map(({ at, gapMinutes }) => `${at.epochMilliseconds} ${gapMinutes}`),
  ].join();
const firstOfItsKind = new Set(new Map(zonesThatChange.map((zone) => [behaviourOf(zone), zone])).values());

/** Dates on which a schedule does not come at 09:00 exactly, or not after the date before. */
function faultsAtNine(
  zone: string,
  dates: readonly CalendarDate[],
  instantOn: (date: CalendarDate) => Instant,
): readonly string[] {
  const calendar = calendarOf(zone);
  let before = '';
  return dates.filter((date) => {
    const instant = instantOn(date);
    const isRight = calendar.dateOf(instant) === date && calendar.hourOf(instant) === 9 && instant > before;
    before = instant;
    return !isRight;
  });
}

test('all zones are there, some of them with summer time and some without', () => {
  expect(zones.length).toBeGreaterThan(400);
  expect(zonesThatChange.length).toBeGreaterThan(100);
  expect(firstOfItsKind.size).toBeGreaterThan(20);
});

test('09:00 comes exactly once on every date, in every zone, for three years', () => {
  for (const zone of zones) {
    const calendar = calendarOf(zone);
    const dates = datesToWalk(zone, firstOfItsKind.has(zone));
    expect([zone, faultsAtNine(zone, dates, (date) => calendar.instantOf(date, 9))]).toEqual([zone, []]);
  }
});

test('whoever adds 24 hours a day is found out in every zone that has summer time', () => {
  for (const zone of zonesThatChange) {
    const calendar = calendarOf(zone);
    const startMs = Date.parse(calendar.instantOf(firstOn, 9));
    const naive = (date: CalendarDate): Instant =>
      new Date(startMs + daysBetween(firstOn, date) * 86_400_000).toISOString();
    expect([zone, faultsAtNine(zone, datesToWalk(zone, false), naive).length > 0]).toEqual([zone, true]);
  }
});

/** All instants of a date, a minute apart, at which the clock shows a time: none in a gap, two in an overlap. */
function everyShowing(zone: string, date: CalendarDate, hour: number): number {
  const calendar = calendarOf(zone);
  const midnightMs = Date.parse(calendar.instantOf(date, 0));
  const minutes = Array.from({ length: 26 * 12 }, (_, index) => midnightMs + index * 5 * 60_000 - 60 * 60_000);
  return minutes.filter((ms) => {
    const instant = new Date(ms).toISOString();
    return calendar.dateOf(instant) === date && Math.abs(calendar.hourOf(instant) - hour) < 1e-9;
  }).length;
}

/** The hour in the middle of what a change skips or repeats. */
function oddHourOf({ at, gapMinutes }: Change): { readonly on: CalendarDate; readonly hour: number } {
  const shown = at.toPlainDateTime().subtract({ minutes: gapMinutes / 2 });
  return { on: shown.toPlainDate().toString(), hour: shown.hour + shown.minute / 60 };
}

test.each([1.5, 2.5])('on days of change %d o’clock comes once, whether the hour is missing or doubled', (hour) => {
  for (const zone of zonesThatChange) {
    const calendar = calendarOf(zone);
    for (const { at } of changes.get(zone)!) {
      const dates = [-1, 0, 1].map((days) => addDays(dateOf(at), days));
      const instants = dates.map((date) => calendar.instantOf(date, hour));
      expect([zone, instants.map(calendar.dateOf)]).toEqual([zone, dates]);
      expect([...instants].sort()).toEqual(instants);
      expect(new Set(instants).size).toBe(3);
    }
  }
});

test('what is missing is made up for after the gap, and what comes twice is taken the first time', () => {
  const central = calendarOf('Europe/Ljubljana');
  expect(central.instantOf('2026-03-29', 2.5)).toBe('2026-03-29T01:30:00.000Z'); // The clock shows 03:30.
  expect(central.hourOf('2026-03-29T01:30:00.000Z')).toBe(3.5);
  expect(central.instantOf('2026-10-25', 2.5)).toBe('2026-10-25T00:30:00.000Z'); // The first of two.
  expect(calendarOf('Australia/Lord_Howe').instantOf('2026-10-04', 2.25)).toBe('2026-10-03T15:45:00.000Z'); // Half an hour is missing.
});

test('whoever waits for the clock to show the hour misses it in a gap and does it twice in an overlap', () => {
  const seen = { missed: 0, doubled: 0 };
  for (const zone of ['Europe/Ljubljana', 'America/New_York', 'Africa/Cairo', 'Antarctica/Troll', 'Australia/Sydney']) {
    for (const change of changes.get(zone)!) {
      const { on, hour } = oddHourOf(change);
      const naive = everyShowing(zone, on, hour);
      expect(naive).toBe(change.gapMinutes > 0 ? 0 : 2);
      seen[naive === 0 ? 'missed' : 'doubled'] += 1;
      const ours = calendarOf(zone).instantOf(on, hour);
      expect(calendarOf(zone).dateOf(ours) >= on).toBe(true);
    }
  }
  expect(seen.missed).toBeGreaterThan(5);
  expect(seen.doubled).toBeGreaterThan(5);
});
