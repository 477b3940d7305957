import { sql } from 'kysely';
import {
  clearExpired,
  defaultRetention,
  listRetentionRuns,
  retentionRules,
  type Clearing,
} from '../../db/personal-data/retention.ts';
import { claimKey } from '../../db/idempotency.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const now = '2026-06-30T08:00:00.000Z';
const clearing = (id: string): Clearing => ({
  id,
  periods: defaultRetention,
  calendarNow: now,
  elsewhere: { mailbox: 3 },
});

describeOnBothDatabases('What has been kept for long enough', (database) => {
  const claimed = (key: string, at: string) => claimKey(database().kysely, { key, route: '/x', bodyHash: 'h', at });

  test('goes, what is younger stays, and how much went is on record', async () => {
    const db = database().kysely;
    await claimed('old', '2026-05-30T08:00:00.000Z');
    await claimed('young', '2026-05-31T09:00:00.000Z');
    expect((await clearExpired(db, clearing('run_1'))).counts).toMatchObject({ idempotency_keys: 1, mailbox: 3 });
    expect((await db.selectFrom('idempotency_keys').select('key').execute()).map(({ key }) => key)).toEqual(['young']);
    expect(await listRetentionRuns(db, 10)).toMatchObject([{ id: 'run_1', ran_at: now }]);
  });

  test('what is cleared is there, by its own name', async () => {
    const { rows } = await sql<{ place: string }>`select table_name || '.' || column_name as place
      from information_schema.columns where table_schema = current_schema() and data_type like 'timestamp%'`.execute(
      database().kysely,
    );
    const there = rows.map(({ place }) => place);
    for (const { table, column } of retentionRules) expect(there).toContain(`${table}.${column}`);
  });

  test('a second try of a run deletes nothing more and says the same', async () => {
    const db = database().kysely;
    await claimed('older', '2026-01-01T08:00:00.000Z');
    expect((await clearExpired(db, clearing('run_1'))).counts).toMatchObject({ idempotency_keys: 1 });
    expect((await clearExpired(db, clearing('run_2'))).counts).toMatchObject({ idempotency_keys: 1 });
    expect(await verifyLog(db)).toMatchObject({ isWhole: true });
  });
});
