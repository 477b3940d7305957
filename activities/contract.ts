/** What workflows may ask of the world. Workflows import these as types only. */
import type { Clock } from '../domain/clock.ts';
import type { Plan, PlanRequest } from '../domain/follow-up/commands.ts';
import type { FollowUpEvent, PartOutcome, UnreachableReason } from '../domain/follow-up/events.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import type { FollowUpState, StartedState } from '../domain/follow-up/state.ts';
import type { CampaignId, ContactId, RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** A follow-up's stream, folded: where a run begins. Version 0 is an empty stream. */
export type OpenedStream = { readonly state: FollowUpState; readonly version: number; readonly clock: Clock };

export type AppendRequest = {
  readonly recommendationId: RecommendationId;
  readonly expectedVersion: number;
  /** The caller's idempotency key; for the clock, derived from the version. Unique per stream for ever. */
  readonly commandId: string;
  /** `contact:<id>`, `clock`, `api`, `system`: never a name. */
  readonly actor: string;
  readonly events: readonly FollowUpEvent[];
};

export type AppendResult =
  | { readonly outcome: 'appended'; readonly version: number; readonly notify: readonly ContactId[] }
  /** `repeated`: this command was recorded before. `conflict`: the stream is longer than expected. Nothing was written. */
  | {
      readonly outcome: 'repeated' | 'conflict';
      readonly version: number;
      /** Everything after `expectedVersion`, for the caller to fold. */
      readonly events: readonly FollowUpEvent[];
      readonly notify: readonly ContactId[];
    };

export type PlanInput = {
  readonly recommendationId: RecommendationId;
  readonly request: PlanRequest;
  readonly state: StartedState;
};

export type PartReport = {
  readonly parentId: RecommendationId;
  readonly outcome: PartOutcome;
  /** Of the part's stream: with the part's id it is the idempotency key. */
  readonly version: number;
};

export interface FollowUpActivities {
  openStream(recommendationId: RecommendationId): Promise<OpenedStream>;
  appendEvents(request: AppendRequest): Promise<AppendResult>;
  planNext(input: PlanInput): Promise<Plan>;
  /** Starts or wakes the correspondence of each contact (signal with start). */
  wakeCorrespondence(contactIds: readonly ContactId[]): Promise<void>;
}

/** What a follow-up asks of another one. Never as local activities: each would wait for a task that the other side holds up. */
export interface PartActivities {
  /** Starts the follow-up of every part of a split recommendation that has none. Idempotent by part. */
  startParts(recommendationId: RecommendationId): Promise<void>;
  /** Tells the parent of a part how the part stands. A refusal (the parent was closed by hand) is no error. */
  tellParent(report: PartReport): Promise<void>;
}

export interface BatchActivities {
  /** Submits the next commands of a batch, each once, and records their outcome. `settled` of them need no further try. */
  submitBatchPage(batchId: string): Promise<{ readonly isFinished: boolean; readonly settled: number }>;
}

export type AppealsPage = {
  readonly clock: Clock;
  /** Appeals of which this page knows what became of them. */
  readonly settled: number;
  /** Those of the wave that are still to begin. */
  readonly isUnderWay: boolean;
  /** When the next wave may begin; null when nobody waits. */
  readonly nextWaveAt: Instant | null;
};

export interface CampaignActivities {
  /**
   * Makes the next wave when one is due, and begins the next appeals of the wave that is under way: each once, whatever a crash
   * cuts off. Those that give no answer come again, until the caller gives them up.
   */
  beginAppeals(campaignId: CampaignId, wish: { readonly givesUp: boolean }): Promise<AppealsPage>;
  /**
   * Holds every round of a campaign that is due, and starts its batches. Says how long, in wall-clock milliseconds, until a round
   * that is due in a moment; null when none is.
   */
  holdRounds(campaignId: CampaignId): Promise<{ readonly nextInMs: number | null }>;
  /** Makes the campaign's Schedule what its stream says, and has a round looked at when one is due already. */
  syncSchedule(campaignId: CampaignId): Promise<void>;
}

export interface ImportActivities {
  /** Puts the next rows of an import into the log, each once, and records what became of them. `settled` of them need no further try. */
  applyImportPage(importId: string): Promise<{ readonly isFinished: boolean; readonly settled: number }>;
}

export type DigestPlan = {
  readonly clock: Clock;
  readonly sendAt: Instant | null;
  /** Whether news could bring the digest forward, so that a wake is worth planning anew. Missing in older histories. */
  readonly mayComeForward?: boolean;
  /** Who has got something from this queue that still waits: they must be told. Missing in older histories. */
  readonly handedOver?: readonly Handover[];
};
/** `at` tells a new handover from one that is known. */
export type Handover = { readonly to: ContactId; readonly at: Instant };
export type DigestOutcome = {
  readonly outcome: 'nothing-to-send' | 'accepted' | 'refused' | 'uncertain' | 'too-early';
  readonly digestId?: string;
};
export type Bounce = { readonly digestId: string; readonly status: string; readonly isPermanent: boolean };
/** A person's word on a digest that was left uncertain. */
export type Resolution = {
  readonly digestId: string;
  readonly wasDelivered: boolean;
  /** Who said so; signals in older histories do not name anybody. */
  readonly resolvedBy?: string;
};
export type RoleMove = {
  readonly recommendationId: RecommendationId;
  readonly role: Role;
  readonly because: UnreachableReason;
  readonly movedTo: ContactId | null;
  /** Idempotency key of the move. */
  readonly commandId: string;
};

export interface CorrespondenceActivities {
  /**
   * When this contact's next digest may go, or their leave begins; null when nothing is queued. Also settles what a crash
   * left *sending*, and hands over what is for somebody else while they are away.
   */
  planDigest(contactId: ContactId): Promise<DigestPlan>;
  /** Composes afresh, records, sends and records again. Throws (to be retried) while the mail server is away. */
  deliverDigest(contactId: ContactId): Promise<DigestOutcome>;
  /** Puts the bounce on record and marks the contact unreachable when it is permanent. Idempotent by digest and status. */
  recordBounce(contactId: ContactId, bounce: Bounce): Promise<void>;
  /** Puts on record what a person found out; what was not delivered is queued again. Idempotent by digest. */
  resolveDigest(contactId: ContactId, resolution: Resolution): Promise<void>;
  /** Which roles of which open follow-ups an unreachable contact held, and who takes each. */
  findRoleMoves(contactId: ContactId, because: UnreachableReason, causeId: string): Promise<readonly RoleMove[]>;
  /** Sends `recordContactUnreachable` to the follow-up. A refusal by the follow-up (it was closed meanwhile) is no error. */
  moveRole(contactId: ContactId, move: RoleMove): Promise<void>;
}
