import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Whether the words of failures go where the codec encrypts them. No setting reaches a workflow, and a bundle of its own for each
 * setting takes seconds: a worker that has keys writes `sealed` here before it loads the bundle (worker/encryption.ts).
 */
const wordsOfFailures: string = 'relance-failures:in-clear';

export const failureConverter = new DefaultFailureConverter({
  encodeCommonAttributes: wordsOfFailures.endsWith(':sealed'),
});
