import type { UnLanguage } from '../domain/reference/states.ts';

/** The plural forms that CLDR knows for whole numbers and fractions in each language. French and Spanish: `many` is for millions. */
type FormsOf = {
  readonly en: 'one' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly es: 'one' | 'many' | 'other';
  readonly ru: 'one' | 'few' | 'many' | 'other';
  readonly zh: 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
};

/**
 * A text for each plural form of a language; `{count}` stands for the number. Whoever only reads needs no more than
 * `other`, which all languages have: so Chinese stands for any of them.
 */
export type Counted<L extends UnLanguage = 'zh'> = Readonly<Record<FormsOf[L], string>>;

/** Puts values into a text: `{name}` becomes the value of that name. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

export type Count = (forms: Counted, count: number) => string;

/** Says a number of things in one language, by its own rules for plurals. */
export function counterFor(locale: string): Count {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (forms, count) => {
    const all: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
    return fill(all[rules.select(count)] ?? forms.other, { count: digits.format(count) });
  };
}
