import { englishMonths } from '../reference/months.ts';
import type { CalendarDate } from '../time.ts';

/**
 * The letters that the status tables of the UN Treaty Collection put behind a date. Upper and lower case differ: `a` is an
 * accession, `A` an acceptance. None is a ratification, or whatever else the column's heading names first.
 */
export const consentMarks = {
  a: 'accession',
  A: 'acceptance',
  AA: 'approval',
  c: 'formal-confirmation',
  d: 'succession',
} as const;
export type ConsentMark = keyof typeof consentMarks;

/** A date as a table writes it: `on` is a calendar date, or the text of a year of which nothing more is known, `1983`. */
export type WrittenDate = {
  readonly on: string;
  readonly precision: 'day' | 'year';
  readonly mark: ConsentMark | null;
  /**
   * The Treaty Collection puts between brackets what no longer stands: a participant that has withdrawn, or an act that another
   * one has replaced. When it ended is said in a footnote, which no table carries.
   */
  readonly isBracketed: boolean;
};

export type DateFault = 'NotADate' | 'NoSuchDay' | 'AmbiguousDate' | 'UnknownMark' | 'SeveralDates';
export type ReadDate = { readonly date: WrittenDate | null } | { readonly fault: DateFault };

const months: ReadonlyMap<string, number> = new Map(
  englishMonths.flatMap((name, index) => [
    [name.toLowerCase(), index + 1],
    [name.slice(0, 3).toLowerCase(), index + 1],
  ]),
).set('sept', 9);

const year = '(?<year>[12]\\d{3})';
const patterns = [
  new RegExp(`^(?<day>\\d{1,2})[ -](?<name>[A-Za-z]{3,9})\\.?,?[ -]${year}(?!\\d)(?<rest>.*)$`),
  new RegExp(`^${year}-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)(?<rest>.*)$`),
  new RegExp(`^${year}(?![\\d-])(?<rest>.*)$`),
];
/** Day before month, or month before day? Nobody can say it of 06/07/1983. */
const slashed = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/;
/** Footnotes stand behind the mark as figures, raised figures or stars. */
const footnotes = /[\s,]*(?:(?<![A-Za-z0-9])\d{1,2}|[*†‡¹²³⁰⁴-⁹]|,)*\s*$/u;

/** Reads what one cell says of a date; an empty one, or a dash, says nothing. */
export function readDate(cell: string): ReadDate {
  const text = cell.replaceAll(/[\s\u00A0]+/g, ' ').trim();
  if (text === '' || /^[-–—]$/.test(text)) return { date: null };
  if ((text.match(/(?<!\d)[12]\d{3}(?!\d)/g) ?? []).length > 1) return { fault: 'SeveralDates' };
  const bracketed = /^\[(?<inside>[^[\]]*)\](?<after>[^[\]]*)$/.exec(text)?.groups;
  const inside = bracketed === undefined ? text : `${bracketed.inside ?? ''}${bracketed.after ?? ''}`;
  return readBare(inside.replaceAll(/ +/g, ' ').trim(), bracketed !== undefined);
}

function readBare(text: string, isBracketed: boolean): ReadDate {
  if (slashed.test(text)) return { fault: 'AmbiguousDate' };
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return readGroups(groups, isBracketed);
  }
  return { fault: 'NotADate' };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readGroups(groups: Groups, isBracketed: boolean): ReadDate {
  const mark = readMark(groups.rest ?? '');
  if (mark === undefined) return { fault: 'UnknownMark' };
  const { year: yearText = '', day } = groups;
  if (day === undefined) return { date: { on: yearText, precision: 'year', mark, isBracketed } };
  const month = groups.name === undefined ? Number(groups.month) : months.get(groups.name.toLowerCase());
  if (month === undefined) return { fault: 'NotADate' };
  const on = dayOf(Number(yearText), month, Number(day));
  return on === undefined ? { fault: 'NoSuchDay' } : { date: { on, precision: 'day', mark, isBracketed } };
}

/** Null where there is no mark, undefined where there is one that we do not know. */
function readMark(rest: string): ConsentMark | null | undefined {
  const mark = rest.replace(footnotes, '').trim();
  if (mark === '') return null;
  return isMark(mark) ? mark : undefined;
}

const isMark = (text: string): text is ConsentMark => Object.hasOwn(consentMarks, text);

function dayOf(ofYear: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(ofYear, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** The date as the Treaty Collection writes it: `[ 6 Jul 1983 a ]`. */
export function writeDate({ on, precision, mark, isBracketed }: WrittenDate): string {
  const text = [precision === 'year' ? on : writtenDay(on), ...(mark === null ? [] : [mark])].join(' ');
  return isBracketed ? `[ ${text} ]` : text;
}

function writtenDay(on: CalendarDate): string {
  const [ofYear = '', month = '', day = ''] = on.split('-');
  return `${Number(day)} ${(englishMonths[Number(month) - 1] ?? '').slice(0, 3)} ${ofYear}`;
}
