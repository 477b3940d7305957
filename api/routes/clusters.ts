import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { listClusters, listUnclustered } from '../../db/queries/clusters.ts';
import {
  addToCluster,
  createCluster,
  findCluster,
  memberIdsOf,
  removeFromCluster,
  type ClusterResult,
  type ClusterRow,
} from '../../db/register/clusters.ts';
import { stateByCode } from '../../domain/reference/states.ts';
import { suggestClusters } from '../../domain/repeats/suggest-clusters.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import {
  clusterBody,
  clusterMembersBody,
  clusterQuery,
  clusterSchema,
  suggestionsSchema,
} from '../schemas/clusters.ts';
import { idempotencyHeaders, idParams, idSchema, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const tags = ['Clusters'];
/** Every pair is compared, so the number is bounded: a State's open recommendations are rarely more. */
const mostCompared = 500;

export function clusterRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const ok = { 200: clusterSchema, ...problemResponses };
  const ifMatch = z.object({ 'if-match': z.string().max(50).optional() });

  const create = { tags, summary: 'Recommendations of one State that are asked and answered together' };
  app.post(
    '/clusters',
    {
      schema: {
        ...create,
        headers: idempotencyHeaders,
        body: clusterBody,
        response: { 201: clusterSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { stateCode, title, recommendationIds } = request.body;
      const row = { id: idFor('clu', request), state_code: stateCode, title, created_at: nowOf(deps) };
      return answer(deps, reply.status(201), await createCluster(db, { ...row, recommendationIds }));
    },
  );

  const page = { 200: z.array(clusterSchema), ...problemResponses };
  app.get('/clusters', { schema: { tags, querystring: clusterQuery, response: page } }, async ({ query }) => {
    const rows = await listClusters(db, given({ stateCode: query.state }), {
      limit: query.limit,
      ...given({ afterId: query.afterId }),
    });
    return rows.map((row) => ({ ...camel(row), recommendationIds: [...row.recommendation_ids] }));
  });

  app.get('/clusters/:id', { schema: { tags, params: idParams, response: ok } }, async ({ params: { id } }, reply) => {
    const cluster = await findCluster(db, id);
    return answer(deps, reply, cluster ? { cluster } : { refused: 'UnknownCluster', ids: [id] });
  });

  app.post(
    '/clusters/:id/members',
    {
      schema: {
        tags,
        params: idParams,
        headers: idempotencyHeaders.extend(ifMatch.shape),
        body: clusterMembersBody,
        response: ok,
      },
    },
    async ({ params: { id }, headers, body }, reply) => {
      const change = { clusterId: id, version: versionIn(headers['if-match']), at: nowOf(deps) };
      return answer(deps, reply, await addToCluster(db, { ...change, ...body }));
    },
  );

  const memberParams = idParams.extend({ recommendationId: idSchema });
  app.delete(
    '/clusters/:id/members/:recommendationId',
    { schema: { tags, params: memberParams, headers: ifMatch, response: ok } },
    async ({ params: { id, recommendationId }, headers }, reply) => {
      const change = { clusterId: id, version: versionIn(headers['if-match']) };
      return answer(deps, reply, await removeFromCluster(db, { ...change, recommendationIds: [recommendationId] }));
    },
  );

  const params = z.object({ code: z.string().max(2) });
  const suggest = { tags, summary: 'What could be asked and answered together, by its words and themes' };
  app.get(
    '/states/:code/cluster-suggestions',
    { schema: { ...suggest, params, response: { 200: suggestionsSchema, ...problemResponses } } },
    async ({ params: { code } }) => {
      if (stateByCode(code) === undefined) throw new Problem('UnknownState');
      const compared = await listUnclustered(db, code, mostCompared);
      const items = suggestClusters(compared).map((suggestion) => ({
        ...suggestion,
        themes: [...suggestion.themes],
        recommendationIds: [...suggestion.recommendationIds],
      }));
      return { considered: compared.length, items };
    },
  );
}

/** The version in an `If-Match`; undefined for one that is not ours, which then matches nothing. */
function versionIn(header: string | undefined): number | undefined {
  if (header === undefined) throw new Problem('PreconditionRequired');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? undefined : Number(version);
}

async function answer(deps: AppDeps, reply: FastifyReply, result: ClusterResult) {
  if ('refused' in result) throw refusal(result);
  void reply.header('etag', `"${result.cluster.version}"`);
  return viewOf(deps, result.cluster);
}

const viewOf = async ({ db }: AppDeps, cluster: ClusterRow) => ({
  ...camel(cluster),
  recommendationIds: [...(await memberIdsOf(db, cluster.id))],
});

function refusal({ refused, ids }: Extract<ClusterResult, { refused: string }>): Problem {
  if (refused === 'UnknownCluster' || refused === 'ChangedMeanwhile') return new Problem(refused);
  const fields = ids.map((id) => ({ path: '/recommendationIds', message: id }));
  return new Problem(refused, undefined, { fields });
}
