import { setImmediate as nextTurn } from 'node:timers/promises';
import { countPortfolio } from '../db/queries/portfolio.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { busiestWeeks, loadsOf } from '../domain/forecast/load.ts';
import type { SimulationOutcome, SimulationRequest } from '../domain/forecast/report.ts';
import { simulate, type Simulation } from '../domain/forecast/simulate.ts';
import { suggestionsFor } from '../domain/forecast/spread.ts';
import { daysOf, gapsOf, totalsOf, weeksOf } from '../domain/forecast/summary.ts';
import type { PlanningDeps } from './plan-next.ts';
import { yearsLater } from './forecast.ts';
import { readPortfolio } from './portfolio.ts';

/** Follow-ups times years that one simulation may hold, and that one which tells every mail may. */
const mostFollowUpYears = 10_000;
const mostFollowUpYearsByDay = 1_000;

/**
 * Simulates a portfolio without changing anything. It runs in slices of one follow-up, so that the process goes on answering others, and
 * one simulation at a time, so that many at once cost time and not memory.
 */
export function createSimulator(deps: PlanningDeps & { readonly clock: Clock }) {
  let turn: Promise<unknown> = Promise.resolve();
  return async (request: SimulationRequest, signal?: AbortSignal): Promise<SimulationOutcome> => {
    const mine = turn.then(() => simulateScope(deps, request, signal));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

async function simulateScope(
  deps: PlanningDeps & { readonly clock: Clock },
  { scope, years, assumption, seed, byDay, draft }: SimulationRequest,
  signal?: AbortSignal,
): Promise<SimulationOutcome> {
  signal?.throwIfAborted();
  const { total, closed } =
    'recommendations' in scope
      ? { total: scope.recommendations.length, closed: 0 }
      : await countPortfolio(deps.db, scope);
  const most = Math.floor((byDay ? mostFollowUpYearsByDay : mostFollowUpYears) / years);
  if (total - closed > most) return { tooLarge: { followUps: total - closed, most } };
  const from = calendarTime(deps.clock, Date.now());
  const until = yearsLater(from, years);
  const { subjects, calendarOf } = await readPortfolio(deps, { scope, draft }, from);
  const simulation = await inSlices(simulate({ subjects, until, assumption, seed, calendarOf }), signal);
  return { report: { from, until, alreadyClosed: closed, ...(await reportOf(simulation, byDay)) } };
}

const mostBusyWeeks = 20;
const mostSuggestions = 200;

async function reportOf(simulation: Simulation, byDay: boolean) {
  const totals = totalsOf(simulation);
  await nextTurn();
  const weeks = weeksOf(simulation);
  await nextTurn();
  const people = loadsOf(simulation);
  await nextTurn();
  return {
    totals,
    weeks,
    people,
    busiestWeeks: busiestWeeks(people, mostBusyWeeks),
    suggestions: suggestionsFor(simulation, mostSuggestions),
    gaps: gapsOf(simulation),
    days: byDay ? daysOf(simulation) : null,
    mails: byDay ? [...simulation.mails].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) : null,
  };
}

/** Drives what works step by step, and lets everything else have its turn in between; a wish that is taken back ends it. */
export async function inSlices<T>(going: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = going.next();
    if (done === true) return value;
    await nextTurn();
  }
}
