import { sql, type Kysely } from 'kysely';
import { fillPortfolio } from '../../bench/portfolio.ts';
import { countFacet } from '../../db/queries/facets.ts';
import { countRecommendations } from '../../db/queries/recommendations.ts';
import { countReadings } from '../../db/queries/today.ts';
import type { Schema } from '../../db/schema.ts';
import { facetNames } from '../../domain/facets.ts';
import { positions } from '../../domain/follow-up/events.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const now = '2026-11-25T09:00:00.000Z';
/** Matches every line, and so makes the database count them one by one. */
const everyPosition = { position: positions };

describeOnBothDatabases('figures that are summed up already', (database) => {
  beforeAll(() => fillPortfolio(database().kysely, 2_000, now), 60_000);

  const equal = async (): Promise<void> => {
    const db = database().kysely;
    const counted = await countRecommendations(db, everyPosition, now);
    expect(await countRecommendations(db, {}, now)).toEqual(counted);
    expect(await countReadings(db, now)).toEqual(counted.reading);
    for (const facet of facetNames) {
      if (facet === 'region') continue;
      const lines = async (filter: object) => [...(await countFacet(db, facet, filter, now))].sort(byValue);
      expect([facet, await lines({})]).toEqual([facet, await lines(everyPosition)]);
      const two = { state: ['SI', 'KE'] };
      expect([facet, await lines(two)]).toEqual([facet, await lines({ ...two, ...everyPosition })]);
    }
  };

  test('are what counting gives, of everything and of some States', equal, 60_000);

  test('follow each change in its own transaction, and none of what is rolled back', async () => {
    const db = database().kysely;
    await db.deleteFrom('follow_ups').where('recommendation_id', 'like', 'rec_%11').execute();
    await db
      .updateTable('follow_ups')
      .set({ rung: 2, status: 'open' })
      .where('recommendation_id', 'like', 'rec_%2')
      .execute();
    await db
      .updateTable('recommendations')
      .set({ themes: ['Torture, and ill-treatment'] })
      .where('id', 'like', 'rec_%3')
      .execute();
    await expect(
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('follow_ups').execute();
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    await equal();
  }, 60_000);

  test('are added up without a change to what is read, and counted anew where they were lost', async () => {
    const db = database().kysely;
    await sql`select add_up_line_counts()`.execute(db);
    expect(await changesLeft(db)).toBe('0');
    await equal();
    await sql`delete from line_counts where facet = 'theme'`.execute(db);
    await sql`select recount_lines()`.execute(db);
    await equal();
  }, 60_000);
});

const byValue = (a: { value: string }, b: { value: string }): number => (a.value < b.value ? -1 : 1);

async function changesLeft(db: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ count: string }>`select count(*) from line_count_changes`.execute(db);
  return rows[0]?.count;
}
