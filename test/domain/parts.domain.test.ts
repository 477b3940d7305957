import type { PartOutcome } from '../../domain/follow-up/events.ts';
import { closureOf, implementationOf } from '../../domain/follow-up/parts.ts';
import { summaryOf } from '../../domain/follow-up/reading.ts';
import { nextTimer } from '../../domain/follow-up/timers.ts';
import { givenStarted, type FollowUp } from '../support/follow-up.ts';

const at = '2026-02-02T10:00:00.000Z';
const open: PartOutcome = {
  recommendationId: 'rec_a',
  status: 'open',
  implementation: 'not-started',
  assessment: null,
  closure: null,
};
const done: PartOutcome = {
  ...open,
  status: 'closed',
  implementation: 'implemented',
  closure: 'implemented-and-verified',
};
const part = (recommendationId: string, text = 'A part') =>
  ({ recommendationId, stateCode: 'SI', playbook: 'general', text }) as const;

function givenSplit(): FollowUp {
  const followUp = givenStarted();
  followUp.give({ type: 'Split', parts: [part('rec_a'), part('rec_b')], at });
  return followUp;
}

describe('a split recommendation', () => {
  test('keeps no timer of its own and waits for its parts', () => {
    const followUp = givenSplit();
    expect(nextTimer(followUp.state)).toBeUndefined();
    expect(summaryOf(followUp.started).waitsFor).toBe('parts');
    expect(followUp.give({ type: 'ReportProgress', note: 'x', implementation: null, at })).toEqual({
      rejected: 'IsSplit',
    });
    expect(followUp.give({ type: 'Split', parts: [part('rec_a'), part('rec_b')], at })).toEqual({
      rejected: 'AlreadySplit',
    });
  });

  test('needs two parts at least', () => {
    expect(givenStarted().give({ type: 'Split', parts: [part('rec_a')], at })).toEqual({ rejected: 'TooFewParts' });
  });

  test('follows from its parts, hears nothing twice, and closes with the last one', () => {
    const followUp = givenSplit();
    followUp.give({ type: 'RecordPart', ...done, at });
    expect(followUp.started).toMatchObject({ status: 'open', implementation: 'partly-implemented' });
    expect(followUp.give({ type: 'RecordPart', ...done, at })).toEqual({ events: [] });
    followUp.give({ type: 'RecordPart', ...done, recommendationId: 'rec_b', closure: 'refused', at });
    expect(followUp.started).toMatchObject({ status: 'closed', closure: { reason: 'refused' } });
    expect(followUp.give({ type: 'RecordPart', ...open, recommendationId: 'rec_c', at })).toEqual({
      rejected: 'NotAPart',
    });
  });

  test('opens again with any part', () => {
    const followUp = givenSplit();
    followUp.give({ type: 'RecordPart', ...done, at });
    followUp.give({ type: 'RecordPart', ...done, recommendationId: 'rec_b', at });
    expect(followUp.started.closure?.reason).toBe('implemented-and-verified');
    followUp.give({ type: 'RecordPart', ...open, at });
    expect(followUp.started).toMatchObject({ status: 'open', closure: null });
    expect(nextTimer(followUp.state)).toBeUndefined();
  });

  test('is implemented only when every part is', () => {
    const parts = (...values: PartOutcome['implementation'][]) =>
      values.map((implementation) => ({ ...open, implementation }));
    expect(implementationOf(parts('implemented', 'implemented'))).toBe('implemented');
    expect(implementationOf(parts('implemented', 'not-started'))).toBe('partly-implemented');
    expect(implementationOf(parts('planned', 'not-started'))).toBe('planned');
    expect(implementationOf(parts('will-not-implement', 'not-started'))).toBe('not-started');
    expect(closureOf([done, open])).toBeNull();
    expect(closureOf([done, { ...done, closure: 'lapsed' }])).toBe('lapsed');
  });
});

describe('what carries on', () => {
  test('a recommendation names the older one that it carries on, once', () => {
    const followUp = givenStarted();
    followUp.give({ type: 'CarryOn', from: 'rec_old', how: 'superseded', at });
    expect(followUp.started.carries).toEqual(['rec_old']);
    expect(followUp.give({ type: 'CarryOn', from: 'rec_old', how: 'superseded', at })).toEqual({
      rejected: 'AlreadyCarriedOn',
    });
  });

  test('work that is handed over moves the roles that were held for it alone, in one event', () => {
    const followUp = givenStarted({ assign: { 'focal-point': 'con_1', alternate: 'con_2' } });
    const handOver = { type: 'HandOver', from: 'con_1', to: 'con_3', reason: 'A new ministry' } as const;
    followUp.give({ ...handOver, roles: ['focal-point', 'desk-officer'], at });
    expect(followUp.started.assigned).toEqual({ 'focal-point': 'con_3', alternate: 'con_2' });
    expect(followUp.events.filter(({ type }) => type === 'WorkHandedOver')).toHaveLength(1);
    expect(followUp.give({ ...handOver, roles: [], at })).toEqual({ rejected: 'NothingHandedOver' });
    expect(followUp.give({ ...handOver, to: 'con_1', roles: ['alternate'], at })).toEqual({ rejected: 'SameContact' });
  });

  test('another version of the playbook is adopted by command alone, and keeps the due date that was asked', () => {
    const followUp = givenStarted().waitUntil('2026-03-20T00:00:00.000Z');
    const { dueOn } = followUp.started.round!;
    const terms = { milestones: ['bill'], closing: [], alarm: null };
    const adopt = { type: 'AdoptPlaybook', playbook: { key: 'general', version: 3 }, terms, reason: 'Newer' } as const;
    followUp.give({ ...adopt, at: '2026-03-20T10:00:00.000Z' });
    expect(followUp.started).toMatchObject({ playbook: { version: 3 }, terms });
    expect(followUp.started.round?.dueOn).toBe(dueOn);
    expect(followUp.give({ ...adopt, at: '2026-03-21T10:00:00.000Z' })).toEqual({ rejected: 'SamePlaybook' });
  });
});
