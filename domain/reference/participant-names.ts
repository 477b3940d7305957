import { plainText } from '../text.ts';
import { officialName } from './official-names.ts';
import { otherNames } from './other-names.ts';
import { participantByCode, participants, type Participant } from './participants.ts';
import type { UnLanguage } from './states.ts';

/** The participant that a text names: by its code, or by a present, official, former or customary name in any of the six languages. */
export const findParticipant = (text: string): Participant | undefined =>
  participantByCode(text.trim()) ?? participantByCode(codes.get(nameKey(text)) ?? '');

/** Articles and conjunctions that one source writes and another leaves out. */
const smallWords: ReadonlySet<string> = new Set(
  'the of and la le les l d de du des et el los las del y e и'.split(' '),
);

/**
 * A name as names are compared: without accents, signs, figures of footnotes and small words, in any order of the words,
 * since sources write `Islamic Republic of Iran`, `Iran (Islamic Republic of)` and `Iran, Islamic Rep. of`.
 */
export const nameKey = (name: string): string =>
  (
    plainText(name)
      .replaceAll('&', ' ')
      .match(/\p{L}+/gu) ?? []
  )
    .map((word) => shortened[word] ?? word)
    .filter((word) => !smallWords.has(word))
    .sort()
    .join(' ');

const shortened: Readonly<Record<string, string>> = {
  st: 'saint',
  rep: 'republic',
  dem: 'democratic',
  fed: 'federated',
};

const codes: ReadonlyMap<string, string> = new Map(
  participants.flatMap(({ code, names }) =>
    namesOf(code, names).map((name): readonly [string, string] => [nameKey(name), code]),
  ),
);

function namesOf(code: string, names: Participant['names']): readonly string[] {
  const languages = Object.keys(names) as UnLanguage[];
  const official = languages.flatMap((language) => officialName(code, language)?.name ?? []);
  return [...Object.values(names), ...official, ...(otherNames[code] ?? [])];
}
