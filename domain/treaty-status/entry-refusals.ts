import { denunciationTakesEffectOn, type InstrumentFacts } from '../reference/instruments/instruments.ts';
import { participantByCode } from '../reference/participants.ts';
import type { CalendarDate } from '../time.ts';
import type { TreatyRejection } from './commands.ts';
import { firstDayOf } from './entry-dates.ts';
import type { TreatyEntry } from './events.ts';

export type EntryContext = {
  readonly participant: string;
  readonly facts: InstrumentFacts;
  /** As late as it is today anywhere. */
  readonly today: CalendarDate;
};

/** What is wrong with an entry by itself, whatever else is on record. */
export function refusalOfEntry(entry: TreatyEntry, context: EntryContext): TreatyRejection | undefined {
  if (entry.on < context.facts.adoptedOn) return 'BeforeAdoption';
  if (firstDayOf(entry) > context.today) return 'DateInTheFuture';
  switch (entry.type) {
    case 'DomesticActRecorded':
      return isBlank(entry.title) ? 'EmptyTitle' : undefined;
    case 'ReservationMade':
    case 'DeclarationMade':
      return isBlank(entry.text) ? 'EmptyText' : undefined;
    case 'InstrumentDeposited':
      return isInForceTooEarly(entry, context) ? 'InForceTooEarly' : undefined;
    case 'ObjectionMade':
      if (participantByCode(entry.by) === undefined) return 'UnknownObjector';
      return entry.by === context.participant ? 'ObjectsToItself' : undefined;
    case 'TreatyDenounced':
      return refusalOfDenunciation(entry, context);
    default:
      return undefined;
  }
}

/** A successor may have been bound before it said so, but nobody before the treaty was in force. */
const isInForceTooEarly = (
  entry: Extract<TreatyEntry, { type: 'InstrumentDeposited' }>,
  { facts }: EntryContext,
): boolean => entry.inForceOn < facts.inForceOn || (entry.how !== 'succession' && entry.inForceOn < firstDayOf(entry));

function refusalOfDenunciation(
  entry: Extract<TreatyEntry, { type: 'TreatyDenounced' }>,
  { facts }: EntryContext,
): TreatyRejection | undefined {
  const earliestOn = denunciationTakesEffectOn(facts, firstDayOf(entry));
  if (earliestOn === null) return 'DenunciationNotPossible';
  return entry.effectiveOn < earliestOn ? 'EffectTooEarly' : undefined;
}

const isBlank = (text: string): boolean => text.trim() === '';
