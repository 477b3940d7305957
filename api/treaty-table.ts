import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf } from '../domain/treaty-import/delimiter.ts';
import { readRow } from '../domain/treaty-import/read-row.ts';
import type { NumberedRow } from '../domain/treaty-import/resolve-rows.ts';
import { readHeader, type TableFault, type TableFormat } from '../domain/treaty-import/table.ts';
import { Problem } from './problems.ts';

/** Every participant in every treaty makes 4,400 rows; what is more is no table of status. */
export const mostRows = 10_000;
export const tableLimitBytes = 5_242_880;

export type TableWish = { readonly format: TableFormat | null; readonly instrument: string | null };
export type ReadTable = { readonly format: TableFormat; readonly rows: readonly NumberedRow[] };

/**
 * The text of a CSV file. Spreadsheets write UTF-8, with or without its mark, or UTF-16 with it; a code page that is not said can
 * only be guessed, and would turn Côte d'Ivoire and Türkiye into nobody.
 */
export function decodeTable(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('TableNotUtf8');
  }
}

/** Reads a table of treaty status; what is wrong with one line is said by that line. */
export function readTable(text: string, { format, instrument }: TableWish): ReadTable {
  const [header, ...lines] = recordsIn(text);
  if (header === undefined) throw new Problem('TableEmpty');
  const columns = readHeader(header.cells, { format, hasInstrument: instrument !== null });
  if ('fault' in columns) throw new Problem(headerProblems[columns.fault]);
  if (lines.length === 0) throw new Problem('TableEmpty');
  if (lines.length > mostRows) throw new Problem('TooManyRows', `A table has ${mostRows} rows at most`);
  const rows = lines.map(({ line, cells }) => ({ line, row: readRow(cells, columns, instrument) }));
  return { format: columns.format, rows };
}

const headerProblems = {
  HeaderNotRecognised: 'TableNotRecognised',
  HeaderTwice: 'TableColumnTwice',
  InstrumentMissing: 'TableInstrumentMissing',
} as const satisfies Record<TableFault, string>;

type Line = { readonly line: number; readonly cells: readonly string[] };
type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function recordsIn(text: string): readonly Line[] {
  try {
    // One kind of line end: within quotes the parser counts the two characters of the other as two lines.
    const parsed = parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly Parsed[];
    return parsed.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
    throw new Problem('TableNotReadable', `A quotation mark is opened and never closed${line}`);
  }
}

/** The parser counts a record where it ends; people look for it where it begins. */
const breaksIn = (record: readonly string[]): number =>
  record.reduce((count, cell) => count + (cell.match(/\n/g) ?? []).length, 0);
