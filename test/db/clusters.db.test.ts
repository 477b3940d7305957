import { createCluster, memberIdsOf } from '../../db/register/clusters.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerSource } from '../../db/register/sources.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const createdAt = '2026-01-05T10:00:00.000Z';

describeOnBothDatabases('clusters', (database) => {
  beforeAll(async () => {
    const { kysely } = database();
    const source = {
      id: 'src_1',
      kind: 'mission',
      state_code: 'SI',
      title: 'A mission',
      created_at: createdAt,
    } as const;
    const none = { starts_on: null, ends_on: null, mandate_holder: null, report_symbol: null, url: null };
    await registerSource(kysely, { ...source, ...none });
    for (let n = 0; n < 8; n += 1)
      await registerRecommendation(kysely, {
        id: `rec_${n}`,
        source_id: 'src_1',
        paragraph: null,
        state_code: 'SI',
        text: `Do this ${n}`,
        playbook_key: 'general',
        position: 'supported',
        target_on: null,
        themes: [],
        affected_groups: [],
        sdgs: [],
        created_at: createdAt,
      });
  });
  const create = (id: string, recommendationIds: readonly string[]) =>
    createCluster(database().kysely, { id, state_code: 'SI', title: id, created_at: createdAt, recommendationIds });

  test('the same request five times at once makes one cluster', async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => create('clu_same', ['rec_0', 'rec_1'])));
    expect(results.every((result) => 'cluster' in result && result.cluster.version === 1)).toBe(true);
    expect(await memberIdsOf(database().kysely, 'clu_same')).toEqual(['rec_0', 'rec_1']);
  });

  test('clusters that overlap at the same moment never share a recommendation', async () => {
    const wishes = [
      ['rec_2', 'rec_3'],
      ['rec_3', 'rec_4'],
      ['rec_4', 'rec_2'],
      ['rec_5', 'rec_3'],
    ];
    const results = await Promise.all(wishes.map((ids, n) => create(`clu_${n}`, [...ids].reverse())));
    const made = results.flatMap((result) => ('cluster' in result ? [result.cluster.id] : []));
    const members = (await Promise.all(made.map((id) => memberIdsOf(database().kysely, id)))).flat();
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(members).size).toBe(members.length);
    expect(members).toHaveLength(made.length * 2); // Whole or not at all.
    const refused = results.flatMap((result) => ('refused' in result ? [result.refused] : []));
    expect(new Set(refused)).toEqual(new Set(['AlreadyInCluster']));
  });
});
