import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { oncePerRun } from './once-per-run.ts';

/** A migrated PostgreSQL database of its own, dropped when it is closed. */
export async function openPostgresDatabase(): Promise<Database & { readonly url: string }> {
  const name = `relance_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.RELANCE_TEST_DATABASE_URL ?? '';
  await onServer(server, `create database ${name} template ${await migratedTemplate(server)}`);
  const url = urlOf(server, name);
  const database = await openDatabase({ url });
  const close = async (): Promise<void> => {
    await database.close();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { ...database, url, close };
}

const urlOf = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).toString();

/** The name of a database that was migrated once for the whole run: a copy of it is there at once. */
async function migratedTemplate(server: string): Promise<string> {
  const name = process.env.RELANCE_TEST_TEMPLATE ?? '';
  const lock = new pg.Client({ connectionString: server });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [name]);
    const there = await lock.query('select from pg_database where datname = $1', [name]);
    if (there.rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await lock.query(`create database ${draft}`);
    const database = await openDatabase({ url: urlOf(server, draft) });
    await migrateToLatest(database.kysely);
    await database.close();
    await lock.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await lock.end();
  }
}

/** On a server that outlives the run, the template goes with it. */
export const dropTemplate = (): Promise<void> =>
  onServer(
    process.env.RELANCE_TEST_DATABASE_URL ?? '',
    `drop database if exists ${process.env.RELANCE_TEST_TEMPLATE ?? ''} with (force)`,
  );

/** A PostgreSQL database with nothing in it, and a user who may create tables there, but no extensions. */
export async function openEmptyPostgres() {
  const name = `relance_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.RELANCE_TEST_DATABASE_URL ?? '';
  await onServer(server, `create database ${name}`);
  await onServer(server, `create role ${name} login password 'restricted'`);
  const url = urlOf(server, name);
  await onServer(url, `grant create, usage on schema public to ${name}`);
  const restricted = Object.assign(new URL(url), { username: name, password: 'restricted' });
  return {
    restrictedUrl: restricted.toString(),
    asAdministrator: (statement: string) => onServer(url, statement),
    close: async (): Promise<void> => {
      await onServer(server, `drop database ${name} with (force)`);
      await onServer(server, `drop role ${name}`);
    },
  };
}

let snapshot: Promise<Uint8Array> | undefined;

/** A migrated PGlite in memory: a copy of one that was migrated once for the whole run, which is much faster. */
export async function openPGliteDatabase(): Promise<Database> {
  snapshot ??= oncePerRun('pglite.tar', migratedPGlite);
  return openDatabase({ memory: true, snapshot: await snapshot });
}

async function migratedPGlite(): Promise<Uint8Array> {
  const database = await openDatabase({ memory: true });
  try {
    await migrateToLatest(database.kysely);
    return (await database.dump?.()) ?? new Uint8Array();
  } finally {
    await database.close();
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same suite on both databases: each hides faults that the other shows. */
export function describeOnBothDatabases(name: string, suite: (database: () => Database) => void): void {
  describe.each([
    ['PGlite', openPGliteDatabase],
    ['PostgreSQL', openPostgresDatabase],
  ] as const)(`${name} on %s`, (_, open) => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    }, 60_000);
    afterAll(() => database.close());
    suite(() => database);
  });
}
