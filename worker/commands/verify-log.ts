import { verifyLog } from '../../db/verify-log.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }) => {
  const verdict = await verifyLog(kysely);
  if (verdict.isWhole) return console.log(`The log is whole: ${verdict.events} events in ${verdict.streams} streams`);
  console.error(`The log is broken at ${verdict.streamId}, version ${verdict.version}: ${verdict.reason}`);
  process.exitCode = 1;
});
