/**
 * A cell that no spreadsheet takes for a formula: not as it stands, nor after the spaces, quotes and full-width forms that some programs
 * take away first. An apostrophe in front makes it text; whoever reads the file back drops one apostrophe before such a sign. (A tab in
 * front, as some did, begins a formula itself: CVE-2021-41270.)
 */
export const safeCell = (text: string): string => (isFormulaLike(text) ? `'${text}` : text);

const isFormulaLike = (text: string): boolean =>
  /^['"\s\u200b\ufeff]*[\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text);

/** RFC 4180: every cell quoted, lines end with CR LF. */
export const csvOf = (lines: readonly (readonly (string | null)[])[]): string =>
  lines.map((cells) => cells.map((cell) => quoted(safeCell(cell ?? ''))).join(',')).join('\r\n') + '\r\n';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
