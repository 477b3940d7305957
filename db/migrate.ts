import { Migrator, type Kysely } from 'kysely';
import { shippedPlaybooks } from '../domain/playbooks/shipped/all.ts';
import { migrations } from './migrations/all.ts';
import { storeShippedPlaybooks } from './register/playbooks.ts';
import type { Schema } from './schema.ts';

/** Brings a database up to this version and stores the shipped playbooks; returns the names of what was applied. */
export async function migrateToLatest(db: Kysely<Schema>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error(`The database could not be migrated: ${describe(error)}`, { cause: error });
  await storeShippedPlaybooks(db, shippedPlaybooks);
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** Migrations that this version knows and the database has not seen. */
export async function pendingMigrations(db: Kysely<Schema>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  return (await migrator.getMigrations()).filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
