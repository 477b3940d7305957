import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { openPostgresDatabase } from '../support/databases.ts';

let database: Database;
beforeAll(async () => {
  database = await openPostgresDatabase();
}, 60_000);
afterAll(() => database.close());

test('a connection that is lost within a transaction fails that transaction, and neither the process nor the next one', async () => {
  const { kysely } = database;
  const lost = kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(kysely);
    await new Promise((resolve) => setTimeout(resolve, 300)); // The news comes while nothing is asked.
    await sql`select 1`.execute(trx);
  });
  await expect(lost).rejects.toThrow();
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(kysely);
  expect(rows[0]?.one).toBe(1);
});
