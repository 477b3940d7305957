import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { encodeEvent } from '../../db/event-codec.ts';
import { listHolders, listTimeline } from '../../db/queries/follow-ups.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { findNewestPlaybook, findPlaybook } from '../../db/queries/playbooks.ts';
import { instrumentsAskedBy, registerInstruments } from '../../db/register/instruments-asked.ts';
import { countRecommendations, getRecommendation, listRecommendations } from '../../db/queries/recommendations.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { findSource } from '../../db/register/sources.ts';
import { oncePerContact, resolveRole } from '../../domain/follow-up/roles.ts';
import { isAboutRatification, type Playbook } from '../../domain/playbooks/playbook.ts';
import { readAskedInstruments } from '../../domain/proposals/asked-instruments.ts';
import { proposePlaybook } from '../../domain/proposals/propose.ts';
import type { Instant } from '../../domain/time.ts';
import { commandsFor } from '../commands-for.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import type { RecommendationFilter } from '../../db/queries/recommendation-filter.ts';
import { given } from '../given.ts';
import { filterFrom } from '../selection.ts';
import { idFor } from '../idempotency.ts';
import { Problem, type FieldProblem } from '../problems.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import {
  countsSchema,
  filterQuery,
  forecastQuery,
  forecastSchema,
  listQuery,
  recommendationLineSchema,
  recommendationSchema,
  registeredSchema,
  timelineEntrySchema,
} from '../schemas/recommendations.ts';
import { recommendationBody } from '../schemas/register.ts';
import { searchLimit } from '../sign-in/limits.ts';
import { lineView, proposalView, recommendationView } from '../views.ts';
import { typed } from './route.ts';

const tags = ['Recommendations'];

export function recommendationRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const created = { 201: registeredSchema, ...problemResponses };
  app.post(
    '/recommendations',
    { schema: { tags, headers: idempotencyHeaders, body: recommendationBody, response: created } },
    async (request, reply) => {
      const { id, playbookProposal } = await registerFromBody(deps, request, request.body);
      return reply.status(201).send({ ...(await wholeRecommendation(deps, request, id)), playbookProposal });
    },
  );

  const page = z.object({ items: z.array(recommendationLineSchema), nextCursor: z.string().nullable() });
  const list = { tags, summary: 'Ask what is late, what it waits for and what comes next', querystring: listQuery };
  app.get(
    '/recommendations',
    { schema: { ...list, response: { 200: page, ...problemResponses } }, config: searchLimit },
    async ({ query }) => {
      const { sort: by, direction, limit, cursor, ...filter } = query;
      const sort = { by, direction };
      if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
      const wish = { sort, limit, ...given({ cursor }) };
      const { lines, nextCursor } = await listRecommendations(db, filterOf(filter), wish, nowOf(deps));
      return { items: lines.map(lineView), nextCursor };
    },
  );

  const counts = { tags, summary: 'The figures of a dashboard', querystring: filterQuery };
  app.get(
    '/recommendations/counts',
    { schema: { ...counts, response: { 200: countsSchema, ...problemResponses } } },
    ({ query }) => countRecommendations(db, filterOf(query), nowOf(deps)),
  );

  const one = { tags, params: idParams };
  app.get(
    '/recommendations/:id',
    { schema: { ...one, response: { 200: recommendationSchema, ...problemResponses } } },
    (request) => wholeRecommendation(deps, request, request.params.id),
  );

  const timeline = { 200: z.array(timelineEntrySchema), ...problemResponses };
  app.get('/recommendations/:id/timeline', { schema: { ...one, response: timeline } }, async ({ params: { id } }) => {
    await requireRecommendation(deps, id);
    return (await listTimeline(db, id)).map(({ version, eventId, recordedAt, metadata, event }) => {
      const { type, at, data } = encodeEvent(event);
      const notices = (metadata.notices ?? []).map(({ noticeId, kind, role, contactId }) => ({
        noticeId,
        kind,
        role,
        contactId,
      }));
      return { version, eventId, type, at, recordedAt, actor: metadata.actor, data: { ...data }, notices };
    });
  });

  const forecast = {
    ...one,
    summary: 'What will happen, when and to whom; of what is not started, as if it were started now',
    querystring: forecastQuery,
    response: { 200: forecastSchema, ...problemResponses },
  };
  app.get('/recommendations/:id/forecast', { schema: forecast }, async ({ params: { id }, query }) => {
    const { state_code } = await requireRecommendation(deps, id);
    const made = await deps.forecast(id, query);
    const holders = await listHolders(db, id, state_code);
    const entries = made.entries.map((entry) => ({
      ...entry,
      notices: oncePerContact(
        entry.notices.map(({ kind, role }) => ({
          kind,
          role,
          contactId: resolveRole(role, holders)?.contactId ?? null,
        })),
      ),
    }));
    return { until: made.until, entries, assumption: query.assumption, isStarted: made.isStarted };
  });
}

/** One recommendation as the database and the running process know it. */
export async function wholeRecommendation(deps: AppDeps, request: FastifyRequest, id: string) {
  const row = await requireRecommendation(deps, id);
  const ref = { key: row.running_playbook_key ?? row.playbook_key, version: row.playbook_version ?? 0 };
  const [holders, waiting, playbook, instruments, mayGive] = await Promise.all([
    listHolders(deps.db, id, row.state_code, nowOf(deps)),
    row.status === null || row.status === 'closed' ? undefined : deps.gateway.waitingFor(id),
    row.playbook_version === null ? undefined : findPlaybook(deps.db, ref),
    instrumentsAskedBy(deps.db, id),
    commandsFor(request, id),
  ]);
  return recommendationView(row, { holders, waiting, playbook, instruments, mayGive, now: nowOf(deps) });
}

export async function requireRecommendation(deps: AppDeps, id: string) {
  const row = await getRecommendation(deps.db, id, nowOf(deps));
  if (row === undefined) throw new Problem('UnknownRecommendation');
  return row;
}

export const filterOf = ({ overdue, ...query }: z.output<typeof filterQuery>): RecommendationFilter =>
  filterFrom({ ...query, isOverdue: overdue === undefined ? undefined : overdue === 'true' });

type Body = z.output<typeof recommendationBody>;

/** Registers what a body says, under an id made from the request's key. */
export async function registerFromBody(deps: AppDeps, request: FastifyRequest, body: Body) {
  const { playbook, playbookProposal } = await choosePlaybook(deps, body);
  const newest = await requireReferences(deps, { ...body, playbook });
  const id = idFor('rec', request);
  const asked = body.instruments ?? (isAboutRatification(newest) ? readAskedInstruments(body.text) : []);
  await deps.db.transaction().execute(async (trx) => {
    await registerRecommendation(trx, rowOf(id, { ...body, playbook }, nowOf(deps)));
    await registerInstruments(trx, id, asked, body.instruments === undefined ? 'read' : 'stated');
  });
  return { id, playbookProposal };
}

const rowOf = (id: string, body: Body & { readonly playbook: string }, at: Instant) => ({
  id,
  source_id: body.sourceId,
  paragraph: body.paragraph ?? null,
  state_code: body.stateCode,
  text: body.text,
  playbook_key: body.playbook,
  position: body.position,
  target_on: body.targetOn ?? null,
  themes: body.themes,
  affected_groups: body.affectedGroups,
  sdgs: body.sdgs,
  created_at: at,
});

/** Where none was named, the rules propose one; only a sure proposal that is installed is used, and the answer says so. */
async function choosePlaybook({ db }: AppDeps, { playbook, text, themes }: Body) {
  if (playbook) return { playbook, playbookProposal: null };
  const proposed = proposePlaybook(text, themes);
  const isUsed = proposed.confidence === 'sure' && (await findNewestPlaybook(db, proposed.playbook)) !== undefined;
  const playbookProposal = { ...proposalView(proposed), isUsed };
  return { playbook: isUsed ? proposed.playbook : 'general', playbookProposal };
}

type References = Pick<Body, 'sourceId' | 'targetOn'> & { readonly playbook: string };

/** The newest version of the playbook, when everything that a body refers to is there. */
async function requireReferences(deps: AppDeps, { sourceId, playbook, targetOn }: References): Promise<Playbook> {
  const [source, newest] = await Promise.all([findSource(deps.db, sourceId), findNewestPlaybook(deps.db, playbook)]);
  const fields: FieldProblem[] = [];
  if (source === undefined) fields.push({ path: '/sourceId', message: 'no such source' });
  if (newest === undefined) fields.push({ path: '/playbook', message: 'no such playbook' });
  if (fields.length > 0 || newest === undefined) throw new Problem('UnprocessableReference', undefined, { fields });
  if (targetOn && targetOn < nowOf(deps).slice(0, 10))
    throw new Problem('TargetInThePast', undefined, { fields: [{ path: '/targetOn', message: 'lies in the past' }] });
  return newest;
}
