import { obstacleNames, obstacles } from '../../domain/campaign/obstacles.ts';
import { helpNames } from '../../domain/campaign/help.ts';
import { composeDigest, type QueuedNotice } from '../../domain/correspondence/digest.ts';
import { noAppeal } from '../../domain/follow-up/appeal-events.ts';
import { appealSteps, helpKinds, type AppealStep, type SkipCause } from '../../domain/follow-up/appeal-kinds.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { noticesFor } from '../../domain/follow-up/notices.ts';
import { completed, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import { nextPlan, nextTimer } from '../../domain/follow-up/timers.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { appeal as appealPlaybook } from '../../domain/playbooks/shipped/appeal.ts';
import { weekdayOf } from '../../domain/time.ts';
import { FollowUp, contextOf, givenStarted, playbookOf, startedAt, startFollowUp } from '../support/follow-up.ts';

const later = (days: number): string => new Date(Date.parse(startedAt) + days * 86_400_000).toISOString();
const step = (which: AppealStep, key = `${which}-1`, dueOn: string | null = null) =>
  ({ type: 'TakeAppealStep', step: which, campaignId: 'cam_1', key, dueOn }) as const;
const delivery = {
  type: 'ReportDelivery',
  office: 'foreign-affairs',
  officeDetail: null,
  deliveredOn: '2026-01-20',
  note: 'They will table it',
  obstacle: null,
  willDeposit: null,
  nextStep: null,
  nextOn: null,
} as const;
const evidence = [{ url: 'https://treaties.un.org/cn', description: 'C.N. 1' }];

function givenAppeal(over: Partial<Extract<PersonCommand, { type: 'StartFollowUp' }>> = {}): FollowUp {
  const followUp = new FollowUp(contextOf('appeal'));
  const terms = termsOf(playbookOf('appeal'));
  followUp.give({
    ...startFollowUp,
    playbook: { key: 'appeal', version: 1 },
    terms,
    targetOn: '2030-12-31',
    ...over,
    at: startedAt,
  });
  return followUp;
}

const rejectedBy = (followUp: FollowUp, command: PersonCommand, days = 20) => {
  const decision = followUp.give({ ...command, at: later(days) });
  return 'rejected' in decision ? decision.rejected : undefined;
};
const toldBy = (event: FollowUpEvent, state: FollowUpState) =>
  noticesFor(event, state).map(({ kind, role }) => [kind, role]);
const lastOf = (followUp: FollowUp): FollowUpEvent => followUp.events.at(-1)!;

describe('a step that a campaign takes', () => {
  test.each(appealSteps)('%s is taken once, however often its round comes by', (which) => {
    const followUp = givenAppeal();
    followUp.give({ ...step(which, 'r', '2026-09-22'), at: later(1) });
    const after = followUp.events.length;
    expect(followUp.events.some((event) => event.type === 'AppealStepTaken' && event.step === which)).toBe(true);
    expect(followUp.give({ ...step(which, 'r', '2026-09-22'), at: later(2) })).toEqual({ events: [] });
    expect(followUp.events).toHaveLength(after);
    expect(followUp.started.appeal).toMatchObject({ campaignId: 'cam_1', rounds: [{ key: 'r', step: which }] });
  });

  test('one round may bring two different steps', () => {
    const followUp = givenAppeal();
    followUp.give({ ...step('letter', 'r'), at: later(1) });
    followUp.give({ ...step('delivery', 'r'), at: later(1) });
    expect(followUp.started.appeal?.rounds).toHaveLength(2);
  });

  test('it moves no round, no rung and no last answer of the State', () => {
    const followUp = givenAppeal();
    followUp.waitUntil(later(400));
    const before = followUp.started;
    for (const which of appealSteps) followUp.give({ ...step(which, which, '2027-09-28'), at: later(400) });
    const { appeal: _, plansAdopted: __, ...after } = followUp.started;
    const { appeal: ___, plansAdopted: ____, ...same } = before;
    expect(after).toEqual(same);
  });

  const skips: readonly (readonly [SkipCause, AppealStep, readonly PersonCommand[]])[] = [
    ['paused', 'letter', [{ type: 'Pause', reason: 'Elections', until: null }]],
    ['under-verification', 'delivery', [{ type: 'ClaimImplementation', note: '', evidence }]],
    ['noted', 'treaty-event', [{ type: 'RecordPosition', position: 'noted', statement: null }]],
    [
      'split',
      'yearly-review',
      [
        {
          type: 'Split',
          parts: ['a', 'b'].map((id) => ({ recommendationId: id, stateCode: 'SI', playbook: 'appeal', text: id })),
        },
      ],
    ],
    ['letter-waiting', 'letter', [step('letter', 'earlier')]],
    ['date-past', 'treaty-event', []],
  ];
  test.each(skips)('%s: the %s is skipped, and the log says so', (because, which, before) => {
    const followUp = givenAppeal();
    for (const command of before) followUp.give({ ...command, at: later(1) });
    const dueOn = because === 'date-past' ? '2026-01-06' : '2026-09-22';
    followUp.give({ ...step(which, 'r', dueOn), at: later(2) });
    expect(lastOf(followUp)).toMatchObject({ type: 'AppealStepSkipped', step: which, because, key: 'r' });
    expect(toldBy(lastOf(followUp), followUp.state)).toEqual([]);
    expect(followUp.give({ ...step(which, 'r', dueOn), at: later(3) })).toEqual({ events: [] });
    expect(followUp.started.appeal?.lastSkip).toMatchObject({ step: which, because });
  });

  test('a closed one refuses, and its round keeps the refusal', () => {
    const followUp = givenAppeal();
    followUp.give({ type: 'Close', reason: 'refused', note: 'No', evidence: null, at: later(1) });
    for (const which of appealSteps) expect(rejectedBy(followUp, step(which))).toBe('NotOpen');
  });

  test('our own review of a State that took note goes on', () => {
    const followUp = givenAppeal({ position: 'noted' });
    followUp.give({ ...step('yearly-review'), at: later(1) });
    expect(followUp.started.appeal?.tasks).toMatchObject([{ task: 'review' }]);
  });
});

describe('the letter of a campaign', () => {
  const status = (followUp: FollowUp) => followUp.started.appeal?.letter?.status;

  test('waits for a person to approve it, and for a person to send it', () => {
    const followUp = givenAppeal();
    followUp.give({ ...step('letter', 'r'), at: later(1) });
    expect(toldBy(lastOf(followUp), followUp.state)).toEqual([
      ['appeal-letter-drafted', 'manager'],
      ['appeal-letter-drafted', 'desk-officer'],
    ]);
    expect(status(followUp)).toBe('draft');
    followUp.waitUntil(later(300));
    expect(status(followUp)).toBe('draft');
    expect(rejectedBy(followUp, { type: 'ApproveAppealLetter', key: 'other' }, 300)).toBe('LetterAlreadyDecided');
    followUp.give({ type: 'ApproveAppealLetter', key: 'r', at: later(300) });
    expect(toldBy(lastOf(followUp), followUp.state)).toEqual([['appeal-letter-to-send', 'desk-officer']]);
    expect(rejectedBy(followUp, { type: 'ApproveAppealLetter', key: 'r' }, 300)).toBe('LetterAlreadyDecided');
    const sent = { letterId: 'let_1', kind: 'secretary-general-letter', rung: 0, reference: 'X', scan: null } as const;
    followUp.give({ type: 'RecordLetterSent', ...sent, sentOn: '2026-03-02', at: later(301) });
    expect(followUp.started.appeal?.letter).toMatchObject({ status: 'sent', sentOn: '2026-03-02' });
  });

  test('the letter of a rung is another one', () => {
    const followUp = givenAppeal();
    followUp.give({ ...step('letter', 'r'), at: later(1) });
    const sent = { letterId: 'let_9', kind: 'secretary-general-letter', rung: 6, reference: 'X', scan: null } as const;
    followUp.give({ type: 'RecordLetterSent', ...sent, sentOn: '2026-01-06', at: later(2) });
    expect(status(followUp)).toBe('draft');
  });

  test.each([
    [{ type: 'Pause', reason: 'War', until: null }, 'withdrawn'],
    [{ type: 'ClaimImplementation', note: '', evidence }, 'withdrawn'],
    [{ type: 'Close', reason: 'refused', note: 'No', evidence: null }, 'withdrawn'],
    [{ type: 'RecordPosition', position: 'noted', statement: null }, 'withdrawn'],
    [{ type: 'DismissAppealLetter', key: 'r', reason: 'They deposit tomorrow' }, 'withdrawn'],
    [{ type: 'RecordPosition', position: 'pledged', statement: null }, 'draft'],
    [{ type: 'ReportProgress', note: 'A bill', implementation: null }, 'draft'],
  ] as const)('what overtakes it: %j leaves it %s', (command, left) => {
    const followUp = givenAppeal();
    followUp.give({ ...step('letter', 'r'), at: later(1) });
    followUp.give({ ...command, at: later(2) });
    expect(status(followUp)).toBe(left);
  });

  test('the next round drafts another one when the first was sent or withdrawn', () => {
    const followUp = givenAppeal();
    followUp.give({ ...step('letter', 'r'), at: later(1) });
    followUp.give({ type: 'DismissAppealLetter', key: 'r', reason: 'Not now', at: later(2) });
    followUp.give({ ...step('letter', 's'), at: later(3) });
    expect(followUp.started.appeal?.letter).toMatchObject({ key: 's', status: 'draft' });
  });
});

describe('the errand of the resident coordinator', () => {
  const givenErrand = (dueOn = '2026-01-20') => {
    const followUp = givenAppeal();
    followUp.give({ ...step('delivery', 'r', dueOn), at: later(1) });
    return followUp;
  };
  const remindersOf = (followUp: FollowUp) =>
    followUp.events.flatMap((event) =>
      event.type === 'StepFellDue' && event.step.kind === 'task-reminder' ? [event] : [],
    );

  test('is told at once, reminded after its day, and at last told to the manager, once', () => {
    const followUp = givenErrand();
    const taken = followUp.events.find(({ type }) => type === 'AppealStepTaken')!;
    expect(toldBy(taken, followUp.state)).toEqual([['delivery-wanted', 'resident-coordinator']]);
    followUp.waitUntil(later(170));
    expect(
      remindersOf(followUp).map(({ step: each, at }) => [
        at.slice(0, 10),
        ...toldBy({ type: 'StepFellDue', at, step: each, mergedInto: null }, followUp.state)[0]!,
      ]),
    ).toEqual([
      ['2026-01-27', 'delivery-reminder', 'resident-coordinator'],
      ['2026-02-10', 'delivery-reminder', 'resident-coordinator'],
      ['2026-02-24', 'appeal-task-overdue', 'manager'],
    ]);
    for (const { at } of remindersOf(followUp)) expect(weekdayOf(at.slice(0, 10))).toBeLessThan(6);
  });

  test('ends with the report, which answers nothing in the place of the State', () => {
    const followUp = givenErrand();
    const before = followUp.started;
    followUp.give({ ...delivery, obstacle: 'translation', at: later(20) });
    expect(followUp.events.slice(-2)).toMatchObject([
      { type: 'AppealDelivered', office: 'foreign-affairs' },
      { type: 'ObstacleRecorded', obstacle: 'translation' },
    ]);
    const { round, rung, lastAnswerAt, implementation, appeal } = followUp.started;
    expect({ round, rung, lastAnswerAt, implementation }).toEqual({
      round: before.round,
      rung: before.rung,
      lastAnswerAt: before.lastAnswerAt,
      implementation: before.implementation,
    });
    expect(appeal).toMatchObject({
      tasks: [],
      lastDelivery: { office: 'foreign-affairs', deliveredOn: '2026-01-20', obstacle: 'translation' },
      obstacles: [{ obstacle: 'translation' }],
    });
    followUp.waitUntil(later(170));
    expect(remindersOf(followUp)).toEqual([]);
  });

  test('a next step with a date is asked after; one without is not', () => {
    const followUp = givenErrand();
    followUp.give({ ...delivery, nextStep: 'Meet the committee', nextOn: '2026-03-02', at: later(20) });
    expect(followUp.started.appeal?.tasks).toMatchObject([{ task: 'next-step', dueOn: '2026-03-02' }]);
    followUp.waitUntil(later(80));
    expect(remindersOf(followUp).map(({ step: each, at }) => [each.kind, at.slice(0, 10)])).toEqual([
      ['task-reminder', '2026-03-09'],
      ['task-reminder', '2026-03-23'],
    ]);
    followUp.give({ ...delivery, at: later(81) });
    expect(followUp.started.appeal?.tasks).toEqual([]);
  });

  test('a next step in what has been split is on record, and nobody is asked after it there', () => {
    const followUp = givenAppeal();
    const part = { stateCode: 'SI', playbook: 'ratify', text: 'A part' };
    const parts = ['rec_a', 'rec_b'].map((recommendationId) => ({ ...part, recommendationId }));
    followUp.give({ type: 'Split', parts, at: later(10) });
    followUp.give({ ...delivery, nextStep: 'Meet the committee', nextOn: '2026-03-02', at: later(20) });
    expect(followUp.started.appeal).toMatchObject({ tasks: [], lastDelivery: { nextOn: '2026-03-02' } });
    expect(nextPlan(followUp.started)).toBeNull();
  });

  test('nobody is reminded while the follow-up rests; afterwards it is planned anew', () => {
    const followUp = givenErrand();
    followUp.give({ type: 'Pause', reason: 'Elections', until: null, at: later(5) });
    followUp.waitUntil(later(100));
    expect(remindersOf(followUp)).toEqual([]);
    expect(nextPlan(followUp.state)).toBeNull();
    followUp.give({ type: 'Resume', at: later(100) });
    followUp.waitUntil(later(130));
    expect(remindersOf(followUp).map(({ at }) => at.slice(0, 10))).toEqual(['2026-04-22', '2026-05-06']);
  });

  test('a claim silences it, a rejected claim wakes it, closing ends it', () => {
    const followUp = givenErrand();
    followUp.give({ type: 'ClaimImplementation', note: '', evidence, at: later(5) });
    expect(followUp.started.appeal?.tasks).toMatchObject([{ task: 'delivery', steps: [] }]);
    followUp.give({ type: 'RejectVerification', reason: 'Not deposited', at: later(6) });
    expect(followUp.started.appeal?.tasks[0]?.steps).toHaveLength(3);
    followUp.give({ type: 'Close', reason: 'lapsed', note: 'Over', evidence: null, at: later(7) });
    expect(followUp.started.appeal?.tasks).toEqual([]);
    expect(nextTimer(followUp.state)).toBeUndefined();
  });

  test('after an outage the newest reminder speaks for the older ones, and the manager hears once', () => {
    const followUp = givenErrand().wakeAfterOutage(later(60));
    expect(
      remindersOf(followUp).map(({ step: each, mergedInto }) => [each.id.split('.')[1], mergedInto === null]),
    ).toEqual([
      ['delivery-7', false],
      ['delivery-21', true],
      ['delivery-35', true],
    ]);
  });

  test('a report is true also of a closed follow-up, and of one that nobody was sent to', () => {
    const followUp = givenAppeal();
    expect(rejectedBy(followUp, delivery)).toBeUndefined();
    followUp.give({ type: 'Close', reason: 'lapsed', note: 'Over', evidence: null, at: later(30) });
    expect(rejectedBy(followUp, { ...delivery, obstacle: 'capacity' }, 31)).toBeUndefined();
    expect(lastOf(followUp)).toMatchObject({ type: 'AppealDelivered' });
  });

  test.each([
    ['EmptyNote', { note: ' ' }],
    ['DateInTheFuture', { deliveredOn: '2026-02-20' }],
    ['NextStepInThePast', { nextOn: '2026-01-10' }],
  ] as const)('%s is refused', (code, over) => {
    expect(rejectedBy(givenErrand(), { ...delivery, ...over })).toBe(code);
  });

  test('whoever takes the role over hears of the errand', () => {
    const followUp = givenErrand();
    followUp.give({ type: 'AssignRole', role: 'resident-coordinator', contactId: 'con_2', at: later(3) });
    expect(noticesFor(lastOf(followUp), followUp.state)).toEqual([
      { kind: 'delivery-wanted', role: 'resident-coordinator', contactId: 'con_2' },
    ]);
  });
});

describe('the Treaty Event', () => {
  const told = (followUp: FollowUp) => {
    followUp.give({ ...step('treaty-event', 'r', '2026-09-22'), at: later(1) });
    return toldBy(lastOf(followUp), followUp.state);
  };

  test('the focal point is told where the playbook has no check-in of its own', () => {
    expect(told(givenAppeal())).toEqual([
      ['treaty-event-ahead', 'resident-coordinator'],
      ['treaty-event-ahead', 'focal-point'],
    ]);
    const ratify = givenStarted({ playbook: { key: 'ratify', version: 2 }, terms: termsOf(playbookOf('ratify')) });
    expect(told(ratify)).toEqual([['treaty-event-ahead', 'resident-coordinator']]);
  });
});

describe('a review', () => {
  const review = {
    type: 'ReviewAppeal',
    outcome: 'go-on',
    note: 'On track',
    obstacle: null,
    recommends: null,
  } as const;
  const rung5 = {
    rung: 5,
    roles: ['high-commissioner'],
    needsApproval: true,
    letter: 'high-commissioner-letter',
  } as const;
  const givenReview = () => {
    const followUp = givenAppeal();
    followUp.give({ ...step('yearly-review', 'r', '2026-02-02'), at: later(1) });
    return followUp;
  };

  test('is a task of the desk officer and ends with its outcome', () => {
    const followUp = givenReview();
    const taken = followUp.events.find(({ type }) => type === 'AppealStepTaken')!;
    expect(toldBy(taken, followUp.state)).toEqual([['review-wanted', 'desk-officer']]);
    followUp.give({ ...review, at: later(20) });
    expect(followUp.started.appeal).toMatchObject({ tasks: [], lastReview: { outcome: 'go-on' } });
  });

  test('goes beside the errand, which stays', () => {
    const followUp = givenReview();
    followUp.give({ ...step('delivery', 'r'), at: later(2) });
    followUp.give({ ...review, at: later(20) });
    expect(followUp.started.appeal?.tasks).toMatchObject([{ task: 'delivery' }]);
  });

  test('puts an obstacle on record, once', () => {
    const followUp = givenReview();
    followUp.give({ ...review, outcome: 'obstacle', obstacle: 'capacity', at: later(20) });
    followUp.give({ ...review, outcome: 'obstacle', obstacle: 'capacity', at: later(21) });
    expect(followUp.events.filter(({ type }) => type === 'ObstacleRecorded')).toHaveLength(1);
  });

  test('recommends a rung, which a person still approves', () => {
    const followUp = givenReview();
    followUp.give({ ...review, outcome: 'recommend-rung', recommends: rung5, at: later(20) });
    expect(followUp.started).toMatchObject({ rung: 0, draft: { rung: 5, letter: 'high-commissioner-letter' } });
    followUp.give({ type: 'ApproveEscalation', rung: 5, at: later(21) });
    expect(followUp.started).toMatchObject({ rung: 5, draft: null });
    const again = { ...review, outcome: 'recommend-rung', recommends: { ...rung5, rung: 4 } } as const;
    expect(rejectedBy(followUp, again, 22)).toBe('RungNotHigher');
  });

  test.each([
    ['EmptyNote', { note: '' }, []],
    ['ObstacleMissing', { outcome: 'obstacle' }, []],
    ['RungMissing', { outcome: 'recommend-rung' }, []],
    ['NotOpen', { outcome: 'recommend-rung', recommends: rung5 }, [{ type: 'Pause', reason: 'War', until: null }]],
    [
      'NoLadder',
      { outcome: 'recommend-rung', recommends: rung5 },
      [{ type: 'RecordPosition', position: 'noted', statement: null }],
    ],
    [
      'ExtensionWaiting',
      { outcome: 'recommend-rung', recommends: rung5 },
      [{ type: 'RequestExtension', untilOn: '2028-01-01', reason: 'x' }],
    ],
    [
      'ApprovalWaiting',
      { outcome: 'recommend-rung', recommends: rung5 },
      [{ ...review, outcome: 'recommend-rung', recommends: rung5 }],
    ],
    ['NotOpen', {}, [{ type: 'Close', reason: 'lapsed', note: 'Over', evidence: null }]],
  ] as const)('%s is refused', (code, over, before) => {
    const followUp = givenReview();
    for (const command of before) followUp.give({ ...(command as PersonCommand), at: later(10) });
    expect(rejectedBy(followUp, { ...review, ...over } as PersonCommand)).toBe(code);
  });
});

describe('obstacles, twinning and help', () => {
  test('an obstacle stands until it is lifted, and stays in the history', () => {
    const followUp = givenAppeal();
    followUp.give({ type: 'RecordObstacle', obstacle: 'court-review', note: '', at: later(1) });
    expect(rejectedBy(followUp, { type: 'RecordObstacle', obstacle: 'court-review', note: '' })).toBe(
      'ObstacleAlreadyRecorded',
    );
    followUp.give({ type: 'LiftObstacle', obstacle: 'court-review', note: 'Ruled', at: later(40) });
    expect(followUp.started.appeal).toMatchObject({
      obstacles: [],
      lifted: [{ obstacle: 'court-review', since: later(1), until: later(40) }],
    });
    expect(rejectedBy(followUp, { type: 'LiftObstacle', obstacle: 'court-review', note: '' }, 41)).toBe(
      'ObstacleNotRecorded',
    );
    expect(rejectedBy(followUp, { type: 'RecordObstacle', obstacle: 'other', note: ' ' }, 41)).toBe('EmptyNote');
  });

  test('a State helps another, and neither itself nor twice', () => {
    const followUp = givenAppeal();
    expect(rejectedBy(followUp, { type: 'ArrangeTwinning', withState: 'SI', note: '' })).toBe('TwinnedWithItself');
    followUp.give({ type: 'ArrangeTwinning', withState: 'AT', note: '', at: later(20) });
    expect(rejectedBy(followUp, { type: 'ArrangeTwinning', withState: 'AT', note: '' }, 21)).toBe('AlreadyTwinned');
    expect(followUp.started.appeal?.twinnings).toMatchObject([{ withState: 'AT' }]);
  });

  test('help is offered by somebody', () => {
    const followUp = givenAppeal();
    expect(rejectedBy(followUp, { type: 'OfferHelp', kind: 'training', by: ' ', note: '' })).toBe('NobodyHelps');
    followUp.give({ type: 'OfferHelp', kind: 'training', by: 'UNDP', note: '', at: later(21) });
    expect(followUp.started.appeal?.help).toMatchObject([{ kind: 'training', by: 'UNDP' }]);
  });

  test('a state of an earlier version has no appeal and takes its first', () => {
    const { appeal: _, ...earlier } = givenAppeal().started;
    const state = completed(earlier as never);
    const event = { type: 'ObstacleRecorded', at: later(1), obstacle: 'capacity', note: '' } as const;
    const after = fold([event], state);
    expect(isStarted(after) && after.appeal).toEqual({
      ...noAppeal,
      obstacles: [{ obstacle: 'capacity', since: later(1) }],
    });
  });

  test('a list keeps its newest forty: the state stays small', () => {
    const followUp = givenAppeal();
    for (let index = 0; index < 60; index += 1) followUp.give({ ...step('letter', `r${index}`), at: later(index) });
    expect(followUp.started.appeal?.rounds).toHaveLength(40);
    expect(followUp.started.appeal?.rounds.at(-1)?.key).toBe('r59');
  });

  test('each has a name in six languages, all of them different', () => {
    for (const language of ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const) {
      const names = [
        ...obstacles.map((each) => obstacleNames[each][language]),
        ...helpKinds.map((each) => helpNames[each][language]),
      ];
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name.trim() !== '')).toBe(true);
    }
  });
});

describe('what mail says of it', () => {
  const notice = (followUp: FollowUp, over: Partial<QueuedNotice>): QueuedNotice => ({
    noticeId: 'evt_1:x',
    kind: 'delivery-wanted',
    recommendationId: 'rec_1',
    role: 'resident-coordinator',
    roundNumber: null,
    queuedAt: later(1),
    followUp: followUp.state,
    isStillTheirs: true,
    readdressedTo: null,
    ...over,
  });

  test('hundreds of drafts of one campaign are one piece of news', () => {
    const drafted = Array.from({ length: 120 }, (_, index) => {
      const followUp = givenAppeal();
      followUp.give({ ...step('letter', 'r'), at: later(1) });
      const id = String(index).padStart(3, '0');
      return notice(followUp, {
        noticeId: `evt_${id}:manager`,
        recommendationId: `rec_${id}`,
        kind: 'appeal-letter-drafted',
        role: 'manager',
      });
    });
    const { send, superseded } = composeDigest(drafted);
    expect(send).toHaveLength(1);
    expect(superseded).toHaveLength(119);
    expect(superseded.every(({ by }) => by === send[0]?.noticeId)).toBe(true);
  });

  test('an errand that was run, a letter that was decided and a review that was made are told no more', () => {
    const followUp = givenAppeal();
    for (const which of ['letter', 'delivery', 'yearly-review'] as const)
      followUp.give({ ...step(which, 'r'), at: later(1) });
    const kinds = ['appeal-letter-drafted', 'delivery-wanted', 'review-wanted', 'appeal-task-overdue'] as const;
    const reasons = () =>
      kinds.map((kind, index) => {
        const role = kind === 'appeal-task-overdue' ? 'manager' : 'desk-officer';
        const queued = notice(followUp, { kind, role, noticeId: `evt_${index}:x` });
        return composeDigest([queued]).superseded[0]?.reason ?? 'told';
      });
    expect(reasons()).toEqual(['told', 'told', 'told', 'told']);
    followUp.give({ type: 'ApproveAppealLetter', key: 'r', at: later(18) });
    followUp.give({ ...delivery, at: later(19) });
    followUp.give({
      type: 'ReviewAppeal',
      outcome: 'go-on',
      note: 'Fine',
      obstacle: null,
      recommends: null,
      at: later(20),
    });
    expect(reasons()).toEqual(['decided', 'answered', 'answered', 'answered']);
  });
});

describe('the playbook of an appeal', () => {
  test('is that of a ratification, without a Treaty Event of its own', () => {
    const ratify = playbookOf('ratify');
    expect(appealPlaybook.cadence.events.map(({ event }) => event)).not.toContain('treaty-event');
    expect(ratify.cadence.events.map(({ event }) => event)).toContain('treaty-event');
    expect(appealPlaybook.ladder.slice(2).every(({ needsApproval }) => needsApproval)).toBe(true);
    expect(appealPlaybook.milestones).toEqual(ratify.milestones);
    expect([termsOf(appealPlaybook), termsOf(ratify)].map(({ asksAboutTreatyEvent }) => asksAboutTreatyEvent)).toEqual([
      false,
      true,
    ]);
  });
});
