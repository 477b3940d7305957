import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import { happenings, live, playbookKey } from '../support/arbitraries.ts';

const at = '2026-01-05T10:00:00.000Z';
const stored = (type: string, data: Readonly<Record<string, unknown>>) => ({ type, schemaVersion: 1, at, data });

test('every accepted event passes the codec both ways', () => {
  const seen = new Set<string>();
  const property = fc.property(playbookKey, happenings, (key, life) => {
    for (const event of live(key, life).followUp.events) {
      seen.add(event.type);
      expect(decodeEvent(JSON.parse(JSON.stringify(encodeEvent(event))))).toEqual(event);
    }
  });
  fc.assert(property, { numRuns: 300 });
  expect(seen.size).toBeGreaterThan(20);
});

test('an event with a field that nobody knows is refused', () => {
  const data = { note: 'Bill tabled', implementation: null, via: null, name: 'A person' };
  expect(() => decodeEvent({ ...stored('ProgressReported', data), schemaVersion: 2 })).toThrow(/name/);
});

describe('what the first version wrote is read as today', () => {
  const playbook = { key: 'general', version: 1 };
  test.each([
    [
      'FollowUpStarted',
      { stateCode: 'SI', playbook, position: 'supported', targetOn: null },
      { terms: { milestones: [], closing: [], alarm: null }, parentId: null },
    ],
    ['RoundOpened', { number: 1, asks: 'check-in', dueOn: '2026-04-06', dueAt: at, steps: [] }, { watches: [] }],
    ['ProgressReported', { note: 'Bill tabled', implementation: null }, { via: null }],
    [
      'IndependentViewRecorded',
      { role: 'nhri', contactId: null, note: 'Not so', implementation: 'planned' },
      { evidence: [] },
    ],
    ['FollowUpPaused', { reason: 'Elections', until: null }, { cause: 'other' }],
    ['FollowUpClosed', { reason: 'lapsed', note: 'Over', evidence: null }, { by: null }],
  ])('%s', (type, before, added) => {
    expect(decodeEvent(stored(type, before))).toEqual({ type, at, ...before, ...added });
  });
});

const digest = {
  digestId: 'dig_1',
  messageId: '<dig_1@relance.example>',
  onDate: '2026-03-02',
  noticeIds: ['evt_1:manager'],
};

test('a digest from before routine mail was told apart counts as one that carried some', () => {
  expect(decodeEvent({ type: 'DigestComposed', schemaVersion: 1, at, data: digest })).toEqual({
    type: 'DigestComposed',
    at,
    ...digest,
    carriesRoutine: true,
  });
});

test('what is written today has the newer shape and is read as it was written', () => {
  const event = { type: 'DigestComposed', at, ...digest, carriesRoutine: false } as const;
  const encoded = encodeEvent(event);
  expect(encoded.schemaVersion).toBe(2);
  expect(decodeEvent(encoded)).toEqual(event);
  expect(() => decodeEvent({ ...encoded, data: digest })).toThrow('carriesRoutine');
});

test('a notice that moved names whom it moved to, by id', () => {
  const notices = [{ noticeId: 'evt_1:focal-point', to: 'con_bor', actingAs: 'alternate' }] as const;
  const event = { type: 'NoticesReaddressed', at, notices } as const;
  expect(decodeEvent(encodeEvent(event))).toEqual(event);
  expect(() => encodeEvent({ ...event, notices: [{ ...notices[0], to: '' }] })).toThrow();
});
