import fc from 'fast-check';
import { obstacles } from '../../domain/campaign/obstacles.ts';
import {
  appealSteps,
  depositIntentions,
  helpKinds,
  offices,
  reviewOutcomes,
} from '../../domain/follow-up/appeal-kinds.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { depositUndoings } from '../../domain/follow-up/deposit-events.ts';
import { assessments, closureReasons, implementations, letterKinds, positions } from '../../domain/follow-up/events.ts';
import { independentRoles, roles } from '../../domain/follow-up/roles.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { depositWays, precisions } from '../../domain/treaty-status/events.ts';
import { FollowUp, contextOf, playbookOf, startFollowUp, startedAt } from './follow-up.ts';

const text = fc.constantFrom('', ' ', 'Bill tabled', 'Décret publié', 'تقرير');
const evidence = fc.record({ url: fc.constantFrom('', 'https://example.org/a'), description: text });
const contactId = fc.constantFrom('con_1', 'con_2', 'con_3');
const date = fc
  .integer({ min: 1, max: 1_500 })
  .map((days) => new Date(Date.parse(startedAt) + days * 86_400_000).toISOString().slice(0, 10));

const letterId = fc.constantFrom('let_1', 'let_2');
const roundKey = fc.constantFrom('round-1', 'round-2', 'round-3');
const obstacle = fc.constantFrom(...obstacles);
const instrument = fc.constantFrom('CEDAW', 'OP-CEDAW', 'CRC');
const asOf = fc.integer({ min: 1, max: 4 });
const partId = fc.constantFrom('rec_a', 'rec_b', 'rec_c');
/** Three people; two of them come by a link as well as signed in. */
export const by = fc
  .constantFrom(['account:acc_1', 'contact:con_1'], ['contact:con_1'], ['account:acc_2'], ['contact:con_3'])
  .map((persons) => ({ actor: persons[0] ?? '', persons }));
const openedPart = (recommendationId: string) => ({
  recommendationId,
  stateCode: 'SI',
  playbook: 'general',
  text: 'A part',
});

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
  fc.record({ type: fc.constant('Validate' as const), note: text, by }),
  fc.record({ type: fc.constant('DeclineValidation' as const), reason: text, by }),
  fc.record({ type: fc.constant('Verify' as const), evidence, note: fc.option(text), by }),
  fc.record({
    type: fc.constant('ClaimImplementation' as const),
    note: text,
    evidence: fc.array(evidence, { maxLength: 2 }),
    by,
  }),
  fc.record({ type: fc.constant('RejectVerification' as const), reason: text }),
  fc.record({
    type: fc.constant('Close' as const),
    reason: fc.constantFrom(...closureReasons),
    note: text,
    evidence: fc.option(evidence),
  }),
  fc.record({ type: fc.constant('Reopen' as const), reason: text }),
  fc.record({
    type: fc.constant('CompleteMilestone' as const),
    milestone: fc.constantFrom('committee', 'baseline', 'adoption', 'bill', 'law', 'acknowledged', 'deposit', 'data'),
    on: fc.constantFrom('2026-01-10', '2026-06-01', '2027-02-01'),
    note: text,
    evidence: fc.array(evidence, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('Assess' as const),
    assessment: fc.constantFrom(...assessments),
    reason: text,
  }),
  fc.record({
    type: fc.constant('RecordIndependentView' as const),
    role: fc.constantFrom(...independentRoles),
    contactId: fc.option(contactId),
    note: text,
    implementation: fc.option(fc.constantFrom(...implementations)),
    evidence: fc.array(evidence, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('HandOver' as const),
    from: contactId,
    to: contactId,
    roles: fc.array(fc.constantFrom(...roles), { maxLength: 3 }),
    reason: text,
  }),
  fc.record({
    type: fc.constant('RecordLetterSent' as const),
    letterId,
    kind: fc.constantFrom(...letterKinds),
    rung: fc.integer({ min: 3, max: 6 }),
    reference: fc.constant('NV 1'),
    sentOn: fc.constantFrom('2026-01-10', '2026-06-01'),
    scan: fc.option(text),
  }),
  fc.record({
    type: fc.constant('RecordLetterReply' as const),
    letterId,
    receivedOn: fc.constantFrom('2026-01-20', '2026-07-01'),
    note: text,
    implementation: fc.option(fc.constantFrom(...implementations)),
  }),
  fc.record({
    type: fc.constant('AdoptPlaybook' as const),
    playbook: fc.record({ key: fc.constant('general'), version: fc.integer({ min: 3, max: 5 }) }),
    terms: fc.constantFrom(noTerms, { milestones: ['bill'], closing: ['bill'], alarm: null }),
    reason: text,
  }),
  fc.record({
    type: fc.constant('Split' as const),
    parts: fc.array(partId.map(openedPart), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('RecordPart' as const),
    recommendationId: partId,
    status: fc.constantFrom('open' as const, 'closed' as const),
    implementation: fc.constantFrom(...implementations),
    assessment: fc.constant(null),
    closure: fc.constantFrom(...closureReasons),
  }),
  fc.record({
    type: fc.constant('CarryOn' as const),
    from: partId,
    how: fc.constantFrom('superseded' as const, 'merged' as const),
  }),
  fc.record({
    type: fc.constant('TakeAppealStep' as const),
    step: fc.constantFrom(...appealSteps),
    campaignId: fc.constant('cam_1'),
    key: roundKey,
    dueOn: fc.option(date),
  }),
  fc.record({ type: fc.constant('ApproveAppealLetter' as const), key: roundKey }),
  fc.record({ type: fc.constant('DismissAppealLetter' as const), key: roundKey, reason: text }),
  fc.record({
    type: fc.constant('ReportDelivery' as const),
    office: fc.constantFrom(...offices),
    officeDetail: fc.option(text),
    deliveredOn: fc.constantFrom('2026-01-10', '2026-06-01'),
    note: text,
    obstacle: fc.option(obstacle),
    willDeposit: fc.option(fc.constantFrom(...depositIntentions)),
    nextStep: fc.option(text),
    nextOn: fc.option(date),
  }),
  fc.record({ type: fc.constant('RecordObstacle' as const), obstacle, note: text }),
  fc.record({ type: fc.constant('LiftObstacle' as const), obstacle, note: text }),
  fc.record({
    type: fc.constant('ArrangeTwinning' as const),
    withState: fc.constantFrom('SI', 'HR', 'AT'),
    note: text,
  }),
  fc.record({
    type: fc.constant('OfferHelp' as const),
    kind: fc.constantFrom(...helpKinds),
    by: fc.constantFrom('', 'UNDP'),
    note: text,
  }),
  fc.record({
    type: fc.constant('ReviewAppeal' as const),
    outcome: fc.constantFrom(...reviewOutcomes),
    note: text,
    obstacle: fc.option(obstacle),
    recommends: fc.option(
      fc.constantFrom(
        { rung: 2, roles: ['manager' as const], needsApproval: false },
        { rung: 5, roles: ['high-commissioner' as const], needsApproval: true },
      ),
    ),
  }),
  fc.record({ type: fc.constant('Replan' as const), reason: text }),
  fc
    .record({
      instrument,
      on: fc.constantFrom('2025-03-01', '2026-06-01'),
      how: fc.constantFrom(...depositWays),
      notification: fc.option(fc.constant('C.N.1.2026')),
      precision: fc.constantFrom(...precisions),
      asOf,
      isWholeDemand: fc.boolean(),
      others: fc.uniqueArray(instrument, { maxLength: 2 }),
      opens: fc.array(partId.map(openedPart), { maxLength: 1 }),
    })
    .map(({ others, ...deposit }) => ({
      type: 'RecordDeposit' as const,
      url: null,
      inForceOn: null,
      firstReportDueOn: null,
      ...deposit,
      asks: [...new Set([deposit.instrument, ...others])],
    })),
  fc.record({
    type: fc.constant('RecordDenunciation' as const),
    instrument,
    effectiveOn: fc.option(fc.constant('2028-01-01')),
    notification: fc.constant(null),
    because: fc.constantFrom(...depositUndoings),
    asOf,
    isWholeDemand: fc.boolean(),
  }),
  fc.record({ type: fc.constant('ApproveLetter' as const), letterId }),
  fc.record({ type: fc.constant('DismissLetter' as const), letterId, reason: text }),
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

export const playbookKey = fc.constantFrom(
  'general',
  'ratify',
  'national-institution',
  'national-action-plan',
  'legislation',
  'vulnerable-groups',
  'appeal',
);

/** Lives a follow-up through what happens; returns it with the instant that was reached. */
export function live(key: string, life: readonly Happening[]): { readonly followUp: FollowUp; readonly at: string } {
  const followUp = new FollowUp(contextOf(key));
  const terms = termsOf(playbookOf(key));
  const start = { playbook: { key, version: 1 }, terms, targetOn: '2027-06-30' };
  followUp.give({ ...startFollowUp, ...start, at: startedAt });
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
