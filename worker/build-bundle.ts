import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** The workflow code as every worker and every replay test runs it. */
export const buildWorkflowBundle = (workflowsPath = ours): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
