/**
 * What may be put on record of one participant under one treaty, as a pure decider: dates that the treaty rules out are
 * refused, what contradicts the record is refused, and saying again what is on record changes nothing. Nothing is ever
 * rewritten: an error is corrected by an event of its own.
 */
import { instrumentByKey, type InstrumentFacts } from '../reference/instruments/instruments.ts';
import { participantByCode } from '../reference/participants.ts';
import { newestDate, type Instant } from '../time.ts';
import type { NewTreatyEntry, TreatyCommand, TreatyRejection, TreatyWarning } from './commands.ts';
import { contradictionIn } from './contradictions.ts';
import { refusalOfEntry, type EntryContext } from './entry-refusals.ts';
import type { TreatyEntry, TreatyEvent } from './events.ts';
import { bare, findKnown, merged } from './known-entry.ts';
import { entryOf } from './new-entry.ts';
import { evolveTreaty, standingEntries, type TreatyState } from './state.ts';

/** Whose status under which treaty. */
export type TreatyStatusOf = { readonly participant: string; readonly instrument: string };

export type TreatyDecision =
  | { readonly events: readonly TreatyEvent[]; readonly warnings: readonly TreatyWarning[] }
  | { readonly rejected: TreatyRejection };

export function decideTreaty(of: TreatyStatusOf, command: TreatyCommand, state: TreatyState): TreatyDecision {
  const facts = instrumentByKey(of.instrument);
  if (facts === undefined) return reject('UnknownInstrument');
  const participant = participantByCode(of.participant);
  if (participant === undefined) return reject('UnknownParticipant');
  if (participant.kind === 'organization' && facts.openTo === 'states') return reject('MayNotJoin');
  const context = { participant: of.participant, facts, today: newestDate(command.at) };
  return command.type === 'CorrectTreatyEntry' ? correct(context, command, state) : record(context, command, state);
}

function record(
  context: EntryContext,
  { at, ...said }: { readonly at: Instant } & NewTreatyEntry,
  state: TreatyState,
): TreatyDecision {
  const entry = entryOf(context.facts, said);
  const refused = refusalOfEntry(entry, context);
  if (refused) return reject(refused);
  const known = findKnown(state, entry);
  if (known === undefined)
    return consistent(
      context.facts,
      state,
      { at, entry: state.entries.length + 1, ...entry },
      warningsOf(entry, state),
    );
  const what = merged(known, entry, said);
  if (what === undefined) return reject('ContradictsEntry');
  if (isEqual(what, bare(known))) return accept([]);
  const because = 'More is known of what is on record';
  const { entry: number } = known;
  return consistent(context.facts, state, {
    type: 'TreatyEntryCorrected',
    at,
    entry: number,
    what,
    cause: 'refined',
    because,
  });
}

function correct(
  context: EntryContext,
  { at, entry, to, because }: Extract<TreatyCommand, { type: 'CorrectTreatyEntry' }>,
  state: TreatyState,
): TreatyDecision {
  if (because.trim() === '') return reject('EmptyReason');
  const known = state.entries.find((each) => each.entry === entry);
  if (known === undefined) return reject('UnknownEntry');
  const what = to === null ? null : entryOf(context.facts, to);
  if (what !== null && what.type !== known.type) return reject('CorrectsAnotherKind');
  const refused = what === null ? undefined : refusalOfEntry(what, context);
  if (refused) return reject(refused);
  const before = known.struckOut === null ? bare(known) : null;
  if (isEqual(what, before)) return accept([]);
  return consistent(context.facts, state, { type: 'TreatyEntryCorrected', at, entry, what, cause: 'error', because });
}

function consistent(
  facts: InstrumentFacts,
  state: TreatyState,
  event: TreatyEvent,
  warnings: readonly TreatyWarning[] = [],
): TreatyDecision {
  const contradiction = contradictionIn(evolveTreaty(state, event), facts);
  return contradiction === undefined ? accept([event], warnings) : reject(contradiction);
}

function warningsOf(entry: TreatyEntry, state: TreatyState): readonly TreatyWarning[] {
  if (entry.type !== 'InstrumentDeposited') return [];
  const isSigned = standingEntries(state, 'TreatySigned').length > 0;
  if (entry.how === 'accession' && isSigned) return ['AccessionAfterSignature'];
  return entry.how === 'ratification' && !isSigned ? ['RatificationWithoutSignature'] : [];
}

/** Entries are plain JSON; the order of their keys depends on who wrote them. */
const isEqual = (one: TreatyEntry | null, other: TreatyEntry | null): boolean => ordered(one) === ordered(other);
const ordered = (entry: TreatyEntry | null): string =>
  JSON.stringify(entry === null ? null : Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));

const accept = (events: readonly TreatyEvent[], warnings: readonly TreatyWarning[] = []): TreatyDecision => ({
  events,
  warnings,
});
const reject = (rejected: TreatyRejection): TreatyDecision => ({ rejected });
