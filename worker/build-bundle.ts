import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
const failureConverterPath = fileURLToPath(new URL('../workflows/failure-converter.ts', import.meta.url));

/** The workflow code as every worker and every replay test runs it. */
export const buildWorkflowBundle = (workflowsPath = ours): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('WARN') });
