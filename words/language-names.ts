import type { UnLanguage } from '../domain/reference/states.ts';

/** Each language by its own name, in the order in which the United Nations names them. */
export const languageNames: Readonly<Record<UnLanguage, string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
};
