import { officialName } from '../../domain/reference/official-names.ts';
import { otherNames } from '../../domain/reference/other-names.ts';
import { findParticipant, nameKey } from '../../domain/reference/participant-names.ts';
import { participantByCode, participants } from '../../domain/reference/participants.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';

const languages: readonly UnLanguage[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];

test('participants are the 195 States, Cook Islands, Niue and the European Union', () => {
  expect(participants).toHaveLength(198);
  const beside = participants.filter(({ kind }) => kind === 'other' || kind === 'organization');
  expect(beside.map(({ code }) => code)).toEqual(['CK', 'EU', 'NU']);
  expect(participantByCode('VA')?.kind).toBe('observer');
});

/** All names of a participant, as `findParticipant` knows them. */
const namesOf = (code: string): readonly string[] => [
  ...Object.values(participantByCode(code)?.names ?? {}),
  ...languages.flatMap((language) => officialName(code, language)?.name ?? []),
  ...(otherNames[code] ?? []),
];

test('each is found by its code and by every one of its names', () => {
  for (const { code } of participants)
    for (const name of [code, ...namesOf(code)]) expect([name, findParticipant(name)?.code]).toEqual([name, code]);
});

test('no two share a name, so that none is taken for another', () => {
  const owners = new Map<string, string>();
  for (const { code } of participants)
    for (const name of namesOf(code)) {
      expect(nameKey(name)).not.toBe('');
      expect([name, owners.get(nameKey(name)) ?? code]).toEqual([name, code]);
      owners.set(nameKey(name), code);
    }
});

/** As tables of the United Nations, and people, write them. */
test.each([
  ["Cote d'Ivoire", 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['IVORY COAST', 'CI'],
  ['Swaziland', 'SZ'],
  ['Eswatini', 'SZ'],
  ['The former Yugoslav Republic of Macedonia', 'MK'],
  ['Macedonia FYR', 'MK'],
  ['North Macedonia', 'MK'],
  ['Czech Republic', 'CZ'],
  ['Czechia', 'CZ'],
  ['Turkey', 'TR'],
  ['Türkiye', 'TR'],
  ['Turkiye', 'TR'],
  ['St. Lucia', 'LC'],
  ['Saint Lucia', 'LC'],
  ['St. Kitts and Nevis', 'KN'],
  ['St Vincent & the Grenadines', 'VC'],
  ['DPR Korea', 'KP'],
  ["Democratic People's Republic of Korea", 'KP'],
  ["Korea, Democratic People's Republic of", 'KP'],
  ['Korea (Republic of)', 'KR'],
  ['Republic of Korea', 'KR'],
  ['Cape Verde', 'CV'],
  ['Cabo Verde', 'CV'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Iran, Islamic Rep. of', 'IR'],
  ['Congo', 'CG'],
  ['Congo (Republic of the)', 'CG'],
  ['Democratic Republic of the Congo', 'CD'],
  ['Congo, Dem. Rep.', 'CD'],
  ['Lao PDR', 'LA'],
  ['Micronesia (Federated States of)', 'FM'],
  ['Bolivia (Plurinational State of)', 'BO'],
  ['Netherlands (Kingdom of the)', 'NL'],
  ['United States of America 7', 'US'],
  ['China 5, 6', 'CN'],
  ['Holy See', 'VA'],
  ['State of Palestine', 'PS'],
  ['European Union', 'EU'],
  ['Niue', 'NU'],
  ['Viet Nam', 'VN'],
  ['Sao Tome & Principe', 'ST'],
  ['Allemagne', 'DE'],
  ['Чехия', 'CZ'],
  ['法国', 'FR'],
  ['مصر', 'EG'],
])('%s is %s', (name, code) => {
  expect(findParticipant(name)?.code).toBe(code);
});

test.each(['', '  ', 'Yugoslavia', 'Czechoslovakia', 'Korea', 'Atlantis', 'Republic', 'xx', 'XX', '12'])(
  '%j is nobody',
  (name) => {
    expect(findParticipant(name)).toBeUndefined();
  },
);
