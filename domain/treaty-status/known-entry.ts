import type { NewTreatyEntry } from './commands.ts';
import { mayBeSame } from './entry-dates.ts';
import type { TreatyEntry } from './events.ts';
import type { OnRecord, TreatyState } from './state.ts';

/** The entry on record that tells the same fact, whatever is said beside it; a date may be a year there and a day here. */
export const findKnown = ({ entries }: TreatyState, fresh: TreatyEntry): OnRecord | undefined =>
  entries.find((each) => each.struckOut === null && isSameFact(each, fresh) && mayBeSame(each, fresh));

function isSameFact(one: TreatyEntry, other: TreatyEntry): boolean {
  return one.type === other.type && factOf(one) === factOf(other);
}

/** What makes an entry the fact that it is, beside its date. */
function factOf(entry: TreatyEntry): string {
  switch (entry.type) {
    case 'TreatySigned':
    case 'TreatyDenounced':
      return '';
    case 'DomesticActRecorded':
      return entry.title;
    case 'InstrumentDeposited':
      return entry.how;
    case 'ReservationMade':
    case 'DeclarationMade':
      return JSON.stringify([entry.text, entry.provisions]);
    case 'ObjectionMade':
      return `${entry.by} ${entry.to} ${entry.precludesEntryIntoForce}`;
    case 'StatementWithdrawn':
      return `${entry.of} ${entry.isPartial}`;
  }
}

/**
 * What is on record and what is said anew, as one: a day refines its year, and a proof or a reference is added where
 * there was none. Undefined where they contradict each other.
 */
export function merged(known: OnRecord, fresh: TreatyEntry, said: NewTreatyEntry): TreatyEntry | undefined {
  const before = bare(known);
  const isRefined = known.precision === 'year' && fresh.precision === 'day';
  const [old, added] = [before as Loose, fresh as Loose];
  for (const field of ['notification', 'text'] as const)
    if (old[field] != null && added[field] != null && old[field] !== added[field]) return undefined;
  for (const field of ['inForceOn', 'effectiveOn'] as const)
    if (!isRefined && (said as Loose)[field] != null && old[field] !== added[field]) return undefined;
  return {
    ...before,
    ...(isRefined ? datesOf(added) : {}),
    ...('notification' in old ? { notification: old.notification ?? added.notification ?? null } : {}),
    ...('text' in old ? { text: old.text ?? added.text ?? null } : {}),
    evidence: [...before.evidence, ...fresh.evidence.filter(({ url }) => before.evidence.every((e) => e.url !== url))],
  } as TreatyEntry;
}

/** The fields that only some entries have. */
type Loose = {
  readonly on?: string;
  readonly notification?: string | null;
  readonly text?: string | null;
  readonly inForceOn?: string | null;
  readonly effectiveOn?: string | null;
};

const datesOf = ({ on, inForceOn, effectiveOn }: Loose) => ({
  on,
  precision: 'day',
  ...(inForceOn === undefined ? {} : { inForceOn }),
  ...(effectiveOn === undefined ? {} : { effectiveOn }),
});

/** An entry without what the record adds. */
export function bare({
  entry: _entry,
  recordedAt: _at,
  correctedAt: _by,
  struckOut: _out,
  ...rest
}: OnRecord): TreatyEntry {
  return rest as TreatyEntry;
}
