import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { buildWorkflowBundle } from '../../worker/build-bundle.ts';
import { oncePerRun } from './once-per-run.ts';

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflow code as every worker runs it, bundled once for the whole run. */
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> => (bundle ??= read());

async function read(): Promise<WorkflowBundleWithSourceMap> {
  const bytes = await oncePerRun('workflow-bundle.json', async () =>
    Buffer.from(JSON.stringify(await buildWorkflowBundle())),
  );
  return JSON.parse(Buffer.from(bytes).toString());
}
