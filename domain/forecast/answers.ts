import type { Command } from '../follow-up/commands.ts';
import type { Giver } from '../follow-up/giver.ts';
import type { Claim, StartedState } from '../follow-up/state.ts';
import { workingDayFrom, type LocalCalendar } from '../plan/calendar.ts';
import { addDays, type CalendarDate, type Instant } from '../time.ts';
import type { Habits } from './assumptions.ts';
import type { Answers } from './life.ts';

/** People answer before noon, two hours after the mail of the morning may have come. */
const answeringHour = 11;

/** Nobody answers anything; our own side approves every draft on its day, so that the whole ladder is seen. */
export const nobodyAnswers: Answers = ({ draft }, at) =>
  draft === null ? undefined : { type: 'ApproveEscalation', at, rung: draft.rung };

/** When people at a place act on a date: in the morning of its first working day. */
export const onWorkingDay = (date: CalendarDate, calendar: LocalCalendar): Instant =>
  calendar.instantOf(workingDayFrom(date, calendar), answeringHour);

/** What waits for a decision of ours is decided after a fixed time: drafts approved, time granted, claims verified. */
export function ownSide(state: StartedState, habits: Habits, calendar: LocalCalendar): Command | undefined {
  const { status, draft, extension, claim } = state;
  const after = (instant: Instant, days: number): Instant =>
    onWorkingDay(addDays(calendar.dateOf(instant), days), calendar);
  if (status === 'under-verification' && claim !== null) return signOff(state, claim, habits, after);
  if (status !== 'open') return undefined;
  if (extension !== null) {
    const at = after(extension.requestedAt, habits.extensionDays);
    return { type: 'DecideExtension', at, isGranted: true, reason: 'As simulated' };
  }
  if (draft === null) return undefined;
  return { type: 'ApproveEscalation', at: after(draft.draftedAt, habits.approvalDays), rung: draft.rung };
}

/** Three people sign, each in their time. Where it is not known who claimed, four eyes cannot confirm it: it is sent back. */
function signOff(
  { terms }: StartedState,
  claim: Claim,
  habits: Habits,
  after: (instant: Instant, days: number) => Instant,
): Command {
  const reason = 'As simulated';
  if (claim.validation === 'waiting') {
    const at = after(claim.claimedAt, habits.validationDays);
    if (terms.needsFourEyes === true && claim.by === undefined)
      return { type: 'RejectVerification', at, reason, by: person('verifier') };
    return { type: 'Validate', at, note: '', by: person('validator') };
  }
  const isValidated = claim.validation === 'done';
  const at = after(isValidated ? claim.validatedAt : claim.claimedAt, habits.verificationDays);
  const isUnknown = claim.by === undefined || (isValidated && claim.validatedBy === undefined);
  if (terms.needsFourEyes === true && isUnknown)
    return { type: 'RejectVerification', at, reason, by: person('verifier') };
  return {
    type: 'Verify',
    at,
    evidence: { url: '', description: 'As simulated' },
    note: null,
    by: person('verifier'),
  };
}

/** People of a simulation; nobody real has such an id. */
const person = (name: 'claimant' | 'validator' | 'verifier'): Giver => ({
  actor: `simulated:${name}`,
  persons: [`simulated:${name}`],
});

/** What the State says of itself when it answers: it takes nothing back, and shows that it has begun. */
export const progressAt = (at: Instant, { implementation }: StartedState): Command => ({
  type: 'ReportProgress',
  at,
  note: 'As simulated',
  implementation: hasBegun(implementation) ? null : 'in-progress',
});

export const hasBegun = (implementation: StartedState['implementation']): boolean =>
  implementation === 'in-progress' || implementation === 'partly-implemented' || implementation === 'implemented';

/** Something was asked in this round and nobody has answered; the whole of a split one is not asked. */
export const askedRound = ({ status, round, parts }: StartedState): StartedState['round'] =>
  status === 'open' && parts === null && round !== null && round.askedAt !== null && round.answeredAt === null
    ? round
    : null;

/** A milestone and the date on which it is taken to be reached. */
export type MilestoneDate = { readonly milestone: string; readonly on: CalendarDate };

/** The next milestone of a way that is still missing. */
export function nextMilestone(
  way: readonly MilestoneDate[],
  { status, parts, milestones, terms }: StartedState,
  calendar: LocalCalendar,
): Command | undefined {
  if (status === 'closed' || parts !== null) return undefined;
  const next = way.find(({ milestone }) => !(milestone in milestones) && terms.milestones.includes(milestone));
  if (next === undefined) return undefined;
  const at = onWorkingDay(next.on, calendar);
  const evidence = [{ url: '', description: 'As simulated' }];
  return {
    type: 'CompleteMilestone',
    at,
    milestone: next.milestone,
    on: at.slice(0, 10),
    note: '',
    evidence,
    by: person('claimant'),
  };
}

/** A claim with evidence, for playbooks that no milestone closes. */
export const claimOn = (on: CalendarDate, calendar: LocalCalendar): Command => ({
  type: 'ClaimImplementation',
  at: onWorkingDay(on, calendar),
  note: 'As simulated',
  evidence: [{ url: 'urn:relance:simulated', description: 'As simulated' }],
  by: person('claimant'),
});

/** Whatever comes first; of two at one instant the one that is named first. */
export const firstOf = (...commands: readonly (Command | undefined)[]): Command | undefined =>
  commands.reduce((first, each) => (each !== undefined && (first === undefined || each.at < first.at) ? each : first));
