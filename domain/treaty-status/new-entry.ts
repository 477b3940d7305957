import {
  denunciationTakesEffectOn,
  entersIntoForceOn,
  type InstrumentFacts,
} from '../reference/instruments/instruments.ts';
import { latest, type CalendarDate } from '../time.ts';
import type { NewTreatyEntry } from './commands.ts';
import { comparable } from './entry-dates.ts';
import type { TreatyEntry } from './events.ts';

/** What a command puts on record, with the dates that follow from the treaty's rules. */
export function entryOf(facts: InstrumentFacts, said: NewTreatyEntry): TreatyEntry {
  const dated = comparable(said);
  switch (said.type) {
    case 'RecordSignature':
      return { ...said, ...dated, type: 'TreatySigned' };
    case 'RecordDomesticAct':
      return { ...said, ...dated, type: 'DomesticActRecorded' };
    case 'RecordInstrumentDeposit':
      return { ...said, ...dated, type: 'InstrumentDeposited', inForceOn: inForceOnOf(facts, said, dated.on) };
    case 'RecordReservation':
      return { ...said, ...dated, type: 'ReservationMade' };
    case 'RecordDeclaration':
      return { ...said, ...dated, type: 'DeclarationMade' };
    case 'RecordObjection':
      return { ...said, ...dated, type: 'ObjectionMade' };
    case 'WithdrawStatement':
      return { ...said, ...dated, type: 'StatementWithdrawn' };
    case 'DenounceTreaty': {
      const effectiveOn = said.effectiveOn ?? denunciationTakesEffectOn(facts, dated.on) ?? dated.on;
      return { ...said, ...dated, type: 'TreatyDenounced', effectiveOn };
    }
  }
}

/**
 * A successor is bound from the succession itself, which the notification names; where it is not said, the day of the
 * notification is what nobody doubts (Vienna Convention on Succession of States in respect of Treaties, article 23).
 */
function inForceOnOf(
  facts: InstrumentFacts,
  { how, inForceOn }: Extract<NewTreatyEntry, { type: 'RecordInstrumentDeposit' }>,
  depositedOn: CalendarDate,
): CalendarDate {
  if (inForceOn !== null) return inForceOn;
  return how === 'succession'
    ? (latest(depositedOn, facts.inForceOn) ?? depositedOn)
    : entersIntoForceOn(facts, depositedOn);
}
