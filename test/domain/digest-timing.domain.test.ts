import fc from 'fast-check';
import { refuseAbsence, type Absence } from '../../domain/correspondence/absence.ts';
import { morningMomentOf } from '../../domain/correspondence/morning.ts';
import {
  closingHour,
  mayComeForward,
  nextDigestAt,
  nextLookAt,
  type DigestTiming,
} from '../../domain/correspondence/timing.ts';
import { addDays, daysBetween, weekdayOf, type Weekday } from '../../domain/time.ts';
import { utcCalendar } from '../support/calendar.ts';

/** Wednesday 4 March 2026 is a holiday here. */
const calendar = utcCalendar([6, 7], ['2026-03-04']);
const timingAt = (notBefore: string, over: Partial<DigestTiming> = {}): DigestTiming => ({
  contactId: 'con_ana',
  notBefore,
  lastDigestOn: null,
  lastRoutineOn: null,
  routineMailDays: 7,
  absences: [],
  calendar,
  ...over,
});
const routineAt = (queuedAt: string, over: Partial<DigestTiming> = {}): string =>
  nextDigestAt({ since: queuedAt, pressingSince: null }, timingAt(queuedAt, over));
const pressingAt = (queuedAt: string, over: Partial<DigestTiming> = {}): string =>
  nextDigestAt({ since: queuedAt, pressingSince: queuedAt }, timingAt(queuedAt, over));
const momentOf = (date: string): string => morningMomentOf('con_ana', date, calendar);

describe('the moment of a morning', () => {
  const contacts = Array.from({ length: 20_000 }, (_, index) => `con_${index}`);

  test('lies between 09:00 and 11:30, and is the same each time it is asked for', () => {
    for (const contactId of contacts.slice(0, 2_000)) {
      const hour = calendar.hourOf(morningMomentOf(contactId, '2026-03-02', calendar));
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(11.5);
    }
    expect(momentOf('2026-03-02')).toBe(momentOf('2026-03-02'));
  });

  test('spreads twenty thousand mails, so that no second gets a handful more than its share', () => {
    const perSecond = new Map<string, number>();
    for (const contactId of contacts) {
      const second = morningMomentOf(contactId, '2026-03-02', calendar).slice(0, 19);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(16); // 2.6 on average; by chance 12 at most, mostly.
    expect(perSecond.size).toBeGreaterThan(6_500);
  });

  test('is another one on another day', () => {
    const times = Array.from({ length: 100 }, (_, days) => momentOf(addDays('2026-03-02', days)).slice(11));
    expect(new Set(times).size).toBe(100);
    const isEarly = times.filter((time) => time < '10:25').length;
    expect(isEarly).toBeGreaterThan(30);
    expect(isEarly).toBeLessThan(70);
  });
});

describe('when a digest goes', () => {
  test('what falls due when the working day begins goes out on the same morning', () => {
    expect(routineAt('2026-03-02T03:00:00.000Z')).toBe(momentOf('2026-03-02'));
    expect(routineAt('2026-03-02T09:00:00.000Z')).toBe(momentOf('2026-03-02'));
  });

  test('what comes after the morning waits for the next one, across weekends and holidays', () => {
    expect(pressingAt('2026-03-02T14:00:00.000Z')).toBe(momentOf('2026-03-03'));
    expect(pressingAt('2026-03-06T14:00:00.000Z')).toBe(momentOf('2026-03-09'));
    expect(pressingAt('2026-03-03T14:00:00.000Z')).toBe(momentOf('2026-03-05'));
  });

  test('what was held up on its morning may go until 18:00, and then waits for the next one', () => {
    const since = '2026-03-02T09:00:00.000Z';
    const goes = (notBefore: string) => nextDigestAt({ since, pressingSince: null }, timingAt(notBefore));
    expect(goes('2026-03-02T14:00:00.000Z')).toBe('2026-03-02T14:00:00.000Z');
    expect(goes('2026-03-02T18:00:00.000Z')).toBe(momentOf('2026-03-03'));
    expect(goes('2026-03-05T22:00:00.000Z')).toBe(momentOf('2026-03-06'));
  });

  test('routine mail comes once in seven days', () => {
    const sent = { lastDigestOn: '2026-03-02', lastRoutineOn: '2026-03-02' };
    expect(routineAt('2026-03-03T09:00:00.000Z', sent)).toBe(momentOf('2026-03-09'));
    expect(routineAt('2026-03-12T09:00:00.000Z', sent)).toBe(momentOf('2026-03-12'));
    expect(routineAt('2026-03-03T09:00:00.000Z', { ...sent, routineMailDays: 1 })).toBe(momentOf('2026-03-03'));
  });

  test('what presses goes on the next working day, one mail a day, and takes the routine along', () => {
    const sent = { lastDigestOn: '2026-03-02', lastRoutineOn: '2026-03-02' };
    expect(pressingAt('2026-03-02T10:00:00.000Z', sent)).toBe(momentOf('2026-03-03'));
    const waiting = { since: '2026-03-02T15:00:00.000Z', pressingSince: '2026-03-05T09:00:00.000Z' };
    expect(nextDigestAt(waiting, timingAt(waiting.pressingSince, sent))).toBe(momentOf('2026-03-05'));
    // A mail that carried nothing routine leaves the weekly one where it is.
    expect(routineAt('2026-03-05T15:00:00.000Z', { lastDigestOn: '2026-03-05', lastRoutineOn: '2026-02-20' })).toBe(
      momentOf('2026-03-06'),
    );
  });

  test('nobody is written to while they are away, however long that is', () => {
    const holiday = { absences: [{ fromOn: '2026-03-02', untilOn: '2026-03-20' }] };
    expect(pressingAt('2026-03-03T09:00:00.000Z', holiday)).toBe(momentOf('2026-03-23'));
    const months = [
      { fromOn: '2026-03-02', untilOn: '2026-12-31' },
      { fromOn: '2027-01-01', untilOn: '2027-01-15' },
    ];
    expect(routineAt('2026-03-03T09:00:00.000Z', { absences: months })).toBe(momentOf('2027-01-18'));
  });

  test('what waits is looked at when a leave begins, and on each day of one', () => {
    const absences = [
      { fromOn: '2026-03-02', untilOn: '2026-03-06' },
      { fromOn: '2026-04-06', untilOn: '2026-04-07' },
    ];
    expect(nextLookAt(timingAt('2026-02-20T10:00:00.000Z', { absences }))).toBe('2026-03-02T00:00:00.000Z');
    expect(nextLookAt(timingAt('2026-03-02T10:00:00.000Z', { absences }))).toBe('2026-03-03T09:00:00.000Z');
    expect(nextLookAt(timingAt('2026-03-07T10:00:00.000Z', { absences }))).toBe('2026-04-06T00:00:00.000Z');
    expect(nextLookAt(timingAt('2026-04-08T10:00:00.000Z', { absences }))).toBeUndefined();
  });

  test('a plan may come forward while the week or a leave holds it back, and only then', () => {
    const sent = { lastDigestOn: '2026-03-02', lastRoutineOn: '2026-03-02' };
    const may = (over: Partial<DigestTiming>) => {
      const timing = timingAt('2026-03-03T08:00:00.000Z', over);
      return mayComeForward(nextDigestAt({ since: timing.notBefore, pressingSince: null }, timing), timing);
    };
    expect(may(sent)).toBe(true);
    expect(may({ absences: [{ fromOn: '2026-03-03', untilOn: '2026-03-06' }] })).toBe(true);
    expect(may({})).toBe(false);
  });

  const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
  const instantAt = (minutes: number): string =>
    new Date(Date.parse('2026-03-02T00:00:00.000Z') + minutes * 60_000).toISOString();
  const queue = fc
    .array(fc.record({ at: minute.map(instantAt), isPressing: fc.boolean() }), { minLength: 1, maxLength: 60 })
    .map((notices) => notices.sort((a, b) => (a.at < b.at ? -1 : 1)));
  const weekends = fc.constantFrom<readonly Weekday[]>([6, 7], [5, 6], [5], [7]);
  const leave = fc.option(
    fc
      .record({ from: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 0, max: 30 }) })
      .map(({ from, days }): Absence => ({
        fromOn: addDays('2026-03-02', from),
        untilOn: addDays('2026-03-02', from + days),
      })),
  );

  test('whatever is queued, all of it goes: one mail a date, one routine mail a week, on working mornings, not on leave', () => {
    fc.assert(
      fc.property(queue, weekends, leave, fc.integer({ min: 1, max: 31 }), (queued, weekend, away, routineMailDays) => {
        const local = utcCalendar(weekend, ['2026-03-10', '2026-03-11']);
        const absences = away === null ? [] : [away];
        const sent: { readonly on: string; readonly isRoutine: boolean; readonly pressed: boolean }[] = [];
        let waiting = [...queued];
        while (waiting.length > 0) {
          const at = sendNext(waiting, { local, absences, routineMailDays, sent });
          const on = at.slice(0, 10);
          expect(local.isWorkingDay(on)).toBe(true);
          expect(weekend).not.toContain(weekdayOf(on));
          expect(absences.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)).toBe(false);
          expect(local.hourOf(at)).toBeGreaterThanOrEqual(9);
          expect(local.hourOf(at)).toBeLessThan(closingHour);
          expect(sent.map((mail) => mail.on)).not.toContain(on);
          const carried = waiting.filter((notice) => notice.at <= at); // One mail sweeps all that was queued.
          expect(carried.length).toBeGreaterThan(0);
          const pressed = carried.some(({ isPressing }) => isPressing);
          const lastRoutine = sent.filter(({ isRoutine }) => isRoutine).at(-1);
          if (!pressed && lastRoutine) expect(daysBetween(lastRoutine.on, on)).toBeGreaterThanOrEqual(routineMailDays);
          sent.push({ on, isRoutine: carried.some(({ isPressing }) => !isPressing), pressed });
          waiting = waiting.filter((notice) => notice.at > at);
        }
      }),
      { numRuns: 300 },
    );
  });

  type Given = {
    readonly local: DigestTiming['calendar'];
    readonly absences: readonly Absence[];
    readonly routineMailDays: number;
    readonly sent: readonly { readonly on: string; readonly isRoutine: boolean }[];
  };
  type Notice = { readonly at: string; readonly isPressing: boolean };

  /** As the correspondence does it: plans by what is queued, and anew when something comes before the planned moment. */
  function sendNext(waiting: readonly Notice[], { local, absences, routineMailDays, sent }: Given): string {
    let known = 1;
    for (;;) {
      const seen = waiting.slice(0, known);
      const timing = timingAt(seen.at(-1)!.at, {
        calendar: local,
        absences,
        routineMailDays,
        lastDigestOn: sent.at(-1)?.on ?? null,
        lastRoutineOn: sent.filter(({ isRoutine }) => isRoutine).at(-1)?.on ?? null,
      });
      const pressingSince = seen.find(({ isPressing }) => isPressing)?.at ?? null;
      const at = nextDigestAt({ since: seen[0]!.at, pressingSince }, timing);
      expect(at >= seen[0]!.at).toBe(true);
      if (waiting[known] === undefined || waiting[known]!.at > at) return at;
      known += 1;
    }
  }
});

describe('an absence', () => {
  const may = { fromOn: '2026-05-04', untilOn: '2026-05-15' };

  test('of one day or of a year is taken', () => {
    expect(refuseAbsence({ fromOn: '2026-05-18', untilOn: '2026-05-18' }, [may])).toBeNull();
    expect(refuseAbsence({ fromOn: '2027-01-01', untilOn: '2028-01-01' }, [may])).toBeNull(); // 366 days.
  });

  test('that ends before it begins, is longer than a year or overlaps is refused, each with its own code', () => {
    expect(refuseAbsence({ fromOn: '2026-05-18', untilOn: '2026-05-17' }, [])).toBe('AbsenceEndsBeforeStart');
    expect(refuseAbsence({ fromOn: '2027-01-01', untilOn: '2028-01-02' }, [])).toBe('AbsenceTooLong');
    for (const [fromOn, untilOn] of [
      ['2026-05-01', '2026-05-04'],
      ['2026-05-15', '2026-05-20'],
      ['2026-05-06', '2026-05-07'],
    ] as const)
      expect(refuseAbsence({ fromOn, untilOn }, [may])).toBe('AbsenceOverlaps');
  });
});
