import { ensureRetentionSchedule } from '../../activities/retention-schedule.ts';
import { readClock } from '../../db/installation.ts';
import { readConfig } from '../config.ts';
import { withSecretsFromFiles } from '../secret-files.ts';
import { namedError, required } from '../parts.ts';
import { recover } from '../recover.ts';
import { ensureSearchAttributes } from '../search-attributes.ts';
import { openClient } from '../temporal-connection.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }) => {
  const { temporal } = readConfig(withSecretsFromFiles(process.env));
  const address = required(temporal.address, 'TEMPORAL_ADDRESS');
  const link = await openClient({ ...temporal, address });
  try {
    // A new cluster knows nothing of us: without these no workflow could complete its first task.
    await ensureSearchAttributes(link.connection, temporal.namespace).catch((error: Error) => {
      throw namedError('TEMPORAL_ADDRESS', `Temporal does not answer at ${address}`, error);
    });
    const done = await recover(
      { db: kysely, client: link.client, taskQueue: temporal.taskQueue },
      ({ open, started }) => console.log(`${open} open follow-ups seen, ${started} started …`),
    );
    const clock = await readClock(kysely);
    if (clock !== undefined)
      await ensureRetentionSchedule({ client: link.client, clock, taskQueue: temporal.taskQueue });
    console.log(
      `${done.open} open follow-ups: ${done.started} had no workflow and were started; ${done.correspondences} correspondences woken, ${done.batches} batches, ${done.imports} imports and ${done.campaigns} campaigns started`,
    );
  } finally {
    await link.close();
  }
});
