import type { Position } from '../follow-up/events.ts';
import type { Status } from '../follow-up/events.ts';
import type { RecommendationId } from '../ids.ts';
import type { CalendarDate } from '../time.ts';
import { compareContents, likenessOf, type Likeness } from './compare.ts';
import { contentOf } from './content-words.ts';

/** A recommendation as far as comparing needs it. */
export type Asked = {
  readonly id: RecommendationId;
  readonly text: string;
  readonly sourceId: string;
  /** When its source asked it; null where the source has no date. */
  readonly askedOn: CalendarDate | null;
  readonly position: Position;
  readonly status: Status | 'not-started';
};

export type Similar<T extends Asked = Asked> = T & {
  readonly score: number;
  readonly likeness: Likeness;
  readonly year: number | null;
  /** Asked in the same review or mission: no repeat, but one of a cluster. */
  readonly isSameSource: boolean;
  /** The newer one can carry on what this one follows up. */
  readonly offersSuperseding: boolean;
};

/** What is looked at: a recommendation of the register, or a text that is not in it yet. */
export type Looked = { readonly text: string; readonly sourceId: string | null; readonly askedOn: CalendarDate | null };

const mostShown = 20;

/** The candidates that ask the same or a related thing, most alike first. What a later source asked is left out. */
export function findSimilar<T extends Asked>(looked: Looked, candidates: readonly T[]): readonly Similar<T>[] {
  const content = contentOf(looked.text);
  return candidates
    .filter((candidate) => !isLater(candidate, looked))
    .flatMap((candidate): readonly Similar<T>[] => {
      const score = compareContents(content, contentOf(candidate.text));
      const likeness = likenessOf(score);
      return likeness === null ? [] : [similar(candidate, looked, { score, likeness })];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostShown);
}

const isLater = ({ askedOn }: Asked, looked: Looked): boolean =>
  askedOn !== null && looked.askedOn !== null && askedOn > looked.askedOn;

function similar<T extends Asked>(
  candidate: T,
  looked: Looked,
  { score, likeness }: { readonly score: number; readonly likeness: Likeness },
): Similar<T> {
  const isSameSource = candidate.sourceId === looked.sourceId;
  const isRunning = candidate.status !== 'closed' && candidate.status !== 'not-started';
  const offersSuperseding = likeness === 'same' && !isSameSource && isRunning;
  return { ...candidate, score, likeness, year: yearOf(candidate.askedOn), isSameSource, offersSuperseding };
}

const yearOf = (date: CalendarDate | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** The times that the same was asked before, oldest first: one for each source, by what is most alike in it. */
export function chainOf<T extends Asked>(all: readonly Similar<T>[]): readonly Similar<T>[] {
  const bySource = new Map<string, Similar<T>>();
  for (const one of all) {
    const before = bySource.get(one.sourceId);
    if (one.likeness !== 'same' || one.isSameSource) continue;
    if (before === undefined || one.score > before.score) bySource.set(one.sourceId, one);
  }
  return [...bySource.values()].sort((a, b) => ((a.askedOn ?? '') < (b.askedOn ?? '') ? -1 : 1));
}

/** One sentence that a person can read: `Asked in 2014 and 2019, noted both times.` */
export function sayChain(all: readonly Similar[]): string {
  const chain = chainOf(all);
  if (chain.length > 0) return `Asked ${sayWhen(chain)}, ${sayPositions(chain.map(({ position }) => position))}.`;
  if (all.length === 0) return 'Nothing like it was asked before.';
  const beside = all.filter(({ isSameSource }) => isSameSource).length;
  return beside === all.length
    ? `Not asked before; ${counted(beside, 'alike one')} in the same source.`
    : `Not asked before in this form; ${counted(all.length, 'related one')}.`;
}

function sayWhen(chain: readonly Similar[]): string {
  const years = [...new Set(chain.flatMap(({ year }) => year ?? []))];
  const undated = chain.filter(({ year }) => year === null).length;
  if (years.length === 0) return undated === 1 ? 'before' : `${undated} times before`;
  const often = chain.length > years.length ? `${counted(chain.length, 'time')}, ` : '';
  return `${often}in ${listed(years.map(String))}${undated === 0 ? '' : ' and at a time not on record'}`;
}

const positionWords: Readonly<Record<Position, string>> = {
  pending: 'not answered yet',
  supported: 'supported',
  'supported-in-part': 'supported in part',
  noted: 'noted',
  pledged: 'pledged',
};

function sayPositions(positions: readonly Position[]): string {
  const kinds = [...new Set(positions)];
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return `${positionWords[only]}${timesOf(positions.length)}`;
  if (positions.length === kinds.length) return `first ${kinds.map((kind) => positionWords[kind]).join(', then ')}`;
  return listed(
    kinds.map((kind) => `${positionWords[kind]} ${often(positions.filter((each) => each === kind).length)}`),
  );
}

const timesOf = (count: number): string => (count === 1 ? '' : count === 2 ? ' both times' : ' each time');
const often = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
