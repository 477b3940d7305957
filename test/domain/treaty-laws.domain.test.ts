import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import { addDays } from '../../domain/time.ts';
import type { NewTreatyEntry, TreatyCommand } from '../../domain/treaty-status/commands.ts';
import { decideTreaty } from '../../domain/treaty-status/decide.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import { standingOn, standingPeriods, type Standing } from '../../domain/treaty-status/standing.ts';
import { evolveTreaty, foldTreaty, noTreatyStatus, type TreatyState } from '../../domain/treaty-status/state.ts';
import { command, correction, said } from '../support/treaties.ts';

/** A protocol that can be denounced at three months' notice, and often was. */
const of = { participant: 'TT', instrument: 'OP-ICCPR-1' };
const firstDay = '1990-01-01';
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(firstDay, days));
const date = fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: day.map((on) => on.slice(0, 4)) });
const number = fc.integer({ min: 1, max: 6 });
const entry: fc.Arbitrary<NewTreatyEntry> = fc.oneof(
  date.map((on) => said('RecordSignature', on)),
  date.map((on) => said('RecordDomesticAct', on)),
  fc
    .tuple(date, fc.constantFrom('ratification' as const, 'accession' as const, 'succession' as const))
    .map(([on, how]) => said('RecordInstrumentDeposit', on, { how })),
  date.map((on) => said('DenounceTreaty', on)),
  date.map((on) => said('RecordReservation', on)),
  fc.tuple(date, number).map(([on, to]) => said('RecordObjection', on, { to })),
  fc.tuple(date, number, fc.boolean()).map(([on, n, isPartial]) => said('WithdrawStatement', on, { of: n, isPartial })),
);
const wish: fc.Arbitrary<TreatyCommand> = fc.oneof(
  { weight: 6, arbitrary: entry.map((each) => command(each)) },
  { weight: 1, arbitrary: fc.tuple(number, fc.option(entry)).map(([n, to]) => correction(n, to)) },
);
const wishes = fc.array(wish, { minLength: 3, maxLength: 25 });

/** What is accepted of many commands, and the state that it leads to. */
function live(commands: readonly TreatyCommand[]): {
  readonly events: readonly TreatyEvent[];
  readonly state: TreatyState;
} {
  const events: TreatyEvent[] = [];
  let state = noTreatyStatus;
  for (const each of commands) {
    const decision = decideTreaty(of, each, state);
    if ('rejected' in decision) continue;
    events.push(...decision.events);
    state = decision.events.reduce(evolveTreaty, state);
  }
  return { events, state };
}

/** All days on which a standing can change, and their neighbours. */
const daysOf = (state: TreatyState): readonly string[] =>
  standingPeriods(state).flatMap(({ fromOn }) => [addDays(fromOn, -1), fromOn, addDays(fromOn, 1)]);
const standingsOf = (state: TreatyState, days: readonly string[]): readonly Standing[] =>
  days.map((on) => standingOn(state, on));

test('every accepted event passes the codec both ways, and folding them gives the state', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(wishes, (commands) => {
      const { events, state } = live(commands);
      for (const event of events) {
        seen.add(event.type);
        expect(decodeEvent(JSON.parse(JSON.stringify(encodeEvent(event))))).toEqual(event);
      }
      expect(foldTreaty(events)).toEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
    { numRuns: 400 },
  );
  expect(seen.size).toBe(8); // All but the declaration, which has the shape of a reservation.
});

test('where a State stands on a day never depends on the order in which entries were recorded', () => {
  let reordered = 0;
  const shuffled = fc
    .array(entry, { minLength: 3, maxLength: 8 })
    .chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
  fc.assert(
    fc.property(shuffled, ([entries, others]) => {
      const pointless = new Set(['RecordObjection', 'WithdrawStatement']); // They name others by the order of recording.
      const plain = (list: readonly NewTreatyEntry[]) =>
        list.filter(({ type }) => !pointless.has(type)).map((each) => command(each));
      const [one, other] = [plain(entries), plain(others)].map((list) => ({ list, ...live(list) }));
      if (one === undefined || other === undefined) return;
      if (one.events.length !== one.list.length || other.events.length !== other.list.length) return;
      if (JSON.stringify(one.list) !== JSON.stringify(other.list)) reordered += 1;
      const days = [...daysOf(one.state), ...daysOf(other.state)];
      expect(standingsOf(one.state, days)).toEqual(standingsOf(other.state, days));
    }),
    { numRuns: 3_000 },
  );
  expect(reordered).toBeGreaterThan(100);
});

test('nor does it on the order in which the events of entries are folded', () => {
  fc.assert(
    fc.property(wishes, fc.infiniteStream(fc.nat()), (commands, dice) => {
      const { events } = live(commands.filter(({ type }) => type !== 'CorrectTreatyEntry'));
      const entries = events.filter(({ type }) => type !== 'TreatyEntryCorrected');
      const mixed = entries
        .map((event) => ({ event, at: dice.next().value ?? 0 }))
        .sort((one, two) => one.at - two.at)
        .map(({ event }) => event);
      const [straight, other] = [foldTreaty(entries), foldTreaty(mixed)];
      expect(standingsOf(other, daysOf(straight))).toEqual(standingsOf(straight, daysOf(straight)));
    }),
    { numRuns: 300 },
  );
});

test('the periods say of every day what the entries say', () => {
  fc.assert(
    fc.property(wishes, day, (commands, any) => {
      const { state } = live(commands);
      const periods = standingPeriods(state);
      for (const on of [...daysOf(state), any]) {
        const found = periods.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn > on));
        expect(found.length).toBeLessThan(2);
        expect(found[0]?.standing ?? standingOn(noTreatyStatus, on)).toEqual(standingOn(state, on));
      }
    }),
    { numRuns: 500 },
  );
});

test('a treaty is in force for parties alone, and a party has deposited', () => {
  fc.assert(
    fc.property(wishes, (commands) => {
      const { state } = live(commands);
      for (const on of daysOf(state)) {
        const { isInForce, isParty, depositedOn } = standingOn(state, on);
        if (isInForce) expect(isParty).toBe(true);
        if (isParty) expect((depositedOn ?? '9') <= on).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever was accepted is taken as known when it is said again', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 15 }), (entries) => {
      const { state } = live(entries.map((each) => command(each)));
      for (const each of entries) {
        const first = decideTreaty(of, command(each), state);
        if ('rejected' in first) continue;
        const after = first.events.reduce(evolveTreaty, state);
        expect(decideTreaty(of, command(each), after)).toEqual({ events: [], warnings: [] });
      }
    }),
    { numRuns: 300 },
  );
});
