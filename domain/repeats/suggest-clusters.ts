import type { RecommendationId } from '../ids.ts';
import { compareContents, thresholds } from './compare.ts';
import { contentOf, type Content } from './content-words.ts';

/** A recommendation that is in no cluster yet. */
export type Unclustered = {
  readonly id: RecommendationId;
  readonly text: string;
  readonly themes: readonly string[];
};

export type ClusterSuggestion = {
  readonly recommendationIds: readonly RecommendationId[];
  /** Common to all of them; may be none where the texts ask the same. */
  readonly themes: readonly string[];
  readonly title: string;
  /** How alike the least alike one is to the one that all were compared with. */
  readonly score: number;
};

type Prepared = Unclustered & { readonly content: Content };

/** An answer for more than that would be read by nobody. */
const mostTogether = 12;
const longestTitle = 120;

/**
 * Recommendations of one State that could be answered together: they ask the same, or a related thing under a common theme.
 * Each is suggested once, with the one that has most like it. Larger groups first.
 */
export function suggestClusters(all: readonly Unclustered[]): readonly ClusterSuggestion[] {
  const prepared = all.map((one) => ({ ...one, content: contentOf(one.text) }));
  const near = neighboursOf(prepared);
  const free = new Set(prepared);
  const suggestions: ClusterSuggestion[] = [];
  for (const seed of [...prepared].sort((a, b) => (near.get(b)?.length ?? 0) - (near.get(a)?.length ?? 0))) {
    const found = (near.get(seed) ?? []).filter(({ other }) => free.has(other)).slice(0, mostTogether - 1);
    if (!free.has(seed) || found.length === 0) continue;
    for (const taken of [seed, ...found.map(({ other }) => other)]) free.delete(taken);
    suggestions.push(suggestionOf(seed, found));
  }
  return suggestions.sort((a, b) => b.recommendationIds.length - a.recommendationIds.length || b.score - a.score);
}

type Neighbour = { readonly other: Prepared; readonly score: number };

/** For each one those that belong with it, most alike first. Only what shares a telling word is compared at all. */
function neighboursOf(all: readonly Prepared[]): ReadonlyMap<Prepared, readonly Neighbour[]> {
  const places = new Map<string, number[]>();
  all.forEach(({ content }, index) => {
    for (const [stem, weight] of content.weights)
      if (weight >= 1) places.set(stem, [...(places.get(stem) ?? []), index]);
  });
  const near = new Map<Prepared, Neighbour[]>(all.map((one) => [one, []]));
  all.forEach((one, index) => {
    const others = new Set([...one.content.weights.keys()].flatMap((stem) => places.get(stem) ?? []));
    for (const at of others) {
      const other = all[at];
      if (other === undefined || at <= index) continue;
      const score = compareContents(one.content, other.content);
      if (!belongTogether(one, other, score)) continue;
      near.get(one)?.push({ other, score });
      near.get(other)?.push({ other: one, score });
    }
  });
  for (const list of near.values()) list.sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  return near;
}

const belongTogether = (a: Unclustered, b: Unclustered, score: number): boolean =>
  score >= thresholds.same || (score >= thresholds.related && a.themes.some((theme) => b.themes.includes(theme)));

function suggestionOf(seed: Prepared, found: readonly Neighbour[]): ClusterSuggestion {
  const members = [seed, ...found.map(({ other }) => other)];
  const themes = seed.themes.filter((theme) => members.every((member) => member.themes.includes(theme)));
  const shortest = [...members].sort((a, b) => a.text.length - b.text.length || (a.id < b.id ? -1 : 1))[0] ?? seed;
  return {
    recommendationIds: members.map(({ id }) => id),
    themes,
    title: shortened(shortest.text),
    score: Math.min(...found.map(({ score }) => score)),
  };
}

const shortened = (text: string): string =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1).trimEnd()}…`;
