import type { ContactId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type {
  ClosureReason,
  DecisionSubject,
  Evidence,
  Implementation,
  PlaybookRef,
  Position,
  Step,
  UnreachableReason,
} from './events.ts';
import type { Role } from './roles.ts';

/** What people ask of a follow-up. Each is a Temporal Update of its own name. `at` is set by the shell. */
export type PersonCommand =
  | {
      readonly type: 'StartFollowUp';
      readonly stateCode: string;
      readonly playbook: PlaybookRef;
      readonly position: Position;
      readonly targetOn: CalendarDate | null;
      /** Roles held for this recommendation alone; the State's holders keep all others. */
      readonly assign: Readonly<Partial<Record<Role, ContactId>>>;
    }
  | { readonly type: 'RecordPosition'; readonly position: Position; readonly statement: string | null }
  | { readonly type: 'AssignRole'; readonly role: Role; readonly contactId: ContactId }
  | {
      readonly type: 'RecordContactUnreachable';
      readonly contactId: ContactId;
      readonly role: Role;
      readonly because: UnreachableReason;
      readonly movedTo: ContactId | null;
    }
  | { readonly type: 'ReportProgress'; readonly note: string; readonly implementation: Implementation | null }
  | { readonly type: 'RequestExtension'; readonly untilOn: CalendarDate; readonly reason: string }
  | { readonly type: 'DecideExtension'; readonly isGranted: boolean; readonly reason: string }
  | { readonly type: 'Pause'; readonly reason: string; readonly until: Instant | null }
  | { readonly type: 'Resume' }
  | { readonly type: 'ApproveEscalation'; readonly rung: number }
  | { readonly type: 'DismissEscalation'; readonly rung: number; readonly reason: string }
  | { readonly type: 'ClaimImplementation'; readonly note: string; readonly evidence: readonly Evidence[] }
  | { readonly type: 'Verify'; readonly evidence: Evidence; readonly note: string | null }
  | { readonly type: 'RejectVerification'; readonly reason: string }
  | {
      readonly type: 'Close';
      readonly reason: ClosureReason;
      readonly note: string;
      readonly evidence: Evidence | null;
    }
  | { readonly type: 'Reopen'; readonly reason: string };

/** What the shell itself says: the timer rang, or a plan that the state asked for is ready. Never refused. */
export type ClockCommand =
  { readonly type: 'AdvanceClock' } | { readonly type: 'AdoptPlan'; readonly for: PlanRequest; readonly plan: Plan };

export type Command = { readonly at: Instant } & (PersonCommand | ClockCommand);
export type PersonCommandType = PersonCommand['type'];

/** What a follow-up needs planned next; kept in its state until a plan for it is adopted. */
export type PlanRequest =
  | {
      readonly kind: 'round';
      /** The new round is counted from here. */
      readonly from: Instant;
      /** Fixed when an extension was granted: the round is due then. */
      readonly dueOn: CalendarDate | null;
    }
  | { readonly kind: 'rung'; readonly rung: number; readonly from: Instant }
  | { readonly kind: 'decision'; readonly about: DecisionSubject; readonly from: Instant };

export type Plan =
  | {
      readonly kind: 'round';
      readonly asks: string;
      readonly dueOn: CalendarDate;
      readonly dueAt: Instant;
      readonly steps: readonly Step[];
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
] as const;
export type Rejection = (typeof rejections)[number];
