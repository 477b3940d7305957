/** Who may take part in a treaty: the 193 members and two observers, two States that are neither, and the European Union. */
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
