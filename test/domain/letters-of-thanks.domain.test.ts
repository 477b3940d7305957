import { depositWays } from '../../domain/treaty-status/events.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import type { ThankedDeposit } from '../../domain/letters/letter.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import { instrumentFacts } from '../../domain/reference/instruments/instruments.ts';
import { officialName } from '../../domain/reference/official-names.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { thankedDeposit } from '../support/deposits.ts';
import { letterFacts } from '../support/letters.ts';

const languages: readonly UnLanguage[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];
const textIn = (language: UnLanguage, over: Partial<ThankedDeposit> = {}): string =>
  composeLetter(
    'letter-of-thanks',
    { ...letterFacts, thanksFor: { ...thankedDeposit, ...over } },
    language,
  ).paragraphs.join('\n');

test.each(languages)(
  'in %s, thanks name the State, the treaty by its official title, the deposit, the entry into force and the report',
  (language) => {
    const { date } = letterWording(language);
    const text = textIn(language);
    expect(text).toContain(thankedDeposit.titles[language]);
    expect(text).toContain(officialName('SI', language)?.[language === 'ar' ? 'name' : 'of']);
    for (const on of ['2026-05-04', '2026-06-03', '2027-06-03']) expect(text).toContain(date(on));
    expect(text).not.toMatch(/undefined|null/);
  },
);

test.each(languages)('in %s, each way of joining has its own word, and each treaty its sentence', (language) => {
  const ways = depositWays.map((how) => textIn(language, { how }));
  expect(new Set(ways).size).toBe(depositWays.length);
  for (const { names } of instrumentFacts) expect(textIn(language, { titles: names })).toContain(names[language]);
});

test.each(languages)('in %s, a treaty that asks for no report is thanked for without one', (language) => {
  const text = textIn(language, { firstReportDueOn: null, inForceOn: null });
  expect(text).not.toContain(letterWording(language).date('2027-06-03'));
  expect(text.split('\n')).toHaveLength(2);
});

test('the article follows the title where the language has one', () => {
  const covenant = instrumentFacts.find(({ key }) => key === 'ICCPR')!.names;
  const protocol = instrumentFacts.find(({ key }) => key === 'OP-ICCPR-2')!.names;
  expect(textIn('fr', { titles: covenant, how: 'ratification' })).toContain('ratification du Pacte');
  expect(textIn('fr', { titles: protocol })).toContain('adhésion au Deuxième Protocole');
  expect(textIn('fr')).toContain('adhésion à la Convention');
  expect(textIn('es', { titles: covenant, how: 'ratification' })).toContain('ratificación del Pacto');
  expect(textIn('es', { titles: protocol })).toContain('adhesión al Segundo Protocolo');
  expect(textIn('es', { how: 'succession' })).toContain('sucesión en la Convención');
  expect(textIn('en', { how: 'succession' })).toContain('instrument of succession to the Convention');
});

test('in every other language, no English is left', () => {
  for (const language of languages.filter((each) => each !== 'en'))
    expect(textIn(language)).not.toMatch(/\b(?:the|of|on|treaty|report)\b/);
  expect(textIn('en')).toMatch(/\b(?:the|of|on|treaty|report)\b/);
});

test('a letter of thanks without its deposit cannot be written', () => {
  expect(() => composeLetter('letter-of-thanks', letterFacts, 'en')).toThrow('deposit');
});
