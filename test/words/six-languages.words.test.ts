import { languages } from '../../db/schema.ts';
import { counterFor } from '../../words/plurals.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { latinIn, placeholdersOf, textsOf } from '../support/words.ts';

const others = languages.filter((language) => language !== 'en');
const english = textsOf(partsOf(wordsFor('en')));

function partsOf({ mail, answer, view, appeal, after, account }: Words): object {
  return { mail, answer, view, appeal, after, account };
}

/** Says the same in each language: a mark, or a date with somebody's own words behind it. */
const isSameEverywhere = (path: string): boolean =>
  path.startsWith('mail.marks.') || path === 'answer.lastAnswers.progress';
const isPlural = (path: string): boolean => path.startsWith('mail.counts.');

/** Texts that are missing, that are the English ones, or that have Latin letters in another script. */
function untranslated(language: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const isLatinScript = language === 'fr' || language === 'es';
  const missing = [...english.keys()].filter((path) => !isPlural(path) && !texts.get(path)?.trim());
  const leftInEnglish = [...texts].filter(([path, text]) => !isSameEverywhere(path) && english.get(path) === text);
  const latin = [...texts].filter(([, text]) => !isLatinScript && latinIn(text) !== undefined);
  return [
    ...missing.filter((path) => path !== 'mail.marks.sentenceGap'),
    ...[...leftInEnglish, ...latin].map(([path]) => path),
  ];
}

describe.each(others)('in %s', (language) => {
  const texts = textsOf(partsOf(wordsFor(language)));

  test('every text is there, and none is the English one', () => {
    expect(untranslated(language, texts)).toEqual([]);
  });

  test('one text that was left in English is found', () => {
    for (const path of [
      'mail.headlines.escalation',
      'mail.roles.manager',
      'answer.thanks.title',
      'mail.counts.items.other',
      'view.warning',
      'appeal.offices.parliament',
    ])
      expect(untranslated(language, new Map([...texts, [path, english.get(path) ?? '']]))).toContain(path);
    expect(untranslated(language, new Map([...texts, ['answer.submit', '']]))).toContain('answer.submit');
  });

  test('hints name the choices as the choices are called', () => {
    const { choices, stage, evidenceUrl, untilOn, milestone } = wordsFor(language).answer;
    expect(stage.hint).toContain(choices.progress.label);
    expect(evidenceUrl.hint).toContain(choices.implemented.label);
    for (const choice of [choices.milestone, choices.implemented])
      expect(milestone.evidenceHint).toContain(choice.label);
    expect(milestone.hint).toContain(choices.milestone.label);
    expect(untilOn.hint).toContain(choices['more-time'].label);
  });

  test('no date is followed by a second full stop', () => {
    const { date } = wordsFor(language);
    if (!date('2026-06-01').endsWith('.')) return;
    for (const text of texts.values()) expect(text).not.toMatch(/\{(date|until)\}\./);
  });

  test('every text takes the values that the English one takes', () => {
    for (const [path, text] of texts) {
      const [, , group, form] = path.split('.');
      if (isPlural(path)) {
        if (form === 'other') expect([path, placeholdersOf(text)]).toEqual([path, ['count']]);
        expect(['', 'count']).toContain(placeholdersOf(text).join());
        expect(english.has(`mail.counts.${group}.other`)).toBe(true);
      } else expect([path, placeholdersOf(text)]).toEqual([path, placeholdersOf(english.get(path) ?? '')]);
    }
  });
});

test.each(languages)('%s has the plural forms of CLDR, no fewer and no more', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const counted of Object.values(wordsFor(language).mail.counts))
    expect(Object.keys(counted).sort()).toEqual([...forms].sort());
});

describe('numbers of things', () => {
  const overdue = (language: 'ar' | 'ru' | 'fr' | 'zh', days: number): string => {
    const { mail, count } = wordsFor(language);
    return count(mail.counts.daysOverdue, days);
  };

  test.each([
    [0, 'الرد مطلوب اليوم'],
    [1, 'تأخر الرد يومًا واحدًا'],
    [2, 'تأخر الرد يومين'],
    [3, 'تأخر الرد 3 أيام'],
    [11, 'تأخر الرد 11 يومًا'],
    [100, 'تأخر الرد 100 يوم'],
  ])('%i in Arabic', (days, said) => expect(overdue('ar', days)).toBe(said));

  test.each([
    [1, 'Ответ просрочен на 1 день'],
    [2, 'Ответ просрочен на 2 дня'],
    [5, 'Ответ просрочен на 5 дней'],
    [11, 'Ответ просрочен на 11 дней'],
    [21, 'Ответ просрочен на 21 день'],
  ])('%i in Russian', (days, said) => expect(overdue('ru', days)).toBe(said));

  test('French has one form for nought and one', () => {
    expect(overdue('fr', 0)).toBe('Réponse en retard de 0 jour');
    expect(overdue('fr', 2)).toBe('Réponse en retard de 2 jours');
  });

  test('English rules would say Russian wrongly', () => {
    const { counts } = wordsFor('ru').mail;
    expect(counterFor('en')(counts.daysOverdue, 21)).not.toBe(overdue('ru', 21));
  });
});

test.each([
  ['en', '1 June 2026'],
  ['fr', '1er juin 2026'],
  ['es', '1 de junio de 2026'],
  ['ru', '1 июня 2026 г.'],
  ['zh', '2026年6月1日'],
  ['ar', '1 حزيران/يونيه 2026'],
] as const)('a date in %s is %s', (language, written) => {
  // ICU sets spaces that do not break where it sees fit.
  expect(wordsFor(language).date('2026-06-01').replaceAll(/\s/g, ' ')).toBe(written);
});

test('only what runs the other way is set apart', () => {
  expect(wordsFor('ar').apart('Relance')).toBe('\u2068Relance\u2069');
  expect(wordsFor('ru').apart('Relance')).toBe('Relance');
});
