import type { Playbook } from '../playbooks/playbook.ts';
import type { Position } from '../follow-up/events.ts';
import type { RecommendationId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { Assumption } from './assumptions.ts';
import type { Forecast } from './forecast.ts';
import type { BusyWeek, PersonLoad } from './load.ts';
import type { SimulatedMail } from './mails.ts';
import type { Suggestion } from './spread.ts';
import type { Day, gapsOf, Totals, Week } from './summary.ts';

/** Which registered recommendations are meant; all of them when nothing is named. */
export type PortfolioFilter = {
  readonly recommendationId?: RecommendationId;
  readonly sourceId?: string;
  readonly stateCode?: string;
};
/** A recommendation that nobody has registered yet. */
export type PlannedRecommendation = {
  readonly stateCode: string;
  readonly playbook: string;
  readonly position: Position;
  readonly targetOn: CalendarDate | null;
};
export type PortfolioScope = PortfolioFilter | { readonly recommendations: readonly PlannedRecommendation[] };

export type SimulationRequest = {
  readonly scope: PortfolioScope;
  readonly years: number;
  readonly assumption: Assumption;
  readonly seed: string;
  /** Every day and every mail too. */
  readonly byDay: boolean;
  /** A playbook that nobody has saved: what is not started yet and names its key starts with it. */
  readonly draft?: Playbook;
};

export type SimulationReport = {
  readonly from: Instant;
  readonly until: Instant;
  /** Follow-ups that are closed, and so have no future. */
  readonly alreadyClosed: number;
  readonly totals: Totals;
  readonly weeks: readonly Week[];
  readonly people: readonly PersonLoad[];
  readonly busiestWeeks: readonly BusyWeek[];
  readonly suggestions: readonly Suggestion[];
  readonly gaps: ReturnType<typeof gapsOf>;
  readonly days: readonly Day[] | null;
  readonly mails: readonly SimulatedMail[] | null;
};
export type SimulationOutcome =
  { readonly report: SimulationReport } | { readonly tooLarge: { readonly followUps: number; readonly most: number } };

export type ForecastWish = { readonly assumption: Assumption; readonly years: number; readonly seed: string };
/** A forecast of a follow-up that is not started begins with its start, now. */
export type MadeForecast = Forecast & { readonly isStarted: boolean };
