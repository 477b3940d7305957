import type { Role } from '../follow-up/roles.ts';
import type { Weekday } from '../time.ts';

/**
 * How one kind of recommendation is followed up: data, versioned. A running follow-up keeps the version it started with.
 * All lengths are calendar days.
 */
export type Playbook = {
  readonly key: string;
  readonly version: number;
  readonly title: string;
  /** Where the numbers come from, and which of them are estimates or proposals. Shown to people. */
  readonly source: string;
  /** What a round may ask, by key; `check-in` and `target-date` are always there. */
  readonly questions: Readonly<Record<string, string>>;
  /** What proves that the recommendation was implemented. */
  readonly evidence: readonly string[];
  readonly cadence: Cadence;
  /** Rung 1 first; each rung is climbed when the one before it has had its time. */
  readonly ladder: readonly Rung[];
  /** How long the last rung has before the State counts as not cooperating. */
  readonly ladderEndDays: number;
};

export type Cadence = {
  /** Check-ins at fixed distances from the start, each with its question. */
  readonly checkIns: readonly { readonly afterDays: number; readonly asks: string }[];
  /** Afterwards, or from the start where there are none: the ordinary interval, and a longer one later. */
  readonly everyDays: number;
  readonly later: { readonly afterDays: number; readonly everyDays: number };
  /** Yearly events of the real world that are check-ins of their own. */
  readonly yearlyEvents: readonly YearlyEvent[];
  readonly remindBeforeDays: readonly number[];
  readonly remindAfterDays: readonly number[];
  /** For noted recommendations and States that do not cooperate: no ladder. */
  readonly quiet: {
    readonly everyDays: number;
    readonly remindBeforeDays: readonly number[];
    readonly remindAfterDays: readonly number[];
  };
};

export type YearlyEvent = {
  readonly asks: string;
  readonly month: number;
  readonly weekday: Weekday;
  /** The nth such weekday of the month. */
  readonly nth: number;
  readonly remindBeforeDays: readonly number[];
};

export type Rung = {
  /** Days after the check-in was due (rung 1), or after the rung before it was raised. */
  readonly afterDays: number;
  readonly roles: readonly Role[];
  /** True from rung 3 up: the engine drafts, a person sends. */
  readonly needsApproval: boolean;
  readonly says: string;
};
