import { states } from './reference/states.ts';

/** A text as rules compare it: lower case, no accents, plain quotes and dashes, single spaces. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[‘’ʼ´`]/g, "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/[‐‑‒–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words of a name in any order: sources write `Islamic Republic of Iran` and `Iran (Islamic Republic of)`. */
const wordsOf = (name: string): string =>
  (plainText(name).match(/[a-z]+/g) ?? [])
    .filter((word) => word !== 'the')
    .sort()
    .join(' ');

/** Names in use that are not, or no longer, the short names of UNTERM. */
const formerNames = ['Turkey', 'Swaziland', 'Czech Republic', 'Macedonia FYR', 'DPR Korea', 'St. Lucia', 'Holy See'];
const stateNames: ReadonlySet<string> = new Set(
  [...states.flatMap(({ names: { en, fr, es } }) => [en, fr, es]), ...formerNames].map(wordsOf),
);

/** Lists of recommendations write the recommending States behind each sentence: `Ratify the Convention (France) (Lithuania);` */
export const withoutRecommendingStates = (text: string): string =>
  text.replaceAll(/\s*\(((?:[^()]|\([^()]*\))*)\)/g, (whole, inside: string) => {
    const names = inside
      .split(/[,;]|\band\b/)
      .map(wordsOf)
      .filter(Boolean);
    return names.length > 0 && (names.every((name) => stateNames.has(name)) || stateNames.has(wordsOf(inside)))
      ? ''
      : whole;
  });
