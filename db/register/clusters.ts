import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

export type ClusterRow = Selectable<Schema['clusters']>;
export type ClusterRefusal = 'UnknownCluster' | 'UnknownRecommendation' | 'OtherState' | 'AlreadyInCluster';
export type ClusterResult =
  | { readonly cluster: ClusterRow }
  | { readonly refused: ClusterRefusal; readonly ids: readonly string[] }
  | { readonly refused: 'ChangedMeanwhile'; readonly ids: readonly string[] };

type NewCluster = Omit<ClusterRow, 'version'> & { readonly recommendationIds: readonly string[] };

/** Creates a cluster with its members, once: a repeat with the same id changes nothing and gives what is there. */
export const createCluster = (db: Kysely<Schema>, { recommendationIds, ...row }: NewCluster): Promise<ClusterResult> =>
  db.transaction().execute(async (trx) => {
    const known = await findCluster(trx, row.id);
    if (known !== undefined) return { cluster: known };
    const refused = await whyNot(trx, row, recommendationIds);
    if (refused !== undefined) return refused;
    await trx
      .insertInto('clusters')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await addMembers(trx, row.id, recommendationIds, row.created_at);
    const cluster = await trx.selectFrom('clusters').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
    return { cluster };
  });

export const findCluster = (db: Kysely<Schema>, id: string): Promise<ClusterRow | undefined> =>
  db.selectFrom('clusters').selectAll().where('id', '=', id).executeTakeFirst();

type Change = {
  readonly clusterId: string;
  /** The version that the caller has read; undefined matches none. */
  readonly version: number | undefined;
  readonly recommendationIds: readonly string[];
};

/** Adds to a cluster. What is in it already is there: then nothing changes, whatever version was read. */
export const addToCluster = (
  db: Kysely<Schema>,
  { clusterId, version, recommendationIds, at }: Change & { readonly at: Instant },
): Promise<ClusterResult> =>
  db.transaction().execute(async (trx) => {
    const cluster = await lockCluster(trx, clusterId);
    if (cluster === undefined) return { refused: 'UnknownCluster', ids: [clusterId] };
    const members = await memberIdsOf(trx, clusterId);
    const added = recommendationIds.filter((id) => !members.includes(id));
    if (added.length === 0) return { cluster };
    if (cluster.version !== version) return { refused: 'ChangedMeanwhile', ids: [clusterId] };
    const refused = await whyNot(trx, cluster, added);
    if (refused !== undefined) return refused;
    await addMembers(trx, clusterId, added, at);
    return { cluster: await nextVersion(trx, clusterId) };
  });

/** Takes one out of a cluster. What is not in it is out: then nothing changes. */
export const removeFromCluster = (
  db: Kysely<Schema>,
  { clusterId, version, recommendationIds }: Change,
): Promise<ClusterResult> =>
  db.transaction().execute(async (trx) => {
    const cluster = await lockCluster(trx, clusterId);
    if (cluster === undefined) return { refused: 'UnknownCluster', ids: [clusterId] };
    const members = await memberIdsOf(trx, clusterId);
    const removed = recommendationIds.filter((id) => members.includes(id));
    if (removed.length === 0) return { cluster };
    if (cluster.version !== version) return { refused: 'ChangedMeanwhile', ids: [clusterId] };
    await trx.deleteFrom('cluster_members').where('recommendation_id', 'in', removed).execute();
    return { cluster: await nextVersion(trx, clusterId) };
  });

const lockCluster = (trx: Transaction<Schema>, id: string): Promise<ClusterRow | undefined> =>
  trx.selectFrom('clusters').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

const nextVersion = (trx: Transaction<Schema>, id: string): Promise<ClusterRow> =>
  trx
    .updateTable('clusters')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Whoever is in already is in this cluster: the other ones were refused. */
const addMembers = async (trx: Transaction<Schema>, clusterId: string, ids: readonly string[], at: Instant) => {
  if (ids.length === 0) return;
  const rows = ids.map((id) => ({ recommendation_id: id, cluster_id: clusterId, added_at: at }));
  await trx
    .insertInto('cluster_members')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Why these cannot join. Their rows are locked in one order, so that two clusters cannot take one recommendation at once. */
async function whyNot(
  trx: Transaction<Schema>,
  { id: clusterId, state_code }: Pick<ClusterRow, 'id' | 'state_code'>,
  ids: readonly string[],
): Promise<Extract<ClusterResult, { refused: string }> | undefined> {
  if (ids.length === 0) return undefined;
  const found = await trx
    .selectFrom('recommendations')
    .select(['id', 'state_code'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const unknown = ids.filter((id) => !found.some((row) => row.id === id));
  if (unknown.length > 0) return { refused: 'UnknownRecommendation', ids: unknown };
  const others = found.filter((row) => row.state_code !== state_code).map(({ id }) => id);
  if (others.length > 0) return { refused: 'OtherState', ids: others };
  const taken = await trx
    .selectFrom('cluster_members')
    .select('recommendation_id')
    .where('recommendation_id', 'in', [...ids])
    .where('cluster_id', '<>', clusterId)
    .execute();
  if (taken.length === 0) return undefined;
  return { refused: 'AlreadyInCluster', ids: taken.map(({ recommendation_id }) => recommendation_id) };
}

export async function memberIdsOf(db: Kysely<Schema>, clusterId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cluster_members')
    .select('recommendation_id')
    .where('cluster_id', '=', clusterId)
    .orderBy('recommendation_id')
    .execute();
  return rows.map(({ recommendation_id }) => recommendation_id);
}
