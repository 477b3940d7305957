import { instrumentTitles } from '../proposals/instruments.ts';
import { findInstruments } from '../proposals/find-instruments.ts';
import { plainText, withoutRecommendingStates } from '../text.ts';

/**
 * What to look for when candidates are fetched by their words: the text, and its treaties by acronym and in full, so that
 * `OPCAT` finds the Optional Protocol to the Convention against Torture.
 */
export function searchTextOf(text: string): string {
  const bare = withoutRecommendingStates(text);
  const keys = findInstruments(plainText(bare));
  return [bare, ...keys, ...keys.flatMap((key) => instrumentTitles[key] ?? [])].join(' ');
}
