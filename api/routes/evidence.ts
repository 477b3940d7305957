import type { FastifyInstance } from 'fastify';
import { listFollowUpEvents } from '../../db/queries/follow-ups.ts';
import { listEvidenceChecks } from '../../db/register/evidence-checks.ts';
import { namedEvidence, type NamedEvidence } from '../../domain/follow-up/named-evidence.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { namedEvidenceSchema } from '../schemas/evidence.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

/** More in one request would keep somebody waiting. */
const mostLookedAt = 20;
const rateLimit = { max: 10, timeWindow: '1 minute' };

/** What was named as evidence, and whether it still answers: looked at only where an operator has turned that on. */
export function evidenceRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const common = {
    tags: ['Recommendations'],
    params: idParams,
    response: { 200: namedEvidenceSchema, ...problemResponses },
  };
  app.get('/recommendations/:id/evidence', { schema: common }, async ({ params: { id } }) => {
    await requireRecommendation(deps, id);
    return evidenceView(deps, await evidenceOf(deps, id));
  });

  const look = {
    ...common,
    summary: `Looks behind the newest ${mostLookedAt} addresses now`,
    headers: idempotencyHeaders,
  };
  app.post(
    '/recommendations/:id/evidence/check',
    { schema: look, config: { rateLimit } },
    async ({ params: { id } }) => {
      await requireRecommendation(deps, id);
      if (deps.checkEvidence === undefined) throw new Problem('LinkCheckingOff');
      const named = await evidenceOf(deps, id);
      await deps.checkEvidence(
        named.slice(0, mostLookedAt).map(({ url }) => url),
        nowOf(deps),
      );
      return evidenceView(deps, named);
    },
  );
}

const evidenceOf = async ({ db }: AppDeps, id: string): Promise<readonly NamedEvidence[]> =>
  namedEvidence(await listFollowUpEvents(db, id));

async function evidenceView(deps: AppDeps, named: readonly NamedEvidence[]) {
  const checks = await listEvidenceChecks(
    deps.db,
    named.map(({ url }) => url),
  );
  return {
    isChecked: deps.checkEvidence !== undefined,
    items: named.map(({ url, description, type, at }) => {
      const row = checks.find((check) => check.url === url);
      const check = row && { outcome: row.outcome, httpStatus: row.http_status, checkedAt: row.checked_at };
      return { url, description, namedBy: type, namedAt: at, check: check ?? null };
    }),
  };
}
