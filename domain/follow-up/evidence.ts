import type { RecommendationId } from '../ids.ts';
import type { CalendarDate } from '../time.ts';

/** What several families of events carry, apart so that none of them must know the others. */
export type Evidence = { readonly url: string; readonly description: string };

/** A recommendation that another one opens or is split into. Its id is made from the parent's, so that a repeat names the same. */
export type OpenedRecommendation = {
  readonly recommendationId: RecommendationId;
  readonly stateCode: string;
  readonly playbook: string;
  readonly text: string;
  /** By when, where that is fixed: a first report is due by the rule of its treaty. */
  readonly targetOn?: CalendarDate | null;
  /** The instruments that it asks for, where that is known; otherwise they are read from its text. */
  readonly instruments?: readonly string[];
};
