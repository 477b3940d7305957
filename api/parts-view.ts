import { wordsFor } from '../words/words.ts';
import type { Asked } from './asked.ts';
import { stageName } from './stage-name.ts';

/** The parts that are asked instead of a split recommendation, and where each stands; undefined where it is whole. */
export function partsView({ row: { state }, events, contact }: Asked) {
  if (!state?.parts) return undefined;
  const split = events.findLast((event) => event.type === 'RecommendationSplit');
  const parts = split?.type === 'RecommendationSplit' ? split.parts : [];
  return state.parts.map(({ recommendationId, implementation }) => ({
    text: parts.find((part) => part.recommendationId === recommendationId)?.text ?? '',
    stage: stageName(implementation, wordsFor(contact.language)),
  }));
}
