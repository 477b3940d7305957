/** Who may take part in a treaty: the 193 members and two observers, two States that are neither, and the European Union. */
import { plainText } from '../text.ts';
import { officialName } from './official-names.ts';
import { otherNames } from './other-names.ts';
import { states, type RegionalGroup, type UnLanguage } from './states.ts';

export type Participant = {
  /** ISO 3166-1 alpha-2; `EU`, which the standard reserves, for the European Union. */
  readonly code: string;
  readonly names: Readonly<Record<UnLanguage, string>>;
  /** `other` for States that take part in treaties open to all States and are not members or observers. */
  readonly kind: 'member' | 'observer' | 'other' | 'organization';
  readonly regionalGroup: RegionalGroup;
};

const besideStates: readonly Participant[] = [
  {
    code: 'CK',
    names: { en: 'Cook Islands', fr: 'Îles Cook', es: 'Islas Cook', ru: 'Острова Кука', zh: '库克群岛', ar: 'جزر كوك' },
    kind: 'other',
    regionalGroup: 'none',
  },
  {
    code: 'NU',
    names: { en: 'Niue', fr: 'Nioué', es: 'Niue', ru: 'Ниуэ', zh: '纽埃', ar: 'نيوي' },
    kind: 'other',
    regionalGroup: 'none',
  },
  {
    code: 'EU',
    names: {
      en: 'European Union',
      fr: 'Union européenne',
      es: 'Unión Europea',
      ru: 'Европейский союз',
      zh: '欧洲联盟',
      ar: 'الاتحاد الأوروبي',
    },
    kind: 'organization',
    regionalGroup: 'none',
  },
];

export const participants: readonly Participant[] = [
  ...states.map(({ code, names, membership, regionalGroup }) => ({ code, names, kind: membership, regionalGroup })),
  ...besideStates,
].sort((one, other) => (one.code < other.code ? -1 : 1));

const byCode: ReadonlyMap<string, Participant> = new Map(participants.map((each) => [each.code, each]));

export const participantByCode = (code: string): Participant | undefined => byCode.get(code);

/** The participant that a text names: by its code, or by a present, official, former or customary name in any of the six languages. */
export const findParticipant = (text: string): Participant | undefined =>
  byCode.get(text.trim()) ?? byCode.get(codes.get(nameKey(text)) ?? '');

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
