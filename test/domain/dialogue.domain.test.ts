import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import type { DialogueCommand } from '../../domain/dialogue/commands.ts';
import { decideDialogue } from '../../domain/dialogue/decide.ts';
import { describeDialogue } from '../../domain/dialogue/describe.ts';
import { dialogueRelations, linkTargets, type DialogueEvent, type DialogueLink } from '../../domain/dialogue/events.ts';
import { evolveDialogue, foldDialogue, type DialogueState } from '../../domain/dialogue/state.ts';
import { describeFollowUpEvent, isTold } from '../../domain/timeline/describe-follow-up.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { factsWith, recordWith, saidAt } from '../support/dialogue.ts';

const id = 'dlg_1';
const give = (command: DialogueCommand, state: DialogueState = null) => decideDialogue(id, command, state);
const recorded = (...args: Parameters<typeof recordWith>): DialogueState => after(give(recordWith(...args)));

function after(decision: ReturnType<typeof give>, state: DialogueState = null): DialogueState {
  if (!('events' in decision)) throw new Error(decision.rejected);
  return decision.events.reduce(evolveDialogue, state);
}

describe('what is recorded must not contradict itself', () => {
  test.each([
    ['HeldInTheFuture', { heldOn: '2026-03-04' }],
    ['HeldInTheFuture', { startsAt: '2026-03-02T09:00:00.001Z', startTime: '10:00', timeZone: 'Europe/Ljubljana' }],
    ['HeldInTheFuture', { heldOn: '2026-03-01', endsOn: '2026-03-05' }],
    ['PlannedInThePast', { isPlanned: true, heldOn: '2026-02-27' }],
    ['EndsBeforeItBegins', { endsOn: '2026-02-26' }],
    ['DirectionMissing', { kind: 'letter' }],
    ['DirectionMissing', { kind: 'note-verbale' }],
    ['DirectionNotApplicable', { kind: 'call', direction: 'sent' }],
    ['NobodyNamed', { stateCodes: [] }],
    ['EmptySubject', { subject: ' ' }],
    ['EmptyPoint', { agreed: [{ point: '', institutionId: null, contactId: null, dueOn: null }] }],
  ] as const)('%s: %j', (code, over) => {
    expect(give(recordWith(over))).toEqual({ rejected: code });
  });

  test('a day is not in the future while it is today somewhere on Earth', () => {
    expect(give({ ...recordWith({ heldOn: '2026-03-03' }), at: '2026-03-02T10:00:00.000Z' })).toHaveProperty('events');
    expect(give({ ...recordWith({ heldOn: '2026-03-03' }), at: '2026-03-02T09:59:59.999Z' })).toEqual({
      rejected: 'HeldInTheFuture',
    });
    expect(
      give({ ...recordWith({ heldOn: '2026-03-01', isPlanned: true }), at: '2026-03-02T11:59:59.999Z' }),
    ).toHaveProperty('events');
  });

  test('what is planned lies ahead, and is told to have happened by an amendment', () => {
    const planned = recorded({ isPlanned: true, heldOn: '2026-03-20' });
    const later = '2026-03-21T09:00:00.000Z';
    const held = factsWith({ heldOn: '2026-03-20', shareable: 'It took place' });
    expect(give({ type: 'AmendDialogue', at: later, facts: held }, planned)).toEqual({
      events: [{ type: 'DialogueAmended', at: later, changes: { isPlanned: false, shareable: 'It took place' } }],
    });
    const corrected = factsWith({ heldOn: '2026-03-20', isPlanned: true, place: 'Geneva' });
    expect(give({ type: 'AmendDialogue', at: later, facts: corrected }, planned)).toHaveProperty('events.length', 1);
  });
});

describe('nothing is deleted', () => {
  test('a withdrawn entry keeps its facts and takes nothing more', () => {
    const withdraw = { type: 'WithdrawDialogue', at: saidAt, reason: 'Recorded twice' } as const;
    const withdrawn = after(give(withdraw, recorded()), recorded());
    expect(withdrawn).toMatchObject({ facts: factsWith(), withdrawn: { reason: 'Recorded twice' } });
    const link = { as: 'relates-to', to: 'source', id: 'src_1' } as const;
    for (const command of [
      withdraw,
      { type: 'AmendDialogue', at: saidAt, facts: factsWith({ place: null }) },
      { type: 'LinkDialogue', at: saidAt, link },
      { type: 'UnlinkDialogue', at: saidAt, link },
    ] as const)
      expect(give(command, withdrawn)).toEqual({ rejected: 'AlreadyWithdrawn' });
    expect(give({ ...withdraw, reason: '\n' }, recorded())).toEqual({ rejected: 'EmptyReason' });
  });

  test('nothing can be said of what was never recorded', () => {
    expect(give({ type: 'WithdrawDialogue', at: saidAt, reason: 'x' })).toEqual({ rejected: 'NotRecorded' });
    expect(give(recordWith(), recorded())).toEqual({ rejected: 'AlreadyRecorded' });
  });
});

describe('ties', () => {
  const link = (as: DialogueLink['as'], to: DialogueLink['to'], target = 'x') =>
    give({ type: 'LinkDialogue', at: saidAt, link: { as, to, id: target } }, recorded());

  test('lead where they can lead', () => {
    expect(link('replies-to', 'dialogue', 'dlg_2')).toHaveProperty('events.length', 1);
    expect(link('relates-to', 'recommendation')).toHaveProperty('events.length', 1);
    expect(link('replies-to', 'source')).toEqual({ rejected: 'LinkNotPossible' });
    expect(link('answers', 'dialogue')).toEqual({ rejected: 'LinkNotPossible' });
    expect(link('follows-up', 'dialogue', id)).toEqual({ rejected: 'LinkToItself' });
  });

  test('what is only planned answers nothing yet', () => {
    const planned = recorded({ isPlanned: true, heldOn: '2026-04-01' });
    const answer = { as: 'answers', to: 'recommendation', id: 'rec_1' } as const;
    expect(give({ type: 'LinkDialogue', at: saidAt, link: answer }, planned)).toEqual({ rejected: 'StillPlanned' });
  });

  test('what has answered is no plan any more', () => {
    const answered = recorded({}, [{ as: 'answers', to: 'recommendation', id: 'rec_1' }]);
    const facts = factsWith({ isPlanned: true, heldOn: '2026-04-01' });
    expect(give({ type: 'AmendDialogue', at: saidAt, facts }, answered)).toEqual({ rejected: 'HasHappened' });
  });
});

/** Any life of an entry: commands of all kinds, some of them refused. */
const anyLink: fc.Arbitrary<DialogueLink> = fc.record({
  as: fc.constantFrom(...dialogueRelations, 'answers' as const),
  to: fc.constantFrom(...linkTargets),
  id: fc.constantFrom('dlg_1', 'dlg_2', 'x_1', 'x_2'),
});
const anyFacts = fc
  .record({
    place: fc.constantFrom(null, 'Geneva', 'Ljubljana'),
    shareable: fc.constantFrom('', 'Said', 'Said more'),
    heldOn: fc.constantFrom('2026-02-27', '2026-02-28', '2027-01-01'),
    isPlanned: fc.boolean(),
    confidentialHash: fc.constantFrom(null, 'a'.repeat(64)),
  })
  .map(factsWith);
const anyCommand: fc.Arbitrary<DialogueCommand> = fc.oneof(
  fc.record({ type: fc.constant('AmendDialogue' as const), at: fc.constant(saidAt), facts: anyFacts }),
  fc.record({ type: fc.constant('LinkDialogue' as const), at: fc.constant(saidAt), link: anyLink }),
  fc.record({ type: fc.constant('UnlinkDialogue' as const), at: fc.constant(saidAt), link: anyLink }),
);

describe('laws of an entry', () => {
  const law = (name: string, predicate: (events: readonly DialogueEvent[], state: DialogueState) => void) =>
    test(name, () => {
      const property = fc.property(fc.array(anyCommand, { maxLength: 12 }), (commands) => {
        const first = give(recordWith());
        const events: DialogueEvent[] = 'events' in first ? [...first.events] : [];
        for (const command of commands) {
          const decision = give(command, foldDialogue(events));
          if ('events' in decision) events.push(...decision.events);
        }
        predicate(events, foldDialogue(events));
      });
      fc.assert(property, { numRuns: 300 });
    });

  law('every event passes the codec both ways', (events) => {
    for (const event of events) expect(decodeEvent(encodeEvent(event))).toEqual(event);
  });

  law('the state survives JSON and holds no tie twice', (_, state) => {
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const ties = state?.links.map((link) => JSON.stringify(link)) ?? [];
    expect(new Set(ties).size).toBe(ties.length);
  });

  law('saying again what is on record changes nothing', (_, state) => {
    if (state === null) return;
    expect(give({ type: 'AmendDialogue', at: saidAt, facts: state.facts }, state)).toEqual({ events: [] });
    for (const link of state.links)
      expect(give({ type: 'LinkDialogue', at: saidAt, link }, state)).toEqual({ events: [] });
  });
});

test('the codec refuses a confidential word under any name', () => {
  const event = { type: 'DialogueRecorded', at: saidAt, links: [], ...factsWith(), confidential: 'A secret' };
  expect(() => encodeEvent(event as unknown as DialogueEvent)).toThrow();
  const amended = { type: 'DialogueAmended', at: saidAt, changes: { confidential: 'A secret' } };
  expect(() => encodeEvent(amended as unknown as DialogueEvent)).toThrow();
});

describe('a line of the timeline', () => {
  test('is made of facts', () => {
    const entry = {
      ...factsWith(),
      institutions: ['Ministry of Justice', 'UNDP'],
      pointsAgreed: 2,
      isWithdrawn: false,
    };
    expect(describeDialogue(entry)).toBe('Meeting with Ministry of Justice and UNDP, Ljubljana; 2 points agreed');
    const note = { ...entry, kind: 'note-verbale', direction: 'received', place: null, pointsAgreed: 0 } as const;
    expect(describeDialogue({ ...note, isWithdrawn: true })).toBe(
      'Withdrawn: Note verbale received from Ministry of Justice and UNDP',
    );
  });

  test('repeats no note, and names an event that has no words of its own', () => {
    const at = saidAt;
    const reported: FollowUpEvent = {
      type: 'ProgressReported',
      at,
      note: 'Ms Novak said so',
      implementation: 'in-progress',
      via: 'dialogue:dlg_1',
    };
    expect(describeFollowUpEvent(reported)).toBe('Progress reported in a conversation: in progress');
    const later = { type: 'SomethingElseHappened', at } as unknown as FollowUpEvent;
    expect(isTold(later)).toBe(true);
    expect(describeFollowUpEvent(later)).toBe('Something else happened');
  });
});
