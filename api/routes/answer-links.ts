import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { listHolders } from '../../db/queries/follow-ups.ts';
import { findContact } from '../../db/register/contacts.ts';
import { listInstitutionsOf } from '../../db/register/institutions.ts';
import type { InstitutionKind } from '../../db/schema.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import { expiryOf } from '../answer-links.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { answerLinkBody, answerLinkSchema } from '../schemas/views.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

/** A link for a person who asks for one, by telephone or at a meeting. Signing is no event: only what is answered is. */
export function answerLinkRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const schema = {
    tags: ['Recommendations'],
    summary: 'An answer link for a contact who holds the role, or who speaks for an NHRI or an NGO',
    params: idParams,
    headers: idempotencyHeaders,
    body: answerLinkBody,
    response: { 200: answerLinkSchema, ...problemResponses },
  };
  typed(instance).post(
    '/recommendations/:id/answer-links',
    { schema, config: { isAnswerSecret: true } },
    async ({ params: { id }, body: { contactId, role } }, reply) => {
      await requireHolder(deps, id, { contactId, role });
      const at = nowOf(deps);
      const token = await deps.links.sign({ contactId, recommendationId: id, role }, at);
      void reply.header('cache-control', 'no-store');
      return { url: `${deps.publicUrl}/answer/${token}`, contactId, role, expiresAt: expiryOf(at) };
    },
  );
}

type Wish = z.output<typeof answerLinkBody>;

async function requireHolder(deps: AppDeps, id: string, { contactId, role }: Wish): Promise<void> {
  const { status, state_code } = await requireRecommendation(deps, id);
  if (status === null) throw new Problem('NotStarted');
  if ((await findContact(deps.db, contactId)) === undefined)
    throw new Problem('UnprocessableReference', 'The contact does not exist', {
      fields: [{ path: '/contactId', message: 'no such contact' }],
    });
  const holders = await listHolders(deps.db, id, state_code);
  if (holders.some((holder) => holder.role === role && holder.contactId === contactId)) return;
  if (await speaksFor(deps, contactId, role)) return;
  throw new Problem('RoleNotHeld', undefined, { fields: [{ path: '/role', message: 'is not held by this contact' }] });
}

/** Several NGOs may speak of one recommendation, and none of them takes the place of another. */
const kindOf: Readonly<Partial<Record<Role, InstitutionKind>>> = { nhri: 'nhri', 'civil-society': 'ngo' };

async function speaksFor({ db }: AppDeps, contactId: string, role: Role): Promise<boolean> {
  const kind = kindOf[role];
  const institutions = await listInstitutionsOf(db, [contactId]);
  return kind !== undefined && institutions.some((institution) => institution.kind === kind);
}
