import type { UnLanguage } from '../../domain/reference/states.ts';
import { languageNames } from '../../words/language-names.ts';

export { languageNames };

/** Latin digits in Arabic, as in mails: documents of the United Nations have them. */
export const locales: Readonly<Record<UnLanguage, string>> = {
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans',
  en: 'en-GB',
  fr: 'fr',
  ru: 'ru',
  es: 'es',
};

const isLanguage = (text: string | null | undefined): text is UnLanguage =>
  typeof text === 'string' && text in languageNames;

const key = 'relance.language';

/** What the address asks for (`?lang=fr`, as in a mailed link), what was chosen here before, or what the browser prefers. */
export function firstLanguage(): UnLanguage {
  const asked = new URLSearchParams(location.search).get('lang');
  const kept = keptLanguage();
  const preferred = navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);
  const [language = 'en'] = [asked, kept, preferred].filter(isLanguage);
  return language;
}

export function keepLanguage(language: UnLanguage): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
