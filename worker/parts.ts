import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase, type Database } from '../db/database.ts';
import type { Config } from './config.ts';

/** The database that the configuration names: PostgreSQL by its URL, or the embedded one in the data folder. */
export const openConfiguredDatabase = ({ databaseUrl, dataDir }: Config): Promise<Database> =>
  openDatabase(databaseUrl === undefined ? { folder: join(dataDir, 'database') } : { url: databaseUrl });

/** The secret behind answer links: the one that is set, or one that is made at the first start and kept for ourselves. */
export async function linkSecretOf({ linkSecret, dataDir }: Config): Promise<string> {
  if (linkSecret !== undefined) return linkSecret;
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
