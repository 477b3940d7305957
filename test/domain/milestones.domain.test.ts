import { summaryOf } from '../../domain/follow-up/reading.ts';
import type { Rejection } from '../../domain/follow-up/commands.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { FollowUp, contextOf, playbookOf, startedAt, startFollowUp } from '../support/follow-up.ts';

const evidence = [{ url: 'https://example.org/decree', description: 'Decree 7/2026' }];
const rejectedWith = (rejected: Rejection) => ({ rejected });

function givenPlaybook(key: string, over: object = {}): FollowUp {
  const followUp = new FollowUp(contextOf(key));
  const playbook = { key, version: playbookOf(key).version };
  followUp.give({ ...startFollowUp, playbook, terms: termsOf(playbookOf(key)), ...over, at: startedAt });
  return followUp;
}

/** A State that answers every check-in on its day and does nothing else. */
function answerEveryCheckInUntil(followUp: FollowUp, end: string): void {
  for (let round = followUp.started.round; round && round.dueAt < end; round = followUp.started.round) {
    followUp.waitUntil(round.dueAt);
    if (followUp.started.draft !== null || followUp.started.rung > 0) return;
    followUp.give({ type: 'ReportProgress', note: 'Being studied', implementation: null, at: round.dueAt });
  }
}

const complete = (followUp: FollowUp, milestone: string, on: string) =>
  followUp.give({ type: 'CompleteMilestone', milestone, on, note: 'Done', evidence, at: `${on}T10:00:00.000Z` });

describe('a milestone', () => {
  test('is an answer: the ladder starts again from the ground, and the next check-in no longer asks for it', () => {
    const followUp = givenPlaybook('national-action-plan').waitUntil('2026-06-20T00:00:00.000Z');
    expect(followUp.started.rung).toBe(1);
    complete(followUp, 'committee', '2026-06-20');
    expect(followUp.started).toMatchObject({ rung: 0, implementation: 'in-progress' });
    expect(followUp.started.milestones).toEqual({ committee: '2026-06-20' });
    expect(followUp.started.round?.asks).toBe('baseline');
  });

  test('needs evidence, is completed once, and not in the future', () => {
    const followUp = givenPlaybook('national-action-plan');
    const wish = { type: 'CompleteMilestone', milestone: 'committee', on: '2026-02-01', note: '', evidence } as const;
    const at = '2026-02-02T10:00:00.000Z';
    expect(followUp.give({ ...wish, at, evidence: [] })).toEqual(rejectedWith('EvidenceMissing'));
    expect(followUp.give({ ...wish, at, on: '2026-03-01' })).toEqual(rejectedWith('MilestoneInTheFuture'));
    expect(followUp.give({ ...wish, at, milestone: 'moon' })).toEqual(rejectedWith('UnknownMilestone'));
    followUp.give({ ...wish, at });
    expect(followUp.give({ ...wish, at })).toEqual(rejectedWith('MilestoneAlreadyCompleted'));
  });

  test('that is late climbs the ladder although the State answers everything', () => {
    const followUp = givenPlaybook('national-action-plan');
    answerEveryCheckInUntil(followUp, '2026-12-01T00:00:00.000Z');
    const fell = followUp.events.find((event) => event.type === 'StepFellDue' && event.step.kind === 'milestone-limit');
    expect(fell?.at.slice(0, 10)).toBe('2026-07-07'); // 183 days after 5 January.
    expect(followUp.started.rung).toBe(2);
    expect(followUp.started.late).toEqual([expect.objectContaining({ limit: 'no-committee', milestone: 'committee' })]);
  });

  test('stays late, and the follow-up overdue, until it is completed', () => {
    const followUp = givenPlaybook('national-action-plan');
    answerEveryCheckInUntil(followUp, '2026-12-01T00:00:00.000Z');
    followUp.give({ type: 'ReportProgress', note: 'Soon', implementation: null, at: '2026-08-01T10:00:00.000Z' });
    expect(followUp.started.rung).toBe(0);
    expect(summaryOf(followUp.started).overdueFrom).toBe('2026-07-07T09:00:00.000Z');
    complete(followUp, 'committee', '2026-08-03');
    expect(followUp.started.late).toEqual([]);
    expect(summaryOf(followUp.started).overdueFrom! > '2026-08-03').toBe(true);
  });

  test('moves what is counted from it', () => {
    const followUp = givenPlaybook('national-institution');
    const limits = () => followUp.started.watches.map((step) => step.id.replace(/^\d+\./, ''));
    expect(limits()).toEqual(['limit-no-bill']);
    complete(followUp, 'bill', '2026-06-01');
    complete(followUp, 'law', '2026-09-01');
    expect(limits()).toEqual(['limit-no-appointment']);
    expect(followUp.started.watches[0]?.dueAt.slice(0, 10)).toBe('2027-03-03'); // 183 days after the law.
  });

  test('a ratification without any milestone reaches rung 3 after a year, and any milestone puts that off', () => {
    const dueOn = (followUp: FollowUp) => followUp.started.watches.map(({ dueAt }) => dueAt.slice(0, 10));
    const followUp = givenPlaybook('ratify');
    expect(dueOn(followUp)).toEqual(['2027-01-05', '2028-01-05']);
    complete(followUp, 'acknowledged', '2026-03-02');
    expect(dueOn(followUp)).toEqual(['2027-03-02', '2028-03-01']);
  });

  test('the last of those that close a playbook claims implementation, with its evidence', () => {
    const followUp = givenPlaybook('ratify');
    complete(followUp, 'deposit', '2026-09-22');
    expect(followUp.started.status).toBe('under-verification');
    expect(followUp.started.claim?.evidence).toEqual(evidence);
    expect(followUp.started.watches).toEqual([]);
  });

  test('a pause moves the limits by its days', () => {
    const followUp = givenPlaybook('national-action-plan');
    const reason = { cause: 'election', reason: 'Elections in March' } as const;
    followUp.give({ type: 'Pause', ...reason, until: null, at: '2026-02-01T10:00:00.000Z' });
    expect(followUp.started.watches).toEqual([]);
    followUp.give({ type: 'Resume', at: '2026-04-12T10:00:00.000Z' });
    const [first] = followUp.started.watches;
    expect(first?.dueAt.slice(0, 10)).toBe('2026-09-15'); // 70 days later than without the pause.
  });

  test('noted recommendations have no limits', () => {
    expect(givenPlaybook('ratify', { position: 'noted' }).started.watches).toEqual([]);
  });
});

describe('an assessment', () => {
  const at = '2026-04-01T10:00:00.000Z';

  test('stands beside what the State claims and is never merged with it', () => {
    const followUp = givenPlaybook('general');
    followUp.give({ type: 'ReportProgress', note: 'Half done', implementation: 'partly-implemented', at });
    followUp.give({ type: 'Assess', assessment: 'C', reason: 'No sign of it', at });
    expect(followUp.started).toMatchObject({
      implementation: 'partly-implemented',
      assessment: 'C',
      assessmentReason: 'No sign of it',
    });
    expect(followUp.give({ type: 'Assess', assessment: 'B', reason: ' ', at })).toEqual(rejectedWith('EmptyReason'));
  });

  test('of deterioration goes straight to the rung that the playbook names, as a draft', () => {
    const followUp = givenPlaybook('vulnerable-groups');
    followUp.give({ type: 'Assess', assessment: 'E', reason: 'A new law takes the protection away', at });
    expect(followUp.started.draft?.rung).toBe(4);
    const general = givenPlaybook('general');
    general.give({ type: 'Assess', assessment: 'E', reason: 'Worse', at });
    expect(general.started.draft).toBeNull();
  });
});

describe('a claim and the other voices', () => {
  test('"accepted, already implemented or in process" starts a verification and closes nothing', () => {
    const followUp = givenPlaybook('general', { isAlreadyDone: true });
    expect(followUp.started.status).toBe('under-verification');
    const later = givenPlaybook('general');
    later.give({
      type: 'RecordPosition',
      position: 'supported-in-part',
      statement: 'We do this already',
      isAlreadyDone: true,
      at: '2026-04-01T10:00:00.000Z',
    });
    expect(later.started).toMatchObject({ status: 'under-verification', position: 'supported-in-part' });
  });

  test('an independent view stands side by side with the claim, the newest of each voice', () => {
    const followUp = givenPlaybook('general');
    const view = { type: 'RecordIndependentView', role: 'nhri', contactId: 'con_1', note: 'Not so' } as const;
    followUp.give({ ...view, implementation: 'not-started', at: '2026-04-01T10:00:00.000Z' });
    followUp.give({ ...view, implementation: 'planned', at: '2026-05-01T10:00:00.000Z' });
    followUp.give({ ...view, role: 'civil-society', implementation: null, at: '2026-05-02T10:00:00.000Z' });
    expect(followUp.started.views.map(({ role, implementation }) => [role, implementation])).toEqual([
      ['nhri', 'planned'],
      ['civil-society', null],
    ]);
    expect(followUp.started.implementation).toBe('not-started');
  });

  test('a letter that was sent and answered answers the round', () => {
    const followUp = givenPlaybook('general').waitUntil('2026-06-20T00:00:00.000Z');
    expect(followUp.started.rung).toBe(1);
    const at = '2026-06-22T10:00:00.000Z';
    const reply = { type: 'RecordLetterReply', letterId: 'let_1', receivedOn: '2026-06-22', note: 'Noted' } as const;
    expect(followUp.give({ ...reply, implementation: null, at })).toEqual(rejectedWith('LetterNotSent'));
    const letter = { letterId: 'let_1', kind: 'note-verbale', rung: 3, reference: 'NV 1/2026', scan: null } as const;
    followUp.give({ type: 'RecordLetterSent', ...letter, sentOn: '2026-06-21', at });
    followUp.give({ ...reply, implementation: 'planned', at });
    expect(followUp.started).toMatchObject({ rung: 0, implementation: 'planned' });
    expect(followUp.give({ ...reply, implementation: null, at })).toEqual(rejectedWith('LetterAlreadyAnswered'));
  });
});
