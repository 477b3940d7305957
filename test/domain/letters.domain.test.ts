import {
  implementations,
  letterKinds,
  positions,
  rungLetterKinds,
  type RungLetterKind,
} from '../../domain/follow-up/events.ts';
import { composeLetter, enclosureOf } from '../../domain/letters/compose.ts';
import { answerKinds, type LetterFacts } from '../../domain/letters/letter.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import { officialName } from '../../domain/reference/official-names.ts';
import { states, type UnLanguage } from '../../domain/reference/states.ts';
import { letterFacts } from '../support/letters.ts';

const languages: readonly UnLanguage[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];
const all = languages.flatMap((language) => rungLetterKinds.map((kind) => [language, kind] as const));

/** Everything that a letter can say: text, enclosure, and all that other facts would bring up. */
function wholeOf(language: UnLanguage, kind: RungLetterKind, facts: LetterFacts = letterFacts): string {
  const { addressee, salutation, paragraphs, closing, signature } = composeLetter(kind, facts, language);
  const rows = enclosureOf(facts, language).flatMap(({ label, values }) => [label, ...values]);
  return [...addressee, salutation, ...paragraphs, closing, ...signature, ...rows].join('\n');
}

describe('what every letter says', () => {
  test.each(all)('in %s, a %s names the State, the recommendation, the dates and what is asked', (language, kind) => {
    const { date } = letterWording(language);
    const { addressee, paragraphs, closing } = composeLetter(kind, letterFacts, language);
    const text = paragraphs.join('\n');
    expect(addressee.join(' ')).toContain(officialName('SI', language)?.of.replace(/^ل/, ''));
    for (const fact of ['0002', '43/15', '6.12', '0003']) expect(text).toContain(fact);
    for (const on of ['2025-03-12', '2025-10-01', '2026-01-05', '2026-02-09', '2026-06-12'])
      expect(text).toContain(date(on));
    expect(text).toMatch(/three times|3/);
    expect(closing.length).toBeGreaterThan(5);
  });

  test.each(all)('in %s, the enclosure of a %s lists when it was asked, answered, reached and missed', (language) => {
    const { date } = letterWording(language);
    const text = enclosureOf(letterFacts, language)
      .flatMap(({ values }) => values)
      .join('\n');
    for (const on of ['2026-01-21', '2025-10-01', '2025-09-20', '2026-03-01', '2026-04-01', '2025-06-01'])
      expect(text).toContain(date(on));
    for (const fact of ['0001', '0004', '0005', '2025/0007']) expect(text).toContain(fact);
  });

  test('what nobody was asked yet is not held against anybody', () => {
    const quiet = { ...letterFacts, remindedOn: [], askedOn: null, lastAnswerOn: null, answers: [], late: [] };
    const { paragraphs } = composeLetter('note-verbale', quiet, 'en');
    expect(paragraphs[2]).toBe('The Government supported this recommendation on 12 March 2025.');
    expect(paragraphs).toHaveLength(4);
  });
});

describe('the forms of notes verbales', () => {
  const opening: Readonly<Record<UnLanguage, RegExp>> = {
    en: /^The Office of the .* presents its compliments to the Permanent Mission of the Republic of Slovenia .* has the honour to/,
    fr: /^Le Haut-Commissariat .* présente ses compliments à la Mission permanente de la République de Slovénie .* a l’honneur de/,
    es: /^La Oficina .* saluda atentamente a la Misión Permanente de la República de Eslovenia .* tiene el honor de/,
    ru: /^Управление .* свидетельствует свое уважение Постоянному представительству Республики Словения .* имеет честь/,
    zh: /^联合国人权事务高级专员办事处向斯洛文尼亚共和国.*致意，并谨/,
    ar: /^تهدي مفوضية .* أطيب تحياتها إلى البعثة الدائمة لجمهورية سلوفينيا .* وتتشرف/,
  };
  const closing: Readonly<Record<UnLanguage, RegExp>> = {
    en: /avails itself of this opportunity to renew to the Permanent Mission .* the assurances of its highest consideration\.$/,
    fr: /saisit cette occasion pour renouveler à la Mission permanente .* les assurances de sa très haute considération\.$/,
    es: /aprovecha la oportunidad para reiterar a la Misión Permanente .* las seguridades de su más alta y distinguida consideración\.$/,
    ru: /пользуется настоящей возможностью, чтобы возобновить .* уверения в своем весьма высоком уважении\.$/,
    zh: /^顺致最崇高的敬意。$/,
    ar: /^وتغتنم .* هذه الفرصة لتعرب مجدداً .* فائق تقديرها واحترامها\.$/,
  };
  test.each(languages)('%s: compliments, the honour, the assurances; neither salutation nor signature', (language) => {
    const note = composeLetter('note-verbale', letterFacts, language);
    expect(note.paragraphs[0]).toMatch(opening[language]);
    expect(note.closing).toMatch(closing[language]);
    expect(note).toMatchObject({ salutation: '', signature: [] });
    for (const kind of ['high-commissioner-letter', 'secretary-general-letter'] as const) {
      const letter = composeLetter(kind, letterFacts, language);
      expect(letter.salutation).not.toBe('');
      expect(letter.signature).not.toEqual([]);
      expect(letter.paragraphs[0]).not.toMatch(opening[language]);
    }
  });
});

describe('nothing is left in another language', () => {
  const scripts = { ru: /[A-Za-z]/, zh: /[A-Za-z]/, ar: /[A-Za-z]/ };
  const english = /\b(the|of|and|is|has|been|on|was|letter|report|step|Government|January|May)\b/;
  /** Facts that bring up every word that a wording holds. */
  const everyWord = positions.flatMap((position) =>
    implementations.map((implementation) => ({
      ...letterFacts,
      position,
      implementation,
      answers: answerKinds.map((kind) => ({ kind, on: '2025-10-01' })),
      earlierLetters: letterKinds.map((kind) => ({ kind, reference: '7', sentOn: '2025-06-01' })),
    })),
  );

  test.each(all.filter(([language]) => language !== 'en'))('in %s, a %s holds no English', (language, kind) => {
    for (const facts of everyWord) {
      const text = wholeOf(language, kind, facts);
      if (language in scripts) expect(text).not.toMatch(scripts[language as keyof typeof scripts]);
      expect(text).not.toMatch(english);
    }
  });

  test('an English letter fails that very test, so it can', () => {
    expect(wholeOf('en', 'note-verbale')).toMatch(english);
  });
});

describe('grammar that follows the facts', () => {
  test('the name of the State melts with its preposition', () => {
    expect(officialName('GB', 'fr')?.of).toBe("du Royaume-Uni de Grande-Bretagne et d'Irlande du Nord");
    expect(officialName('US', 'fr')?.of).toBe("des États-Unis d'Amérique");
    expect(officialName('AG', 'fr')?.of).toBe("d'Antigua-et-Barbuda");
    expect(officialName('ES', 'es')?.of).toBe('del Reino de España');
    expect(officialName('SV', 'es')?.of).toBe('de la República de El Salvador');
    expect(officialName('US', 'ru')?.of).toBe('Соединенных Штатов Америки');
    expect(officialName('AE', 'ar')?.of).toBe('للإمارات العربية المتحدة');
    expect(officialName('KE', 'ar')?.of).toBe('لجمهورية كينيا');
  });

  test('every member and observer has its official name in all six languages', () => {
    for (const { code } of states)
      for (const language of languages) expect(officialName(code, language)?.name ?? '').not.toBe('');
    expect(officialName('XX', 'en')).toBeUndefined();
  });

  const asked = (times: number, language: UnLanguage): string => {
    const remindedOn = Array.from({ length: times }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`);
    return composeLetter('note-verbale', { ...letterFacts, remindedOn }, language).paragraphs[2] ?? '';
  };
  test('how often it was asked is counted as the language counts', () => {
    expect([2, 3, 12].map((times) => /requested (.*?),/.exec(asked(times, 'en'))?.[1])).toEqual([
      'twice',
      'three times',
      '12 times',
    ]);
    expect([2, 5, 12, 22].map((times) => /запрашивалась (.*?):/.exec(asked(times, 'ru'))?.[1])).toEqual([
      '2 раза',
      '5 раз',
      '12 раз',
      '22 раза',
    ]);
    expect([2, 3, 11].map((times) => /تنفيذها (.*?)،/.exec(asked(times, 'ar'))?.[1])).toEqual([
      'مرتين',
      '3 مرات',
      '11 مرة',
    ]);
  });

  test('dates are written out as the language writes them', () => {
    expect(languages.map((language) => letterWording(language).date('2026-11-01'))).toEqual([
      '1 November 2026',
      '1er novembre 2026',
      '1 de noviembre de 2026',
      '1 ноября 2026 года',
      '2026年11月1日',
      '1 تشرين الثاني/نوفمبر 2026',
    ]);
  });
});
