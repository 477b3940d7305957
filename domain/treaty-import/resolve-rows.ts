import { readInstrumentKey } from '../reference/instruments/read-instrument-key.ts';
import { readParticipant, type Aliases } from './read-participant.ts';
import type { ReadRow } from './read-row.ts';

/** A row with whom and what its names mean, and the other rows of the table that speak of the same two. */
export type ResolvedRow = {
  readonly row: ReadRow;
  readonly line: number;
  readonly participant: string | null;
  readonly instrument: string | null;
  readonly repeats: Repetition | null;
};
export type Repetition = { readonly code: 'DuplicateRow' | 'ContradictingRows'; readonly otherLine: number };
export type NumberedRow = { readonly line: number; readonly row: ReadRow };

/** Finds whom each row speaks of, and which rows say a thing twice. */
export function resolveRows(rows: readonly NumberedRow[], aliases: Aliases): readonly ResolvedRow[] {
  const named = rows.map(({ row, line }) => ({
    row,
    line,
    participant: readParticipant(withoutBrackets(row.participant), aliases) ?? null,
    instrument: readInstrumentKey(row.instrument) ?? null,
  }));
  const groups = new Map<string, Named[]>();
  for (const each of named) {
    const key = pairOf(each);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return named.map((each) => ({ ...each, repeats: repetitionIn(groups.get(pairOf(each) ?? '') ?? [], each) }));
}

type Named = Omit<ResolvedRow, 'repeats'>;

/** The Treaty Collection puts whoever has withdrawn between brackets. */
const withoutBrackets = (name: string): string => name.replace(/^\[\s*(.*?)\s*\]/, '$1');

/** Undefined where a row says nothing that another one could repeat. */
const pairOf = ({ row, participant, instrument }: Named): string | undefined =>
  'stated' in row && participant !== null && instrument !== null ? `${participant} ${instrument}` : undefined;

/** Of rows that say the same the first counts; of rows that contradict each other none does: nobody can say which is right. */
function repetitionIn(group: readonly Named[], each: Named): Repetition | null {
  const first = group[0];
  const other = group.find(({ row }) => saidBy(row) !== saidBy(each.row));
  if (first === undefined) return null;
  if (other !== undefined) return { code: 'ContradictingRows', otherLine: other.line };
  return first.line === each.line ? null : { code: 'DuplicateRow', otherLine: first.line };
}

const saidBy = (row: ReadRow): string => JSON.stringify('stated' in row ? row.stated : null);
