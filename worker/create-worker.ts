import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities, type ActivityDeps } from '../activities/index.ts';

export type WorkerDeps = ActivityDeps & {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: WorkflowBundleOption;
};

/** A worker that follows up and corresponds; `run()` it, and `shutdown()` to let what is under way finish. */
export const createRelanceWorker = ({ connection, namespace, workflowBundle, ...deps }: WorkerDeps): Promise<Worker> =>
  Worker.create({
    connection,
    namespace,
    taskQueue: deps.taskQueue,
    workflowBundle,
    activities: createActivities(deps),
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
