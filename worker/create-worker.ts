import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities, type ActivityDeps } from '../activities/index.ts';
import { dataConverterOf, sealFailures } from './encryption.ts';
import type { PayloadKey } from './payload-keys.ts';

export type WorkerDeps = ActivityDeps & {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: WorkflowBundleOption;
  /** What Temporal keeps is encrypted when there are any. */
  readonly payloadKeys?: readonly PayloadKey[];
};

/** A worker that follows up and corresponds; `run()` it, and `shutdown()` to let what is under way finish. */
export const createRelanceWorker = ({
  connection,
  namespace,
  workflowBundle,
  payloadKeys = [],
  ...deps
}: WorkerDeps): Promise<Worker> =>
  Worker.create({
    connection,
    namespace,
    taskQueue: deps.taskQueue,
    workflowBundle: payloadKeys.length > 0 ? sealFailures(workflowBundle) : workflowBundle,
    ...dataConverterOf(payloadKeys),
    activities: createActivities(deps),
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
