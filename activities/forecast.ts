import { calendarTime, type Clock } from '../domain/clock.ts';
import { forecastOf } from '../domain/forecast/forecast.ts';
import type { ForecastWish, MadeForecast } from '../domain/forecast/report.ts';
import { answersUnder } from '../domain/forecast/simulate.ts';
import { isStarted } from '../domain/follow-up/state.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { PlanningDeps } from './plan-next.ts';
import { readPortfolio } from './portfolio.ts';

const entriesPerYear = 100;

/** What will happen to a follow-up, or would if it were started now; empty for one that is closed. */
export const createForecaster =
  (deps: PlanningDeps & { readonly clock: Clock }) =>
  async (recommendationId: RecommendationId, { assumption, years, seed }: ForecastWish): Promise<MadeForecast> => {
    const at = calendarTime(deps.clock, Date.now());
    const until = yearsLater(at, years);
    const { subjects } = await readPortfolio(deps, { scope: { recommendationId } }, at);
    const [subject] = subjects;
    if (subject === undefined) return { until, entries: [], isStarted: true };
    const made = forecastOf(subject, answersUnder(assumption, subject, seed), {
      until,
      maxEntries: entriesPerYear * years,
    });
    return { ...made, isStarted: isStarted(subject.state) };
  };

export const yearsLater = (at: Instant, years: number): Instant =>
  new Date(Date.parse(at) + years * 365 * 86_400_000).toISOString();
