import fc from 'fast-check';
import { assessments, implementations } from '../../domain/follow-up/events.ts';
import { noticesFor } from '../../domain/follow-up/notices.ts';
import { isDoubted, isLower, sideBySide } from '../../domain/follow-up/side-by-side.ts';
import { happenings, live } from '../support/arbitraries.ts';
import { contextOf, FollowUp, startedAt, startFollowUp } from '../support/follow-up.ts';

const at = (day: string): string => `2026-${day}T10:00:00.000Z`;
const evidence = [{ url: 'https://example.org/law', description: 'The law' }];
const view = { type: 'RecordIndependentView', role: 'nhri', contactId: 'con_nhri', note: 'Not in force' } as const;

function begun(): FollowUp {
  const followUp = new FollowUp(contextOf('general'));
  followUp.give({ ...startFollowUp, at: startedAt });
  return followUp;
}

test('what the State claims, our assessment and each voice stand beside each other', () => {
  const followUp = begun();
  const ngo = { ...view, role: 'civil-society', contactId: 'con_ngo', note: 'We see it' } as const;
  followUp.give({ type: 'ClaimImplementation', note: 'The law is in force', evidence, at: at('04-01') });
  followUp.give({ ...view, implementation: 'planned', at: at('04-02') });
  followUp.give({ ...ngo, implementation: 'implemented', evidence, at: at('04-03') });
  followUp.give({ ...view, implementation: 'in-progress', note: 'Tabled, not in force', at: at('04-04') });
  followUp.give({ type: 'Assess', assessment: 'B', reason: 'Partly in force', at: at('04-05') });
  const { state, assessment, voices, disagrees } = sideBySide(followUp.events);
  expect(state).toEqual({
    implementation: 'implemented',
    words: { note: 'The law is in force', at: at('04-01') },
    evidence,
  });
  expect(assessment).toEqual({ assessment: 'B', reason: 'Partly in force', at: at('04-05'), disagrees: false });
  expect(voices).toMatchObject([
    { contactId: 'con_nhri', note: 'Tabled, not in force', evidence: [], disagrees: true },
    { contactId: 'con_ngo', note: 'We see it', evidence, disagrees: false },
  ]);
  expect(disagrees).toBe(true);
});

test('nothing disagrees where nobody said anything, or only commented', () => {
  const followUp = begun();
  expect(sideBySide(followUp.events)).toEqual({
    state: { implementation: 'not-started', words: null, evidence: [] },
    assessment: null,
    voices: [],
    disagrees: false,
  });
  followUp.give({ type: 'ReportProgress', note: 'Half done', implementation: 'partly-implemented', at: at('04-01') });
  followUp.give({ ...view, implementation: null, at: at('04-02') });
  expect(sideBySide(followUp.events).disagrees).toBe(false);
  followUp.give({ type: 'Assess', assessment: 'C', reason: 'No sign of it', at: at('04-03') });
  expect(sideBySide(followUp.events)).toMatchObject({ assessment: { disagrees: true }, disagrees: true });
});

test('a voice disagrees exactly where it sees less than is claimed', () => {
  for (const stage of implementations) {
    expect([stage, isLower(stage, stage)]).toEqual([stage, false]);
    expect(isLower(stage, 'implemented')).toBe(stage !== 'implemented');
    expect(isLower('implemented', stage)).toBe(false);
    expect(isLower('will-not-implement', stage)).toBe(stage !== 'will-not-implement');
  }
  expect(isLower('not-started', 'planned')).toBe(true);
  expect(isLower('planned', 'not-started')).toBe(false);
});

test('an assessment from C down disagrees with a claim of having done it, or part of it, and with no other', () => {
  const doubted = (claimed: (typeof implementations)[number]) =>
    assessments.filter((assessment) => isDoubted(assessment, claimed)).join('');
  expect(implementations.map(doubted)).toEqual(['', '', '', 'CDE', 'CDE', '']);
});

test('an independent view ends no round, resets no rung and moves no date, whenever it is given', () => {
  const property = fc.property(fc.constantFrom('general', 'national-action-plan'), happenings, (key, life) => {
    const { followUp, at: now } = live(key, life);
    const { views: _, ...before } = followUp.started;
    expect(followUp.give({ ...view, implementation: 'implemented', evidence, at: now })).toHaveProperty('events');
    const { views, ...after } = followUp.started;
    expect(after).toEqual(before);
    expect(views.at(-1)).toMatchObject({ role: 'nhri', at: now });
  });
  fc.assert(property, { numRuns: 200 });
});

test('an independent voice that takes its role in the middle of a round is not told that the answer is now its own', () => {
  const followUp = begun().waitUntil(at('07-01'));
  expect(followUp.started.round?.askedAt).not.toBeNull();
  const assigned = { type: 'RoleAssigned', at: at('07-01'), contactId: 'con_new' } as const;
  expect(noticesFor({ ...assigned, role: 'nhri' }, followUp.state)).toEqual([]);
  expect(noticesFor({ ...assigned, role: 'focal-point' }, followUp.state)).toHaveLength(1);
  const over = { type: 'WorkHandedOver', at: at('07-01'), from: 'con_old', to: 'con_new', reason: 'Left' } as const;
  expect(noticesFor({ ...over, roles: ['civil-society'] }, followUp.state)).toEqual([]);
  expect(noticesFor({ ...over, roles: ['civil-society', 'alternate'] }, followUp.state)).toMatchObject([
    { role: 'alternate', contactId: 'con_new' },
  ]);
});
