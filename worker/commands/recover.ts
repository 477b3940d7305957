import { readConfig } from '../config.ts';
import { required } from '../parts.ts';
import { recover } from '../recover.ts';
import { openClient } from '../temporal-connection.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }) => {
  const { temporal } = readConfig(process.env);
  const address = required(temporal.address, 'TEMPORAL_ADDRESS');
  const link = await openClient({ ...temporal, address });
  try {
    const done = await recover(
      { db: kysely, client: link.client, taskQueue: temporal.taskQueue },
      ({ open, started }) => console.log(`${open} open follow-ups seen, ${started} started …`),
    );
    console.log(
      `${done.open} open follow-ups: ${done.started} had no workflow and were started; ${done.correspondences} correspondences woken`,
    );
  } finally {
    await link.close();
  }
});
