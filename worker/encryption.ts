import type { DataConverter } from '@temporalio/common';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createPayloadCodec } from './payload-codec.ts';
import type { PayloadKey } from './payload-keys.ts';

const failureConverterPath = fileURLToPath(new URL('./sealed-failures.cjs', import.meta.url));

/** How clients and workers write what Temporal keeps: encrypted when there are keys, the words of failures too. */
export function dataConverterOf([newest, ...older]: readonly PayloadKey[]): { readonly dataConverter?: DataConverter } {
  if (newest === undefined) return {};
  return { dataConverter: { payloadCodecs: [createPayloadCodec([newest, ...older])], failureConverterPath } };
}

const [inClear, sealed] = ['relance-failures:in-clear', 'relance-failures:sealed'];

/** The same workflow code for a worker with keys: the words of its failures go where the codec encrypts them. */
export function sealFailures(bundle: WorkflowBundleOption): WorkflowBundleOption {
  if (!('code' in bundle)) throw new Error('Only a bundle in memory can be made to encrypt failures');
  if (!bundle.code.includes(inClear)) throw new Error('The bundle is not one of ours: failures would be in clear');
  return { ...bundle, code: bundle.code.replaceAll(inClear, sealed) };
}
