import type { Rejection } from '../../domain/follow-up/commands.ts';
import { previewAdoption } from '../../domain/plan/preview-adoption.ts';
import type { PlanningContext } from '../../domain/plan/context.ts';
import type { Playbook } from '../../domain/playbooks/playbook.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { contextOf, FollowUp, givenStarted, playbookOf, startFollowUp, startedAt } from '../support/follow-up.ts';

const at = '2026-01-20T10:00:00.000Z';
const present = contextOf('ratify');
const withEdited = (change: Partial<Playbook>): PlanningContext => ({
  ...present,
  playbook: { ...playbookOf('ratify'), version: 3, ...change },
});
const givenRatify = (): FollowUp => {
  const ratify = playbookOf('ratify');
  return givenStarted({ playbook: { key: 'ratify', version: 2 }, terms: termsOf(ratify) });
};
const preview = (followUp: FollowUp, adopted: PlanningContext) =>
  previewAdoption(followUp.started, { at, reason: 'The office decided', present, adopted });

/** What really happens, on another copy: the preview may not say anything else. */
function adopt(followUp: FollowUp, adopted: PlanningContext): FollowUp {
  const after = new FollowUp(adopted);
  after.state = followUp.state;
  const { key, version } = adopted.playbook;
  const terms = termsOf(adopted.playbook);
  after.give({ type: 'AdoptPlaybook', playbook: { key, version }, terms, reason: 'The office decided', at });
  return after;
}

describe('a preview of adopting another version', () => {
  test('names the dates that are added, dropped and moved, as they then are', () => {
    const { cadence, limits } = playbookOf('ratify');
    const adopted = withEdited({
      cadence: { ...cadence, remindBeforeDays: [30, 7], everyDays: 120 },
      limits: [
        { ...limits[0]!, withinDays: 300 },
        { ...limits[1]!, key: 'stalled-36', withinDays: 1_000 },
      ],
    });
    const followUp = givenRatify();
    const seen = preview(followUp, adopted);
    if (!seen.isConcerned) throw new Error(seen.because);
    expect(seen.from).toEqual({ key: 'ratify', version: 2 });
    expect(seen.added.map(({ kind, offsetDays, limit }) => [kind, offsetDays, limit])).toEqual([
      ['reminder', -7, null],
      ['milestone-limit', null, 'stalled-36'],
    ]);
    expect(seen.dropped.map(({ offsetDays, limit }) => offsetDays ?? limit)).toEqual([-14, -3, 'stalled-24']);
    expect(seen.moved).toContainEqual({
      kind: 'check-in',
      offsetDays: null,
      rung: null,
      limit: null,
      before: '2026-07-06T09:00:00.000Z',
      after: '2026-05-05T09:00:00.000Z',
    });
    const really = adopt(followUp, adopted).started;
    const checkIn = really.pending.find(({ kind }) => kind === 'check-in');
    expect(checkIn?.dueAt).toBe('2026-05-05T09:00:00.000Z');
    expect(really.pending.length + really.watches.length).toBe(seen.added.length + seen.moved.length + seen.unchanged);
  });

  test('a new title moves nothing, however often it is adopted', () => {
    const followUp = givenRatify();
    const seen = preview(followUp, withEdited({ title: 'Join a treaty' }));
    expect(seen).toMatchObject({ isConcerned: true, added: [], dropped: [], moved: [] });
    expect(seen).toHaveProperty('unchanged', followUp.started.pending.length + followUp.started.watches.length);
  });

  test('says which completed milestones still count', () => {
    const followUp = givenRatify();
    for (const milestone of ['acknowledged', 'signature'])
      followUp.give({
        type: 'CompleteMilestone',
        milestone,
        on: '2026-01-15',
        note: '',
        evidence: [{ url: 'https://example.org/a', description: '' }],
        at: '2026-01-16T10:00:00.000Z',
      });
    const milestones = playbookOf('ratify').milestones.filter(({ key }) => key !== 'acknowledged');
    expect(preview(followUp, withEdited({ milestones }))).toMatchObject({
      milestones: { counted: ['signature'], lost: ['acknowledged'] },
    });
  });

  test.each<[Rejection, (followUp: FollowUp) => void]>([
    ['NotOpen', (it) => it.give({ type: 'Close', reason: 'lapsed', note: 'Over', evidence: null, at })],
    ['IsSplit', (it) => it.give({ type: 'Split', parts: [part('a'), part('b')], at })],
  ])('says %s of a follow-up that it does not concern', (because, happen) => {
    const followUp = givenRatify();
    happen(followUp);
    expect(preview(followUp, withEdited({}))).toEqual({ isConcerned: false, because });
  });

  test('a follow-up on that very version is not concerned', () => {
    expect(preview(givenRatify(), present)).toEqual({ isConcerned: false, because: 'SamePlaybook' });
  });

  test('a question that was put to somebody keeps its date', () => {
    const followUp = givenRatify().waitUntil('2026-06-10T10:00:00.000Z');
    expect(followUp.started.round?.askedAt).not.toBeNull();
    const { cadence } = playbookOf('ratify');
    const after = adopt(followUp, withEdited({ cadence: { ...cadence, everyDays: 365 } }));
    expect(after.started.round?.dueOn).toBe(followUp.started.round?.dueOn);
  });
});

const part = (name: string) => ({ recommendationId: `rec_${name}`, stateCode: 'SI', playbook: 'general', text: name });

describe('planning anew when the dates of the world have changed', () => {
  const opening = (onDate: string): PlanningContext => ({
    ...present,
    events: [{ event: 'parliament-opening', onDate }],
  });
  const replan = { type: 'Replan', reason: 'Parliament opens early' } as const;
  /** The same follow-up, for which other dates are known from now on. */
  const knowing = (followUp: FollowUp, context: PlanningContext): FollowUp => {
    const again = new FollowUp(context);
    again.state = followUp.state;
    return again;
  };
  const givenRound = (): FollowUp => {
    const followUp = new FollowUp(opening('2026-05-04'));
    followUp.give({ ...startFollowUp, playbook: { key: 'ratify', version: 2 }, at: startedAt });
    expect(followUp.started.round).toMatchObject({ asks: 'parliament', dueOn: '2026-05-04' });
    return followUp;
  };

  test('a date that moved moves the question with it, earlier or later', () => {
    const earlier = knowing(givenRound(), opening('2026-04-13'));
    earlier.give({ ...replan, at });
    expect(earlier.started.round).toMatchObject({ asks: 'parliament', dueOn: '2026-04-13' });
    const later = knowing(givenRound(), opening('2026-06-01'));
    later.give({ ...replan, at });
    expect(later.started.round).toMatchObject({ asks: 'parliament', dueOn: '2026-06-01' });
  });

  test('until it is planned anew, the round keeps the date that it was planned with', () => {
    const followUp = knowing(givenRound(), opening('2026-04-13')).waitUntil('2026-03-30T00:00:00.000Z');
    expect(followUp.started.round?.dueOn).toBe('2026-05-04');
  });

  test('planning anew every day puts the ordinary check-in off by nothing', () => {
    const followUp = givenRatify();
    const { dueOn } = followUp.started.round!;
    for (let day = 6; day < 28; day += 1)
      followUp.give({ ...replan, at: `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z` });
    expect(followUp.typesSince(2).filter((type) => type === 'ReplanRequested')).toHaveLength(22);
    expect(followUp.started.round?.dueOn).toBe(dueOn);
  });

  test('what was asked ahead of its date and answered is not asked again for that date', () => {
    const followUp = givenRound().waitUntil('2026-04-06T10:00:00.000Z'); // The reminder 30 days before has asked.
    followUp.give({
      type: 'ReportProgress',
      note: 'On the agenda',
      implementation: null,
      at: '2026-04-07T10:00:00.000Z',
    });
    const { dueOn } = followUp.started.round!;
    followUp.give({ ...replan, at: '2026-04-08T10:00:00.000Z' });
    expect(followUp.started.round?.dueOn).toBe(dueOn);
  });

  test('a question that was put to somebody keeps its date', () => {
    const followUp = knowing(givenRound().waitUntil('2026-04-06T10:00:00.000Z'), opening('2026-06-01'));
    followUp.give({ ...replan, at: '2026-04-07T10:00:00.000Z' });
    expect(followUp.started.round).toMatchObject({ dueOn: '2026-05-04' });
  });

  test.each<[Rejection, (followUp: FollowUp) => void, string?]>([
    ['EmptyReason', () => undefined],
    ['NotOpen', (it) => it.give({ type: 'Pause', reason: 'Election', until: null, at })],
    ['NotOpen', (it) => it.give({ type: 'Close', reason: 'lapsed', note: 'Over', evidence: null, at })],
    ['IsSplit', (it) => it.give({ type: 'Split', parts: [part('a'), part('b')], at })],
    ['ExtensionWaiting', (it) => it.give({ type: 'RequestExtension', untilOn: '2027-01-01', reason: 'Busy', at })],
    ['LadderRunning', (it) => it.waitUntil('2026-07-10T00:00:00.000Z'), '2026-07-10T00:00:00.000Z'],
    ['LadderRunning', (it) => it.waitUntil('2026-10-10T00:00:00.000Z'), '2026-10-10T00:00:00.000Z'],
    ['ApprovalWaiting', (it) => it.waitUntil('2027-01-20T00:00:00.000Z'), '2027-01-20T00:00:00.000Z'],
  ])('is refused with %s', (rejected, happen, when = at) => {
    const followUp = givenRatify();
    happen(followUp);
    const reason = rejected === 'EmptyReason' ? ' ' : 'x';
    expect(followUp.give({ type: 'Replan', reason, at: when })).toEqual({ rejected });
  });
});
