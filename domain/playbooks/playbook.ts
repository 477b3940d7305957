import type { PlaybookTerms, RungEntry, RungLetterKind } from '../follow-up/events.ts';
import { isRatification } from '../follow-up/deposits.ts';
import type { Role } from '../follow-up/roles.ts';
import type { Weekday } from '../time.ts';

/** Where a figure comes from: what is not computed or sourced is a default that a user may change, and is shown as such. */
export const bases = ['computed', 'sourced', 'estimate', 'proposal', 'from-memory'] as const;
export type Basis = (typeof bases)[number];

/**
 * How one kind of recommendation is followed up: data, versioned. A running follow-up keeps the version it started with until it
 * adopts another. All lengths are calendar days.
 */
export type Playbook = {
  readonly key: string;
  readonly version: number;
  readonly title: string;
  /** Where the numbers come from, and which of them are estimates or proposals. Shown to people. */
  readonly source: string;
  /** What whoever works with it must mind; shown above everything else. */
  readonly warning: string | null;
  /** The version that this one was copied or edited from. */
  readonly basedOn: { readonly key: string; readonly version: number } | null;
  /** What a round may ask, by key; `check-in` and `target-date` are always there. */
  readonly questions: Readonly<Record<string, string>>;
  /** What proves that the recommendation was implemented. */
  readonly evidence: readonly string[];
  readonly cadence: Cadence;
  /** Rung 1 first; each rung is climbed when the one before it has had its time. */
  readonly ladder: readonly Rung[];
  /** How long the last rung has before the State counts as not cooperating. */
  readonly ladderEndDays: number;
  /** The way to the goal, in its usual order. */
  readonly milestones: readonly Milestone[];
  /** From when on a milestone that is missing climbs the ladder, whatever else is answered. */
  readonly limits: readonly Limit[];
  /** The milestones that together claim implementation; empty when only a claim with evidence does. */
  readonly closing: readonly string[];
  /** What is registered as the next file when this one is verified and closed. */
  readonly opens: readonly NextStep[];
  /** Where assessment E (the opposite of what was asked) leads at once; null where it only is on record. */
  readonly deteriorationRung: number | null;
  /** A claim waits for the validating authority of the State before our side verifies it. */
  readonly needsValidation: boolean;
  /** Whoever claims, validates and verifies must be different people. */
  readonly needsFourEyes: boolean;
};

export type Cadence = {
  /** Check-ins at fixed distances from the start; one that asks for a milestone falls away when that is completed. */
  readonly checkIns: readonly { readonly afterDays: number; readonly asks: string }[];
  /** Afterwards, or from the start where there are none: the ordinary interval, and a longer one later. */
  readonly everyDays: number;
  readonly later: { readonly afterDays: number; readonly everyDays: number };
  /** Events of the real world that are check-ins of their own. */
  readonly events: readonly EventCheckIn[];
  readonly remindBeforeDays: readonly number[];
  readonly remindAfterDays: readonly number[];
  /** For noted recommendations and States that do not cooperate: no ladder. */
  readonly quiet: {
    readonly everyDays: number;
    readonly remindBeforeDays: readonly number[];
    readonly remindAfterDays: readonly number[];
  };
};

/** What happens in the world, with or without us. Dates are kept for each State, or for all of them. */
export const worldEvents = [
  'treaty-event',
  'parliament-opening',
  'parliament-session-end',
  'budget',
  'school-year',
  'upr-review',
  'upr-mid-term',
  'sca-session',
  'cooperation-framework',
  'annual-review',
  'summit',
  'election',
] as const;
export type WorldEvent = (typeof worldEvents)[number];

export type EventCheckIn = {
  readonly event: WorldEvent;
  readonly asks: string;
  /** Days from the event to the check-in: negative before it. */
  readonly offsetDays: number;
  readonly remindBeforeDays: readonly number[];
  /** The nth given weekday of a month, for years of which no date is known; null when only known dates count. */
  readonly rule: { readonly month: number; readonly weekday: Weekday; readonly nth: number } | null;
  /** Only once this milestone has been reached: nobody is asked about accreditation before there is a law. */
  readonly onceReached?: string;
};

export type Rung = {
  /** Days after the check-in was due (rung 1), or after the rung before it was raised. */
  readonly afterDays: number;
  readonly roles: readonly Role[];
  /** True from rung 3 up: the engine drafts, a person sends. */
  readonly needsApproval: boolean;
  readonly says: string;
  /** The letter that this rung sends. */
  readonly letter?: RungLetterKind;
};

export type Milestone = {
  readonly key: string;
  readonly title: string;
  /** When it is usually reached, in days from the start: from the quick ones to the slow ones. */
  readonly usually: { readonly fromDays: number; readonly toDays: number; readonly basis: Basis };
  /** What proves it. */
  readonly evidence: readonly string[];
};

export type Limit = {
  readonly key: string;
  /** The milestone that must be there; null when any would do. */
  readonly milestone: string | null;
  /** Counted from this milestone; from the start (or, when any would do, from the newest one) when null. */
  readonly after: string | null;
  readonly withinDays: number;
  /** The rung that it leads to. */
  readonly rung: number;
  readonly basis: Basis;
};

export type NextStep = { readonly key: string; readonly playbook: string; readonly text: string };

/** A playbook as it was stored before milestones: yearly events by rule alone. */
type EarlierCadence = Omit<Cadence, 'events'> & {
  readonly yearlyEvents?: readonly {
    readonly asks: string;
    readonly month: number;
    readonly weekday: Weekday;
    readonly nth: number;
    readonly remindBeforeDays: readonly number[];
  }[];
  readonly events?: readonly EventCheckIn[];
};
export type StoredPlaybook = Pick<
  Playbook,
  'key' | 'version' | 'title' | 'source' | 'questions' | 'evidence' | 'ladder' | 'ladderEndDays'
> &
  Partial<Playbook> & { readonly cadence: EarlierCadence };

/** A playbook as this version knows it, from one that any version stored. Their only yearly event was the Treaty Event. */
export function readPlaybook({ cadence, ...stored }: StoredPlaybook): Playbook {
  const { yearlyEvents = [], events, ...rest } = cadence;
  const known = yearlyEvents.map(({ asks, remindBeforeDays, ...rule }) => ({
    event: 'treaty-event' as const,
    asks,
    offsetDays: 0,
    remindBeforeDays,
    rule,
  }));
  const later = { warning: null, basedOn: null, milestones: [], limits: [], closing: [], opens: [] };
  const unsigned = { needsValidation: false, needsFourEyes: false };
  return { ...later, ...unsigned, deteriorationRung: null, ...stored, cadence: { ...rest, events: events ?? known } };
}

/** What deciding must know of a playbook. */
export const termsOf = (playbook: Playbook): PlaybookTerms => ({
  milestones: playbook.milestones.map(({ key }) => key),
  closing: playbook.closing,
  alarm: playbook.deteriorationRung === null ? null : (rungEntry(playbook, playbook.deteriorationRung) ?? null),
  asksAboutTreatyEvent: playbook.cadence.events.some(({ event }) => event === 'treaty-event'),
  ...(playbook.needsValidation ? { needsValidation: true } : {}),
  ...(playbook.needsFourEyes ? { needsFourEyes: true } : {}),
});

/** A playbook whose goal is that a State joins a treaty: what it asks for is read from its text. */
export const isAboutRatification = ({ key, closing }: Pick<Playbook, 'key' | 'closing'>): boolean =>
  isRatification(key, { closing });

/** A rung of the ladder as steps and events carry it; undefined above the last one. */
export function rungEntry({ ladder }: Playbook, rung: number): RungEntry | undefined {
  const entry = ladder[rung - 1];
  if (entry === undefined) return undefined;
  const { roles, needsApproval, letter } = entry;
  return { rung, roles, needsApproval, ...(letter === undefined ? {} : { letter }) };
}
