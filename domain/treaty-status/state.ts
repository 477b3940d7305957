import type { Instant } from '../time.ts';
import type { TreatyEntry, TreatyEvent } from './events.ts';

/** An entry as it reads today. */
export type OnRecord = TreatyEntry & {
  readonly entry: number;
  readonly recordedAt: Instant;
  /** When it was last corrected. */
  readonly correctedAt: Instant | null;
  readonly struckOut: { readonly at: Instant; readonly because: string } | null;
};
export type EntryOf<T extends TreatyEntry['type']> = Extract<OnRecord, { readonly type: T }>;

/** Plain JSON, ordered by the numbers of the entries. */
export type TreatyState = { readonly entries: readonly OnRecord[] };

export const noTreatyStatus: TreatyState = { entries: [] };

export const foldTreaty = (events: readonly TreatyEvent[]): TreatyState => events.reduce(evolveTreaty, noTreatyStatus);

export function evolveTreaty(state: TreatyState, event: TreatyEvent): TreatyState {
  if (event.type === 'TreatyEntryCorrected') return corrected(state, event);
  const { at, ...entry } = event;
  const added: OnRecord = { ...entry, recordedAt: at, correctedAt: null, struckOut: null };
  return { entries: [...state.entries, added].sort((one, other) => one.entry - other.entry) };
}

function corrected(
  state: TreatyState,
  { at, entry, what, because }: Extract<TreatyEvent, { type: 'TreatyEntryCorrected' }>,
): TreatyState {
  return {
    entries: state.entries.map((each): OnRecord => {
      if (each.entry !== entry) return each;
      const { recordedAt } = each;
      if (what === null) return { ...each, correctedAt: at, struckOut: { at, because } };
      return { ...what, entry, recordedAt, correctedAt: at, struckOut: null };
    }),
  };
}

/** The entries of a type that stand, by date; the number decides between those of one day. */
export function standingEntries<T extends TreatyEntry['type']>(
  { entries }: TreatyState,
  type: T,
): readonly EntryOf<T>[] {
  return entries
    .filter((each): each is EntryOf<T> => each.type === type && each.struckOut === null)
    .sort((one, other) => (one.on === other.on ? one.entry - other.entry : one.on < other.on ? -1 : 1));
}
