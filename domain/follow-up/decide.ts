/**
 * Following up one recommendation, as a pure decider.
 *
 * No clock, no randomness, no I/O: time arrives inside commands as `at`, and every future instant was fixed when the
 * plan was made. The same decision therefore serves the validator, the handler, the timer, the forecast and the tests.
 */
import { addDays } from '../time.ts';
import { appealEvents } from './appeal.ts';
import { advanceClock, adoptPlan } from './decide-clock.ts';
import type { Command, LaterCommand, PersonCommand, Rejection } from './commands.ts';
import { depositEvents } from './deposits.ts';
import type { Evidence, FollowUpEvent, WithdrawalCause } from './events.ts';
import { closureOf, isSameOutcome } from './parts.ts';
import { refusalOf } from './refusals.ts';
import type { Signed } from './giver.ts';
import { signature } from './sign-off.ts';
import { isStarted, noTerms, type FollowUpState, type StartedState } from './state.ts';

export type Decision = { readonly events: readonly FollowUpEvent[] } | { readonly rejected: Rejection };

export function decide(command: Command, state: FollowUpState): Decision {
  if (command.type === 'AdvanceClock') return accept(...advanceClock(state, command.at));
  if (command.type === 'AdoptPlan') return accept(...adoptPlan(state, command));
  if (command.type === 'StartFollowUp') return start(command, state);
  if (!isStarted(state)) return reject('NotStarted');
  const refused = refusalOf(command, state);
  return refused ? reject(refused) : accept(...eventsOf(command, state));
}

type Timed<T extends PersonCommand['type']> = Extract<Command, { type: T }>;

function start(command: Timed<'StartFollowUp'>, state: FollowUpState): Decision {
  if (isStarted(state)) return reject('AlreadyStarted');
  const { at, stateCode, playbook, position, targetOn, assign, terms = noTerms, parentId = null } = command;
  if (targetOn !== null && targetOn < at.slice(0, 10)) return reject('TargetInThePast');
  const assigned = (Object.entries(assign) as [keyof typeof assign, string][]).sort();
  return accept(
    { type: 'FollowUpStarted', at, stateCode, playbook, position, targetOn, terms, parentId },
    ...assigned.map(([role, contactId]) => ({ type: 'RoleAssigned', at, role, contactId }) as const),
    ...(command.isAlreadyDone === true ? [alreadyDone(at, null, command)] : []),
  );
}

/** "Accepted, already implemented or in process" (A/HRC/59/15/Add.1): a claim, and so a verification. */
const alreadyDone = (at: string, statement: string | null, signed: Signed): FollowUpEvent => ({
  type: 'ImplementationClaimed',
  at,
  note: statement ?? 'Accepted, already implemented or in process of implementation',
  evidence: [],
  ...signature(signed),
});

function eventsOf(command: LaterCommand, state: StartedState): readonly FollowUpEvent[] {
  const { at } = command;
  switch (command.type) {
    case 'RecordPosition':
      return positionRecorded(command, state);
    case 'AssignRole':
      return [{ type: 'RoleAssigned', at, role: command.role, contactId: command.contactId }];
    case 'HandOver': {
      const { from, to, roles, reason } = command;
      return [{ type: 'WorkHandedOver', at, from, to, roles, reason }];
    }
    case 'RecordContactUnreachable': {
      const { contactId, role, because, movedTo } = command;
      return [{ type: 'ContactFoundUnreachable', at, contactId, role, because, movedTo }];
    }
    case 'ReportProgress':
      return [
        ...withdrawn(state, at, 'answered'),
        {
          type: 'ProgressReported',
          at,
          note: command.note,
          implementation: command.implementation,
          via: command.via ?? null,
        },
      ];
    case 'CompleteMilestone':
      return milestoneCompleted(command, state);
    case 'Assess':
      return assessed(command, state);
    case 'RecordIndependentView': {
      const { role, contactId, note, implementation, evidence = [] } = command;
      return [{ type: 'IndependentViewRecorded', at, role, contactId, note, implementation, evidence }];
    }
    case 'RecordLetterSent': {
      const { letterId, kind, rung, reference, sentOn, scan } = command;
      return [{ type: 'LetterSent', at, letterId, kind, rung, reference, sentOn, scan }];
    }
    case 'RecordLetterReply': {
      const { letterId, receivedOn, note, implementation } = command;
      return [
        ...withdrawn(state, at, 'answered'),
        { type: 'LetterAnswered', at, letterId, receivedOn, note, implementation },
      ];
    }
    case 'RequestExtension':
      return [
        ...withdrawn(state, at, 'extension-requested'),
        { type: 'ExtensionRequested', at, untilOn: command.untilOn, reason: command.reason },
      ];
    case 'DecideExtension':
      return [extensionDecided(command, state)];
    case 'Pause': {
      const { cause = 'other', reason, until } = command;
      return [...withdrawn(state, at, 'paused'), { type: 'FollowUpPaused', at, cause, reason, until }];
    }
    case 'Resume':
      return [{ type: 'FollowUpResumed', at, because: 'command' }];
    case 'ApproveEscalation':
      return [
        { type: 'EscalationRaised', at, rung: command.rung, roles: state.draft?.roles ?? [], ...letterOf(state) },
      ];
    case 'DismissEscalation':
      return [{ type: 'EscalationDismissed', at, rung: command.rung, reason: command.reason }];
    case 'ClaimImplementation':
      return claimed(at, command, state);
    case 'Validate':
      return [{ type: 'ClaimValidated', at, note: command.note, ...signature(command) }];
    case 'DeclineValidation':
      return [{ type: 'ValidationDeclined', at, reason: command.reason, ...signature(command) }];
    case 'Verify':
      return verified(command);
    case 'RejectVerification':
      return [{ type: 'VerificationRejected', at, reason: command.reason }];
    case 'Close': {
      const { reason, note, evidence, by = null } = command;
      return [...withdrawn(state, at, 'closed'), { type: 'FollowUpClosed', at, reason, note, evidence, by }];
    }
    case 'Reopen':
      return [{ type: 'FollowUpReopened', at, reason: command.reason }];
    case 'AdoptPlaybook': {
      const { playbook: to, terms, reason } = command;
      return [
        ...withdrawn(state, at, 'playbook-adopted'),
        { type: 'PlaybookAdopted', at, from: state.playbook, to, terms, reason },
      ];
    }
    case 'Replan':
      return [{ type: 'ReplanRequested', at, reason: command.reason }];
    case 'Split':
      return [...withdrawn(state, at, 'split'), { type: 'RecommendationSplit', at, parts: command.parts }];
    case 'RecordPart':
      return partRecorded(command, state);
    case 'CarryOn':
      return [{ type: 'CarriedOn', at, from: command.from, how: command.how }];
    case 'RecordDeposit':
    case 'RecordDenunciation':
    case 'ApproveLetter':
    case 'DismissLetter':
      return depositEvents(command, state);
    default:
      return appealEvents(command, state);
  }
}

/** A draft that nobody approved in time leaves a trace when something else overtakes it. */
const withdrawn = (state: StartedState, at: string, because: WithdrawalCause): readonly FollowUpEvent[] =>
  state.draft === null ? [] : [{ type: 'EscalationWithdrawn', at, rung: state.draft.rung, because }];

const letterOf = ({ draft }: StartedState) => (draft?.letter === undefined ? {} : { letter: draft.letter });

type Claim = Signed & { readonly note: string; readonly evidence: readonly Evidence[] };

const claimed = (at: string, claim: Claim, state: StartedState): readonly FollowUpEvent[] => [
  ...withdrawn(state, at, 'claimed'),
  { type: 'ImplementationClaimed', at, note: claim.note, evidence: claim.evidence, ...signature(claim) },
];

function positionRecorded(command: Timed<'RecordPosition'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, position, statement } = command;
  const isClaim = command.isAlreadyDone === true && state.status === 'open';
  return [
    ...withdrawn(state, at, 'position-recorded'),
    { type: 'PositionRecorded', at, position, statement },
    ...(isClaim ? [alreadyDone(at, statement, command)] : []),
  ];
}

/** The milestones that close a playbook are its claim of implementation, with the evidence that each of them brought. */
function milestoneCompleted(command: Timed<'CompleteMilestone'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, milestone, on, note, evidence } = command;
  const completed: FollowUpEvent = { type: 'MilestoneCompleted', at, milestone, on, note, evidence };
  const { closing } = state.terms;
  const isLast = closing.includes(milestone) && closing.every((key) => key === milestone || key in state.milestones);
  if (!isLast || state.status !== 'open') return [...withdrawn(state, at, 'answered'), completed];
  return [completed, ...claimed(at, command, state)];
}

/** Deterioration does not wait for the ladder: it is drafted, or raised, where the playbook says. */
function assessed({ at, assessment, reason }: Timed<'Assess'>, state: StartedState): readonly FollowUpEvent[] {
  const event: FollowUpEvent = { type: 'Assessed', at, assessment, reason };
  const { alarm } = state.terms;
  const isAlarm =
    assessment === 'E' && alarm !== null && state.status === 'open' && state.parts === null && state.draft === null;
  if (!isAlarm || state.rung >= alarm.rung || state.extension !== null) return [event];
  const { needsApproval, ...call } = alarm;
  return [event, { type: needsApproval ? 'EscalationDrafted' : 'EscalationRaised', at, ...call }];
}

/** Refusing more time still leaves two weeks to answer: nobody is asked to have answered yesterday. */
function extensionDecided(command: Timed<'DecideExtension'>, state: StartedState): FollowUpEvent {
  const { at, isGranted, reason } = command;
  const asked = isGranted ? state.extension?.untilOn : undefined;
  return { type: 'ExtensionDecided', at, isGranted, untilOn: asked ?? addDays(at.slice(0, 10), 14), reason };
}

function verified(command: Timed<'Verify'>): readonly FollowUpEvent[] {
  const { at, evidence, note, opens = [] } = command;
  const closing = { reason: 'implemented-and-verified', note: note ?? '', evidence, by: null } as const;
  return [
    { type: 'ImplementationVerified', at, evidence, note, ...signature(command) },
    { type: 'FollowUpClosed', at, ...closing },
    ...(opens.length === 0 ? [] : [{ type: 'NextStepsOpened', at, opened: opens } as const]),
  ];
}

/** The parent says only what is new, closes with its last part, and opens again with any of them. */
function partRecorded(command: Timed<'RecordPart'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, type: _, ...outcome } = command;
  const parts = state.parts ?? [];
  const known = parts.find((part) => part.recommendationId === outcome.recommendationId);
  if (known !== undefined && isSameOutcome(known, outcome)) return [];
  const progressed: FollowUpEvent = { type: 'PartProgressed', at, ...outcome };
  const after = parts.map((part) => (part === known ? outcome : part));
  const reason = closureOf(after);
  if (reason === null && state.status === 'closed')
    return [progressed, { type: 'FollowUpReopened', at, reason: 'A part was reopened' }];
  if (reason === null || state.status === 'closed') return [progressed];
  return [progressed, { type: 'FollowUpClosed', at, reason, note: 'Every part is closed', evidence: null, by: null }];
}

const accept = (...events: readonly FollowUpEvent[]): Decision => ({ events });
const reject = (rejected: Rejection): Decision => ({ rejected });
