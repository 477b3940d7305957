import { resolveNotices } from '../../db/resolve-notices.ts';
import { composeDigest } from '../../domain/correspondence/digest.ts';
import { assumptions, type Assumption } from '../../domain/forecast/assumptions.ts';
import {
  acceptedPositions,
  daysUntilShare,
  depositRate,
  actionRate,
  septemberShare,
  shareAfter,
} from '../../domain/forecast/base-rates.ts';
import { cachedCalendar } from '../../domain/forecast/cached-calendar.ts';
import { drawOf } from '../../domain/forecast/draw.ts';
import type { CheckInDue, PeopledSubject } from '../../domain/forecast/future.ts';
import { busiestWeeks, loadsOf } from '../../domain/forecast/load.ts';
import { mailRules } from '../../domain/forecast/mails.ts';
import { simulate, type Simulation } from '../../domain/forecast/simulate.ts';
import { spread, suggestionsFor, type Movable } from '../../domain/forecast/spread.ts';
import { gapsOf, totalsOf, weeksOf } from '../../domain/forecast/summary.ts';
import type { Position } from '../../domain/follow-up/events.ts';
import type { RoleHolder } from '../../domain/follow-up/roles.ts';
import { initialState } from '../../domain/follow-up/state.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import { contextOf, startedAt, startFollowUp } from '../support/follow-up.ts';
import { utcCalendar } from '../support/calendar.ts';

const calendar = cachedCalendar(utcCalendar());
const holders = [
  { role: 'focal-point', contactId: 'con_ana', isReachable: true, isAway: false },
  { role: 'desk-officer', contactId: 'con_desk', isReachable: true, isAway: false },
] as const;

function subjectsOf(
  count: number,
  key = 'general',
  position: Position = 'supported',
  people: readonly RoleHolder[] = holders,
): readonly PeopledSubject[] {
  const context = { ...contextOf(key), calendar };
  const ref = { key, version: context.playbook.version };
  const start = { ...startFollowUp, playbook: ref, position, terms: termsOf(context.playbook) };
  return Array.from({ length: count }, (_, index) => ({
    key: `rec_${index}`,
    state: initialState,
    start,
    at: startedAt,
    context,
    stateCode: 'SI',
    address: (intents) => resolveNotices('', intents, people),
    deskId: 'con_desk',
  }));
}

function run(subjects: readonly PeopledSubject[], assumption: Assumption, years = 5, seed = '1'): Simulation {
  const until = `${2026 + years}-01-05T10:00:00.000Z`;
  const going = simulate({ subjects, until, assumption, seed, calendarOf: () => calendar });
  for (;;) {
    const { done, value } = going.next();
    if (done === true) return value;
  }
}

const daysOfEvents = (simulation: Simulation, is: (event: any) => boolean): readonly (number | undefined)[] =>
  simulation.futures.map(({ happened }) => {
    const found = happened.find(({ event }) => is(event));
    return found && daysBetween('2026-01-05', found.event.at.slice(0, 10));
  });
const shareWithin = (days: readonly (number | undefined)[], limit: number): number =>
  days.filter((each) => each !== undefined && each <= limit).length / days.length;

describe('a draw', () => {
  test('is the same for the same names, and even over many', () => {
    expect(drawOf('seed', 'rec_1')).toBe(drawOf('seed', 'rec_1'));
    expect(drawOf('seed', 'rec_1')).not.toBe(drawOf('seed', 'rec_2'));
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 20_000; index += 1) tenths[Math.floor(drawOf('seed', index) * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});

describe('the base rates', () => {
  test('are read both ways alike, and end where nothing is known', () => {
    expect(shareAfter(depositRate, 'accepted', 730)).toBeCloseTo(0.15);
    expect(shareAfter(depositRate, 'accepted', 182.5)).toBeCloseTo(0.04);
    expect(shareAfter(depositRate, 'noted', 9_999)).toBe(0.08);
    expect(daysUntilShare(depositRate, 'accepted', 0.08)).toBe(365);
    expect(daysUntilShare(depositRate, 'accepted', 0.36)).toBeNull();
    expect(acceptedPositions).toEqual(['supported', 'supported-in-part', 'pledged']);
  });

  test.each([
    ['supported', 'accepted'],
    ['noted', 'noted'],
  ] as const)('come out of 1,500 simulated ratifications that were %s', (position, column) => {
    const simulation = run(subjectsOf(1_500, 'ratify', position, []), 'base-rates'); // Mail is another matter.
    const deposits = daysOfEvents(simulation, (event) => event.milestone === 'deposit');
    for (const { afterDays, [column]: share } of depositRate.points)
      expect(Math.abs(shareWithin(deposits, afterDays + 3) - share)).toBeLessThan(0.03);
    const actions = daysOfEvents(
      simulation,
      ({ type }) => type === 'ProgressReported' || type === 'MilestoneCompleted',
    );
    expect(Math.abs(shareWithin(actions, 733) - actionRate.points[0]![column])).toBeLessThan(0.04);
    const inSeptember = deposits.filter(
      (days) => days !== undefined && addDays('2026-01-05', days).slice(5, 7) === '09',
    );
    const share = inSeptember.length / deposits.filter((days) => days !== undefined).length;
    expect(Math.abs(share - septemberShare.share)).toBeLessThan(column === 'accepted' ? 0.06 : 0.12);
  });

  test('a seed gives the same future again, another seed another one', () => {
    const mailsOf = (seed: string) => run(subjectsOf(30, 'ratify'), 'base-rates', 3, seed).mails.map(({ at }) => at);
    expect(mailsOf('1')).toEqual(mailsOf('1'));
    expect(mailsOf('1')).not.toEqual(mailsOf('2'));
  });

  test('a follow-up meets the same fate alone as among others', () => {
    const subjects = subjectsOf(20, 'ratify');
    const among = run(subjects, 'base-rates').futures[7]!.happened;
    expect(run([subjects[7]!], 'base-rates').futures[0]!.happened).toEqual(among);
  });
});

describe('a simulated portfolio', () => {
  test('climbs the ladder when nobody answers, and not at all when everybody does', () => {
    const silent = totalsOf(run(subjectsOf(10), 'nobody-answers'));
    expect(silent).toMatchObject({ followUps: 10, stoppedCooperating: 10, answers: 0, closings: {} });
    expect(silent.escalations).toEqual({ 1: 10, 2: 10, 3: 10, 4: 10, 5: 10, 6: 10 });
    const diligent = totalsOf(run(subjectsOf(10), 'everybody-answers-on-time'));
    expect(diligent).toMatchObject({ escalations: {}, closings: { 'implemented-and-verified': 10 }, unassigned: 0 });
    expect(diligent.answers).toBe(diligent.checkIns);
    expect(silent.unassigned).toBe(0); // The desk officer stands in for whoever is missing.
    const orphaned = totalsOf(run(subjectsOf(10, 'general', 'supported', []), 'nobody-answers'));
    expect(orphaned).toMatchObject({ mails: 0, unassigned: orphaned.notices });
  });

  test.each(assumptions)('counts the same mails by week as by person when %s', (assumption) => {
    const simulation = run(
      [...subjectsOf(5), ...subjectsOf(5, 'ratify').map((each) => ({ ...each, key: `t${each.key}` }))],
      assumption,
    );
    const loads = loadsOf(simulation);
    const weeks = weeksOf(simulation);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    const { mails, notices, checkIns } = totalsOf(simulation);
    expect(sum(weeks.map((week) => week.mails))).toBe(mails);
    expect(sum(loads.map((load) => load.mails))).toBe(mails);
    expect(sum(weeks.map((week) => week.notices))).toBe(notices);
    expect(sum(loads.map((load) => load.notices))).toBe(notices);
    expect(sum(loads.map((load) => load.onDesk))).toBe(checkIns);
    expect(gapsOf(simulation)).toEqual([]);
    for (const { week } of weeks) expect(new Date(week).getUTCDay()).toBe(1);
  });

  test('what cannot be started is named, with its reason', () => {
    const [subject] = subjectsOf(1);
    const late = { ...subject!, start: { ...subject!.start!, targetOn: '2025-01-01' } };
    expect(gapsOf(run([late], 'nobody-answers'))).toEqual([{ key: 'rec_0', because: 'TargetInThePast' }]);
  });
});

describe('simulated mail', () => {
  test('is one digest for what falls due together, never two a day, and holds only what is still true', () => {
    const { mails } = run(subjectsOf(40), 'nobody-answers', 2);
    const days = mails.map(({ contactId, onDate }) => `${contactId} ${onDate}`);
    expect(new Set(days).size).toBe(days.length);
    const first = mails.find(({ contactId }) => contactId === 'con_ana')!;
    expect(first.notices).toHaveLength(40);
    for (const { at, notices } of mails) for (const { queuedAt } of notices) expect(queuedAt <= at).toBe(true);
  });

  test('is composed and timed by the rules of correspondence themselves', () => {
    expect(mailRules.compose).toBe(composeDigest);
  });
});

describe('spreading', () => {
  const checkIn = (index: number, dueOn = '2026-10-07'): CheckInDue => ({
    recommendationId: `rec_${String(index).padStart(2, '0')}`,
    dueOn,
    asks: 'check-in',
    askedOf: 'con_ana',
    deskId: 'con_desk',
  });
  const movable = (check: CheckInDue, freedomDays = 22): Movable => ({
    checkIn: check,
    deskId: 'con_desk',
    freedomDays,
    by: 'extension',
  });
  const crowded = Array.from({ length: 40 }, (_, index) => checkIn(index));
  const quiet = Array.from({ length: 20 }, (_, index) => checkIn(100 + index, addDays('2027-01-06', 7 * index)));

  test('moves what may move out of a week that is too full, within its freedom, and never into another full week', () => {
    const moved = spread(
      [...crowded, ...quiet],
      crowded.map((each) => movable(each)),
    );
    expect(moved.length).toBeGreaterThan(10);
    for (const { days, fromOn, toOn } of moved) {
      expect([7, 14, 21]).toContain(days);
      expect(addDays(fromOn, days)).toBe(toOn);
    }
    for (const { toOn } of moved) expect(moved.filter((other) => other.toOn === toOn).length).toBeLessThanOrEqual(6);
    expect(moved[0]!.says).toBe('the week of 5 October 2026 is too full: extend it until 2026-10-14');
  });

  test('leaves a light week, and what has no freedom, where they are', () => {
    expect(
      spread(
        quiet,
        quiet.map((each) => movable(each)),
      ),
    ).toEqual([]);
    expect(
      spread(
        [...crowded, ...quiet],
        crowded.map((each) => movable(each, 6)),
      ),
    ).toEqual([]);
  });

  test('a portfolio that starts on one day is told so, and how to spread', () => {
    const simulation = run(subjectsOf(40), 'everybody-answers-on-time', 2);
    const busiest = busiestWeeks(loadsOf(simulation), 100);
    expect(busiest[0]!.says).toMatch(/^40 check-ins are asked of one person in the week of \d+ \w+ 202\d$/);
    const desk = busiest.find(({ contactId }) => contactId === 'con_desk');
    expect(desk).toMatchObject({ onDesk: 40 });
    expect(desk!.says).toMatch(/^40 check-ins fall on one desk in the week of \d+ \w+ 202\d$/);
    expect(suggestionsFor(simulation, 100).every(({ by }) => by === 'later-start')).toBe(true);
  });
});
