import type { RecommendationId } from '../domain/ids.ts';
import type { Submitted } from '../workflows/messages.ts';

/** What became of a command; a refusal is a value. */
export type Submission = { readonly isAccepted: true } | { readonly isAccepted: false; readonly rejected: string };

/** Starts the workflow of a batch unless it runs already. */
export type BatchStarter = { readonly startBatch: (batchId: string) => Promise<void> };

/** How a command reaches a follow-up, whether its workflow runs or must be started. Rejects while Temporal is away. */
export type FollowUpCommands = {
  readonly submit: (recommendationId: RecommendationId, submitted: Submitted) => Promise<Submission>;
};
