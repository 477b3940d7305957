import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  listPublicationDecisions,
  listPublicationWordings,
  newestVerdicts,
  previewPublic,
} from '../../db/queries/publication.ts';
import { savePublicationDecision, savePublicationWording } from '../../db/register/publication.ts';
import { findSource } from '../../db/register/sources.ts';
import {
  cutoffOf,
  publicationSubjects,
  publicFrom,
  standingOf,
  type PublicationSubject,
} from '../../domain/publication/standing.ts';
import type { Instant } from '../../domain/time.ts';
import { actorOf } from '../access.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, idParams, idSchema, limitSchema, problemResponses } from '../schemas/common.ts';
import { publicationDecisionSchema, publicationSchema, verdictBody, wordingBody } from '../schemas/publication.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';
import { stateNamed, stateParams } from './state-calendars.ts';

const tags = ['Publication'];
const mostShown = 100;

/** What may be shown to everybody: decided here, whether or not this installation shows it yet. */
export function publicationRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const query = z.object({
    subjectKind: z.enum(publicationSubjects).optional(),
    subjectId: idSchema.optional(),
    limit: limitSchema,
  });
  const list = {
    tags,
    summary: 'Decisions on publication, the newest first',
    querystring: query,
    response: { 200: z.array(publicationDecisionSchema), ...problemResponses },
  };
  app.get('/publications', { schema: list }, async ({ query: { limit, ...filter } }) =>
    (await listPublicationDecisions(deps.db, given(filter), limit)).map(decisionView),
  );

  const answers = { response: { 200: publicationSchema, ...problemResponses } };
  const read = { tags, summary: 'What everybody may read of it, or would', ...answers };
  const decide = {
    tags,
    summary: 'Publishes or withdraws',
    headers: idempotencyHeaders,
    body: verdictBody,
    ...answers,
  };
  const word = {
    tags,
    summary: 'Says in which words it is shown',
    headers: idempotencyHeaders,
    body: wordingBody,
    ...answers,
  };

  const ofState = '/states/:code/publication';
  const params = stateParams;
  app.get(ofState, { schema: { ...read, params } }, ({ params: { code } }) => viewOf(deps, subjectOfState(code)));
  app.post(ofState, { schema: { ...decide, params } }, (request) =>
    record(deps, request, subjectOfState(request.params.code), request.body),
  );

  for (const [kind, subjectOf] of [
    ['sources', subjectOfSource],
    ['recommendations', subjectOfRecommendation],
  ] as const) {
    const address = `/${kind}/:id/publication`;
    app.get(address, { schema: { ...read, params: idParams } }, async ({ params: { id } }) =>
      viewOf(deps, await subjectOf(deps, id)),
    );
    app.post(address, { schema: { ...decide, params: idParams } }, async (request) =>
      record(deps, request, await subjectOf(deps, request.params.id), request.body),
    );
    app.post(`${address}/wording`, { schema: { ...word, params: idParams } }, async (request) =>
      reword(deps, request, await subjectOf(deps, request.params.id), request.body),
    );
  }
}

type Subject = {
  readonly kind: PublicationSubject;
  readonly id: string;
  /** Itself, and what it belongs to. */
  readonly within: Readonly<Partial<Record<PublicationSubject, string>>>;
  /** Of a recommendation: what is younger than the delay waits, whatever was published above it. */
  readonly registeredAt: Instant | null;
};

const subjectOfState = (code: string): Subject => {
  const state = stateNamed(code).code;
  return { kind: 'state', id: state, within: { state }, registeredAt: null };
};

async function subjectOfSource({ db }: AppDeps, id: string): Promise<Subject> {
  const source = await findSource(db, id);
  if (source === undefined) throw new Problem('UnknownSource');
  return {
    kind: 'source',
    id,
    within: { source: id, ...(source.state_code === null ? {} : { state: source.state_code }) },
    registeredAt: null,
  };
}

async function subjectOfRecommendation(deps: AppDeps, id: string): Promise<Subject> {
  const { source_id: source, state_code: state, created_at: registeredAt } = await requireRecommendation(deps, id);
  return { kind: 'recommendation', id, within: { recommendation: id, source, state }, registeredAt };
}

async function record(
  deps: AppDeps,
  request: FastifyRequest,
  subject: Subject,
  { verdict, reason }: z.output<typeof verdictBody>,
) {
  await savePublicationDecision(deps.db, {
    ...signed(deps, request, subject),
    subject_kind: subject.kind,
    verdict,
    reason,
  });
  return viewOf(deps, subject);
}

async function reword(
  deps: AppDeps,
  request: FastifyRequest,
  subject: Subject,
  { wording, reason }: z.output<typeof wordingBody>,
) {
  if (subject.kind === 'state') throw new Problem('NotFound');
  await savePublicationWording(deps.db, {
    ...signed(deps, request, subject),
    subject_kind: subject.kind,
    wording,
    reason,
  });
  return viewOf(deps, subject);
}

const signed = (deps: AppDeps, request: FastifyRequest, { id }: Subject) => ({
  id: idFor('pub', request),
  subject_id: id,
  actor: actorOf(request),
  decided_at: nowOf(deps),
});

async function viewOf(deps: AppDeps, { kind, id, within, registeredAt }: Subject) {
  const { db, publicView } = deps;
  const delayDays = publicView?.delayDays ?? 0;
  const cutoffAt = cutoffOf(nowOf(deps), delayDays);
  const [newest, decisions, wordings, preview] = await Promise.all([
    newestVerdicts(db, within),
    listPublicationDecisions(db, { subjectKind: kind, subjectId: id }, mostShown),
    kind === 'state' ? [] : listPublicationWordings(db, { kind, id }, mostShown),
    kind === 'recommendation' ? previewPublic(db, id, cutoffAt) : undefined,
  ]);
  return {
    isOffered: publicView !== undefined,
    delayDays,
    standing: standingOf(newest, cutoffAt, registeredAt),
    publicFrom: publicFrom(newest, delayDays, registeredAt),
    verdicts: publicationSubjects.flatMap((subjectKind) => {
      const verdict = newest[subjectKind];
      return verdict === null ? [] : [{ subjectKind, ...verdict }];
    }),
    decisions: decisions.map(decisionView),
    wordings: wordings.map(wordingView),
    preview: preview ?? null,
  };
}

const decisionView = (row: Awaited<ReturnType<typeof listPublicationDecisions>>[number]) => {
  const { number: _, ...told } = row;
  return camel(told);
};

const wordingView = (row: Awaited<ReturnType<typeof listPublicationWordings>>[number]) => {
  const { id, wording, reason, actor, decided_at: decidedAt } = row;
  return { id, wording, reason, actor, decidedAt };
};
