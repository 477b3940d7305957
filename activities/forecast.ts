import { openStream } from '../db/event-store.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { forecast, type Forecast } from '../domain/forecast/forecast.ts';
import { isStarted } from '../domain/follow-up/state.ts';
import type { RecommendationId } from '../domain/ids.ts';
import { planningContext, type PlanningDeps } from './plan-next.ts';

const horizonMs = 3 * 365 * 86_400_000;
const maxEntries = 100;

/** What will happen to a follow-up over the next three years if nobody answers; undefined before it is started. */
export const createForecaster =
  (deps: PlanningDeps & { readonly clock: Clock }) =>
  async (recommendationId: RecommendationId): Promise<Forecast | undefined> => {
    const { state } = await openStream(deps.db, recommendationId);
    if (!isStarted(state)) return undefined;
    const nowMs = Date.now();
    const at = calendarTime(deps.clock, nowMs);
    const until = new Date(Date.parse(at) + horizonMs).toISOString();
    return forecast(state, at, await planningContext(deps, state), { until, maxEntries });
  };
