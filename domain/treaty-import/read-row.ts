import { readDate, consentMarks, type DateFault, type WrittenDate } from './written-date.ts';
import type { Columns } from './table.ts';

/** How a participant consented to be bound, as tables say it. */
export const consentKinds = [
  'ratification',
  'accession',
  'acceptance',
  'approval',
  'formal-confirmation',
  'succession',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type StatedDate = { readonly on: string; readonly precision: 'day' | 'year' };
export type StatedConsent = StatedDate & {
  /** Null where a list of years does not tell. */
  readonly how: ConsentKind | null;
};

/** What one line says, before anybody asks whether it can be so. */
export type StatedRow = {
  readonly signature: StatedDate | null;
  readonly consent: StatedConsent | null;
  /** What stands between brackets, and is therefore left out. */
  readonly leftOut: readonly ('signature' | 'consent')[];
};

export type RowFault =
  | DateFault
  | 'TooManyCells'
  | 'ParticipantMissing'
  | 'InstrumentMissing'
  | 'NothingStated'
  | 'InBrackets'
  | 'UnknownConsentType'
  | 'ConsentTypeDisagrees'
  | 'DatesDisagree'
  | 'TextTooLong';

/** One line of a table, with what can be read in it. */
export type ReadRow = {
  readonly participant: string;
  readonly instrument: string;
  /** The cells of the two dates, as they were written. */
  readonly written: { readonly signature: string; readonly consent: string };
} & ({ readonly stated: StatedRow } | { readonly fault: RowFault });

/** No name of a participant or treaty is nearly as long: what is belongs to another table. */
const longestCell = 200;

/** Reads a line of a table. Total: any cells give a row, or a row with the reason why it says nothing. */
export function readRow(cells: readonly string[], columns: Columns, instrument: string | null): ReadRow {
  const cell = (index: number | null): string => (index === null ? '' : (cells[index] ?? '').trim());
  const written = {
    signature: cell(columns.signatureRaw) || cell(columns.signature),
    consent: cell(columns.consentRaw) || cell(columns.consent),
  };
  const named = { participant: cell(columns.participant), instrument: cell(columns.treaty) || (instrument ?? '') };
  const texts = [named.participant, named.instrument, written.signature, written.consent];
  if (texts.some((text) => text.length > longestCell))
    return { ...cutShort({ ...named, written }), fault: 'TextTooLong' };
  const row = { ...named, written };
  if (cells.slice(columns.count).some((extra) => extra.trim() !== '')) return { ...row, fault: 'TooManyCells' };
  if (named.participant === '') return { ...row, fault: 'ParticipantMissing' };
  if (named.instrument === '') return { ...row, fault: 'InstrumentMissing' };
  return { ...row, ...statedIn(columns, cell, isBracketed(named.participant)) };
}

const isBracketed = (participant: string): boolean => /^\[.*\]/.test(participant);

const cutShort = ({ written, ...named }: Pick<ReadRow, 'participant' | 'instrument' | 'written'>) => ({
  participant: named.participant.slice(0, longestCell),
  instrument: named.instrument.slice(0, longestCell),
  written: { signature: written.signature.slice(0, longestCell), consent: written.consent.slice(0, longestCell) },
});

type Cell = (index: number | null) => string;
type Stated = { readonly stated: StatedRow } | { readonly fault: RowFault };

function statedIn(columns: Columns, cell: Cell, isWithdrawn: boolean): Stated {
  const signature = readBoth(cell(columns.signature), cell(columns.signatureRaw));
  if ('fault' in signature) return signature;
  // A successor may take over a signature; every other mark belongs to the other column.
  if (signature.date !== null && ![null, 'd'].includes(signature.date.mark)) return { fault: 'UnknownMark' };
  const consent = readBoth(cell(columns.consent), cell(columns.consentRaw));
  if ('fault' in consent) return consent;
  const how = kindOf(consent.date, cell(columns.consentType), columns);
  if (how !== null && typeof how === 'object') return how;
  const isLeftOut = (date: WrittenDate | null): boolean => date !== null && (isWithdrawn || date.isBracketed);
  const leftOut = [
    ...(isLeftOut(signature.date) ? (['signature'] as const) : []),
    ...(isLeftOut(consent.date) ? (['consent'] as const) : []),
  ];
  const stated = {
    signature: signature.date === null || isLeftOut(signature.date) ? null : statedDate(signature.date),
    consent: consent.date === null || isLeftOut(consent.date) ? null : { ...statedDate(consent.date), how },
    leftOut,
  };
  if (stated.signature !== null || stated.consent !== null) return { stated };
  return { fault: leftOut.length > 0 ? 'InBrackets' : 'NothingStated' };
}

const statedDate = ({ on, precision }: WrittenDate): StatedDate => ({ on, precision });

/** The date in ISO form and as it was written must be one: where they are not, nobody can say which of them is wrong. */
function readBoth(
  normalized: string,
  raw: string,
): { readonly date: WrittenDate | null } | { readonly fault: RowFault } {
  const [date, asWritten] = [readDate(normalized), readDate(raw)];
  if ('fault' in date) return date;
  if (raw === '') return date;
  if ('fault' in asWritten) return asWritten;
  return date.date?.on === asWritten.date?.on ? asWritten : { fault: 'DatesDisagree' };
}

/** What a deposit was, by its own column and by the mark behind its date; a fault where the two do not agree. */
function kindOf(
  date: WrittenDate | null,
  typeCell: string,
  { unmarked }: Columns,
): ConsentKind | null | { readonly fault: RowFault } {
  const type = typeCell.toLowerCase().replaceAll(/[\s_-]+/g, '-');
  if (type !== '' && !isConsentKind(type)) return { fault: 'UnknownConsentType' };
  if (date === null) return type === '' ? null : { fault: 'ConsentTypeDisagrees' };
  const marked = date.mark === null ? null : consentMarks[date.mark];
  if (type === '') return marked ?? unmarked;
  return marked !== null && marked !== type ? { fault: 'ConsentTypeDisagrees' } : type;
}

const isConsentKind = (text: string): text is ConsentKind => consentKinds.some((kind) => kind === text);
