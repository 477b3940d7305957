import { positions, type Position } from '../follow-up/events.ts';
import type { Basis } from '../playbooks/playbook.ts';

/** Stands beside every table and every result that leans on one. */
export const baseRateNotice = 'base rate, not a prediction about one State';

/** A share that grows with time: of all such recommendations, how many had come that far after so many days. */
export type BaseRate = {
  readonly key: string;
  readonly title: string;
  readonly points: readonly { readonly afterDays: number; readonly accepted: number; readonly noted: number }[];
  readonly basis: Basis;
  /** Where the figures come from, and of how many cases. */
  readonly source: string;
  /** How the simulation uses it, and what it does not say. */
  readonly use: string;
};

export const depositRate: BaseRate = {
  key: 'deposit',
  title: 'Deposited, of recommendations to ratify one of ten treaties',
  points: [
    { afterDays: 365, accepted: 0.08, noted: 0.02 },
    { afterDays: 730, accepted: 0.15, noted: 0.04 },
    { afterDays: 1_095, accepted: 0.22, noted: 0.05 },
    { afterDays: 1_460, accepted: 0.29, noted: 0.06 },
    { afterDays: 1_825, accepted: 0.36, noted: 0.08 },
  ],
  basis: 'computed',
  source:
    'UPR Info 2008-2014 with the UN Treaty Collection to 2015, Kaplan-Meier: 403 State-treaty pairs accepted, 370 noted',
  use:
    'The instant of deposit is drawn from it, evenly within each year but for September. After five years nothing is known: ' +
    'whoever has not deposited by then does not in the simulation.',
};

export const actionRate: BaseRate = {
  key: 'action',
  title: 'Had triggered action by mid-term',
  points: [{ afterDays: 730, accepted: 0.55, noted: 0.19 }],
  basis: 'sourced',
  source: 'UPR Info, Beyond promises; the mid-term report comes about two years after adoption of the outcome',
  use:
    'The day on which a State begins to act is drawn from it, evenly over the two years (an estimate). Nothing is known of ' +
    'later beginnings: whoever has not begun by mid-term does not in the simulation.',
};

/** Since 2000, of the consents to be bound of 21 human-rights and refugee treaties: the Treaty Event is in September. */
export const septemberShare = {
  key: 'september',
  title: 'Share of consents to be bound that fall in September',
  share: 0.19,
  month: '09',
  basis: 'computed',
  source: 'UN Treaty Collection, 21 human-rights and refugee treaties since 2000; of signatures it is 43 %',
  use: 'Of the deposits of a year this share falls on a day in September, the others evenly on the other days.',
} as const satisfies Record<string, unknown> & { readonly basis: Basis };

export const baseRates = [depositRate, actionRate] as const;

/** Everything not clearly accepted counts as noted (UPR Info's methodology). */
export const isAccepted = (position: Position): boolean =>
  position === 'supported' || position === 'supported-in-part' || position === 'pledged';
export const acceptedPositions: readonly Position[] = positions.filter(isAccepted);

type Column = 'accepted' | 'noted';
export const columnOf = (position: Position): Column => (isAccepted(position) ? 'accepted' : 'noted');

/** The share reached after so many days: straight between the points, level after the last. */
export function shareAfter({ points }: BaseRate, column: Column, days: number): number {
  let before = { afterDays: 0, share: 0 };
  for (const point of points) {
    const share = point[column];
    if (days < point.afterDays) {
      const part = Math.max(0, days - before.afterDays) / (point.afterDays - before.afterDays);
      return before.share + part * (share - before.share);
    }
    before = { afterDays: point.afterDays, share };
  }
  return before.share;
}

/** After how many whole days a share is reached; null when it never is. The inverse of `shareAfter`. */
export function daysUntilShare({ points }: BaseRate, column: Column, wanted: number): number | null {
  let before = { afterDays: 0, share: 0 };
  for (const point of points) {
    const share = point[column];
    if (wanted < share) {
      const part = (wanted - before.share) / (share - before.share);
      return before.afterDays + Math.floor(part * (point.afterDays - before.afterDays));
    }
    before = { afterDays: point.afterDays, share };
  }
  return null;
}
