import type { FastifyInstance } from 'fastify';
import { findSimilarCandidates } from '../../db/queries/similar.ts';
import { findSource } from '../../db/register/sources.ts';
import { proposePlaybook } from '../../domain/proposals/propose.ts';
import { chainOf, findSimilar, sayChain, type Looked } from '../../domain/repeats/chain.ts';
import { searchTextOf } from '../../domain/repeats/search-text.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { proposalBody, proposalSchema, similarBody, similarSchema } from '../schemas/similar.ts';
import { proposalView } from '../views.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

const tags = ['Recommendations'];

/** What was asked before, and how a new recommendation could be followed up. Nothing here changes anything. */
export function similarRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const response = { 200: similarSchema, ...problemResponses };

  app.get(
    '/recommendations/:id/similar',
    { schema: { tags, summary: 'What the same State was asked before', params: idParams, response } },
    async ({ params: { id } }) => {
      const { text, source_id, state_code } = await requireRecommendation(deps, id);
      const source = await findSource(deps.db, source_id);
      const looked = { text, sourceId: source_id, askedOn: source?.starts_on ?? source?.ends_on ?? null };
      return look(deps, state_code, looked, id);
    },
  );

  const before = { tags, summary: 'Compares a text before it is registered; changes nothing' };
  app.post(
    '/recommendations/similar',
    { schema: { ...before, headers: idempotencyHeaders, body: similarBody, response } },
    async ({ body: { stateCode, text, sourceId, askedOn } }) => {
      const source = sourceId ? await findSource(deps.db, sourceId) : undefined;
      if (sourceId && source === undefined)
        throw new Problem('UnprocessableReference', undefined, {
          fields: [{ path: '/sourceId', message: 'no such source' }],
        });
      const date = askedOn ?? source?.starts_on ?? source?.ends_on ?? null;
      return look(deps, stateCode, { text, sourceId: sourceId ?? null, askedOn: date });
    },
  );

  const propose = { tags: ['Playbooks'], summary: 'Which playbook fits a text, and why; changes nothing' };
  app.post(
    '/playbook-proposals',
    {
      schema: {
        ...propose,
        headers: idempotencyHeaders,
        body: proposalBody,
        response: { 200: proposalSchema, ...problemResponses },
      },
    },
    async ({ body: { text, themes } }) => proposalView(proposePlaybook(text, themes)),
  );
}

async function look({ db }: AppDeps, stateCode: string, looked: Looked, exceptId?: string) {
  const query = { stateCode, text: looked.text, searchText: searchTextOf(looked.text) };
  const candidates = await findSimilarCandidates(db, exceptId === undefined ? query : { ...query, exceptId });
  const items = findSimilar(looked, candidates);
  const chain = chainOf(items).map(({ id }) => id);
  return { says: sayChain(items), timesAsked: chain.length, chain, items: [...items] };
}
