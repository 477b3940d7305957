import type { FastifyInstance, FastifyReply } from 'fastify';
import { correctInstruments } from '../../db/register/correct-instruments.ts';
import { instrumentsAskedBy } from '../../db/register/instruments-asked.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf, ifMatchHeaders, versionIn } from '../etag.ts';
import { Problem } from '../problems.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { askedInstrumentsBody, askedInstrumentsSchema } from '../schemas/instruments-asked.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

const response = { 200: askedInstrumentsSchema, ...problemResponses };
const common = { tags: ['Recommendations'], params: idParams, response };
const address = '/recommendations/:id/instruments';

/** What a recommendation asks its State to join: read where nobody said so, and corrected here. */
export function askedInstrumentRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const read = { ...common, summary: 'The treaties that it asks for' };
  app.get(address, { schema: read }, async ({ params: { id } }, reply) => settled(reply, await viewOf(deps, id, null)));

  const save = {
    ...common,
    summary: 'Says which treaties it asks for; what is deposited already counts at once',
    headers: ifMatchHeaders,
    body: askedInstrumentsBody,
  };
  app.put(address, { schema: save }, async ({ params: { id }, headers, body }, reply) => {
    await requireRecommendation(deps, id);
    const instruments = [...new Set(body.instruments)];
    const saved = await correctInstruments(deps.db, { id, version: versionIn(headers), instruments, at: nowOf(deps) });
    if (saved === undefined) throw new Problem('ChangedMeanwhile');
    if (saved.batchId !== null) await deps.gateway.startBatch(saved.batchId);
    return settled(reply, await viewOf(deps, id, saved.batchId));
  });
}

async function viewOf(deps: AppDeps, id: RecommendationId, batchId: string | null) {
  const { instruments_version: version } = await requireRecommendation(deps, id);
  const instruments = (await instrumentsAskedBy(deps.db, id)).map((each) => ({ ...each }));
  return { recommendationId: id, version, instruments, batchId };
}

const settled = (reply: FastifyReply, view: Awaited<ReturnType<typeof viewOf>>) => {
  void reply.header('etag', etagOf(view.version));
  return view;
};
