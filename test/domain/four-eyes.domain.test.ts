import fc from 'fast-check';
import { allowedCommands } from '../../domain/follow-up/allowed.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { FollowUpEvent, PlaybookTerms } from '../../domain/follow-up/events.ts';
import { noticesFor } from '../../domain/follow-up/notices.ts';
import { summaryOf } from '../../domain/follow-up/reading.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { by } from '../support/arbitraries.ts';
import { FollowUp, contextOf, givenStarted, startedAt, startFollowUp } from '../support/follow-up.ts';

const fourEyes: PlaybookTerms = { ...noTerms, needsValidation: true, needsFourEyes: true };
const at = (day: number): string => new Date(Date.parse(startedAt) + day * 86_400_000).toISOString();
const evidence = { url: 'https://gazette.example/1', description: 'Act 12' };

const ministry = { actor: 'contact:con_ministry', persons: ['contact:con_ministry'] };
const authority = { actor: 'contact:con_authority', persons: ['contact:con_authority'] };
const office = { actor: 'account:acc_office', persons: ['account:acc_office'] };

const claim = { type: 'ClaimImplementation', note: 'Done', evidence: [evidence], by: ministry } as const;
const validate = { type: 'Validate', note: 'Signed', by: authority } as const;
const verify = { type: 'Verify', evidence, note: null, by: office } as const;

const claimed = (terms = fourEyes): FollowUp => {
  const followUp = givenStarted({ terms });
  followUp.give({ ...claim, at: at(10) });
  return followUp;
};

describe('a claim under four eyes', () => {
  test('waits for the validating authority, and nobody of our side is asked to verify it yet', () => {
    const followUp = claimed();
    expect(summaryOf(followUp.started).waitsFor).toBe('validation');
    const claimEvent = followUp.events.find(({ type }) => type === 'ImplementationClaimed')!;
    expect(noticesFor(claimEvent, followUp.state)).toContainEqual({
      kind: 'validation-wanted',
      role: 'validating-authority',
    });
    expect(noticesFor(claimEvent, followUp.state).map(({ kind }) => kind)).not.toContain('verification-wanted');
    expect(followUp.give({ ...verify, at: at(11) })).toEqual({ rejected: 'NotValidated' });
    expect(allowedCommands(followUp.state, at(11))).toEqual(
      expect.arrayContaining(['Validate', 'DeclineValidation', 'RejectVerification']),
    );
    expect(allowedCommands(followUp.state, at(11))).not.toContain('Verify');
  });

  test('is verified by a third person once it is validated', () => {
    const followUp = claimed();
    followUp.give({ ...validate, at: at(12) });
    expect(summaryOf(followUp.started).waitsFor).toBe('verification');
    expect(
      noticesFor(
        followUp.events.find(({ type }) => type === 'ClaimValidated')!,
        followUp.state,
      ),
    ).toEqual([{ kind: 'verification-wanted', role: 'desk-officer' }]);
    followUp.give({ ...verify, at: at(20) });
    expect(followUp.started).toMatchObject({ status: 'closed', closure: { reason: 'implemented-and-verified' } });
  });

  test('goes back to the focal point when the authority declines it, with the next question planned', () => {
    const followUp = claimed();
    followUp.give({ type: 'DeclineValidation', reason: 'The act is not in force', by: authority, at: at(12) });
    expect(followUp.started).toMatchObject({ status: 'open', claim: null });
    expect(
      noticesFor(
        followUp.events.find(({ type }) => type === 'ValidationDeclined')!,
        followUp.state,
      ),
    ).toEqual([{ kind: 'claim-rejected', role: 'focal-point' }]);
  });

  test('reminds the authority after a week, and tells the manager from the fourth week on', () => {
    const followUp = claimed().waitUntil(at(80));
    const reminders = followUp.events.flatMap((event) =>
      event.type === 'StepFellDue' && event.step.kind === 'decision-reminder' ? [event.step] : [],
    );
    expect(reminders[0]).toMatchObject({ about: 'validation', role: 'validating-authority' });
    expect(reminders.at(-1)).toMatchObject({ about: 'validation', role: 'manager' });
  });
});

describe('who may not sign', () => {
  test('whoever claimed does not validate, also when they come signed in and not by their link', () => {
    const linked = { actor: 'account:acc_9', persons: ['account:acc_9', 'contact:con_ministry'] };
    expect(claimed().give({ ...validate, by: ministry, at: at(11) })).toEqual({ rejected: 'SamePerson' });
    expect(claimed().give({ ...validate, by: linked, at: at(11) })).toEqual({ rejected: 'SamePerson' });
  });

  test.each([
    ['whoever claimed', ministry],
    ['whoever validated', authority],
  ])('%s does not verify', (_, person) => {
    const followUp = claimed();
    followUp.give({ ...validate, at: at(12) });
    expect(followUp.give({ ...verify, by: person, at: at(20) })).toEqual({ rejected: 'SamePerson' });
  });

  test('nobody signs of whom nobody knows who they are', () => {
    const { by: _, ...unsigned } = validate;
    expect(claimed().give({ ...unsigned, at: at(11) })).toEqual({ rejected: 'PersonUnknown' });
    expect(claimed().give({ ...validate, by: { actor: 'api', persons: [] }, at: at(11) })).toEqual({
      rejected: 'PersonUnknown',
    });
  });

  test('a claim of which nobody knows who made it is sent back, and neither validated nor verified', () => {
    const followUp = givenStarted({ terms: fourEyes, isAlreadyDone: true });
    expect(followUp.give({ ...validate, at: at(11) })).toEqual({ rejected: 'SignerUnknown' });
    expect(followUp.give({ type: 'RejectVerification', reason: 'Who says so?', at: at(12) })).toMatchObject({
      events: [{ type: 'VerificationRejected' }],
    });
  });

  test('a playbook that asks for nothing of it verifies as before, and there is nothing to validate', () => {
    const followUp = claimed(noTerms);
    expect(followUp.give({ ...validate, at: at(11) })).toEqual({ rejected: 'NothingToValidate' });
    const { by: _, ...unsigned } = verify;
    expect(followUp.give({ ...unsigned, at: at(12) })).toMatchObject({ events: expect.any(Array) });
  });

  test('a version with four eyes that is adopted while a claim waits holds for its verification', () => {
    const followUp = claimed(noTerms);
    const playbook = { key: 'general', version: 9 };
    followUp.give({ type: 'AdoptPlaybook', playbook, terms: fourEyes, reason: 'Two persons', at: at(11) });
    expect(followUp.give({ ...verify, by: ministry, at: at(12) })).toEqual({ rejected: 'SamePerson' });
    expect(followUp.give({ ...verify, at: at(13) })).toMatchObject({ events: expect.any(Array) });
  });
});

/** Follow-ups that were verified by somebody who had claimed or validated the same claim. */
function selfVerified(events: readonly FollowUpEvent[]): number {
  let signed: readonly string[] = [];
  let found = 0;
  for (const event of events) {
    if (event.type === 'ImplementationClaimed') signed = event.by ?? [];
    if (event.type === 'ClaimValidated') signed = [...signed, ...(event.by ?? [])];
    if (event.type === 'ImplementationVerified' && event.by?.some((person) => signed.includes(person))) found += 1;
  }
  return found;
}

const signature: fc.Arbitrary<PersonCommand> = fc.oneof(
  by.map((giver) => ({ ...claim, by: giver })),
  by.map((giver) => ({ ...validate, by: giver })),
  by.map((giver) => ({ ...verify, by: giver })),
  by.map((giver) => ({ type: 'DeclineValidation' as const, reason: 'No', by: giver })),
  by.map((giver) => ({
    type: 'RecordPosition' as const,
    position: 'supported' as const,
    statement: null,
    isAlreadyDone: true,
    by: giver,
  })),
  fc.constant({ type: 'RejectVerification' as const, reason: 'No' }),
  fc.constant({ type: 'Reopen' as const, reason: 'Again' }),
);
const scripts = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), signature), { minLength: 30, maxLength: 60 });

/** What random people do to a follow-up under the given terms. */
function lived(terms: PlaybookTerms, script: readonly (readonly [number, PersonCommand])[]): readonly FollowUpEvent[] {
  const followUp = new FollowUp(contextOf('general'));
  followUp.give({ ...startFollowUp, terms, at: startedAt });
  let day = 0;
  for (const [days, command] of script) {
    day += days;
    followUp.waitUntil(at(day)).give({ ...command, at: at(day) });
  }
  return followUp.events;
}

describe('four eyes, whatever people try', () => {
  test('nobody verifies what they claimed or validated', () => {
    let verified = 0;
    fc.assert(
      fc.property(scripts, (script) => {
        const events = lived(fourEyes, script);
        verified += events.filter(({ type }) => type === 'ImplementationVerified').length;
        expect(selfVerified(events)).toBe(0);
      }),
      { numRuns: 400 },
    );
    expect(verified).toBeGreaterThan(50);
  });

  test('without the rule the same people do it often', () => {
    const unruled = { ...fourEyes, needsFourEyes: false };
    const found = fc.sample(scripts, 400).map((script) => selfVerified(lived(unruled, script)));
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(50);
  });
});
