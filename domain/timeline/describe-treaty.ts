import { instrumentByKey } from '../reference/instruments/instruments.ts';
import { participantByCode } from '../reference/participants.ts';
import type { TreatyEntry, TreatyEvent } from '../treaty-status/events.ts';
import { spaced } from './describe-follow-up.ts';

/** One line about what a State did under a treaty: facts alone, none of the words of a statement. */
export function describeTreatyEvent(event: TreatyEvent, instrument: string): string {
  const treaty = instrumentByKey(instrument)?.shortName ?? instrument;
  if (event.type !== 'TreatyEntryCorrected') return `${treaty}: ${entryInWords(event)}`;
  const { entry, what, cause } = event;
  if (what === null) return `${treaty}: entry ${entry} struck out as made in error`;
  return `${treaty}: entry ${entry} ${cause === 'refined' ? 'completed' : 'corrected'}: ${entryInWords(what)}`;
}

function entryInWords(entry: TreatyEntry): string {
  const on = entry.precision === 'year' ? `in ${entry.on.slice(0, 4)}` : `on ${entry.on}`;
  switch (entry.type) {
    case 'TreatySigned':
      return `signed ${on}`;
    case 'DomesticActRecorded':
      return `act of domestic law ${on}`;
    case 'InstrumentDeposited':
      return `${spaced(entry.how)} deposited ${on}, in force for the State from ${entry.inForceOn}`;
    case 'ReservationMade':
      return `reservation made ${on}`;
    case 'DeclarationMade':
      return `declaration made ${on}`;
    case 'ObjectionMade':
      return `objection by ${participantByCode(entry.by)?.names.en ?? entry.by} ${on}, to entry ${entry.to}`;
    case 'StatementWithdrawn':
      return `entry ${entry.of} withdrawn${entry.isPartial ? ' in part' : ''} ${on}`;
    case 'TreatyDenounced':
      return `denounced ${on}, with effect from ${entry.effectiveOn}`;
  }
}
