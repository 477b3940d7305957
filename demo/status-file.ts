import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import type { CalendarDate } from '../domain/time.ts';

type Row = Readonly<Record<string, string>>;
type Entry = { readonly row: Row; readonly on: CalendarDate };

const header = 'treaty,participant,signature_date,consent_date,consent_type';

/**
 * A table of treaty status with days (treaty, participant, signature_date, consent_date, consent_type), to be told as history was: each
 * signature and each deposit on its day.
 */
export async function readStatusFile(file: string) {
  const rows = parse(await readFile(file), { columns: true, bom: true, skip_empty_lines: true }) as readonly Row[];
  const signatures = datedBy(rows, 'signature_date').map(({ row, on }) => ({ on, line: lineOf(row, false) }));
  const deposits = datedBy(rows, 'consent_date').map(({ row, on }) => ({ on, line: lineOf(row, true) }));
  const entries = [...signatures, ...deposits].sort((one, other) => (one.on < other.on ? -1 : 1));
  const joinedOn = new Map(
    datedBy(rows, 'consent_date').map(({ row, on }) => [`${row.treaty}:${row.participant}`, on]),
  );
  return {
    rows: rows.length,
    /** What happened after one day and up to another, as a table; undefined when nothing did. Whoever signed and joined has both lines in one. */
    between: (after: CalendarDate, until: CalendarDate): string | undefined => {
      const lines = entries.filter(({ on }) => on > after && on <= until).map(({ line }) => line);
      return lines.length === 0 ? undefined : [header, ...lastOfEach(lines)].join('\n');
    },
    /** Participants of a treaty, as the file names them, that had joined by a day. */
    partiesBy: (treaty: string, on: CalendarDate): number =>
      [...joinedOn].filter(([key, joined]) => key.startsWith(`${treaty}:`) && joined <= on).length,
  };
}

const datedBy = (rows: readonly Row[], column: string): readonly Entry[] =>
  rows.flatMap((row) => (row[column] ? [{ row, on: row[column] }] : []));

/** Names may hold commas. */
const quoted = (text: string | undefined): string => `"${(text ?? '').replaceAll('"', '""')}"`;

function lineOf(row: Row, hasJoined: boolean): string {
  const { treaty, participant, signature_date = '', consent_date = '', consent_type = '' } = row;
  const signedOn = hasJoined && signature_date > consent_date ? '' : signature_date;
  const consent = hasJoined ? [consent_date, consent_type] : ['', ''];
  return [quoted(treaty), quoted(participant), signedOn, ...consent].join(',');
}

/** Of a participant that signed and joined within the time, the line that says both. */
function lastOfEach(lines: readonly string[]): readonly string[] {
  const byPlace = new Map(lines.map((line) => [/^"(?:[^"]|"")*","(?:[^"]|"")*"/.exec(line)?.[0] ?? line, line]));
  return [...byPlace.values()];
}
