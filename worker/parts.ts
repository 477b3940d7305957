import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../db/database.ts';
import type { Config } from './config.ts';

/** The database that the configuration names: PostgreSQL by its URL, or the embedded one in the data folder. */
export const openConfiguredDatabase = ({ databaseUrl, dataDir }: Config): Promise<Database> =>
  databaseUrl === undefined ? openEmbedded(dataDir) : openPostgres(databaseUrl);

const openEmbedded = (dataDir: string): Promise<Database> =>
  openDatabase({ folder: join(dataDir, 'database') }).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === undefined ? error : namedError('RELANCE_DATA_DIR', 'the folder cannot be used', error);
  });

/** Asks it once, so that a wrong address is told by its name and at once. */
async function openPostgres(url: string): Promise<Database> {
  const database = await openDatabase({ url });
  try {
    await sql`select 1`.execute(database.kysely);
    return database;
  } catch (error) {
    await database.close();
    throw namedError('DATABASE_URL', 'the database does not answer', error as Error);
  }
}

/** A setting by its name, what is wrong with it, and what was met; a database's own words name no password. */
export const namedError = (setting: string, what: string, cause: Error): Error =>
  new Error(`${setting}: ${what} (${cause.message.split('\n')[0]})`, { cause });

/** What keeps the keys of answer links: what is set, or a secret that is made at the first start and kept for ourselves. */
export async function linkSecretsOf({
  linkSecret,
  linkSecretBefore,
  dataDir,
}: Config): Promise<readonly [string, ...string[]]> {
  const before = linkSecretBefore === undefined ? [] : [linkSecretBefore];
  return [linkSecret ?? (await ownSecret(dataDir)), ...before];
}

async function ownSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'link-secret');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const fresh = randomBytes(32).toString('base64url');
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

/** Production has no data folder to share between its processes: there a missing setting stops the start. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not set: separate processes need it (npm start does without)`);
  return value;
}
