import { migrateToLatest } from '../../db/migrate.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }) => {
  const applied = await migrateToLatest(kysely);
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is current');
});
