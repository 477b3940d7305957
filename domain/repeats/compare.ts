import { contentOf, type Content } from './content-words.ts';
import { sharedTrigrams } from './trigrams.ts';

/** `same`: the same thing is asked. `related`: the same matter, worth a look. */
export type Likeness = 'same' | 'related';

/** Judged on pairs of real recommendations that one State got in two reviews. */
export const thresholds: Readonly<Record<Likeness, number>> = { same: 0.6, related: 0.45 };

export const likenessOf = (score: number): Likeness | null =>
  score >= thresholds.same ? 'same' : score >= thresholds.related ? 'related' : null;

/** How alike two recommendations are, from 0 to 1. The same both ways; a text with itself is 1. */
export const compareTexts = (a: string, b: string): number => compareContents(contentOf(a), contentOf(b));

const wordShare = 0.7;
/** Two treaties are two matters, however alike their names and the sentences around them. */
const otherTreatyFactor = 0.4;
/** One names a treaty, the other does not. */
const oneTreatyFactor = 0.75;

export function compareContents(a: Content, b: Content): number {
  if (a.line === b.line) return a.line === '' ? 0 : 1;
  const blended = wordShare * wordSimilarity(a, b) + (1 - wordShare) * sharedTrigrams(a.trigrams, b.trigrams);
  return Math.round(blended * treatyFactor(a, b) * 1_000) / 1_000;
}

function treatyFactor({ instruments: a }: Content, { instruments: b }: Content): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return oneTreatyFactor;
  return a.some((key) => b.includes(key)) ? 1 : otherTreatyFactor;
}

/** Half what they share of both, half what the shorter one shares: a text that repeats another and adds to it repeats it. */
function wordSimilarity({ weights: a }: Content, { weights: b }: Content): number {
  const [sizeA, sizeB] = [sum(a.values()), sum(b.values())];
  if (sizeA === 0 || sizeB === 0) return 0;
  const shared = sum([...a].flatMap(([stem, weight]) => (b.has(stem) ? [weight] : [])));
  const shorter = Math.min(sizeA, sizeB);
  const contained = shorter < leastForContainment ? 0 : shared / shorter;
  return (shared / (sizeA + sizeB)) * (contained === 0 ? 2 : 1) + contained / 2;
}

/** Three words of weight: fewer are contained in too much. */
const leastForContainment = 3;

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
