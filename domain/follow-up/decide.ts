/**
 * Following up one recommendation, as a pure decider.
 *
 * No clock, no randomness, no I/O: time arrives inside commands as `at`, and every future instant was fixed when the
 * plan was made. The same decision therefore serves the validator, the handler, the timer, the forecast and the tests.
 */
import { addDays } from '../time.ts';
import { advanceClock, adoptPlan } from './decide-clock.ts';
import type { Command, PersonCommand, Rejection } from './commands.ts';
import type { FollowUpEvent, WithdrawalCause } from './events.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';

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
type LaterCommand = Exclude<Command, { type: 'StartFollowUp' | 'AdvanceClock' | 'AdoptPlan' }>;

function start(command: Timed<'StartFollowUp'>, state: FollowUpState): Decision {
  if (isStarted(state)) return reject('AlreadyStarted');
  const { at, stateCode, playbook, position, targetOn, assign } = command;
  if (targetOn !== null && targetOn < at.slice(0, 10)) return reject('TargetInThePast');
  const assigned = (Object.entries(assign) as [keyof typeof assign, string][]).sort();
  return accept(
    { type: 'FollowUpStarted', at, stateCode, playbook, position, targetOn },
    ...assigned.map(([role, contactId]) => ({ type: 'RoleAssigned', at, role, contactId }) as const),
  );
}

/** Why a command is refused in a state; `undefined` when it is accepted. */
function refusalOf(command: LaterCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'Reopen':
      return state.status !== 'closed' ? 'NotClosed' : reasonMissing(command.reason);
    case 'Close':
      if (state.status === 'closed') return 'AlreadyClosed';
      if (command.reason === 'implemented-and-verified') return 'NotVerified'; // That is what `Verify` is for.
      return noteMissing(command.note);
    case 'Resume':
      return state.status !== 'paused' ? 'NotPaused' : undefined;
    case 'Verify':
      if (state.status !== 'under-verification') return 'NothingToVerify';
      return isBlank(command.evidence.url) && isBlank(command.evidence.description) ? 'EvidenceMissing' : undefined;
    case 'RejectVerification':
      return state.status !== 'under-verification' ? 'NothingToVerify' : reasonMissing(command.reason);
    default:
      return state.status === 'closed' ? 'NotOpen' : refusalWhileRunning(command, state);
  }
}

type RunningCommand = Exclude<LaterCommand, { type: 'Reopen' | 'Close' | 'Resume' | 'Verify' | 'RejectVerification' }>;

function refusalWhileRunning(command: RunningCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'RecordPosition':
      return command.position === state.position ? 'SamePosition' : undefined;
    case 'AssignRole':
      return state.assigned[command.role] === command.contactId ? 'AlreadyAssigned' : undefined;
    case 'RecordContactUnreachable': {
      const holder = state.assigned[command.role];
      return holder !== undefined && holder !== command.contactId ? 'AlreadyAssigned' : undefined;
    }
    case 'ReportProgress':
      if (isBlank(command.note)) return 'EmptyNote';
      return command.implementation === 'implemented' ? 'EvidenceMissing' : undefined; // Claiming names its evidence.
    case 'ApproveEscalation':
      return refusalOfDraft(command.rung, state);
    case 'DismissEscalation':
      return refusalOfDraft(command.rung, state) ?? reasonMissing(command.reason);
    case 'DecideExtension':
      return state.extension === null || state.status !== 'open'
        ? 'NoExtensionRequested'
        : reasonMissing(command.reason);
    case 'Pause':
      return refusalOfPause(command, state);
    case 'RequestExtension':
      return state.status === 'open' ? refusalOfExtension(command, state) : 'NotOpen';
    case 'ClaimImplementation':
      if (state.status !== 'open') return 'NotOpen';
      return command.evidence.some((each) => !isBlank(each.url)) ? undefined : 'EvidenceMissing';
  }
}

function refusalOfDraft(rung: number, { draft }: StartedState): Rejection | undefined {
  if (draft === null) return 'NothingToApprove';
  return draft.rung === rung ? undefined : 'WrongRung';
}

function refusalOfPause(command: Timed<'Pause'>, state: StartedState): Rejection | undefined {
  if (state.status === 'paused') return 'AlreadyPaused';
  if (state.status !== 'open') return 'NotOpen';
  if (command.until !== null && command.until <= command.at) return 'PauseEndNotLater';
  return reasonMissing(command.reason);
}

function refusalOfExtension(command: Timed<'RequestExtension'>, state: StartedState): Rejection | undefined {
  if (state.extension !== null) return 'ExtensionAlreadyRequested';
  if (isBlank(command.reason)) return 'EmptyReason';
  const askedOn = command.at.slice(0, 10);
  const dueOn = state.round && state.round.answeredAt === null ? state.round.dueOn : askedOn;
  return command.untilOn > askedOn && command.untilOn > dueOn ? undefined : 'ExtensionNotLater';
}

function eventsOf(command: LaterCommand, state: StartedState): readonly FollowUpEvent[] {
  const { at } = command;
  switch (command.type) {
    case 'RecordPosition':
      return [
        ...withdrawn(state, at, 'position-recorded'),
        { type: 'PositionRecorded', at, position: command.position, statement: command.statement },
      ];
    case 'AssignRole':
      return [{ type: 'RoleAssigned', at, role: command.role, contactId: command.contactId }];
    case 'RecordContactUnreachable': {
      const { contactId, role, because, movedTo } = command;
      return [{ type: 'ContactFoundUnreachable', at, contactId, role, because, movedTo }];
    }
    case 'ReportProgress':
      return [
        ...withdrawn(state, at, 'answered'),
        { type: 'ProgressReported', at, note: command.note, implementation: command.implementation },
      ];
    case 'RequestExtension':
      return [
        ...withdrawn(state, at, 'extension-requested'),
        { type: 'ExtensionRequested', at, untilOn: command.untilOn, reason: command.reason },
      ];
    case 'DecideExtension':
      return [extensionDecided(command, state)];
    case 'Pause':
      return [
        ...withdrawn(state, at, 'paused'),
        { type: 'FollowUpPaused', at, reason: command.reason, until: command.until },
      ];
    case 'Resume':
      return [{ type: 'FollowUpResumed', at, because: 'command' }];
    case 'ApproveEscalation':
      return [{ type: 'EscalationRaised', at, rung: command.rung, roles: state.draft?.roles ?? [] }];
    case 'DismissEscalation':
      return [{ type: 'EscalationDismissed', at, rung: command.rung, reason: command.reason }];
    case 'ClaimImplementation':
      return [
        ...withdrawn(state, at, 'claimed'),
        { type: 'ImplementationClaimed', at, note: command.note, evidence: command.evidence },
      ];
    case 'Verify':
      return verified(command);
    case 'RejectVerification':
      return [{ type: 'VerificationRejected', at, reason: command.reason }];
    case 'Close':
      return [
        ...withdrawn(state, at, 'closed'),
        { type: 'FollowUpClosed', at, reason: command.reason, note: command.note, evidence: command.evidence },
      ];
    case 'Reopen':
      return [{ type: 'FollowUpReopened', at, reason: command.reason }];
  }
}

/** A draft that nobody approved in time leaves a trace when something else overtakes it. */
const withdrawn = (state: StartedState, at: string, because: WithdrawalCause): readonly FollowUpEvent[] =>
  state.draft === null ? [] : [{ type: 'EscalationWithdrawn', at, rung: state.draft.rung, because }];

/** Refusing more time still leaves two weeks to answer: nobody is asked to have answered yesterday. */
function extensionDecided(command: Timed<'DecideExtension'>, state: StartedState): FollowUpEvent {
  const { at, isGranted, reason } = command;
  const asked = isGranted ? state.extension?.untilOn : undefined;
  return { type: 'ExtensionDecided', at, isGranted, untilOn: asked ?? addDays(at.slice(0, 10), 14), reason };
}

function verified({ at, evidence, note }: Timed<'Verify'>): readonly FollowUpEvent[] {
  const closing = { reason: 'implemented-and-verified', note: note ?? '', evidence } as const;
  return [
    { type: 'ImplementationVerified', at, evidence, note },
    { type: 'FollowUpClosed', at, ...closing },
  ];
}

const accept = (...events: readonly FollowUpEvent[]): Decision => ({ events });
const reject = (rejected: Rejection): Decision => ({ rejected });
const isBlank = (text: string): boolean => text.trim() === '';
const noteMissing = (note: string): Rejection | undefined => (isBlank(note) ? 'EmptyNote' : undefined);
const reasonMissing = (reason: string): Rejection | undefined => (isBlank(reason) ? 'EmptyReason' : undefined);
