import fc from 'fast-check';
import {
  composeDigest,
  isDelayed,
  maxNoticesPerDigest,
  stalenessOf,
  supersedeAll,
  waitingOf,
  type QueuedNotice,
} from '../../domain/correspondence/digest.ts';
import { isPressing } from '../../domain/correspondence/pressing.ts';
import { noticeKinds, noticesFor } from '../../domain/follow-up/notices.ts';
import { evolve } from '../../domain/follow-up/evolve.ts';
import { initialState, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import { happenings, live, playbookKey } from '../support/arbitraries.ts';
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
      readdressedTo: null,
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

  test('what presses is in the mail however much else has waited longer', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    const routine = queuedBy(followUp).at(-1)!;
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...routine,
      recommendationId: `rec_${index}`,
      noticeId: `evt_${String(index).padStart(6, '0')}:focal-point`,
    }));
    const queuedAt = daysAfter(routine.queuedAt, 3);
    const escalation = {
      ...routine,
      kind: 'escalation',
      recommendationId: 'rec_x',
      noticeId: 'evt_9',
      queuedAt,
    } as const;
    const { send } = composeDigest([...many, escalation]);
    expect(send).toHaveLength(maxNoticesPerDigest);
    expect(send.at(-1)).toBe(escalation); // Oldest first all the same.
  });

  test('a subject that got a newer reminder keeps its place, so that nobody’s turn never comes', () => {
    const followUp = givenStarted();
    followUp.waitUntil(dueAt(followUp));
    const routine = queuedBy(followUp).at(-1)!;
    const ask = (index: number, days: number) => ({
      ...routine,
      recommendationId: `rec_${index}`,
      noticeId: `evt_${days}_${String(index).padStart(6, '0')}:focal-point`,
      queuedAt: daysAfter(routine.queuedAt, days),
    });
    const everybody = Array.from({ length: 100 }, (_, index) => index);
    const first = composeDigest(everybody.map((index) => ask(index, 0)));
    const toldFirst = new Set(first.send.map(({ recommendationId }) => recommendationId));
    const left = everybody.filter((index) => !toldFirst.has(`rec_${index}`)).map((index) => ask(index, 0));
    const second = composeDigest([...left, ...everybody.map((index) => ask(index, 3))]);
    for (const { recommendationId } of second.send) expect(toldFirst).not.toContain(recommendationId);
    expect(second.send).toHaveLength(50);
  });

  test('what is for somebody else moves, once it is known to be true still', () => {
    const followUp = givenStarted();
    followUp.waitUntil(daysAfter(dueAt(followUp), 12));
    const readdressedTo = { contactId: 'con_bor', actingAs: 'alternate' } as const;
    const queued = queuedBy(followUp).map((notice) => ({ ...notice, readdressedTo }));
    const { send, superseded, readdressed } = composeDigest(queued);
    expect(send).toEqual([]);
    expect(superseded).toEqual([]);
    expect(readdressed).toEqual(queued.map(({ noticeId }) => ({ noticeId, to: 'con_bor', actingAs: 'alternate' })));
    followUp.give({ type: 'Pause', reason: 'x', until: null, at: daysAfter(dueAt(followUp), 13) });
    const paused = composeDigest(queued.map((notice) => ({ ...notice, followUp: followUp.state })));
    expect(paused.readdressed).toEqual([]);
    expect(new Set(paused.superseded.map(({ reason }) => reason))).toEqual(new Set(['not-open']));
  });

  test('every kind either presses or waits for the weekly mail', () => {
    const at = '2026-03-02T09:00:00.000Z';
    expect(noticeKinds.filter(isPressing)).toEqual([
      'escalation',
      'approval-wanted',
      'decision-wanted',
      'validation-wanted',
      'verification-wanted',
      'claim-rejected',
      'letter-to-send',
      'appeal-letter-drafted',
      'appeal-letter-to-send',
      'delivery-wanted',
      'treaty-event-ahead',
      'thanks-to-send',
    ]);
    expect(waitingOf([])).toBeUndefined();
    expect(waitingOf([{ kind: 'check-in', queuedAt: at }])).toEqual({ since: at, pressingSince: null });
    const later = { kind: 'escalation', queuedAt: daysAfter(at, 1) } as const;
    expect(waitingOf([later, { kind: 'check-in', queuedAt: at }])).toEqual({
      since: at,
      pressingSince: later.queuedAt,
    });
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

  test('sent, superseded, moved and still queued are together all that was queued, each once', () => {
    fc.assert(
      fc.property(queue, fc.array(fc.constantFrom('theirs', 'given-away', 'on-leave')), (lived, whose) => {
        const queued = lived.map((notice, index) => ({
          ...notice,
          isStillTheirs: whose[index] !== 'given-away',
          readdressedTo: whose[index] === 'on-leave' ? ({ contactId: 'con_2', actingAs: 'alternate' } as const) : null,
        }));
        const { send, superseded, readdressed } = composeDigest(queued);
        const settled = [...send, ...superseded, ...readdressed].map(({ noticeId }) => noticeId);
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
        const asked = send.filter(({ kind }) => /^(reminder|check-in|escalation|role-moved)/.test(kind));
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
