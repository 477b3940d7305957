import fc from 'fast-check';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { closureReasons, implementations, positions } from '../../domain/follow-up/events.ts';
import { roles } from '../../domain/follow-up/roles.ts';
import { FollowUp, contextOf, startFollowUp, startedAt } from './follow-up.ts';

const text = fc.constantFrom('', ' ', 'Bill tabled', 'Décret publié', 'تقرير');
const evidence = fc.record({ url: fc.constantFrom('', 'https://example.org/a'), description: text });
const contactId = fc.constantFrom('con_1', 'con_2', 'con_3');
const date = fc
  .integer({ min: 1, max: 1_500 })
  .map((days) => new Date(Date.parse(startedAt) + days * 86_400_000).toISOString().slice(0, 10));

export const personCommand: fc.Arbitrary<PersonCommand> = fc.oneof(
  fc.record({
    type: fc.constant('RecordPosition' as const),
    position: fc.constantFrom(...positions),
    statement: fc.option(text),
  }),
  fc.record({ type: fc.constant('AssignRole' as const), role: fc.constantFrom(...roles), contactId }),
  fc.record({
    type: fc.constant('RecordContactUnreachable' as const),
    contactId,
    role: fc.constantFrom(...roles),
    because: fc.constantFrom('bounced' as const, 'not-me' as const),
    movedTo: fc.option(contactId),
  }),
  fc.record({
    type: fc.constant('ReportProgress' as const),
    note: text,
    implementation: fc.option(fc.constantFrom(...implementations)),
  }),
  fc.record({ type: fc.constant('RequestExtension' as const), untilOn: date, reason: text }),
  fc.record({ type: fc.constant('DecideExtension' as const), isGranted: fc.boolean(), reason: text }),
  fc.record({
    type: fc.constant('Pause' as const),
    reason: text,
    until: fc.option(date.map((day) => `${day}T00:00:00.000Z`)),
  }),
  fc.constant({ type: 'Resume' as const }),
  fc.record({ type: fc.constant('ApproveEscalation' as const), rung: fc.integer({ min: 3, max: 6 }) }),
  fc.record({ type: fc.constant('DismissEscalation' as const), rung: fc.integer({ min: 3, max: 6 }), reason: text }),
  fc.record({
    type: fc.constant('ClaimImplementation' as const),
    note: text,
    evidence: fc.array(evidence, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('Verify' as const), evidence, note: fc.option(text) }),
  fc.record({ type: fc.constant('RejectVerification' as const), reason: text }),
  fc.record({
    type: fc.constant('Close' as const),
    reason: fc.constantFrom(...closureReasons),
    note: text,
    evidence: fc.option(evidence),
  }),
  fc.record({ type: fc.constant('Reopen' as const), reason: text }),
);

/** One thing that happens to a follow-up: days pass, an outage ends, or somebody commands. */
export type Happening = { readonly days: number; readonly command: PersonCommand | null; readonly isOutage: boolean };
export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 200 }),
    // Approving whatever is drafted lets some lives climb to the top of the ladder.
    command: fc.option(personCommand, { freq: 3 }),
    isOutage: fc.boolean(),
  }),
  { maxLength: 25 },
);

export const playbookKey = fc.constantFrom('general', 'ratify', 'national-institution', 'national-action-plan');

/** Lives a follow-up through what happens; returns it with the instant that was reached. */
export function live(key: string, life: readonly Happening[]): { readonly followUp: FollowUp; readonly at: string } {
  const followUp = new FollowUp(contextOf(key));
  followUp.give({ ...startFollowUp, playbook: { key, version: 1 }, targetOn: '2027-06-30', at: startedAt });
  let at = startedAt;
  for (const { days, command, isOutage } of life) {
    at = new Date(Date.parse(at) + days * 86_400_000).toISOString();
    if (isOutage) followUp.wakeAfterOutage(at);
    else followUp.waitUntil(at);
    const draft = followUp.started.draft;
    if (command)
      followUp.give({ ...command, ...(command.type === 'ApproveEscalation' && draft ? { rung: draft.rung } : {}), at });
  }
  return { followUp, at };
}
