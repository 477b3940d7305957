import type { UnLanguage } from '../../domain/reference/states.ts';
import type { Counted } from '../../words/plurals.ts';

/** What the first screen says. */
export type TodayWords<L extends UnLanguage = 'zh'> = {
  readonly needsYou: string;
  readonly nothing: { readonly title: string; readonly text: string };
  readonly begin: { readonly title: string; readonly text: string };
  readonly approvals: Counted<L>;
  readonly validations: Counted<L>;
  readonly verifications: Counted<L>;
  readonly extensions: Counted<L>;
  /** Letters to approve that no rung waits for. */
  readonly drafts: Counted<L>;
  readonly toSend: Counted<L>;
  readonly contacts: Counted<L>;
  readonly mails: Counted<L>;
  readonly since: string;
  readonly readLetter: string;
  readonly look: string;
  readonly decide: string;
  readonly askedUntil: string;
  readonly whomInstead: string;
  readonly wentOut: string;
  readonly didNotGo: string;
  readonly sendAgainSure: string;
  readonly seeAll: string;
  readonly late: string;
  readonly nothingLate: string;
  readonly weeks: string;
  readonly weeksHint: string;
  readonly days30: string;
  readonly days90: string;
  readonly stepsInWeek: Counted<L>;
  readonly figures: string;
};
