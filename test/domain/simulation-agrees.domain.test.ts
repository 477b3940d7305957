import fc from 'fast-check';
import { assumptions } from '../../domain/forecast/assumptions.ts';
import { liveOn, type Answers, type Life, type Subject } from '../../domain/forecast/life.ts';
import { answersUnder } from '../../domain/forecast/simulate.ts';
import type { Command } from '../../domain/follow-up/commands.ts';
import { positions } from '../../domain/follow-up/events.ts';
import { initialState } from '../../domain/follow-up/state.ts';
import type { PlanningContext } from '../../domain/plan/context.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { happenings, live, personCommand } from '../support/arbitraries.ts';
import { FollowUp, contextOf, startedAt, startFollowUp } from '../support/follow-up.ts';

const until = '2031-01-05T00:00:00.000Z';
const limits = { until, maxCommands: 6_000 };
const playbookKey = fc.constantFrom(...shippedPlaybooks.map(({ key }) => key));
const position = fc.constantFrom(...positions);
const targetOn = fc.option(fc.constantFrom('2026-06-30', '2028-01-15'));
const later = (days: number): string => new Date(Date.parse(startedAt) + days * 86_400_000).toISOString();

type Given = { readonly key: string; readonly position: (typeof positions)[number]; readonly targetOn: string | null };
const given = fc.record({ key: playbookKey, position, targetOn });

function subjectOf({ key, ...terms }: Given, context: PlanningContext = contextOf(key)): Subject {
  const { playbook } = context;
  const ref = { key, version: playbook.version };
  const start = { ...startFollowUp, ...terms, playbook: ref, terms: termsOf(playbook) };
  return { key: `rec_${key}`, state: initialState, start, at: startedAt, context };
}

/** The real engine as the tests drive it: the same people do the same things at the same instants. */
function driven({ start, context }: Subject, commands: readonly Command[]): FollowUp {
  const followUp = new FollowUp(context);
  followUp.give({ ...start!, at: startedAt });
  for (const command of commands) followUp.waitUntil(command.at).give(command);
  return followUp.waitUntil(until);
}

const eventsOf = ({ happened }: Life) => happened.map(({ event }) => event);

/** What people do at random instants, whether or not it makes sense; drafts that wait are mostly approved. */
const script = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_800 }), fc.oneof(personCommand, milestone())), {
  maxLength: 30,
});
function milestone() {
  return fc
    .constantFrom(...shippedPlaybooks.flatMap(({ milestones }) => milestones.map(({ key }) => key)))
    .map((key) => ({
      type: 'CompleteMilestone' as const,
      milestone: key,
      on: '2026-01-05',
      note: '',
      evidence: [{ url: '', description: 'A paper' }],
    }));
}
const commandsOf = (happenings: readonly (readonly [number, object])[]): readonly Command[] =>
  happenings
    .map(([days, command]) => ({ ...command, at: later(days) }) as Command)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
const scripted =
  (commands: readonly Command[]): Answers =>
  (_, __, alreadyGiven) =>
    commands[alreadyGiven - 1]; // The first command is the start.

describe('the simulation and the engine agree, event by event', () => {
  test('on any answers at any instants', () => {
    fc.assert(
      fc.property(given, script, (wish, happenings) => {
        const subject = subjectOf(wish);
        const commands = commandsOf(happenings);
        const life = liveOn(subject, scripted(commands), limits);
        expect(life.isCutShort).toBe(false);
        expect(eventsOf(life)).toEqual(driven(subject, commands).events);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test.each(assumptions)(
    'on the answers that %s draws',
    (assumption) => {
      fc.assert(
        fc.property(given, fc.string({ maxLength: 8 }), (wish, seed) => {
          const subject = subjectOf(wish);
          const life = liveOn(subject, answersUnder(assumption, subject, seed), limits);
          expect(life).toMatchObject({ isCutShort: false, refused: [] });
          const [, ...answers] = life.given;
          expect(eventsOf(life)).toEqual(driven(subject, answers).events);
        }),
        { numRuns: 150 },
      );
    },
    120_000,
  );

  test.each(assumptions)(
    'from the midst of a life, when from then on %s',
    (assumption) => {
      fc.assert(
        fc.property(playbookKey, happenings, fc.string({ maxLength: 8 }), (key, life, seed) => {
          const { followUp, at } = live(key, life);
          const { state, context } = followUp;
          const subject: Subject = { key: 'rec_1', state, start: null, at, context };
          const end = new Date(Date.parse(at) + 4 * 365 * 86_400_000).toISOString();
          const future = liveOn(subject, answersUnder(assumption, subject, seed), { ...limits, until: end });
          expect(future).toMatchObject({ isCutShort: false, refused: [] });
          const before = followUp.events.length;
          for (const command of future.given) followUp.waitUntil(command.at).give(command);
          followUp.waitUntil(end);
          expect(eventsOf(future)).toEqual(followUp.events.slice(before));
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );

  test('and a simulation under another ladder, or with one answer a day late, does not', () => {
    const wish = { key: 'general', position: 'supported', targetOn: null } as const;
    const subject = subjectOf(wish);
    const bent = subjectOf(wish, {
      ...subject.context,
      playbook: { ...subject.context.playbook, ladder: subject.context.playbook.ladder.slice(0, 2) },
    });
    const nobody = answersUnder('nobody-answers', subject, '');
    const life = liveOn(subject, nobody, limits);
    const real = driven(subject, life.given.slice(1)).events;
    expect(eventsOf(life)).toEqual(real);
    expect(eventsOf(liveOn(bent, nobody, limits))).not.toEqual(real);
    const onTime = liveOn(subject, answersUnder('everybody-answers-on-time', subject, ''), limits).given.slice(1);
    const late = onTime.map((each, index) =>
      index === 0 ? { ...each, at: new Date(Date.parse(each.at) + 86_400_000).toISOString() } : each,
    );
    expect(eventsOf(liveOn(subject, scripted(onTime), limits))).not.toEqual(driven(subject, late).events);
  });
});
