import { participationsOf } from '../treaty-status/participations.ts';
import { standingEntries, type TreatyState } from '../treaty-status/state.ts';
import type { CalendarDate } from '../time.ts';
import type { StatedConsent, StatedDate } from './read-row.ts';

/** What is on record of one participant and one instrument, as far as a table could say it too. */
export type Recorded = { readonly signature: RecordedDate | null; readonly deposits: readonly RecordedDeposit[] };
export type RecordedDate = StatedDate & { readonly entry: number };
export type RecordedDeposit = StatedConsent & {
  readonly entry: number;
  /** The notice of the denunciation that ended it. A table of its time says the deposit all the same. */
  readonly denouncedOn: CalendarDate | null;
};

/** The log's entries in the words of a table; the deposits oldest first. */
export function recordedIn(state: TreatyState): Recorded {
  const [signature] = standingEntries(state, 'TreatySigned');
  const deposits = participationsOf(state).map(({ deposit, denunciation }) => ({
    ...dateOf(deposit),
    how: deposit.how,
    denouncedOn: denunciation?.on ?? null,
  }));
  return { signature: signature === undefined ? null : dateOf(signature), deposits };
}

/** The log keeps the last day of a year of which it knows no more; a table writes the year. */
const dateOf = ({ on, precision, entry }: RecordedDate): RecordedDate => ({
  on: precision === 'year' ? on.slice(0, 4) : on,
  precision,
  entry,
});
