import type { Command, Rejection } from '../../domain/follow-up/commands.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import { noticesFor } from '../../domain/follow-up/notices.ts';
import { oncePerContact } from '../../domain/follow-up/roles.ts';
import { initialState } from '../../domain/follow-up/state.ts';
import { nextTimer } from '../../domain/follow-up/timers.ts';
import { givenStarted, startedAt, startFollowUp, type FollowUp } from '../support/follow-up.ts';

const at = '2026-03-10T10:00:00.000Z';
const evidence = { url: 'https://example.org/law', description: 'Gazette 12/2026' };
const report = { type: 'ReportProgress', note: 'Bill tabled', implementation: 'in-progress' } as const;

const stepKinds = (followUp: FollowUp): readonly string[] => followUp.started.pending.map((step) => step.kind);
const rejectedWith = (rejected: Rejection) => ({ rejected });

function givenDraftOfRung3(): FollowUp {
  const followUp = givenStarted().waitUntil('2026-08-20T00:00:00.000Z');
  expect(followUp.started.draft?.rung).toBe(3);
  return followUp;
}

function givenClaimed(): FollowUp {
  const followUp = givenStarted();
  followUp.give({ type: 'ClaimImplementation', note: 'Law adopted', evidence: [evidence], at });
  return followUp;
}

describe('a round', () => {
  test('is planned when the follow-up starts, with reminders before and after, and the first rung', () => {
    const followUp = givenStarted();
    expect(followUp.events.map((event) => event.type)).toEqual(['FollowUpStarted', 'RoundOpened']);
    expect(followUp.started.round).toMatchObject({ number: 1, asks: 'check-in', dueOn: '2026-04-06' });
    expect(stepKinds(followUp)).toEqual([
      'reminder',
      'reminder',
      'reminder',
      'check-in',
      'reminder',
      'reminder',
      'reminder',
      'reminder',
      'escalation',
    ]);
  });

  test('ends with an answer: the rest of it is dropped and the next one is counted from its due date', () => {
    const followUp = givenStarted().waitUntil('2026-03-20T00:00:00.000Z');
    followUp.give({ ...report, at: '2026-03-20T11:00:00.000Z' });
    expect(followUp.started.round).toMatchObject({ number: 2, dueOn: '2026-07-06' }); // 6 April + 90 days is a Sunday.
    expect(followUp.started.pending.every((step) => step.dueAt > '2026-04-06')).toBe(true);
  });

  test('answered late is counted from the answer, so that nobody is asked again the week after', () => {
    const followUp = givenStarted().waitUntil('2026-06-01T10:00:00.000Z');
    followUp.give({ ...report, at: '2026-06-01T11:00:00.000Z' });
    expect(followUp.started.round?.dueOn).toBe('2026-08-31'); // 1 June + 90 days is a Sunday... moved to Monday.
  });

  test('of a noted recommendation comes once a year and has no ladder', () => {
    const followUp = givenStarted({ position: 'noted' });
    expect(followUp.started.round?.dueOn).toBe('2027-01-05');
    expect(stepKinds(followUp)).toEqual(['reminder', 'check-in', 'reminder']);
    followUp.waitUntil('2030-01-01T00:00:00.000Z');
    expect(followUp.started.rung).toBe(0);
    expect(followUp.started.round).toMatchObject({ number: 4 });
  });

  test('a noted recommendation does not drift through the years', () => {
    const followUp = givenStarted({ position: 'noted' }).waitUntil('2036-01-01T00:00:00.000Z');
    const dueOn = followUp.events.flatMap((event) => (event.type === 'RoundOpened' ? [event.dueOn.slice(5)] : []));
    for (const day of dueOn) expect(day >= '01-02' && day <= '01-09').toBe(true);
  });
});

describe('the ladder', () => {
  test('is climbed one rung at a time while nobody answers, and waits for approval from rung 3', () => {
    const followUp = givenDraftOfRung3();
    const raised = followUp.events.flatMap((event) => (event.type === 'EscalationRaised' ? [event.rung] : []));
    expect(raised).toEqual([1, 2]);
    expect(followUp.started.rung).toBe(2);
    const before = followUp.events.length;
    followUp.waitUntil('2027-08-01T00:00:00.000Z');
    const later = followUp.typesSince(before).filter((type) => type !== 'StepsPlanned');
    expect(new Set(later)).toEqual(new Set(['StepFellDue'])); // Only the manager is reminded, of the draft.
  });

  test('goes on after approval, to the last rung and then to grade D and yearly check-ins', () => {
    const followUp = givenStarted();
    for (let years = 0; years < 400 && followUp.started.isCooperating; years += 1) {
      const { draft } = followUp.started;
      const next = nextTimer(followUp.state)!.dueAt;
      if (draft) followUp.give({ type: 'ApproveEscalation', rung: draft.rung, at: draft.draftedAt });
      else followUp.waitUntil(next);
    }
    const raised = followUp.events.flatMap((event) => (event.type === 'EscalationRaised' ? [event.rung] : []));
    expect(raised).toEqual([1, 2, 3, 4, 5, 6]);
    expect(followUp.started.assessment).toBe('D');
    expect(stepKinds(followUp)).toEqual(['reminder', 'check-in', 'reminder']);
  });

  test('after a dismissal the same rung is proposed again later', () => {
    const followUp = givenDraftOfRung3();
    followUp.give({ type: 'DismissEscalation', rung: 3, reason: 'Minister changed', at: '2026-08-21T10:00:00.000Z' });
    expect(followUp.started.draft).toBeNull();
    followUp.waitUntil('2026-10-01T00:00:00.000Z');
    expect(followUp.started.draft?.rung).toBe(3);
  });

  test('an answer resets it, and withdraws a draft on record', () => {
    const followUp = givenDraftOfRung3();
    followUp.give({ ...report, at: '2026-08-21T10:00:00.000Z' });
    expect(followUp.typesSince(followUp.events.length - 3)).toEqual([
      'EscalationWithdrawn',
      'ProgressReported',
      'RoundOpened',
    ]);
    expect(followUp.started).toMatchObject({ rung: 0, draft: null });
  });
});

describe('after an outage', () => {
  test('every missed step falls due at once', () => {
    const followUp = givenStarted();
    const { length } = followUp.started.pending;
    const before = followUp.events.length;
    followUp.wakeAfterOutage('2026-12-01T00:00:00.000Z');
    expect(followUp.typesSince(before).filter((type) => type === 'StepFellDue')).toHaveLength(length);
  });

  test('a person is told once: the newest reminder stands for the older ones', () => {
    const followUp = givenStarted();
    const before = followUp.events.length;
    followUp.wakeAfterOutage('2026-04-20T00:00:00.000Z');
    const told = followUp.events.slice(before).flatMap((event) => noticesFor(event, followUp.state));
    expect(told).toEqual([{ kind: 'reminder-after', role: 'focal-point' }]);
  });

  test('only one rung is climbed, however long it lasted', () => {
    const followUp = givenStarted().wakeAfterOutage('2028-01-01T00:00:00.000Z');
    expect(followUp.started.rung).toBe(1);
    const told = followUp.events.flatMap((event) => noticesFor(event, followUp.state));
    expect(told.map(({ kind }) => kind)).toEqual(['escalation', 'escalation']); // Focal point and alternate.
  });
});

describe('a pause', () => {
  test('stops every step; resuming plans anew', () => {
    const followUp = givenStarted();
    followUp.give({ type: 'Pause', reason: 'Election', until: null, at });
    expect(nextTimer(followUp.state)).toBeUndefined();
    followUp.give({ type: 'Resume', at: '2026-09-01T10:00:00.000Z' });
    expect(followUp.started.status).toBe('open');
    expect(followUp.started.round?.dueOn).toBe('2026-11-30');
  });

  test('with an end resumes by itself', () => {
    const followUp = givenStarted();
    followUp.give({ type: 'Pause', reason: 'Election', until: '2026-06-01T00:00:00.000Z', at });
    followUp.waitUntil('2026-06-01T00:00:00.000Z');
    expect(followUp.started.status).toBe('open');
    expect(followUp.started.pending.length).toBeGreaterThan(0);
  });
});

describe('a claim', () => {
  test('starts a verification, not a closure', () => {
    const followUp = givenClaimed();
    expect(followUp.started).toMatchObject({
      status: 'under-verification',
      implementation: 'implemented',
      closure: null,
    });
    expect(stepKinds(followUp)).toEqual(['decision-reminder']);
  });

  test('verified with named evidence closes and keeps no timer', () => {
    const followUp = givenClaimed();
    followUp.give({ type: 'Verify', evidence, note: null, at });
    expect(followUp.started).toMatchObject({ status: 'closed', closure: { reason: 'implemented-and-verified' } });
    expect(nextTimer(followUp.state)).toBeUndefined();
  });

  test('rejected goes on with a new round; the claim of the State stays what it claimed', () => {
    const followUp = givenClaimed();
    followUp.give({ type: 'RejectVerification', reason: 'The law is not in force', at });
    expect(followUp.started).toMatchObject({ status: 'open', claim: null, implementation: 'implemented' });
    expect(followUp.started.round?.number).toBe(2);
  });
});

describe('more time', () => {
  test('asked for holds the ladder until it is decided; granted moves the same question', () => {
    const followUp = givenStarted({ playbook: { key: 'national-action-plan', version: 1 } });
    followUp.waitUntil('2026-05-01T00:00:00.000Z');
    followUp.give({
      type: 'RequestExtension',
      untilOn: '2026-09-01',
      reason: 'New minister',
      at: '2026-05-01T10:00:00.000Z',
    });
    expect(stepKinds(followUp)).toEqual(['decision-reminder']);
    followUp.give({ type: 'DecideExtension', isGranted: true, reason: 'Agreed', at: '2026-05-04T10:00:00.000Z' });
    expect(followUp.started.round).toMatchObject({ asks: 'committee', dueOn: '2026-09-01' });
    expect(followUp.started.extensionsGranted).toBe(1);
  });

  test('refused leaves two weeks to answer', () => {
    const followUp = givenStarted().waitUntil('2026-05-01T00:00:00.000Z');
    followUp.give({
      type: 'RequestExtension',
      untilOn: '2026-09-01',
      reason: 'New minister',
      at: '2026-05-01T10:00:00.000Z',
    });
    followUp.give({ type: 'DecideExtension', isGranted: false, reason: 'Third time', at: '2026-05-04T10:00:00.000Z' });
    expect(followUp.started.round?.dueOn).toBe('2026-05-18');
  });
});

describe('refusals', () => {
  const closed = (): FollowUp => {
    const followUp = givenStarted();
    followUp.give({ type: 'Close', reason: 'superseded', note: 'See UPR 2027', evidence: null, at });
    return followUp;
  };
  const cases: readonly (readonly [string, () => FollowUp, Command, Rejection])[] = [
    ['starting twice', givenStarted, { ...startFollowUp, at }, 'AlreadyStarted'],
    ['answering nothing', givenStarted, { ...report, note: '  ', at }, 'EmptyNote'],
    [
      'reporting "implemented" without a claim',
      givenStarted,
      { ...report, implementation: 'implemented', at },
      'EvidenceMissing',
    ],
    [
      'claiming without evidence',
      givenStarted,
      { type: 'ClaimImplementation', note: 'x', evidence: [], at },
      'EvidenceMissing',
    ],
    ['answering after closing', closed, { ...report, at }, 'NotOpen'],
    ['closing twice', closed, { type: 'Close', reason: 'lapsed', note: 'x', evidence: null, at }, 'AlreadyClosed'],
    [
      'closing as verified what nobody verified',
      givenStarted,
      { type: 'Close', reason: 'implemented-and-verified', note: 'x', evidence, at },
      'NotVerified',
    ],
    [
      'closing without a note',
      givenStarted,
      { type: 'Close', reason: 'lapsed', note: '', evidence: null, at },
      'EmptyNote',
    ],
    ['reopening what is open', givenStarted, { type: 'Reopen', reason: 'x', at }, 'NotClosed'],
    ['resuming what runs', givenStarted, { type: 'Resume', at }, 'NotPaused'],
    ['pausing without a reason', givenStarted, { type: 'Pause', reason: '', until: null, at }, 'EmptyReason'],
    ['pausing until yesterday', givenStarted, { type: 'Pause', reason: 'x', until: startedAt, at }, 'PauseEndNotLater'],
    ['approving nothing', givenStarted, { type: 'ApproveEscalation', rung: 3, at }, 'NothingToApprove'],
    ['approving another rung', givenDraftOfRung3, { type: 'ApproveEscalation', rung: 4, at }, 'WrongRung'],
    ['verifying nothing', givenStarted, { type: 'Verify', evidence, note: null, at }, 'NothingToVerify'],
    [
      'deciding on no request',
      givenStarted,
      { type: 'DecideExtension', isGranted: true, reason: 'x', at },
      'NoExtensionRequested',
    ],
    [
      'asking for time before the due date',
      givenStarted,
      { type: 'RequestExtension', untilOn: '2026-03-20', reason: 'x', at },
      'ExtensionNotLater',
    ],
    [
      'recording the same position',
      givenStarted,
      { type: 'RecordPosition', position: 'supported', statement: null, at },
      'SamePosition',
    ],
  ];
  test.each(cases)('%s is refused and changes nothing', (_, given, command, rejected) => {
    const followUp = given();
    const before = JSON.stringify(followUp.state);
    expect(followUp.give(command)).toEqual(rejectedWith(rejected));
    expect(JSON.stringify(followUp.state)).toBe(before);
  });

  test('before it is started nothing but starting is accepted', () => {
    expect(decide({ ...report, at }, initialState)).toEqual(rejectedWith('NotStarted'));
    expect(decide({ ...startFollowUp, targetOn: '2020-01-01', at }, initialState)).toEqual(
      rejectedWith('TargetInThePast'),
    );
  });

  test('the clock is never refused, even after closing', () => {
    expect(decide({ type: 'AdvanceClock', at: '2099-01-01T00:00:00.000Z' }, closed().state)).toEqual({ events: [] });
  });
});

test('whoever acts in two roles is told once, and a role that nobody takes is not forgotten', () => {
  const told = [
    { role: 'focal-point', contactId: 'con_ana' },
    { role: 'alternate', contactId: 'con_ana' },
    { role: 'manager', contactId: null },
    { role: 'desk-officer', contactId: null },
  ] as const;
  expect(oncePerContact(told).map(({ role }) => role)).toEqual(['focal-point', 'manager', 'desk-officer']);
});
