import type { Database } from '../../db/database.ts';
import { readConfig, type Config } from '../config.ts';
import { withSecretsFromFiles } from '../secret-files.ts';
import { openConfiguredDatabase } from '../parts.ts';

/** A command on the database: opens it, works, closes it; a fault is one line and exit code 1, never a stack. */
export async function runCommand(work: (database: Database, config: Config) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(withSecretsFromFiles(process.env));
    const database = await openConfiguredDatabase(config);
    try {
      await work(database, config);
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
