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
