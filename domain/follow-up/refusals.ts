import { refusalOfAppeal, type TimedAppealCommand } from './appeal.ts';
import type { Command, LaterCommand, PersonCommand, Rejection } from './commands.ts';
import { refusalOfDeposit, type TimedDepositCommand } from './deposits.ts';
import { refusalOfValidation, refusalOfVerifier } from './sign-off.ts';
import type { StartedState } from './state.ts';

type Timed<T extends PersonCommand['type']> = Extract<Command, { type: T }>;

/** Why a command is refused in a state; `undefined` when it is accepted. */
export function refusalOf(command: LaterCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'Reopen':
      return state.status !== 'closed' ? 'NotClosed' : reasonMissing(command.reason);
    case 'Close':
      return refusalOfClosing(command, state);
    case 'Resume':
      return state.status !== 'paused' ? 'NotPaused' : undefined;
    case 'Verify':
      if (state.status !== 'under-verification') return 'NothingToVerify';
      if (isBlank(command.evidence.url) && isBlank(command.evidence.description)) return 'EvidenceMissing';
      return refusalOfVerifier(command, state);
    case 'RejectVerification':
      return state.status !== 'under-verification' ? 'NothingToVerify' : reasonMissing(command.reason);
    case 'Validate':
      return refusalOfValidation(command, state);
    case 'DeclineValidation':
      return refusalOfValidation(command, state) ?? reasonMissing(command.reason);
    case 'RecordPart': {
      const isPart = state.parts?.some((part) => part.recommendationId === command.recommendationId) === true;
      return isPart ? undefined : 'NotAPart';
    }
    // What is said of a closed follow-up may still be true: a view, a grade, a letter that was sent.
    case 'Assess':
      return reasonMissing(command.reason);
    case 'RecordIndependentView':
      return noteMissing(command.note);
    case 'RecordLetterSent':
      return refusalOfSending(command, state);
    case 'TakeAppealStep':
    case 'ApproveAppealLetter':
    case 'DismissAppealLetter':
    case 'ReportDelivery':
    case 'RecordObstacle':
    case 'LiftObstacle':
    case 'ArrangeTwinning':
    case 'OfferHelp':
    case 'ReviewAppeal':
      return refusalOfAppeal(command, state);
    case 'RecordDeposit':
    case 'RecordDenunciation':
    case 'ApproveLetter':
    case 'DismissLetter':
      return refusalOfDeposit(command, state);
    default:
      return state.status === 'closed' ? 'NotOpen' : refusalWhileRunning(command, state);
  }
}

type RunningCommand = Exclude<
  LaterCommand,
  {
    type:
      | 'Reopen'
      | 'Close'
      | 'Resume'
      | 'Verify'
      | 'RejectVerification'
      | 'Validate'
      | 'DeclineValidation'
      | 'RecordPart'
      | 'Assess'
      | 'RecordIndependentView'
      | 'RecordLetterSent'
      | TimedAppealCommand['type']
      | TimedDepositCommand['type'];
  }
>;

function refusalWhileRunning(command: RunningCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'AssignRole':
      return state.assigned[command.role] === command.contactId ? 'AlreadyAssigned' : undefined;
    case 'RecordContactUnreachable': {
      const holder = state.assigned[command.role];
      return holder !== undefined && holder !== command.contactId ? 'AlreadyAssigned' : undefined;
    }
    case 'HandOver':
      if (command.from === command.to) return 'SameContact';
      return command.roles.length === 0 ? 'NothingHandedOver' : reasonMissing(command.reason);
    case 'CarryOn':
      if (state.carries.includes(command.from)) return 'AlreadyCarriedOn';
      return undefined;
    default:
      // The parts are followed up instead of the whole: they are told, and it follows from them.
      return state.parts !== null ? splitRefusal(command) : refusalOfTheWhole(command, state);
  }
}

const splitRefusal = ({ type }: RunningCommand): Rejection => (type === 'Split' ? 'AlreadySplit' : 'IsSplit');

type WholeCommand = Exclude<
  RunningCommand,
  { type: 'AssignRole' | 'RecordContactUnreachable' | 'HandOver' | 'CarryOn' }
>;

function refusalOfTheWhole(command: WholeCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'RecordPosition':
      return command.position === state.position && command.isAlreadyDone !== true ? 'SamePosition' : undefined;
    case 'ReportProgress':
      if (isBlank(command.note)) return 'EmptyNote';
      return command.implementation === 'implemented' ? 'EvidenceMissing' : undefined; // Claiming names its evidence.
    case 'CompleteMilestone':
      return refusalOfMilestone(command, state);
    case 'RecordLetterReply':
      return refusalOfReply(command, state);
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
    case 'AdoptPlaybook': {
      const { key, version } = state.playbook;
      const isSame = command.playbook.key === key && command.playbook.version === version;
      return isSame ? 'SamePlaybook' : reasonMissing(command.reason);
    }
    case 'Replan':
      return refusalOfReplanning(command, state);
    case 'Split':
      if (state.status !== 'open') return 'NotOpen';
      return command.parts.length < 2 ? 'TooFewParts' : undefined;
  }
}

/** While somebody decides, or the ladder runs, there is no next question yet: it is planned with the new dates in its time. */
function refusalOfReplanning({ reason, at }: Timed<'Replan'>, state: StartedState): Rejection | undefined {
  if (state.status !== 'open') return 'NotOpen';
  if (state.draft !== null) return 'ApprovalWaiting';
  if (state.extension !== null) return 'ExtensionWaiting';
  const { round, rung } = state;
  const isDue = round !== null && round.askedAt !== null && round.answeredAt === null && round.dueAt <= at;
  return rung > 0 || isDue ? 'LadderRunning' : reasonMissing(reason);
}

function refusalOfClosing(command: Timed<'Close'>, state: StartedState): Rejection | undefined {
  if (state.status === 'closed') return 'AlreadyClosed';
  if (command.reason === 'implemented-and-verified') return 'NotVerified'; // That is what `Verify` is for.
  return noteMissing(command.note);
}

/** A milestone may be reported while a claim is verified or the follow-up rests; it only takes note then. */
function refusalOfMilestone(command: Timed<'CompleteMilestone'>, state: StartedState): Rejection | undefined {
  const { milestone, on, evidence, at } = command;
  if (!state.terms.milestones.includes(milestone)) return 'UnknownMilestone';
  if (milestone in state.milestones) return 'MilestoneAlreadyCompleted';
  if (on > at.slice(0, 10)) return 'MilestoneInTheFuture';
  return evidence.some((each) => !isBlank(each.url) || !isBlank(each.description)) ? undefined : 'EvidenceMissing';
}

function refusalOfSending({ letterId, sentOn, at }: Timed<'RecordLetterSent'>, state: StartedState) {
  if (state.letters.some((letter) => letter.letterId === letterId)) return 'LetterAlreadySent';
  return sentOn > at.slice(0, 10) ? 'DateInTheFuture' : undefined;
}

function refusalOfReply(command: Timed<'RecordLetterReply'>, { letters }: StartedState): Rejection | undefined {
  const letter = letters.find(({ letterId }) => letterId === command.letterId);
  if (letter === undefined) return 'LetterNotSent';
  if (letter.isAnswered) return 'LetterAlreadyAnswered';
  if (command.receivedOn > command.at.slice(0, 10)) return 'DateInTheFuture';
  return command.implementation === 'implemented' ? 'EvidenceMissing' : noteMissing(command.note);
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

const isBlank = (text: string): boolean => text.trim() === '';
const noteMissing = (note: string): Rejection | undefined => (isBlank(note) ? 'EmptyNote' : undefined);
const reasonMissing = (reason: string): Rejection | undefined => (isBlank(reason) ? 'EmptyReason' : undefined);
