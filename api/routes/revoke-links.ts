import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  listRevocations,
  revokeLinks,
  type Revoked,
  type RevocationRow,
} from '../../db/register/answer-link-revocations.ts';
import { findContact } from '../../db/register/contacts.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { revocationSchema, revokeFollowUpLinksBody, revokeLinksBody } from '../schemas/answer-link-keys.ts';
import { idempotencyHeaders, idParams, limitSchema, problemResponses } from '../schemas/common.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

const response = { 200: revocationSchema, ...problemResponses };
const common = { tags: ['Answer links'], params: idParams, headers: idempotencyHeaders, response };

/** A mail that was forwarded, a mailbox that was lost: what has been signed until now opens nothing any more. */
export function revokeLinksRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const ofContact = { ...common, summary: 'Every link of a contact signed until now stops', body: revokeLinksBody };
  app.post('/contacts/:id/revoke-links', { schema: ofContact }, async (request) => {
    const { id: contactId } = request.params;
    if ((await findContact(deps.db, contactId)) === undefined) throw new Problem('UnknownContact');
    return revoke(deps, request, { contactId, recommendationId: null });
  });

  const ofFollowUp = {
    ...common,
    summary: 'Every link into a follow-up signed until now stops',
    body: revokeFollowUpLinksBody,
  };
  app.post('/recommendations/:id/revoke-links', { schema: ofFollowUp }, async (request) => {
    const { id: recommendationId } = request.params;
    await requireRecommendation(deps, recommendationId);
    return revoke(deps, request, { contactId: request.body.contactId ?? null, recommendationId });
  });

  const query = z.strictObject({ limit: limitSchema });
  const all = {
    tags: common.tags,
    querystring: query,
    response: { 200: z.array(revocationSchema), ...problemResponses },
  };
  app.get('/answer-link-revocations', { schema: all }, async ({ query: { limit } }) =>
    (await listRevocations(deps.db, limit)).map(revocationView),
  );
}

async function revoke(deps: AppDeps, request: FastifyRequest<{ Body: { reason: string } }>, revoked: Revoked) {
  const id = idFor('rev', request);
  const [at, by, because] = [nowOf(deps), actorOf(request), request.body.reason];
  await revokeLinks(deps.db, revoked, { id, at, by, because });
  return revocationView({
    id,
    contact_id: revoked.contactId,
    recommendation_id: revoked.recommendationId,
    signed_until: at,
    revoked_by: by,
    because,
  });
}

const revocationView = (row: RevocationRow) => ({
  id: row.id,
  contactId: row.contact_id,
  recommendationId: row.recommendation_id,
  signedUntil: row.signed_until,
  revokedBy: row.revoked_by,
  reason: row.because,
});
