import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import type { Bounce, Resolution } from '../activities/contract.ts';
import { rejections, type Rejection } from '../domain/follow-up/commands.ts';
import {
  batchWorkflowId,
  campaignStreamId,
  correspondenceId,
  followUpId,
  importWorkflowId,
  type CampaignId,
  type ContactId,
  type RecommendationId,
} from '../domain/ids.ts';
import {
  campaignChanged,
  getState,
  reportBounce,
  resolveDigest,
  updates,
  wake,
  type BatchInput,
  type ImportInput,
  type Submitted,
  type WaitingFor,
} from '../workflows/messages.ts';
import { workflowTypes } from '../workflows/names.ts';
import { Problem } from './problems.ts';
import { unstorableText } from './storable.ts';

export type Submission =
  | { readonly isAccepted: true; readonly version: number }
  | { readonly isAccepted: false; readonly rejected: Rejection };

/** The one way from here to Temporal: commands as Updates, questions as Queries, news as Signals. */
export type Gateway = {
  /** Starts the follow-up's workflow if it has none, and answers once the command's events are durable. */
  readonly submit: (recommendationId: RecommendationId, submitted: Submitted) => Promise<Submission>;
  /** What the running process says of itself; undefined when none runs or none answers. */
  readonly waitingFor: (recommendationId: RecommendationId) => Promise<WaitingFor | undefined>;
  /** Has a contact's correspondence look again at when its next digest may go. */
  readonly wake: (contactId: ContactId) => Promise<void>;
  /** Starts the batch's workflow unless it runs already. */
  readonly startBatch: (batchId: string) => Promise<void>;
  /** Has a campaign look at what is to begin, whether its workflow runs or must be started. */
  readonly wakeCampaign: (campaignId: CampaignId) => Promise<void>;
  /** Starts the import's workflow unless it runs already. */
  readonly startImport: (importId: string) => Promise<void>;
  readonly reportBounce: (contactId: ContactId, bounce: Bounce) => Promise<void>;
  readonly resolveDigest: (contactId: ContactId, resolution: Resolution) => Promise<void>;
};

export type GatewayDeps = {
  readonly client: Client;
  readonly taskQueue: string;
  /** How long a caller waits before being told to come back. */
  readonly deadlineMs?: number;
};

const questionDeadlineMs = 2_000;

export function createGateway({ client, taskQueue, deadlineMs = 10_000 }: GatewayDeps): Gateway {
  const within = <T>(ms: number, work: () => Promise<T>): Promise<T> => answeredWithin(client, ms, work);
  const signalled = (contactId: ContactId, signal: string, signalArgs: unknown[]): Promise<void> =>
    within(deadlineMs, async () => {
      const workflowId = correspondenceId(contactId);
      const options = { workflowId, taskQueue, args: [{ contactId }], signal, signalArgs };
      await client.workflow.signalWithStart(workflowTypes.correspondWithContact, options);
    });
  const start = async (type: 'runBatch' | 'runImport', workflowId: string, input: BatchInput | ImportInput) => {
    const options = { workflowId, workflowIdConflictPolicy: 'USE_EXISTING', taskQueue, args: [input] } as const;
    await client.workflow.start(workflowTypes[type], options);
  };
  return {
    submit: (recommendationId, submitted) =>
      within(deadlineMs, () => submit(client, taskQueue, recommendationId, submitted)),
    waitingFor: (recommendationId) =>
      within(questionDeadlineMs, () => client.workflow.getHandle(followUpId(recommendationId)).query(getState)).catch(
        () => undefined,
      ),
    wake: (contactId) => signalled(contactId, wake.name, []),
    startBatch: (batchId) => within(deadlineMs, () => start('runBatch', batchWorkflowId(batchId), { batchId })),
    startImport: (importId) => within(deadlineMs, () => start('runImport', importWorkflowId(importId), { importId })),
    wakeCampaign: (campaignId) =>
      within(deadlineMs, async () => {
        const workflowId = campaignStreamId(campaignId);
        const options = { workflowId, taskQueue, args: [{ campaignId }], signal: campaignChanged.name, signalArgs: [] };
        await client.workflow.signalWithStart(workflowTypes.runCampaign, options);
      }),
    reportBounce: (contactId, bounce) => signalled(contactId, reportBounce.name, [bounce]),
    resolveDigest: (contactId, resolution) => signalled(contactId, resolveDigest.name, [resolution]),
  };
}

/** Whatever is asked of Temporal, as a problem when it does not answer in time. */
export const answeredWithin = <T>(client: Client, ms: number, work: () => Promise<T>): Promise<T> =>
  client.connection.withDeadline(Date.now() + ms, work).catch((error: unknown) => {
    throw isAway(error) ? new Problem('TemporalUnavailable', undefined, { retryAfterSeconds: 5 }) : error;
  });

/** A run that ends just as the command arrives lets go of it: the next try starts a run of its own. */
const triesWhileClosing = 3;

async function submit(
  client: Client,
  taskQueue: string,
  recommendationId: string,
  submitted: Submitted,
): Promise<Submission> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { version } = await client.workflow.executeUpdateWithStart(updates[submitted.command.type], {
        updateId: submitted.commandId,
        args: [submitted],
        startWorkflowOperation: new WithStartWorkflowOperation(workflowTypes.followUpRecommendation, {
          workflowId: followUpId(recommendationId),
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          taskQueue,
          args: [{ recommendationId }],
        }),
      });
      return { isAccepted: true, version };
    } catch (error) {
      const rejected = rejectionIn(error);
      if (rejected !== undefined) return { isAccepted: false, rejected };
      if (failureIn(error)?.type === 'UnstorableText') throw new Problem('InvalidField', unstorableText);
      if (tries >= triesWhileClosing || !isClosing(error)) throw error;
    }
  }
}

/** Why an update failed: said by its handler, or by an activity that the handler called. */
function failureIn(error: unknown): ApplicationFailure | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const cause = error.cause instanceof ActivityFailure ? error.cause.cause : error.cause;
  return cause instanceof ApplicationFailure ? cause : undefined;
}

const rejectionIn = (error: unknown): Rejection | undefined =>
  rejections.find((each) => each === failureIn(error)?.type);

const isClosing = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || failureIn(error)?.type === 'AcceptedUpdateCompletedWorkflow';

/** gRPC: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE, CANCELLED. */
const awayCodes = [1, 4, 8, 14];

function isAway(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  for (let each = error; each instanceof Error; each = each.cause)
    if (isGrpcServiceError(each) && awayCodes.includes(each.code)) return true;
  return error instanceof Error && /before the deadline|No connection established/.test(error.message);
}
