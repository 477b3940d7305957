import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';

/** A migrated PostgreSQL database of its own, dropped when it is closed. */
export async function openPostgresDatabase(): Promise<Database & { readonly url: string }> {
  const name = `relance_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.RELANCE_TEST_DATABASE_URL ?? '';
  await onServer(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  const database = await openDatabase({ url });
  await migrateToLatest(database.kysely);
  const close = async (): Promise<void> => {
    await database.close();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { ...database, url, close };
}

/** A PostgreSQL database with nothing in it, and a user who may create tables there, but no extensions. */
export async function openEmptyPostgres() {
  const name = `relance_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.RELANCE_TEST_DATABASE_URL ?? '';
  await onServer(server, `create database ${name}`);
  await onServer(server, `create role ${name} login password 'restricted'`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` });
  await onServer(url.toString(), `grant create, usage on schema public to ${name}`);
  const restricted = Object.assign(new URL(url), { username: name, password: 'restricted' });
  return {
    restrictedUrl: restricted.toString(),
    asAdministrator: (statement: string) => onServer(url.toString(), statement),
    close: async (): Promise<void> => {
      await onServer(server, `drop database ${name} with (force)`);
      await onServer(server, `drop role ${name}`);
    },
  };
}

let snapshot: Uint8Array | undefined;

/** A migrated PGlite in memory; the second one of a file is a copy of the first, which is much faster than migrating. */
export async function openPGliteDatabase(): Promise<Database> {
  if (snapshot) return openDatabase({ memory: true, snapshot });
  const database = await openDatabase({ memory: true });
  await migrateToLatest(database.kysely);
  snapshot = await database.dump?.();
  return database;
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
