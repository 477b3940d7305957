import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Bounce, Resolution } from '../activities/contract.ts';
import type { PersonCommand, PersonCommandType, PlanRequest } from '../domain/follow-up/commands.ts';
import type { FollowUpState } from '../domain/follow-up/state.ts';
import type { CampaignId, RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** A person's command with its idempotency key (also the Update id) and who gave it (`contact:<id>`, `api`; never a name). */
export type Submitted = {
  readonly commandId: string;
  readonly actor: string;
  readonly command: PersonCommand;
};
/** The stream's version once the command's events are durable. */
export type Receipt = { readonly version: number };

const update = (name: string) => defineUpdate<Receipt, [Submitted]>(name);

/** One Update for each command, named as the domain names it, so that histories speak the domain's language. */
export const updates = {
  StartFollowUp: update('startFollowUp'),
  RecordPosition: update('recordPosition'),
  AssignRole: update('assignRole'),
  RecordContactUnreachable: update('recordContactUnreachable'),
  ReportProgress: update('reportProgress'),
  RequestExtension: update('requestExtension'),
  DecideExtension: update('decideExtension'),
  Pause: update('pause'),
  Resume: update('resume'),
  ApproveEscalation: update('approveEscalation'),
  DismissEscalation: update('dismissEscalation'),
  ClaimImplementation: update('claimImplementation'),
  Validate: update('validate'),
  DeclineValidation: update('declineValidation'),
  Verify: update('verify'),
  RejectVerification: update('rejectVerification'),
  Close: update('close'),
  Reopen: update('reopen'),
  HandOver: update('handOver'),
  CompleteMilestone: update('completeMilestone'),
  Assess: update('assess'),
  RecordIndependentView: update('recordIndependentView'),
  RecordLetterSent: update('recordLetterSent'),
  RecordLetterReply: update('recordLetterReply'),
  AdoptPlaybook: update('adoptPlaybook'),
  Replan: update('replan'),
  Split: update('split'),
  RecordPart: update('recordPart'),
  CarryOn: update('carryOn'),
  TakeAppealStep: update('takeAppealStep'),
  ApproveAppealLetter: update('approveAppealLetter'),
  DismissAppealLetter: update('dismissAppealLetter'),
  ReportDelivery: update('reportDelivery'),
  RecordObstacle: update('recordObstacle'),
  LiftObstacle: update('liftObstacle'),
  ArrangeTwinning: update('arrangeTwinning'),
  OfferHelp: update('offerHelp'),
  ReviewAppeal: update('reviewAppeal'),
  RecordDeposit: update('recordDeposit'),
  RecordDenunciation: update('recordDenunciation'),
  ApproveLetter: update('approveLetter'),
  DismissLetter: update('dismissLetter'),
} as const satisfies Record<PersonCommandType, ReturnType<typeof update>>;

export type FollowUpInput = { readonly recommendationId: RecommendationId };

/** What the running process says of itself; must agree with the projection. */
export type WaitingFor = {
  readonly version: number;
  readonly state: FollowUpState;
  /** The next step's instant, or null when it waits for people only. */
  readonly nextStepAt: Instant | null;
  readonly planning: PlanRequest | null;
};
export const getState = defineQuery<WaitingFor>('getState');

export type BatchInput = { readonly batchId: string };

export type CampaignInput = { readonly campaignId: CampaignId };
/** Something was asked of the campaign that may give it work, or other dates. */
export const campaignChanged = defineSignal('campaignChanged');
export type ImportInput = { readonly importId: string };

export type CorrespondenceInput = { readonly contactId: string };
/** Something was queued for the contact: look again when the next digest may go. */
export const wake = defineSignal('wake');
export const reportBounce = defineSignal<[Bounce]>('reportBounce');
export const resolveDigest = defineSignal<[Resolution]>('resolveDigest');
