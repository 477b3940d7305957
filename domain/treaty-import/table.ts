import { plainText } from '../text.ts';

/** The three shapes in which lists of status come; recognised by their header unless the caller says which. */
export const tableFormats = ['normalized', 'treaty-collection', 'years'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Where a format's cells stand. */
export type Columns = {
  readonly format: TableFormat;
  readonly participant: number;
  /** None where the whole table is about one instrument, which its page names and the table does not. */
  readonly treaty: number | null;
  readonly signature: number | null;
  readonly consent: number | null;
  readonly consentType: number | null;
  /** As the source wrote them, beside the dates in ISO form. */
  readonly signatureRaw: number | null;
  readonly consentRaw: number | null;
  /** What a date without a mark is, as the heading says. */
  readonly unmarked: 'ratification' | 'accession' | 'acceptance' | null;
  readonly count: number;
};

export type TableFault = 'HeaderNotRecognised' | 'HeaderTwice' | 'InstrumentMissing';

/** Finds the columns in a header line; what it lacks is said by a fault, never guessed. */
export function readHeader(
  cells: readonly string[],
  wish: { readonly format: TableFormat | null; readonly hasInstrument: boolean },
): Columns | { readonly fault: TableFault } {
  const names = cells.map((cell) => plainText(cell));
  const given = names.filter(Boolean);
  if (new Set(given).size !== given.length) return { fault: 'HeaderTwice' };
  const columns = readers
    .filter(({ format }) => wish.format === null || wish.format === format)
    .map(({ read }) => read(names))
    .find((found) => found !== undefined);
  if (columns === undefined) return { fault: 'HeaderNotRecognised' };
  return columns.treaty === null && !wish.hasInstrument ? { fault: 'InstrumentMissing' } : columns;
}

type Read = (names: readonly string[]) => Columns | undefined;
const readers: readonly { readonly format: TableFormat; readonly read: Read }[] = [
  { format: 'normalized', read: readNormalized },
  { format: 'years', read: readYears },
  { format: 'treaty-collection', read: readTreatyCollection },
];

const none = { consentType: null, signatureRaw: null, consentRaw: null, unmarked: null };

function readNormalized(names: readonly string[]): Columns | undefined {
  const at = finder(names);
  const participant = at('participant');
  const [signature, consent] = [at('signature_date'), at('consent_date')];
  if (participant === null || (signature === null && consent === null)) return undefined;
  return {
    format: 'normalized',
    participant,
    treaty: at('treaty'),
    signature,
    consent,
    consentType: at('consent_type'),
    signatureRaw: at('signature_raw'),
    consentRaw: at('consent_raw'),
    unmarked: null,
    count: names.length,
  };
}

function readYears(names: readonly string[]): Columns | undefined {
  const at = finder(names);
  const participant = at('participant');
  const [signature, consent] = [at('signature_year'), at('consent_year') ?? at('year')];
  if (participant === null || (signature === null && consent === null)) return undefined;
  return {
    ...none,
    format: 'years',
    participant,
    treaty: at('treaty'),
    signature,
    consent,
    consentType: at('consent_type'),
    count: names.length,
  };
}

const consentWords = /\b(?:ratification|accession|acceptance|approval|succession|confirmation)\b/;

/** The headings differ from treaty to treaty: `Ratification, Acceptance(A), Accession(a)`, `Signature, Succession to signature(d)`. */
function readTreatyCollection(names: readonly string[]): Columns | undefined {
  const participant = finder(names)('participant');
  const signature = names.findIndex((name) => name.startsWith('signature'));
  const consent = names.findIndex((name, index) => index !== signature && consentWords.test(name));
  if (participant === null || consent === -1) return undefined;
  return {
    ...none,
    format: 'treaty-collection',
    participant,
    treaty: null,
    signature: signature === -1 ? null : signature,
    consent,
    unmarked: unmarkedIn(names[consent] ?? ''),
    count: names.length,
  };
}

const unmarkedIn = (heading: string): Columns['unmarked'] =>
  (['ratification', 'accession', 'acceptance'] as const).find((each) => heading.includes(each)) ?? null;

const finder =
  (names: readonly string[]) =>
  (name: string): number | null => {
    const index = names.indexOf(name);
    return index === -1 ? null : index;
  };
