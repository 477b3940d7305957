import type { FastifyInstance } from 'fastify';
import { listFollowUpEvents } from '../../db/queries/follow-ups.ts';
import { listInstitutionsOf } from '../../db/register/institutions.ts';
import { sideBySide, type Voice } from '../../domain/follow-up/side-by-side.ts';
import type { AppDeps } from '../deps.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { viewsSchema } from '../schemas/views.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

export function viewRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const schema = {
    tags: ['Recommendations'],
    summary: 'The claim, the assessment and the independent views, side by side',
    params: idParams,
    response: { 200: viewsSchema, ...problemResponses },
  };
  typed(instance).get('/recommendations/:id/views', { schema }, async ({ params: { id } }) => {
    const row = await requireRecommendation(deps, id);
    const { state, assessment, voices, disagrees } = sideBySide(await listFollowUpEvents(deps.db, id));
    return {
      recommendationId: id,
      disagrees,
      state: { ...state, position: row.position ?? row.registered_position, evidence: [...state.evidence] },
      assessment,
      voices: await withInstitutions(deps, voices),
    };
  });
}

async function withInstitutions({ db }: AppDeps, voices: readonly Voice[]) {
  const contactIds = voices.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  const known = await listInstitutionsOf(db, contactIds);
  return voices.map((voice) => {
    const found = known.find(({ contact_id }) => contact_id === voice.contactId);
    const institution = found === undefined ? null : { id: found.id, name: found.name, kind: found.kind };
    return { ...voice, evidence: [...voice.evidence], institution };
  });
}
