import { sql } from 'kysely';
import { findSimilarCandidates } from '../../db/queries/similar.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { openDatabase } from '../../db/database.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerSource } from '../../db/register/sources.ts';
import { findSimilar } from '../../domain/repeats/chain.ts';
import { searchTextOf } from '../../domain/repeats/search-text.ts';
import { sharedTrigrams, trigramsOf } from '../../domain/repeats/trigrams.ts';
import { describeOnBothDatabases, openEmptyPostgres } from '../support/databases.ts';

const createdAt = '2026-01-05T10:00:00.000Z';

describeOnBothDatabases('candidates', (database) => {
  const add = async (id: string, text: string, stateCode = 'SI', sourceId = 'src_1') =>
    registerRecommendation(database().kysely, {
      id,
      source_id: sourceId,
      paragraph: null,
      state_code: stateCode,
      text,
      playbook_key: 'general',
      position: 'noted',
      target_on: null,
      themes: [],
      affected_groups: [],
      sdgs: [],
      created_at: createdAt,
    });
  const candidates = (text: string, stateCode = 'SI') =>
    findSimilarCandidates(database().kysely, { stateCode, text, searchText: searchTextOf(text) });

  beforeAll(async () => {
    for (const [id, starts_on] of [
      ['src_1', '2014-11-04'],
      ['src_2', null],
    ] as const)
      await registerSource(database().kysely, {
        id,
        kind: 'upr-review',
        state_code: 'SI',
        title: 'A review',
        starts_on,
        ends_on: null,
        mandate_holder: null,
        report_symbol: 'A/HRC/1/1',
        url: null,
        created_at: createdAt,
      });
    await add('rec_full', 'Ratify the Optional Protocol to the Convention against Torture (Denmark);');
    await add('rec_other', 'Build more schools in the countryside');
    await add('rec_kenya', 'Ratify the Optional Protocol to the Convention against Torture', 'KE');
    for (let n = 0; n < 80; n += 1) await add(`rec_many_${n}`, `Improve prison number ${n} without delay`, 'FR');
  });

  test('an acronym finds the full name, in its own State alone, with source, date and position', async () => {
    const found = await candidates('Accede to OPCAT');
    expect(found).toEqual([
      expect.objectContaining({
        id: 'rec_full',
        sourceTitle: 'A review',
        reportSymbol: 'A/HRC/1/1',
        askedOn: '2014-11-04',
        position: 'noted',
        status: 'not-started',
        clusterId: null,
      }),
    ]);
    const looked = { text: 'Accede to OPCAT', sourceId: null, askedOn: null };
    expect(findSimilar(looked, found)).toMatchObject([{ id: 'rec_full', likeness: 'same', year: 2014 }]);
  });

  test('itself is never among them, and they are never too many', async () => {
    const text = 'Improve prison number 7 without delay';
    const query = { stateCode: 'FR', text, searchText: searchTextOf(text) };
    const found = await findSimilarCandidates(database().kysely, { ...query, exceptId: 'rec_many_7' });
    expect(found).toHaveLength(60);
    expect(found.map(({ id }) => id)).not.toContain('rec_many_7');
  });

  test('a text of nothing but signs finds nothing and breaks nothing', async () => {
    for (const text of ['…', "'); drop table recommendations; --", '\\', '🙂']) await candidates(text);
    expect(await candidates('…')).toEqual([]);
  });

  test('the domain counts trigrams as the database does', async () => {
    for (const [a, b] of [
      ['ratify optional protocol', 'ratifying the optional protocol against torture'],
      ['word', 'two words'],
      ['', 'something'],
    ] as const) {
      const { rows } = await sql<{ score: number }>`select similarity(${a}, ${b}) as score`.execute(database().kysely);
      expect(sharedTrigrams(trigramsOf(a), trigramsOf(b))).toBeCloseTo(rows[0]?.score ?? -1, 5);
    }
  });

  test('candidates are fetched by the index of State and word', async () => {
    const { kysely } = database();
    const plan = await kysely.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx); // So few rows would be read one by one.
      return sql<Record<string, string>>`explain select id from recommendations
        where words && (select recommendation_words('SI', 'Ratify the Convention'))`.execute(trx);
    });
    expect(JSON.stringify(plan.rows)).toContain('recommendations_by_state_and_word');
  });
});

describe('a user who may not create the extension', () => {
  test('is told what to ask for, nothing is left behind, and it goes on once that was done', async () => {
    const empty = await openEmptyPostgres();
    try {
      const restricted = await openDatabase({ url: empty.restrictedUrl });
      try {
        await expect(migrateToLatest(restricted.kysely)).rejects.toThrow(
          /pg_trgm is missing and this user may not create it\. Ask an administrator/,
        );
        const { rows } = await sql`select from pg_tables where tablename = 'recommendations'`.execute(
          restricted.kysely,
        );
        expect(rows).toHaveLength(0);
        await empty.asAdministrator('create extension pg_trgm');
        expect(await migrateToLatest(restricted.kysely)).toContain('0004-repeats-and-clusters');
      } finally {
        await restricted.close();
      }
    } finally {
      await empty.close();
    }
  });
});
