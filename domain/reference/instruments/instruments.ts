/** The treaties of which Relance keeps the status: what their texts say about dates, as data, and what follows from it. */
import { addDays, addMonths, latest, type CalendarDate } from '../../time.ts';
import { covenantsAndConventions } from './core-treaties.ts';
import type { InstrumentFacts, InstrumentRow } from './facts.ts';
import { protocols } from './optional-protocols.ts';
import { refugeesAndStatelessness } from './refugees-and-statelessness.ts';
import { titlesOf } from './titles.ts';

export type { InstrumentFacts, InstrumentKind } from './facts.ts';

/** The Secretary-General is the depositary of them all. */
const depositary = 'Secretary-General of the United Nations';

const complete = (row: InstrumentRow): InstrumentFacts => ({ ...row, names: titlesOf(row.key), depositary });

export const instrumentFacts: readonly InstrumentFacts[] = [
  ...covenantsAndConventions,
  ...protocols,
  ...refugeesAndStatelessness,
].map(complete);

const byKey: ReadonlyMap<string, InstrumentFacts> = new Map(instrumentFacts.map((facts) => [facts.key, facts]));

export const instrumentByKey = (key: string): InstrumentFacts | undefined => byKey.get(key);

/** When the treaty enters into force for whoever deposits on a day; what is deposited before the treaty is in force enters with it. */
export const entersIntoForceOn = (facts: InstrumentFacts, depositedOn: CalendarDate): CalendarDate =>
  latest(ruleDate(facts, depositedOn), facts.inForceOn) ?? facts.inForceOn;

function ruleDate({ entryIntoForce: { rule } }: InstrumentFacts, depositedOn: CalendarDate): CalendarDate {
  switch (rule.type) {
    case 'same-day':
      return depositedOn;
    case 'days-after':
      return addDays(depositedOn, rule.count);
    case 'months-after':
      return addMonths(depositedOn, rule.count);
    case 'first-of-month-after':
      return firstOfNextMonth(addMonths(depositedOn, rule.months));
  }
}

/** When a denunciation of which the depositary was notified on a day takes effect; null where the treaty allows none. */
export function denunciationTakesEffectOn(
  { denunciation }: InstrumentFacts,
  notifiedOn: CalendarDate,
): CalendarDate | null {
  if (!denunciation.isPossible) return null;
  const over = addMonths(notifiedOn, denunciation.monthsAfterNotice);
  return denunciation.fromFirstOfMonth ? firstOfNextMonth(over) : over;
}

/** By when the first report is due, counted from entry into force for the State; null where there is none. */
export const firstReportDueOn = ({ reports }: InstrumentFacts, inForceOn: CalendarDate): CalendarDate | null =>
  reports === null ? null : addMonths(inForceOn, reports.firstWithinMonths);

const firstOfNextMonth = (date: CalendarDate): CalendarDate => `${addMonths(date, 1).slice(0, 8)}01`;
