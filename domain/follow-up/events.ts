import type { ContactId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { Role } from './roles.ts';

/** The State's answer. UPR Info: States cannot "reject"; everything not clearly accepted is noted. */
export const positions = ['pending', 'supported', 'supported-in-part', 'noted', 'pledged'] as const;
export type Position = (typeof positions)[number];

/** What the State claims. */
export const implementations = [
  'not-started',
  'planned',
  'in-progress',
  'partly-implemented',
  'implemented',
  'will-not-implement',
] as const;
export type Implementation = (typeof implementations)[number];

/** Grades of the Human Rights Committee's follow-up procedure; D is "no cooperation". */
export const assessments = ['A', 'B', 'C', 'D', 'E'] as const;
export type Assessment = (typeof assessments)[number];

export const closureReasons = [
  'implemented-and-verified',
  'superseded',
  'overtaken-by-events',
  'not-applicable',
  'refused',
  'merged',
  'lapsed',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

export type PlaybookRef = { readonly key: string; readonly version: number };
export type Evidence = { readonly url: string; readonly description: string };

/**
 * One thing that happens at an instant fixed when it was planned.
 * A step carries what the decider needs to know about it, so that deciding never needs the playbook.
 */
export type Step = { readonly id: string; readonly dueAt: Instant } & (
  | { readonly kind: 'reminder'; readonly offsetDays: number }
  | { readonly kind: 'check-in' }
  | {
      readonly kind: 'escalation';
      readonly rung: number;
      readonly roles: readonly Role[];
      readonly needsApproval: boolean;
    }
  /** The last rung has had its time: from here on the State counts as not cooperating. */
  | { readonly kind: 'ladder-end' }
  | { readonly kind: 'decision-reminder'; readonly about: DecisionSubject; readonly role: Role }
  | { readonly kind: 'pause-end' }
);
export type StepKind = Step['kind'];

/** What waits for a decision of the follow-up side. */
export const decisionSubjects = ['approval', 'extension', 'verification'] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];

/** Why a contact no longer holds a role. */
export const unreachableReasons = ['bounced', 'refused-by-server', 'not-me', 'departed'] as const;
export type UnreachableReason = (typeof unreachableReasons)[number];

/** What overtook a draft that nobody had approved. */
export const withdrawalCauses = [
  'answered',
  'paused',
  'claimed',
  'closed',
  'position-recorded',
  'extension-requested',
] as const;
export type WithdrawalCause = (typeof withdrawalCauses)[number];

export type FollowUpEvent = { readonly at: Instant } & (
  | {
      readonly type: 'FollowUpStarted';
      readonly stateCode: string;
      readonly playbook: PlaybookRef;
      readonly position: Position;
      readonly targetOn: CalendarDate | null;
    }
  | {
      readonly type: 'RoundOpened';
      readonly number: number;
      /** What the round asks about: a key of the playbook's questions. */
      readonly asks: string;
      readonly dueOn: CalendarDate;
      readonly dueAt: Instant;
      readonly steps: readonly Step[];
    }
  | { readonly type: 'StepsPlanned'; readonly purpose: 'rung' | DecisionSubject; readonly steps: readonly Step[] }
  | {
      readonly type: 'StepFellDue';
      readonly step: Step;
      /** The newer step that stands for this one, when several fell due at once: then nobody is told of this one. */
      readonly mergedInto: string | null;
    }
  | { readonly type: 'EscalationDrafted'; readonly rung: number; readonly roles: readonly Role[] }
  | { readonly type: 'EscalationRaised'; readonly rung: number; readonly roles: readonly Role[] }
  | { readonly type: 'EscalationDismissed'; readonly rung: number; readonly reason: string }
  | { readonly type: 'EscalationWithdrawn'; readonly rung: number; readonly because: WithdrawalCause }
  | { readonly type: 'NoCooperationRecorded'; readonly assessment: 'D' }
  | { readonly type: 'PositionRecorded'; readonly position: Position; readonly statement: string | null }
  | { readonly type: 'RoleAssigned'; readonly role: Role; readonly contactId: ContactId }
  | {
      readonly type: 'ContactFoundUnreachable';
      readonly contactId: ContactId;
      readonly role: Role;
      readonly because: UnreachableReason;
      readonly movedTo: ContactId | null;
    }
  | { readonly type: 'ProgressReported'; readonly note: string; readonly implementation: Implementation | null }
  | { readonly type: 'ExtensionRequested'; readonly untilOn: CalendarDate; readonly reason: string }
  | {
      readonly type: 'ExtensionDecided';
      readonly isGranted: boolean;
      readonly untilOn: CalendarDate;
      readonly reason: string;
    }
  | { readonly type: 'FollowUpPaused'; readonly reason: string; readonly until: Instant | null }
  | { readonly type: 'FollowUpResumed'; readonly because: 'command' | 'pause-ended' }
  | { readonly type: 'ImplementationClaimed'; readonly note: string; readonly evidence: readonly Evidence[] }
  | { readonly type: 'ImplementationVerified'; readonly evidence: Evidence; readonly note: string | null }
  | { readonly type: 'VerificationRejected'; readonly reason: string }
  | {
      readonly type: 'FollowUpClosed';
      readonly reason: ClosureReason;
      readonly note: string;
      readonly evidence: Evidence | null;
    }
  | { readonly type: 'FollowUpReopened'; readonly reason: string }
);
