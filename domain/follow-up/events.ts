import type { ContactId, RecommendationId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { AppealEvent } from './appeal-events.ts';
import type { DepositEvent } from './deposit-events.ts';
import type { Evidence, OpenedRecommendation } from './evidence.ts';
import type { IndependentRole, Role } from './roles.ts';
import {
  decisionSubjects,
  rungLetterKinds,
  type DecisionSubject,
  type RungCall,
  type RungEntry,
  type RungLetterKind,
  type Step,
  type StepKind,
} from './steps.ts';

export {
  decisionSubjects,
  rungLetterKinds,
  type DecisionSubject,
  type RungCall,
  type RungEntry,
  type RungLetterKind,
  type Step,
  type StepKind,
};

export type { Evidence, OpenedRecommendation } from './evidence.ts';

/** The State's answer. UPR Info: States cannot "reject"; everything not clearly accepted is noted. */
export const positions = ['pending', 'supported', 'supported-in-part', 'noted', 'pledged'] as const;
export type Position = (typeof positions)[number];

/** Where the follow-up itself stands; what people read is derived from it (reading.ts). */
export type Status = 'open' | 'paused' | 'under-verification' | 'closed';

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

/** Why a follow-up rests: its history is kept, and everything is planned anew when it goes on. */
export const pauseCauses = ['election', 'conflict', 'disaster', 'other'] as const;
export type PauseCause = (typeof pauseCauses)[number];

/** All letters: a deposit is answered with thanks, at no rung. */
export const letterKinds = [...rungLetterKinds, 'letter-of-thanks'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What deciding must know of a playbook version; fixed when the follow-up starts or adopts another version. */
export type PlaybookTerms = {
  /** Keys of the milestones that can be completed. */
  readonly milestones: readonly string[];
  /** The milestones that together amount to a claim of implementation; none when only a claim itself does. */
  readonly closing: readonly string[];
  /** Where deterioration (assessment E) leads at once. */
  readonly alarm: RungEntry | null;
  /** The rounds themselves ask about the Treaty Event; absent where nobody has said. */
  readonly asksAboutTreatyEvent?: boolean;
  /** A claim waits for the validating authority of the State before anybody verifies it; absent where nobody has said. */
  readonly needsValidation?: boolean;
  /** Whoever claims, validates and verifies are different people. */
  readonly needsFourEyes?: boolean;
};

/** One part of a split recommendation as its parent knows it. */
export type PartOutcome = {
  readonly recommendationId: RecommendationId;
  readonly status: Status;
  readonly implementation: Implementation;
  readonly assessment: Assessment | null;
  readonly closure: ClosureReason | null;
};

export type PlaybookRef = { readonly key: string; readonly version: number };

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
  'playbook-adopted',
  'split',
  'deposited',
  'overtaken',
] as const;
export type WithdrawalCause = (typeof withdrawalCauses)[number];

/** Every id of the person who did it, so that the next one can be told apart; absent where nobody is known. */
type SignedEvent = { readonly by?: readonly string[] };

export type FollowUpEvent = { readonly at: Instant } & (
  | {
      readonly type: 'FollowUpStarted';
      readonly stateCode: string;
      readonly playbook: PlaybookRef;
      readonly position: Position;
      readonly targetOn: CalendarDate | null;
      readonly terms: PlaybookTerms;
      /** The recommendation of which this one is a part. */
      readonly parentId: RecommendationId | null;
    }
  | {
      readonly type: 'RoundOpened';
      readonly number: number;
      /** What the round asks about: a key of the playbook's questions. */
      readonly asks: string;
      readonly dueOn: CalendarDate;
      readonly dueAt: Instant;
      readonly steps: readonly Step[];
      /** Limits of milestones: they run beside the round and outlive an answer. */
      readonly watches: readonly Step[];
    }
  | { readonly type: 'StepsPlanned'; readonly purpose: 'rung' | DecisionSubject; readonly steps: readonly Step[] }
  | {
      readonly type: 'StepFellDue';
      readonly step: Step;
      /** The newer step that stands for this one, when several fell due at once: then nobody is told of this one. */
      readonly mergedInto: string | null;
    }
  | ({ readonly type: 'EscalationDrafted' } & RungCall)
  | ({ readonly type: 'EscalationRaised' } & RungCall)
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
  | {
      readonly type: 'WorkHandedOver';
      readonly from: ContactId;
      readonly to: ContactId;
      readonly roles: readonly Role[];
      readonly reason: string;
    }
  | {
      readonly type: 'ProgressReported';
      readonly note: string;
      readonly implementation: Implementation | null;
      /** What brought the answer when it was not the answer link: `dialogue:<id>`. */
      readonly via: string | null;
    }
  | {
      readonly type: 'MilestoneCompleted';
      readonly milestone: string;
      readonly on: CalendarDate;
      readonly note: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly type: 'Assessed'; readonly assessment: Assessment; readonly reason: string }
  | {
      readonly type: 'IndependentViewRecorded';
      readonly role: IndependentRole;
      readonly contactId: ContactId | null;
      readonly note: string;
      readonly implementation: Implementation | null;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: 'LetterSent';
      readonly letterId: string;
      readonly kind: LetterKind;
      /** 0 for a letter that no rung sends. */
      readonly rung: number;
      readonly reference: string;
      readonly sentOn: CalendarDate;
      /** Where the scan is filed. */
      readonly scan: string | null;
    }
  | {
      readonly type: 'LetterAnswered';
      readonly letterId: string;
      readonly receivedOn: CalendarDate;
      readonly note: string;
      readonly implementation: Implementation | null;
    }
  | { readonly type: 'ExtensionRequested'; readonly untilOn: CalendarDate; readonly reason: string }
  | {
      readonly type: 'ExtensionDecided';
      readonly isGranted: boolean;
      readonly untilOn: CalendarDate;
      readonly reason: string;
    }
  | {
      readonly type: 'FollowUpPaused';
      readonly cause: PauseCause;
      readonly reason: string;
      readonly until: Instant | null;
    }
  | { readonly type: 'FollowUpResumed'; readonly because: 'command' | 'pause-ended' }
  | (SignedEvent & {
      readonly type: 'ImplementationClaimed';
      readonly note: string;
      readonly evidence: readonly Evidence[];
    })
  | (SignedEvent & { readonly type: 'ClaimValidated'; readonly note: string })
  | (SignedEvent & { readonly type: 'ValidationDeclined'; readonly reason: string })
  | (SignedEvent & {
      readonly type: 'ImplementationVerified';
      readonly evidence: Evidence;
      readonly note: string | null;
    })
  | { readonly type: 'VerificationRejected'; readonly reason: string }
  | {
      readonly type: 'FollowUpClosed';
      readonly reason: ClosureReason;
      readonly note: string;
      readonly evidence: Evidence | null;
      /** The recommendation that carries on, where this one was superseded or merged. */
      readonly by: RecommendationId | null;
    }
  | { readonly type: 'FollowUpReopened'; readonly reason: string }
  | {
      readonly type: 'PlaybookAdopted';
      readonly from: PlaybookRef;
      readonly to: PlaybookRef;
      readonly terms: PlaybookTerms;
      readonly reason: string;
    }
  /** The dates of the world have changed: the next question is chosen anew. */
  | { readonly type: 'ReplanRequested'; readonly reason: string }
  | { readonly type: 'RecommendationSplit'; readonly parts: readonly OpenedRecommendation[] }
  | ({ readonly type: 'PartProgressed' } & PartOutcome)
  /** This one carries on what an older one asked. */
  | { readonly type: 'CarriedOn'; readonly from: RecommendationId; readonly how: 'superseded' | 'merged' }
  | { readonly type: 'NextStepsOpened'; readonly opened: readonly OpenedRecommendation[] }
  | AppealEvent
  | DepositEvent
);
