import type { Kysely } from 'kysely';
import type { Unclustered } from '../../domain/repeats/suggest-clusters.ts';
import type { ClusterRow } from '../register/clusters.ts';
import type { Schema } from '../schema.ts';

export type ClusterFilter = { readonly stateCode?: string };

/** Pages by id, which grows with the time of creating. */
export async function listClusters(
  db: Kysely<Schema>,
  { stateCode }: ClusterFilter,
  { afterId, limit }: { readonly afterId?: string; readonly limit: number },
): Promise<readonly (ClusterRow & { readonly recommendation_ids: readonly string[] })[]> {
  let query = db.selectFrom('clusters').selectAll().orderBy('id').limit(limit);
  if (stateCode !== undefined) query = query.where('state_code', '=', stateCode);
  if (afterId !== undefined) query = query.where('id', '>', afterId);
  const rows = await query.execute();
  const members = await membersOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, recommendation_ids: members.get(row.id) ?? [] }));
}

async function membersOf(
  db: Kysely<Schema>,
  clusterIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('cluster_members')
    .select(['cluster_id', 'recommendation_id'])
    .where('cluster_id', 'in', [...clusterIds])
    .orderBy('recommendation_id')
    .execute();
  const ids = (clusterId: string): readonly string[] =>
    rows.filter((row) => row.cluster_id === clusterId).map(({ recommendation_id }) => recommendation_id);
  return new Map(clusterIds.map((id) => [id, ids(id)]));
}

/** The newest recommendations of a State that are neither closed nor in a cluster. */
export const listUnclustered = (db: Kysely<Schema>, stateCode: string, limit: number): Promise<Unclustered[]> =>
  db
    .selectFrom('recommendations as r')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .leftJoin('cluster_members as m', 'm.recommendation_id', 'r.id')
    .select(['r.id', 'r.text', 'r.themes'])
    .where('r.state_code', '=', stateCode)
    .where('m.cluster_id', 'is', null)
    .where((where) => where.or([where('f.status', 'is', null), where('f.status', '<>', 'closed')]))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
