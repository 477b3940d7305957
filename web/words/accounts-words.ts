import type { accountsInEnglish } from './accounts/en.ts';
import { lazyWords, type Texts } from './lazy-words.ts';

/** What the screens of the own account, of the accounts of others and of the record say. They are loaded with those screens. */
export type AccountsWords = Texts<typeof accountsInEnglish>;

export const useAccountsWords = lazyWords<AccountsWords>({
  ar: async () => (await import('./accounts/ar.ts')).accountsInArabic,
  en: async () => (await import('./accounts/en.ts')).accountsInEnglish,
  es: async () => (await import('./accounts/es.ts')).accountsInSpanish,
  fr: async () => (await import('./accounts/fr.ts')).accountsInFrench,
  ru: async () => (await import('./accounts/ru.ts')).accountsInRussian,
  zh: async () => (await import('./accounts/zh.ts')).accountsInChinese,
});
