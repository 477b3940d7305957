/** The workflow bundle holds rules and waiting, and nothing that reaches out of the sandbox. */
import { buildWorkflowBundle } from '../worker/build-bundle.ts';

/** Temporal's own part is about 1.6 MB with its source map; ours is small. Growth beyond this needs a reason. */
const largestBytes = 2_200_000;
const forbidden = [
  /from "node:|require\("node:/,
  /node_modules\/(zod|pg|kysely|date-holidays|temporal-polyfill|nodemailer)\//,
];

/** What is wrong with a bundle; nothing when it is well. */
export function findBundleFaults(code: string): readonly string[] {
  const found = forbidden.filter((pattern) => pattern.test(code)).map((pattern) => `contains ${pattern.source}`);
  return code.length > largestBytes ? [...found, `has ${code.length} bytes, more than ${largestBytes}`] : found;
}

if (process.argv[1]?.endsWith('check-bundle.ts')) {
  const { code } = await buildWorkflowBundle();
  const faults = findBundleFaults(code);
  for (const fault of faults) console.error(`The workflow bundle ${fault}`);
  console.log(`Workflow bundle: ${code.length} bytes`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
