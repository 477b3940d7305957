import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { findNewestPlaybook } from '../../db/queries/playbooks.ts';
import { findSource } from '../../db/register/sources.ts';
import type { SimulationReport, SimulationRequest } from '../../domain/forecast/report.ts';
import {
  assumptions,
  assumptionTexts,
  baseRateHabits,
  habitsBasis,
  onTimeHabits,
} from '../../domain/forecast/assumptions.ts';
import { acceptedPositions, baseRateNotice, baseRates, septemberShare } from '../../domain/forecast/base-rates.ts';
import { spreadingRule } from '../../domain/forecast/spread.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { checkedPlaybook } from '../prepare-playbook.ts';
import { Problem, type FieldProblem } from '../problems.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { baseRatesSchema, simulationBody, simulationSchema } from '../schemas/simulations.ts';
import { getRecommendation } from '../../db/queries/recommendations.ts';
import { typed } from './route.ts';

const tags = ['Simulation'];

/** The future, before it is started. Nothing here changes anything: simulating is a POST because of its body. */
export function simulationRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const simulating = {
    tags,
    summary: 'Every date and every mail of the next years, by week and by person, under an assumption',
    description:
      'Runs the same rules as the engine and changes nothing. Roles stay with whoever holds them now; absences, bounces and mail that ' +
      'waits already are not simulated, a split recommendation is simulated by its parts, and what a closed one opens next is not.',
    headers: idempotencyHeaders,
    body: simulationBody,
    response: { 200: simulationSchema, ...problemResponses },
  };
  app.post('/simulations', { schema: simulating }, async ({ body }, reply) => {
    const { draft, ...wish } = body;
    await requireScope(deps, body);
    const request = { ...wish, scope: scopeOf(body.scope), ...(await draftIn(deps, draft)) };
    const signal = hungUp(reply);
    const outcome = await deps.simulate(request, signal).catch((error: unknown) => {
      throw signal.aborted ? new Problem('Cancelled') : error;
    });
    if ('tooLarge' in outcome) throw tooLarge(outcome.tooLarge, request);
    return viewOf(outcome.report, request);
  });

  const showing = {
    tags,
    summary: 'What the assumption base-rates leans on: tables with their source and basis',
    response: { 200: baseRatesSchema, ...problemResponses },
  };
  app.get('/base-rates', { schema: showing }, () => ({
    notice: baseRateNotice,
    rates: baseRates.map((rate) => ({ ...rate, points: rate.points.map((point) => ({ ...point })) })),
    september: septemberShare,
    accepted: [...acceptedPositions],
    assumptions: assumptions.map((key) => ({ key, says: assumptionTexts[key] })),
    habits: {
      basis: habitsBasis,
      'everybody-answers-on-time': { ...onTimeHabits },
      'base-rates': { ...baseRateHabits },
    },
  }));
}

type Body = z.output<typeof simulationBody>;

/** Aborts when the caller has gone: whoever edits on does not wait for what they no longer ask. */
function hungUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => (reply.raw.writableFinished ? undefined : controller.abort()));
  return controller.signal;
}

async function draftIn({ db }: AppDeps, draft: Body['draft']): Promise<Pick<SimulationRequest, 'draft'>> {
  if (draft === undefined) return {};
  return { draft: await checkedPlaybook(db, { ...draft, version: draftVersion, basedOn: null }, '/draft') };
}

/** No version that is stored has this number. */
const draftVersion = 999_999_999;

async function requireScope(deps: AppDeps, { scope, draft }: Body): Promise<void> {
  if ('recommendationId' in scope && !(await getRecommendation(deps.db, scope.recommendationId, nowOf(deps))))
    throw unknown([{ path: '/scope/recommendationId', message: 'no such recommendation' }]);
  if ('sourceId' in scope && !(await findSource(deps.db, scope.sourceId)))
    throw unknown([{ path: '/scope/sourceId', message: 'no such source' }]);
  if ('recommendations' in scope) await requirePlaybooks(deps, scope.recommendations, draft?.key);
}

async function requirePlaybooks(
  deps: AppDeps,
  rows: readonly { readonly playbook: string }[],
  drafted: string | undefined,
): Promise<void> {
  const missing = new Set<string>();
  for (const key of new Set(rows.map(({ playbook }) => playbook)))
    if (key !== drafted && (await findNewestPlaybook(deps.db, key)) === undefined) missing.add(key);
  const fields = rows.flatMap(({ playbook }, index) =>
    missing.has(playbook) ? [{ path: `/scope/recommendations/${index}/playbook`, message: 'no such playbook' }] : [],
  );
  if (fields.length > 0) throw unknown(fields.slice(0, 100));
}

const unknown = (fields: readonly FieldProblem[]): Problem =>
  new Problem('UnprocessableReference', undefined, { fields });

function scopeOf(scope: Body['scope']): SimulationRequest['scope'] {
  if ('all' in scope) return {};
  if (!('recommendations' in scope)) return scope;
  return { recommendations: scope.recommendations.map((row) => ({ ...row, targetOn: row.targetOn ?? null })) };
}

function tooLarge(
  { followUps, most }: { followUps: number; most: number },
  { years, byDay }: SimulationRequest,
): Problem {
  const detail = `${followUps} follow-ups over ${years} years${byDay ? ' by day' : ''} are too many: ${most} at most. Narrow the scope or simulate fewer years.`;
  return new Problem('SimulationTooLarge', detail, { fields: [{ path: '/scope', message: `at most ${most}` }] });
}

function viewOf(report: SimulationReport, { assumption, seed }: SimulationRequest): z.input<typeof simulationSchema> {
  const { people, busiestWeeks, suggestions, mails, totals, ...rest } = report;
  return {
    ...rest,
    assumption,
    says: assumptionTexts[assumption],
    seed,
    totals: { ...totals, escalations: { ...totals.escalations }, closings: closingsOf(totals) },
    weeks: [...rest.weeks],
    gaps: [...rest.gaps],
    days: rest.days === null ? null : [...rest.days],
    people: people.map((person) => ({ ...person, roles: [...person.roles], weeks: [...person.weeks] })),
    busiestWeeks: busiestWeeks.map((week) => ({ ...week, roles: [...week.roles] })),
    spreading: {
      rule: spreadingRule,
      suggestions: suggestions.map(({ recommendationId, ...suggestion }) => ({ key: recommendationId, ...suggestion })),
    },
    mailList:
      mails === null ? null : mails.map(({ notices, ...mail }) => ({ ...mail, notices: notices.map(noticeView) })),
  };
}

const closingsOf = ({ closings }: SimulationReport['totals']): Record<string, number> =>
  Object.fromEntries(Object.entries(closings));

type Told = NonNullable<SimulationReport['mails']>[number]['notices'][number];
const noticeView = ({ recommendationId, kind, role }: Told) => ({ recommendationId, kind, role });
