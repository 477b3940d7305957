import { helpKinds } from '../../domain/follow-up/appeal-kinds.ts';
import { positions } from '../../domain/follow-up/events.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import type { AppealFacts, LetterFacts } from '../../domain/letters/letter.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import { officialName } from '../../domain/reference/official-names.ts';
import { instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { letterFacts } from '../support/letters.ts';

const languages: readonly UnLanguage[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];
const treaty = instrumentByKey('CRC')!.names;
const appeal: AppealFacts = {
  treaty,
  isSigned: true,
  signedOn: '1990-09-29',
  goalOn: '1995-12-31',
  hasCoordinator: true,
  help: [],
};
const written = (language: UnLanguage, over: Partial<AppealFacts> = {}, facts: Partial<LetterFacts> = {}) =>
  composeLetter('secretary-general-letter', { ...letterFacts, ...facts, appeal: { ...appeal, ...over } }, language);
const textOf = (...given: Parameters<typeof written>): string => written(...given).paragraphs.join('\n');

describe.each(languages)('the letter of a campaign in %s', (language) => {
  const { date, quoted } = letterWording(language);

  test('names the treaty by its official title, the State, the signature, the goal, and by when a reply is hoped for', () => {
    const text = textOf(language);
    expect(text).toContain(quoted(treaty[language]));
    for (const on of ['1990-09-29', '1995-12-31', letterFacts.replyBy]) expect(text).toContain(date(on));
    const { of, name } = officialName('SI', language)!;
    expect([of, name].some((each) => text.includes(each))).toBe(true);
  });

  test('names what was offered; where nothing was, what is usually offered', () => {
    expect(textOf(language, { help: ['funding'] })).not.toBe(textOf(language));
    expect(textOf(language, { help: ['translation', 'drafting', 'training', 'reporting'] })).toBe(textOf(language));
    for (const kind of helpKinds) expect(textOf(language, { help: [kind] })).not.toBe(textOf(language));
  });

  test('says who will follow up, and says nothing that nobody knows', () => {
    const without = textOf(language, { hasCoordinator: false });
    expect(without).not.toBe(textOf(language));
    const [unknown, unsigned, undatedly] = [null, false, true].map((isSigned) =>
      textOf(language, { isSigned, signedOn: null }),
    );
    expect(new Set([unknown, unsigned, undatedly]).size).toBe(3);
    expect(unknown!.length).toBeLessThan(unsigned!.length);
    for (const text of [unknown, unsigned, undatedly]) expect(text).not.toContain('null');
    expect(textOf(language, { goalOn: null })).not.toContain(date('1995-12-31'));
  });

  test('tells a State its position where it took one, and is silent where it took none', () => {
    const texts = positions.map((position) => textOf(language, {}, { position, positionOn: null }));
    const [pending, supported, inPart, noted, pledged] = texts;
    expect(pending).toBe(noted);
    expect(new Set([pending, supported, inPart, pledged]).size).toBe(4);
  });

  test('holds no word of another language', () => {
    const own = { ar: /[A-Za-z]/, ru: /[A-Za-z]/, zh: /[A-Za-z]/ } as const;
    const english = /\b(the|of|and|is|has|been|on|Government|State|treaty)\b/;
    for (const isSigned of [true, false])
      for (const hasCoordinator of [true, false])
        for (const position of positions) {
          const text = textOf(language, { isSigned, hasCoordinator, help: [...helpKinds] }, { position });
          if (language in own) expect(text).not.toMatch(own[language as keyof typeof own]);
          if (language === 'en') expect(text).toMatch(english);
          else expect(text).not.toMatch(english);
        }
  });

  test('of an unknown treaty it quotes what the State is asked', () => {
    expect(textOf(language, { treaty: null })).toContain(quoted(letterFacts.text));
  });

  test('is addressed and signed as the Secretary-General’s letters are', () => {
    const ordinary = composeLetter('secretary-general-letter', letterFacts, language);
    const { addressee, salutation, closing, signature, paragraphs } = written(language);
    expect({ addressee, salutation, closing, signature }).toEqual({
      addressee: ordinary.addressee,
      salutation: ordinary.salutation,
      closing: ordinary.closing,
      signature: ordinary.signature,
    });
    expect(paragraphs).not.toEqual(ordinary.paragraphs);
  });
});
