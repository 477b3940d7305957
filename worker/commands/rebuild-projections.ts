import { checksumProjections, derivedTables, rebuildProjections } from '../../db/projections/rebuild.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }) => {
  const before = await checksumProjections(kysely);
  const events = await rebuildProjections(kysely, (done) => console.log(`${done} events …`));
  const after = await checksumProjections(kysely);
  const changed = derivedTables.filter((table) => before[table] !== after[table]);
  console.log(
    `Rebuilt from ${events} events: ${changed.length === 0 ? 'equal to what was there' : `changed ${changed.join(', ')}`}`,
  );
});
