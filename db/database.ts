import { CompiledQuery, Kysely, PostgresDialect, type LogConfig } from 'kysely';
import pg from 'pg';
import { openDataFolder } from './data-folder.ts';
import { startPGlite, type PGliteStorage } from './pglite-client.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import type { Schema } from './schema.ts';

export type Database = {
  readonly kysely: Kysely<Schema>;
  readonly kind: 'postgres' | 'pglite';
  readonly close: () => Promise<void>;
  /** The embedded database as a tar to open copies from; PostgreSQL has its own tools. */
  readonly dump?: () => Promise<Uint8Array>;
};

export type DatabaseSource =
  | { readonly url: string; readonly maxConnections?: number; readonly log?: LogConfig }
  | { readonly folder: string }
  | { readonly memory: true; readonly snapshot?: Uint8Array };

const lockTimeoutMs = 30_000;
const maintenanceEveryMs = 10 * 60_000;

/** Opens PostgreSQL by its URL, or PGlite in a folder or in memory. */
export async function openDatabase(source: DatabaseSource): Promise<Database> {
  if ('url' in source) return openPostgres(source);
  if ('folder' in source) return openFolder(source.folder);
  return openPGlite(source.snapshot ? { snapshot: source.snapshot } : {});
}

const asText = (value: string): string => value;
const isoInstant = (value: string): string => new Date(value).toISOString();
/** Types that the two drivers would read differently are read as text: int8, numeric, date, timestamptz. */
const parsers: Readonly<Record<number, (value: string) => string>> = {
  20: asText,
  1700: asText,
  1082: asText,
  1184: isoInstant,
};

function openPostgres({ url, maxConnections: max = 10, log }: Extract<DatabaseSource, { url: string }>): Database {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      parsers[oid] ?? pg.types.getTypeParser(oid as never, format as never),
  };
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5_000, types: types as never });
  pool.on('error', () => {}); // An idle connection was lost; the next query opens another.
  // One that is lost in the midst of a transaction fails its next query; left alone, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), ...(log === undefined ? {} : { log }) });
  return { kysely, kind: 'postgres', close: () => kysely.destroy() };
}

async function openFolder(folder: string): Promise<Database> {
  const held = await openDataFolder(folder);
  try {
    const database = await openPGlite({ folder: held.path }, true);
    const close = async (): Promise<void> => {
      try {
        await database.close();
      } finally {
        await held.release();
      }
    };
    return { ...database, close };
  } catch (error) {
    await held.release();
    throw error;
  }
}

async function openPGlite(storage: PGliteStorage, isMaintained = false): Promise<Database> {
  const client = await startPGlite(storage);
  const kysely = new Kysely<Schema>({ dialect: pgliteDialect({ client, lockTimeoutMs }) });
  const stop = isMaintained ? maintain(kysely) : () => {};
  const close = async (): Promise<void> => {
    stop();
    await kysely.destroy();
    await client.close(); // A database that was never asked anything has no driver yet that would do it.
  };
  return { kysely, kind: 'pglite', close, dump: client.dump };
}

/** PGlite has neither autovacuum nor automatic checkpoints: dead rows and the write-ahead log would grow for ever. */
function maintain(kysely: Kysely<Schema>): () => void {
  const run = async (): Promise<void> => {
    // Each alone: together they would count as one transaction, in which neither may run.
    for (const statement of ['vacuum (analyze)', 'checkpoint']) await kysely.executeQuery(CompiledQuery.raw(statement));
  };
  const timer = setInterval(() => void run().catch(() => undefined), maintenanceEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
