import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import { decideCampaign } from '../../domain/campaign/decide.ts';
import type { CampaignEvent } from '../../domain/campaign/events.ts';
import { foldCampaign, targetKey, targetsOf, type RunningCampaign } from '../../domain/campaign/state.ts';
import { nextWave } from '../../domain/campaign/waves.ts';
import { states } from '../../domain/reference/states.ts';
import { addDays } from '../../domain/time.ts';
import { campaignId, holdDue, nobody, startCampaign } from '../support/campaigns.ts';

/** Whatever people, deposits and the clock do, in any order. */
type Step =
  | { readonly do: 'take-in'; readonly codes: readonly string[] }
  | { readonly do: 'leave-out'; readonly code: string }
  | { readonly do: 'wave' | 'pause' | 'resume' | 'rounds' }
  | { readonly do: 'begin'; readonly share: number; readonly party: boolean }
  | { readonly do: 'wait'; readonly days: number };

const code = fc.constantFrom(...states.slice(0, 12).map((state) => state.code));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('take-in' as const), codes: fc.uniqueArray(code, { minLength: 1 }) }),
  fc.record({ do: fc.constant('leave-out' as const), code }),
  fc.record({ do: fc.constantFrom('wave' as const, 'rounds' as const) }),
  fc.record({ do: fc.constantFrom('wave' as const, 'pause' as const, 'resume' as const) }),
  fc.record({ do: fc.constant('begin' as const), share: fc.integer({ min: 1, max: 4 }), party: fc.boolean() }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }),
);

function eventsOf(state: RunningCampaign, taken: Step, at: string): readonly CampaignEvent[] {
  const decided = (command: Parameters<typeof decideCampaign>[0]): readonly CampaignEvent[] => {
    const decision = decideCampaign(command, state);
    return 'events' in decision ? decision.events : [];
  };
  switch (taken.do) {
    case 'take-in':
      return decided({ type: 'TakeInStates', at, stateCodes: taken.codes });
    case 'leave-out':
      return decided({ type: 'LeaveOut', at, stateCode: taken.code, instrument: null, note: 'By the desk' });
    case 'pause':
      return decided({ type: 'PauseCampaign', at, reason: 'Elections' });
    case 'resume':
      return decided({ type: 'ResumeCampaign', at });
    case 'wave': {
      const next = nextWave(state, nobody, { campaignId, at });
      return next.kind === 'due' ? next.events : [];
    }
    case 'begin': {
      const some = targetsOf(state, 'beginning').slice(0, taken.share);
      const parties = taken.party ? some.slice(0, 1).map((target) => ({ ...bare(target), note: 'Is a party' })) : [];
      const begun = some.slice(parties.length).map(bare);
      return decided({ type: 'RecordAppeals', at, begun, parties, elsewhere: [], failed: [] });
    }
    case 'rounds': {
      const { due } = holdDue(state, at);
      const held = due.held.map(
        (round) => ({ type: 'CampaignRoundHeld', at, batchId: null, appeals: 0, ...round }) as const,
      );
      return [...due.passedBy.map((round) => ({ type: 'CampaignRoundPassedBy', at, ...round }) as const), ...held];
    }
    case 'wait':
      return [];
  }
}
const bare = ({ stateCode, instrument }: { stateCode: string; instrument: string }) => ({ stateCode, instrument });

function lived(steps: readonly Step[]): readonly CampaignEvent[] {
  const start = startCampaign({
    instruments: ['CRC', 'CEDAW'],
    stateCodes: states.slice(0, 8).map((state) => state.code),
    wave: { size: 3, everyDays: 5, startsPerSecond: 20 },
  });
  const begin = decideCampaign(start, null);
  let events: readonly CampaignEvent[] = 'events' in begin ? begin.events : [];
  let on = start.at.slice(0, 10);
  for (const taken of steps) {
    if (taken.do === 'wait') on = addDays(on, taken.days);
    events = [...events, ...eventsOf(foldCampaign(events) as RunningCampaign, taken, `${on}T08:00:00.000Z`)];
  }
  return events;
}
/** Long enough for a campaign to come to something: most steps of a short one find nothing to do. */
const life = fc.array(step, { minLength: 40, maxLength: 80 }).map(lived);

test('a target stands in two waves only if it was out in between', () => {
  fc.assert(
    fc.property(life, (events) => {
      const appealed = new Set<string>();
      for (const event of events) {
        if (event.type === 'WaveStarted')
          for (const target of event.appeals) {
            expect(appealed.has(targetKey(target))).toBe(false);
            appealed.add(targetKey(target));
          }
        if (event.type === 'AppealsLeftOut') for (const target of event.targets) appealed.delete(targetKey(target));
      }
    }),
  );
});

test('one wave is through before the next one starts', () => {
  fc.assert(
    fc.property(life, (events) => {
      for (const [index, event] of events.entries())
        if (event.type === 'WaveStarted') {
          const before = foldCampaign(events.slice(0, index)) as RunningCampaign;
          expect(targetsOf(before, 'beginning')).toEqual([]);
        }
    }),
    { numRuns: 30 },
  );
});

test('whoever is taken in is begun once each time, and nobody begins who was not in a wave', () => {
  fc.assert(
    fc.property(life, (events) => {
      const beginning = new Set<string>();
      for (const event of events) {
        if (event.type === 'WaveStarted')
          for (const { stateCode, instrument } of event.appeals) beginning.add(`${stateCode}:${instrument}`);
        if (event.type === 'AppealsBegun')
          for (const { stateCode, instrument } of event.appeals)
            expect(beginning.delete(`${stateCode}:${instrument}`)).toBe(true);
        if (event.type === 'AppealsLeftOut')
          for (const { stateCode, instrument } of event.targets) beginning.delete(`${stateCode}:${instrument}`);
      }
    }),
  );
});

test('each round is held or passed by once', () => {
  fc.assert(
    fc.property(life, (events) => {
      const keys = events.flatMap((event) =>
        event.type === 'CampaignRoundHeld' || event.type === 'CampaignRoundPassedBy' ? [event.key] : [],
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('a wave has no more appeals than its size, and every event passes the codec both ways', () => {
  fc.assert(
    fc.property(life, (events) => {
      for (const event of events) {
        if (event.type === 'WaveStarted') expect(event.appeals.length).toBeLessThanOrEqual(3);
        expect(decodeEvent(encodeEvent(event))).toEqual(event);
      }
    }),
    { numRuns: 30 },
  );
});

test('the state survives JSON', () => {
  fc.assert(
    fc.property(life, (events) => {
      const state = foldCampaign(events);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
    { numRuns: 30 },
  );
});
