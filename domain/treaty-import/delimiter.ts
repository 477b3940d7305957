/** What may stand between cells: spreadsheets of half the world write semicolons, because their numbers hold commas. */
const delimiters = ['\t', ';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter of a table, by its first line: whichever stands there most often outside quotes with no space behind it. A comma
 * before a space belongs to a heading such as `Ratification, Accession(a)`; of two equals it is the comma that may be prose.
 */
export function delimiterOf(text: string): Delimiter {
  const header = firstLine(text).replaceAll(/"[^"]*"/g, 'x');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: cellsIn(header, delimiter) }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

const cellsIn = (header: string, delimiter: string): number => header.split(new RegExp(`${delimiter}(?! )`)).length;

const longestHeader = 10_000;

/** A quoted heading may hold line breaks: that of the Treaty Collection's page does. */
function firstLine(text: string): string {
  const head = text.slice(0, longestHeader).trimStart();
  let isQuoted = false;
  for (const [at, character] of Array.from(head).entries()) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && (character === '\n' || character === '\r')) return Array.from(head).slice(0, at).join('');
  }
  return head;
}
