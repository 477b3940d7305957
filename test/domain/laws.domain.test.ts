import fc from 'fast-check';
import { allowedCommands } from '../../domain/follow-up/allowed.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { readingOf, summaryOf } from '../../domain/follow-up/reading.ts';
import { initialState, isStarted, type FollowUpState } from '../../domain/follow-up/state.ts';
import { nextTimer } from '../../domain/follow-up/timers.ts';
import { happenings, live, personCommand, playbookKey } from '../support/arbitraries.ts';

const later = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();
const steps = (events: readonly FollowUpEvent[]) =>
  events.flatMap((event) => (event.type === 'StepFellDue' ? [event] : []));
const severity = { 'on-track': 0, 'action-needed': 1, overdue: 2, escalated: 3 } as const;
const check = (property: fc.IPropertyWithHooks<never> | fc.IProperty<never>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 400 });

function advance(
  state: FollowUpState,
  at: string,
): { readonly state: FollowUpState; readonly fired: readonly string[] } {
  const decision = decide({ type: 'AdvanceClock', at }, state);
  if (!('events' in decision)) throw new Error('the clock was refused');
  return { state: fold(decision.events, state), fired: steps(decision.events).map(({ step }) => step.id) };
}

/** Given by Relance itself, or on the page of a letter or a campaign. */
const elsewhere: readonly string[] = [
  'RecordContactUnreachable',
  'HandOver',
  'RecordLetterSent',
  'RecordLetterReply',
  'RecordPart',
  'CarryOn',
  'Replan',
  'TakeAppealStep',
  'ApproveAppealLetter',
  'DismissAppealLetter',
  'ReportDelivery',
  'RecordObstacle',
  'LiftObstacle',
  'ArrangeTwinning',
  'OfferHelp',
  'ReviewAppeal',
  'RecordDeposit',
  'RecordDenunciation',
  'ApproveLetter',
  'DismissLetter',
];

const law = (name: string, predicate: (life: ReturnType<typeof live>, extra: number) => void) =>
  test(name, () => {
    const property = fc.property(playbookKey, happenings, fc.nat(2_000), (key, life, extra) =>
      predicate(live(key, life), extra),
    );
    check(property as never);
  });

describe('laws of a follow-up', () => {
  law('folding the log gives the state', ({ followUp }) => {
    expect(fold(followUp.events)).toEqual(followUp.state);
    expect(fold(followUp.events.slice(0, 3), initialState)).toEqual(fold(followUp.events.slice(0, 3)));
  });

  law('no step falls due twice or early', ({ followUp }) => {
    const fell = steps(followUp.events);
    expect(new Set(fell.map(({ step }) => step.id)).size).toBe(fell.length);
    for (const { step, at } of fell) expect(step.dueAt <= at).toBe(true);
  });

  law('the state survives JSON', ({ followUp }) => {
    expect(JSON.parse(JSON.stringify(followUp.state))).toEqual(followUp.state);
  });

  law('a closed follow-up keeps no timer and asks for no plan', ({ followUp, at }) => {
    followUp.give({ type: 'Close', reason: 'lapsed', note: 'The cycle is over', evidence: null, at });
    expect(nextTimer(followUp.state)).toBeUndefined();
    expect(followUp.started.planning).toBeNull();
  });

  law('advancing the clock in two strides fires what one stride fires', ({ followUp, at }, extra) => {
    const end = later(at, 2_000);
    const first = advance(followUp.state, later(at, extra));
    const second = advance(first.state, end);
    const once = advance(followUp.state, end);
    // What a stride leaves to be planned anew is for the planner: only steps that both know count.
    const known = new Set(followUp.started.pending.map((step) => step.id));
    expect([...first.fired, ...second.fired].filter((id) => known.has(id))).toEqual(
      once.fired.filter((id) => known.has(id)),
    );
  });

  law('what people read never improves by waiting', ({ followUp, at }) => {
    let worst = -1;
    for (let days = 0; days < 1_200 && followUp.started.status === 'open'; days += 7) {
      followUp.waitUntil(later(at, days));
      const state = followUp.started;
      const reading = readingOf({ ...state, ...summaryOf(state) }, later(at, days));
      if (!(reading in severity)) break;
      const now = severity[reading as keyof typeof severity];
      expect(now).toBeGreaterThanOrEqual(worst);
      worst = now;
    }
  });

  law(
    'an open follow-up never forgets: something is pending, planned, or waits for a named decision',
    ({ followUp }) => {
      const state = followUp.started;
      if (state.status === 'closed' || state.status === 'paused' || state.parts !== null) return;
      expect(state.pending.length > 0 || state.planning !== null).toBe(true);
    },
  );

  test('a refused command leaves no event', () => {
    check(
      fc.property(playbookKey, happenings, personCommand, (key, life, command) => {
        const { followUp, at } = live(key, life);
        const before = followUp.events.length;
        const decision = followUp.give({ ...command, at });
        if ('rejected' in decision) expect(followUp.events.length).toBe(before);
        expect(isStarted(followUp.state)).toBe(true);
      }) as never,
    );
  });

  test('whatever is accepted was offered before', () => {
    const property = fc.property(
      playbookKey,
      happenings,
      fc.array(personCommand, { maxLength: 8 }),
      (key, life, asked) => {
        const { followUp, at } = live(key, life);
        const offered: readonly string[] = allowedCommands(followUp.state, at);
        for (const command of asked) {
          const decision = decide({ ...command, at }, followUp.state);
          if ('events' in decision && !elsewhere.includes(command.type)) expect(offered).toContain(command.type);
        }
      },
    );
    check(property as never);
  });
});
