import fc from 'fast-check';
import {
  composeDigest,
  isDelayed,
  maxNoticesPerDigest,
  stalenessOf,
  supersedeAll,
  type QueuedNotice,
} from '../../domain/correspondence/digest.ts';
import { closingHour, nextDigestAt } from '../../domain/correspondence/timing.ts';
import { noticeKinds, noticesFor } from '../../domain/follow-up/notices.ts';
import { evolve } from '../../domain/follow-up/evolve.ts';
import { initialState, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import { weekdayOf, type Weekday } from '../../domain/time.ts';
import { happenings, live, playbookKey } from '../support/arbitraries.ts';
import { utcCalendar } from '../support/calendar.ts';
import { givenStarted, type FollowUp } from '../support/follow-up.ts';

/** Every notice of a follow-up's life, as if no mail had ever gone, seen from the follow-up's present state. */
function queuedBy(followUp: FollowUp, recommendationId = 'rec_1'): readonly QueuedNotice[] {
  let state: FollowUpState = initialState;
  return followUp.events.flatMap((event, index) => {
    state = evolve(state, event);
    const roundNumber = isStarted(state) ? (state.round?.number ?? null) : null;
    return noticesFor(event, state).map(({ kind, role }) => ({
      noticeId: `evt_${String(index).padStart(6, '0')}:${role}:${kind}:${recommendationId}`,
      kind,
      recommendationId,
      role,
      roundNumber,
      queuedAt: event.at,
      followUp: followUp.state,
      isStillTheirs: true,
    }));
  });
}

const sentKinds = (queued: readonly QueuedNotice[]) => composeDigest(queued).send.map(({ kind }) => kind);
const reasons = (queued: readonly QueuedNotice[]) => composeDigest(queued).superseded.map(({ reason }) => reason);
const dueAt = (followUp: FollowUp) => followUp.started.round!.dueAt;
const daysAfter = (instant: string, days: number) => new Date(Date.parse(instant) + days * 86_400_000).toISOString();

describe('what a digest carries', () => {
  test('the newest reminder of a recommendation stands for the older ones', () => {
    const followUp = givenStarted();
    followUp.waitUntil(daysAfter(dueAt(followUp), 12));
    const queued = queuedBy(followUp);
    expect(queued.length).toBeGreaterThan(3);
    const { send, superseded } = composeDigest(queued);
    expect(send.map(({ kind }) => kind)).toEqual(['reminder-after']);
    expect(new Set(superseded.map(({ reason }) => reason))).toEqual(new Set(['newer-notice']));
    expect(new Set(superseded.map(({ by }) => by))).toEqual(new Set([send[0]!.noticeId]));
  });

  test('reminders of two recommendations do not stand for each other', () => {
    const [first, second] = [givenStarted(), givenStarted()];
    first.waitUntil(dueAt(first));
    second.waitUntil(dueAt(second));
    expect(sentKinds([...queuedBy(first, 'rec_1'), ...queuedBy(second, 'rec_2')])).toEqual(['check-in', 'check-in']);
  });

  test('once somebody has answered, nothing of the round is asked any more', () => {
    const followUp = givenStarted();
    const askedAt = dueAt(followUp);
    followUp.waitUntil(askedAt);
    followUp.give({ type: 'RequestExtension', untilOn: '2026-12-01', reason: 'Elections', at: daysAfter(askedAt, 1) });
    const queued = queuedBy(followUp);
    expect(sentKinds(queued)).toEqual(['decision-wanted']);
    expect(new Set(reasons(queued))).toEqual(new Set(['answered']));
  });

  test('a new round makes the notices of the old one needless', () => {
    const followUp = givenStarted();
    const askedAt = dueAt(followUp);
    followUp.waitUntil(askedAt);
    followUp.give({ type: 'ReportProgress', note: 'Tabled', implementation: null, at: daysAfter(askedAt, 1) });
    expect(new Set(reasons(queuedBy(followUp)))).toEqual(new Set(['round-over']));
  });

  test('a paused follow-up asks nobody', () => {
    const followUp = givenStarted();
    const askedAt = dueAt(followUp);
    followUp.waitUntil(askedAt);
    followUp.give({ type: 'Pause', reason: 'Elections', until: null, at: daysAfter(askedAt, 1) });
    expect(sentKinds(queuedBy(followUp))).toEqual([]);
    expect(new Set(reasons(queuedBy(followUp)))).toEqual(new Set(['not-open']));
  });

  test('a person who has handed the role on is not written to', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    const queued = queuedBy(followUp).map((notice) => ({ ...notice, isStillTheirs: false }));
    expect(sentKinds(queued)).toEqual([]);
    expect(new Set(reasons(queued))).toEqual(new Set(['reassigned']));
  });

  test('an escalation that was approved wants no approval any more', () => {
    const followUp = givenStarted();
    followUp.waitUntil(daysAfter(dueAt(followUp), 200));
    const drafted = followUp.started.draft!;
    expect(sentKinds(queuedBy(followUp))).toContain('approval-wanted');
    followUp.give({ type: 'ApproveEscalation', rung: drafted.rung, at: daysAfter(drafted.draftedAt, 1) });
    const { send, superseded } = composeDigest(queuedBy(followUp));
    expect(send.map(({ kind }) => kind)).toEqual(['letter-to-send', 'escalation']);
    expect(superseded.map(({ reason }) => reason)).toContain('decided');
  });

  test('a claim asks the desk officer for verification until it is decided', () => {
    const followUp = givenStarted();
    const askedAt = dueAt(followUp);
    followUp.waitUntil(askedAt);
    const evidence = [{ url: 'https://example.org/gazette', description: 'Gazette' }];
    followUp.give({ type: 'ClaimImplementation', note: 'In force', evidence, at: daysAfter(askedAt, 1) });
    expect(sentKinds(queuedBy(followUp)).toSorted()).toEqual(['verification-wanted', 'view-wanted', 'view-wanted']);
    followUp.give({ type: 'RejectVerification', reason: 'Not the law asked for', at: daysAfter(askedAt, 2) });
    expect(sentKinds(queuedBy(followUp))).toEqual(['claim-rejected']);
  });

  test('a mail carries fifty items at most; the others wait for the next date', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    const queued = Array.from({ length: 130 }, (_, index) => ({
      ...queuedBy(followUp).at(-1)!,
      recommendationId: `rec_${index}`,
      noticeId: `evt_${String(index).padStart(6, '0')}:focal-point`,
    }));
    const { send, superseded } = composeDigest(queued);
    expect(send).toHaveLength(maxNoticesPerDigest);
    expect(send.map(({ noticeId }) => noticeId)).toEqual(
      queued.slice(0, maxNoticesPerDigest).map(({ noticeId }) => noticeId),
    );
    expect(superseded).toEqual([]);
  });

  test('what waited for more than 72 hours says that it comes late', () => {
    const queuedAt = '2026-03-02T09:00:00.000Z';
    expect(isDelayed({ queuedAt }, '2026-03-05T09:00:00.000Z')).toBe(false);
    expect(isDelayed({ queuedAt }, '2026-03-05T09:00:00.001Z')).toBe(true);
  });

  test('somebody whom mail no longer reaches gets none', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    expect(supersedeAll(queuedBy(followUp)).map(({ reason }) => reason)).toContain('contact-unreachable');
    expect(supersedeAll(queuedBy(followUp))).toHaveLength(queuedBy(followUp).length);
  });

  const queue = fc
    .array(fc.tuple(playbookKey, happenings), { minLength: 1, maxLength: 3 })
    .map((lives) => lives.flatMap(([key, life], index) => queuedBy(live(key, life).followUp, `rec_${index}`)));

  test('sent, superseded and still queued are together all that was queued, each once', () => {
    fc.assert(
      fc.property(queue, fc.array(fc.boolean()), (lived, theirs) => {
        const queued = lived.map((notice, index) => ({ ...notice, isStillTheirs: theirs[index] ?? true }));
        const { send, superseded } = composeDigest(queued);
        const settled = [...send, ...superseded].map(({ noticeId }) => noticeId);
        expect(new Set(settled).size).toBe(settled.length);
        const left = queued.filter(({ noticeId }) => !settled.includes(noticeId));
        expect(left.length + settled.length).toBe(queued.length);
        if (left.length > 0) expect(send).toHaveLength(maxNoticesPerDigest);
      }),
      { numRuns: 100 },
    );
  });

  test('nothing stale is sent, and one recommendation is asked about once', () => {
    fc.assert(
      fc.property(queue, (queued) => {
        const { send } = composeDigest(queued);
        for (const notice of send) expect(stalenessOf(notice)).toBeNull();
        const asked = send.filter(({ kind }) => /reminder|check-in|escalation|role-moved/.test(kind));
        expect(new Set(asked.map(({ recommendationId }) => recommendationId)).size).toBe(asked.length);
        for (const { followUp } of asked) expect(followUp.status).toBe('open');
      }),
      { numRuns: 100 },
    );
  });

  test('the order in which notices are read changes nothing', () => {
    fc.assert(
      fc.property(queue, (queued) => {
        expect(composeDigest([...queued].reverse())).toEqual(composeDigest(queued));
      }),
      { numRuns: 50 },
    );
  });

  test('every kind of notice is judged', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    const notice = queuedBy(followUp)[0]!;
    for (const kind of noticeKinds) expect(stalenessOf({ ...notice, kind })).not.toBeUndefined();
  });
});

describe('when a digest goes', () => {
  const calendar = utcCalendar([6, 7], ['2026-03-04']);
  const plan = (queuedAt: string, over: { notBefore?: string; lastDigestOn?: string } = {}) =>
    nextDigestAt({
      queuedAt,
      notBefore: over.notBefore ?? queuedAt,
      lastDigestOn: over.lastDigestOn ?? null,
      calendar,
    });

  test('notices that fall due in the night go out when the working day begins', () => {
    expect(plan('2026-03-02T03:00:00.000Z')).toBe('2026-03-02T09:00:00.000Z');
  });

  test('in working hours a digest gathers for half an hour, so that one morning makes one mail', () => {
    expect(plan('2026-03-02T09:00:00.000Z')).toBe('2026-03-02T09:30:00.000Z');
  });

  test('nothing goes after 18:00', () => {
    expect(plan('2026-03-02T17:29:00.000Z')).toBe('2026-03-02T17:59:00.000Z');
    expect(plan('2026-03-02T17:30:00.000Z')).toBe('2026-03-03T09:00:00.000Z');
  });

  test('nothing goes on a weekend or a holiday', () => {
    expect(plan('2026-03-06T17:45:00.000Z')).toBe('2026-03-09T09:00:00.000Z');
    expect(plan('2026-03-04T10:00:00.000Z')).toBe('2026-03-05T09:00:00.000Z');
  });

  test('whoever had a digest today gets the next one on the next working day', () => {
    expect(plan('2026-03-02T10:00:00.000Z', { lastDigestOn: '2026-03-02' })).toBe('2026-03-03T09:00:00.000Z');
    expect(plan('2026-03-06T10:00:00.000Z', { lastDigestOn: '2026-03-06' })).toBe('2026-03-09T09:00:00.000Z');
  });

  test('a mail server that comes back at night does not wake anybody', () => {
    expect(plan('2026-03-02T09:00:00.000Z', { notBefore: '2026-03-05T22:00:00.000Z' })).toBe(
      '2026-03-06T09:00:00.000Z',
    );
  });

  test('a person gets at most one digest a date, on working days and in working hours', () => {
    const queuedAts = fc.array(fc.integer({ min: 0, max: 60 * 24 * 40 }), { minLength: 1, maxLength: 60 });
    const weekends = fc.constantFrom<readonly Weekday[]>([6, 7], [5, 6], [5], [7]);
    fc.assert(
      fc.property(queuedAts, weekends, (minutes, weekend) => {
        const waiting = minutes.sort((a, b) => a - b).map((each) => daysAfter('2026-03-02T00:00:00.000Z', each / 1440));
        const local = utcCalendar(weekend, ['2026-03-10', '2026-03-11']);
        const sentOn: string[] = [];
        while (waiting.length > 0) {
          const queuedAt = waiting[0]!;
          const at = nextDigestAt({
            queuedAt,
            notBefore: queuedAt,
            lastDigestOn: sentOn.at(-1) ?? null,
            calendar: local,
          });
          expect(at >= queuedAt).toBe(true);
          expect(local.isWorkingDay(at.slice(0, 10))).toBe(true);
          expect(weekend).not.toContain(weekdayOf(at.slice(0, 10)));
          expect(local.hourOf(at)).toBeGreaterThanOrEqual(9);
          expect(local.hourOf(at)).toBeLessThan(closingHour);
          expect(sentOn).not.toContain(at.slice(0, 10));
          sentOn.push(at.slice(0, 10));
          while (waiting.length > 0 && waiting[0]! <= at) waiting.shift(); // One mail sweeps all that was queued.
        }
      }),
      { numRuns: 200 },
    );
  });
});
