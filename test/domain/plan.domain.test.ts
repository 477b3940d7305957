import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { forecast } from '../../domain/forecast/forecast.ts';
import { planNext } from '../../domain/plan/plan.ts';
import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { daysBetween, nthWeekday, weekdayOf } from '../../domain/time.ts';
import { utcCalendar } from '../support/calendar.ts';
import { FollowUp, contextOf, givenStarted, playbookOf, startFollowUp, startedAt } from '../support/follow-up.ts';

const startedOn = startedAt.slice(0, 10);
const roundsOf = (events: readonly FollowUpEvent[]) =>
  events.flatMap((event) => (event.type === 'RoundOpened' ? [event] : []));
const given = (key: string) => givenStarted({ playbook: { key, version: 1 } });

/** A State that never answers, with every draft approved on its day: when is each rung raised? */
function rungDays(key: string): Readonly<Record<number, number>> {
  const { entries } = forecast(given(key).started, startedAt, contextOf(key), {
    until: '2031-01-01T00:00:00.000Z',
    maxEntries: 200,
  });
  const raised = entries.filter((entry) => entry.event === 'EscalationRaised');
  return Object.fromEntries(raised.map(({ rung, at }) => [rung, daysBetween(startedOn, at.slice(0, 10))]));
}

describe('the shipped playbooks', () => {
  test.each(shippedPlaybooks.map((each) => [each.key, each] as const))('%s is whole', (_, playbook) => {
    const asked = [...playbook.cadence.checkIns, ...playbook.cadence.events].map((each) => each.asks);
    for (const key of ['check-in', 'target-date', ...asked]) expect(playbook.questions[key]).toBeTruthy();
    const lastReminder = Math.max(...playbook.cadence.remindAfterDays);
    expect(playbook.ladder[0]!.afterDays).toBeGreaterThan(lastReminder); // No reminder after its escalation.
    playbook.ladder.forEach((rung, index) => expect(rung.needsApproval).toBe(index >= 2));
    expect(playbook.source).not.toBe('');
  });

  test('a national action plan asks for committee, baseline, draft and adoption, then half-yearly', () => {
    const followUp = given('national-action-plan');
    for (let round = 0; round < 6; round += 1) {
      const { dueAt } = followUp.started.round!;
      followUp.waitUntil(dueAt);
      followUp.give({ type: 'ReportProgress', note: 'On the way', implementation: null, at: dueAt });
    }
    const rounds = roundsOf(followUp.events).map(({ asks, dueOn }) => [asks, daysBetween(startedOn, dueOn)]);
    expect(rounds.slice(0, 4)).toEqual([
      ['committee', 91], // Day 90 is a Sunday.
      ['baseline', 270],
      ['draft', 450],
      ['adoption', 540],
    ]);
    expect(rounds[4]![0]).toBe('check-in');
    expect(Number(rounds[4]![1]) - 540).toBeGreaterThanOrEqual(180);
  });

  test('a silent State reaches rung 2 after six months without a committee, and rung 4 after 24 without a plan', () => {
    const days = rungDays('national-action-plan');
    expect(days[2]).toBeGreaterThanOrEqual(180);
    expect(days[2]).toBeLessThanOrEqual(190);
    expect(days[4]).toBeGreaterThanOrEqual(728);
    expect(days[4]).toBeLessThanOrEqual(740);
  });

  test('ratification is asked about half-yearly, and 90, 45 and 14 days before the Treaty Event', () => {
    const followUp = given('ratify');
    expect(roundsOf(followUp.events)[0]).toMatchObject({ asks: 'check-in', dueOn: '2026-07-06' });
    followUp.give({
      type: 'ReportProgress',
      note: 'Study begun',
      implementation: null,
      at: '2026-07-06T12:00:00.000Z',
    });
    const treatyEvent = roundsOf(followUp.events)[1]!;
    expect(treatyEvent).toMatchObject({ asks: 'treaty-event', dueOn: '2026-09-22' });
    expect(
      followUp.started.pending.filter((step) => step.dueAt < treatyEvent.dueAt).map((step) => step.dueAt.slice(0, 10)),
    ).toEqual([
      '2026-08-07', // 45 days before is a Saturday: never later than promised.
      '2026-09-08',
    ]);
  });

  test('a silent State is escalated for ratification at 12 and at 24 months', () => {
    const days = rungDays('ratify');
    expect(Math.abs(days[3]! - 365)).toBeLessThanOrEqual(7);
    expect(Math.abs(days[5]! - 730)).toBeLessThanOrEqual(14);
  });

  test('a national institution is asked about after 120 days, and a missing bill is rung 3 after 18 months', () => {
    expect(daysBetween(startedOn, roundsOf(given('national-institution').events)[0]!.dueOn)).toBe(120);
    expect(Math.abs(rungDays('national-institution')[3]! - 548)).toBeLessThanOrEqual(7);
  });

  test('noted recommendations are never escalated', () => {
    for (const { key } of shippedPlaybooks) {
      const followUp = givenStarted({ playbook: { key, version: 1 }, position: 'noted' }).waitUntil(
        '2032-01-01T00:00:00.000Z',
      );
      expect(followUp.events.some((event) => event.type.startsWith('Escalation'))).toBe(false);
    }
  });

  test('news that nobody asked for never puts off what will be asked', () => {
    const report = (followUp: FollowUp, at: string) =>
      followUp.give({ type: 'ReportProgress', note: 'News', implementation: null, at });
    const days = ['2026-01-06', '2026-01-07', '2026-01-08', '2026-02-02'].map((day) => `${day}T12:00:00.000Z`);

    const regular = given('general');
    for (const at of days) report(regular, at);
    expect(daysBetween('2026-02-02', regular.started.round!.dueOn)).toBeLessThanOrEqual(92); // And a weekend.

    const planned = given('national-action-plan');
    for (const at of days) report(planned, at);
    expect(planned.started.round).toMatchObject({ asks: 'committee', dueOn: roundsOf(planned.events)[0]!.dueOn });

    const promised = givenStarted({ targetOn: '2026-03-20' });
    for (const at of days) report(promised, at);
    expect(promised.started.round).toMatchObject({ asks: 'target-date', dueOn: '2026-03-20' });
  });

  test('what was asked and answered early is not asked again for that date', () => {
    const followUp = given('general');
    const { dueOn } = followUp.started.round!;
    followUp.waitUntil(followUp.started.pending[0]!.dueAt);
    followUp.give({
      type: 'ReportProgress',
      note: 'Early',
      implementation: null,
      at: followUp.started.round!.askedAt!,
    });
    expect(daysBetween(dueOn, followUp.started.round!.dueOn)).toBeGreaterThanOrEqual(90);
  });

  test('a target date is asked about on its day', () => {
    const followUp = givenStarted({ targetOn: '2026-02-11' });
    expect(followUp.started.round).toMatchObject({ asks: 'target-date', dueOn: '2026-02-11' });
  });
});

describe('working days', () => {
  const calendar = utcCalendar([5, 6], ['2026-04-05', '2026-04-06']);
  const context = { playbook: playbookOf('general'), calendar, events: [] };

  test('steps avoid the weekend and the holidays of the State, reminders before the date never move past it', () => {
    const followUp = new FollowUp(context);
    followUp.give({ ...startFollowUp, at: startedAt });
    for (const step of followUp.started.pending) expect(calendar.isWorkingDay(step.dueAt.slice(0, 10))).toBe(true);
    expect(followUp.started.round?.dueOn).toBe('2026-04-07'); // 5 April is a holiday, and so is the 6th.
  });

  test('a country without any working day does not hang the planner', () => {
    const shut = { playbook: playbookOf('general'), calendar: utcCalendar([1, 2, 3, 4, 5, 6, 7]), events: [] };
    const plan = planNext({ kind: 'round', from: startedAt, dueOn: null }, givenStarted().started, shut);
    expect(plan.kind).toBe('round');
  });
});

describe('the forecast', () => {
  test('is what happens when nobody answers', () => {
    const followUp = givenStarted();
    const { entries } = forecast(followUp.started, startedAt, followUp.context, {
      until: '2026-07-20T00:00:00.000Z',
      maxEntries: 50,
    });
    followUp.waitUntil('2026-07-20T00:00:00.000Z');
    const happened = followUp.events.filter(
      (event) =>
        event.type === 'EscalationRaised' || (event.type === 'StepFellDue' && event.step.kind !== 'escalation'),
    );
    expect(entries.map(({ at, event }) => [at, event])).toEqual(happened.map(({ at, type }) => [at, type]));
  });

  test('climbs the whole ladder, says from where on it assumes approval, and ends in yearly check-ins', () => {
    const followUp = givenStarted();
    const { entries } = forecast(followUp.started, startedAt, followUp.context, {
      until: '2029-01-01T00:00:00.000Z',
      maxEntries: 200,
    });
    const rungs = entries
      .filter((entry) => entry.event === 'EscalationRaised')
      .map(({ rung, assumesApproval }) => [rung, assumesApproval]);
    expect(rungs).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, true],
      [5, true],
      [6, true],
    ]);
    expect(entries.some((entry) => entry.event === 'NoCooperationRecorded')).toBe(true);
  });
});

test('the fourth Tuesday of September is found in any year', () => {
  expect(nthWeekday(2026, 9, 2, 4)).toBe('2026-09-22');
  expect(nthWeekday(2000, 9, 2, 4)).toBe('2000-09-26');
  expect(weekdayOf('2000-02-29')).toBe(2);
});
