import type { ContactId, RecommendationId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type {
  Assessment,
  ClosureReason,
  DecisionSubject,
  Evidence,
  Implementation,
  LetterKind,
  OpenedRecommendation,
  PartOutcome,
  PauseCause,
  PlaybookRef,
  PlaybookTerms,
  Position,
  Step,
  UnreachableReason,
} from './events.ts';
import type { AppealCommand } from './appeal-events.ts';
import type { AppealTask } from './appeal-kinds.ts';
import type { DepositCommand } from './deposit-events.ts';
import type { IndependentRole, Role } from './roles.ts';
import type { Signed } from './giver.ts';

/**
 * What people ask of a follow-up. Each is a Temporal Update of its own name. `at` is set by the shell. Fields that a later
 * version added are optional: commands in recorded histories do without them.
 */
export type PersonCommand =
  | (Signed & {
      readonly type: 'StartFollowUp';
      readonly stateCode: string;
      readonly playbook: PlaybookRef;
      readonly position: Position;
      readonly targetOn: CalendarDate | null;
      /** Roles held for this recommendation alone; the State's holders keep all others. */
      readonly assign: Readonly<Partial<Record<Role, ContactId>>>;
      readonly terms?: PlaybookTerms;
      readonly parentId?: RecommendationId | null;
      /** The State says that it had done, or was doing, this before it was asked: verified first, never closed on its word. */
      readonly isAlreadyDone?: boolean;
    })
  | (Signed & {
      readonly type: 'RecordPosition';
      readonly position: Position;
      readonly statement: string | null;
      readonly isAlreadyDone?: boolean;
    })
  | { readonly type: 'AssignRole'; readonly role: Role; readonly contactId: ContactId }
  | {
      readonly type: 'RecordContactUnreachable';
      readonly contactId: ContactId;
      readonly role: Role;
      readonly because: UnreachableReason;
      readonly movedTo: ContactId | null;
    }
  | {
      readonly type: 'HandOver';
      readonly from: ContactId;
      readonly to: ContactId;
      /** Every role that `from` holds in this follow-up, its own or the State's. */
      readonly roles: readonly Role[];
      readonly reason: string;
    }
  | {
      readonly type: 'ReportProgress';
      readonly note: string;
      readonly implementation: Implementation | null;
      readonly via?: string | null;
    }
  | (Signed & {
      readonly type: 'CompleteMilestone';
      readonly milestone: string;
      readonly on: CalendarDate;
      readonly note: string;
      readonly evidence: readonly Evidence[];
    })
  | { readonly type: 'Assess'; readonly assessment: Assessment; readonly reason: string }
  | {
      readonly type: 'RecordIndependentView';
      readonly role: IndependentRole;
      readonly contactId: ContactId | null;
      readonly note: string;
      readonly implementation: Implementation | null;
      readonly evidence?: readonly Evidence[];
    }
  | {
      readonly type: 'RecordLetterSent';
      readonly letterId: string;
      readonly kind: LetterKind;
      readonly rung: number;
      readonly reference: string;
      readonly sentOn: CalendarDate;
      readonly scan: string | null;
    }
  | {
      readonly type: 'RecordLetterReply';
      readonly letterId: string;
      readonly receivedOn: CalendarDate;
      readonly note: string;
      readonly implementation: Implementation | null;
    }
  | { readonly type: 'RequestExtension'; readonly untilOn: CalendarDate; readonly reason: string }
  | { readonly type: 'DecideExtension'; readonly isGranted: boolean; readonly reason: string }
  | {
      readonly type: 'Pause';
      readonly cause?: PauseCause;
      readonly reason: string;
      readonly until: Instant | null;
    }
  | { readonly type: 'Resume' }
  | { readonly type: 'ApproveEscalation'; readonly rung: number }
  | { readonly type: 'DismissEscalation'; readonly rung: number; readonly reason: string }
  | (Signed & {
      readonly type: 'ClaimImplementation';
      readonly note: string;
      readonly evidence: readonly Evidence[];
    })
  /** The validating authority of the State signs what its focal point claims, or sends it back. */
  | (Signed & { readonly type: 'Validate'; readonly note: string })
  | (Signed & { readonly type: 'DeclineValidation'; readonly reason: string })
  | (Signed & {
      readonly type: 'Verify';
      readonly evidence: Evidence;
      readonly note: string | null;
      /** What the playbook opens next. */
      readonly opens?: readonly OpenedRecommendation[];
    })
  | (Signed & { readonly type: 'RejectVerification'; readonly reason: string })
  | {
      readonly type: 'Close';
      readonly reason: ClosureReason;
      readonly note: string;
      readonly evidence: Evidence | null;
      /** Named when the reason is `superseded` or `merged`. */
      readonly by?: RecommendationId | null;
    }
  | { readonly type: 'Reopen'; readonly reason: string }
  | {
      readonly type: 'AdoptPlaybook';
      readonly playbook: PlaybookRef;
      readonly terms: PlaybookTerms;
      readonly reason: string;
    }
  | { readonly type: 'Replan'; readonly reason: string }
  | { readonly type: 'Split'; readonly parts: readonly OpenedRecommendation[] }
  /** A part tells its parent how it stands. */
  | ({ readonly type: 'RecordPart' } & PartOutcome)
  | { readonly type: 'CarryOn'; readonly from: RecommendationId; readonly how: 'superseded' | 'merged' }
  | AppealCommand
  | DepositCommand;

/** What the shell itself says: the timer rang, or a plan that the state asked for is ready. Never refused. */
export type ClockCommand =
  { readonly type: 'AdvanceClock' } | { readonly type: 'AdoptPlan'; readonly for: PlanRequest; readonly plan: Plan };

export type Command = { readonly at: Instant } & (PersonCommand | ClockCommand);
export type PersonCommandType = PersonCommand['type'];
/** What is asked of a follow-up that has begun. */
export type LaterCommand = Exclude<Command, { type: 'StartFollowUp' | 'AdvanceClock' | 'AdoptPlan' }>;

/** Where the interval that leads to a round begins: at the news or the due date before it. */
export type CountedFrom = { readonly from: Instant; readonly answeredUntilOn: CalendarDate | null };

/** What a follow-up needs planned next; kept in its state until a plan for it is adopted. */
export type PlanRequest =
  | {
      readonly kind: 'round';
      /** The new round is counted from here. */
      readonly from: Instant;
      /** Fixed when an extension was granted: the round is due then. */
      readonly dueOn: CalendarDate | null;
      /** The round takes the place of one that nobody was asked in: the interval runs on from where that one's began. */
      readonly counted?: CountedFrom;
    }
  | { readonly kind: 'rung'; readonly rung: number; readonly from: Instant }
  | { readonly kind: 'decision'; readonly about: DecisionSubject; readonly from: Instant }
  | { readonly kind: 'task'; readonly task: AppealTask; readonly from: Instant; readonly dueOn: CalendarDate };

export type Plan =
  | {
      readonly kind: 'round';
      readonly asks: string;
      readonly dueOn: CalendarDate;
      readonly dueAt: Instant;
      readonly steps: readonly Step[];
      readonly watches?: readonly Step[];
    }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

/** Why a command was refused: stable codes, translated once at each edge. */
export const rejections = [
  'AlreadyStarted',
  'NotStarted',
  'NotOpen',
  'AlreadyClosed',
  'NotClosed',
  'AlreadyPaused',
  'NotPaused',
  'NothingToApprove',
  'WrongRung',
  'NothingToVerify',
  'NotVerified',
  'NothingToValidate',
  'NotValidated',
  'PersonUnknown',
  'SamePerson',
  'SignerUnknown',
  'NoExtensionRequested',
  'ExtensionAlreadyRequested',
  'ExtensionNotLater',
  'PauseEndNotLater',
  'TargetInThePast',
  'SamePosition',
  'AlreadyAssigned',
  'EmptyNote',
  'EmptyReason',
  'EvidenceMissing',
  'UnknownMilestone',
  'MilestoneAlreadyCompleted',
  'MilestoneInTheFuture',
  'SamePlaybook',
  'ApprovalWaiting',
  'ExtensionWaiting',
  'LadderRunning',
  'SameContact',
  'NothingHandedOver',
  'TooFewParts',
  'AlreadySplit',
  'IsSplit',
  'NotAPart',
  'AlreadyCarriedOn',
  'LetterAlreadySent',
  'LetterNotSent',
  'LetterAlreadyAnswered',
  'DateInTheFuture',
  'LetterAlreadyDecided',
  'NextStepInThePast',
  'ObstacleAlreadyRecorded',
  'ObstacleNotRecorded',
  'ObstacleMissing',
  'TwinnedWithItself',
  'AlreadyTwinned',
  'NobodyHelps',
  'RungMissing',
  'RungNotHigher',
  'NoLadder',
  'NotAsked',
] as const;
export type Rejection = (typeof rejections)[number];
