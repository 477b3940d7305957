import type { PublicWords } from '../../words/public-words.ts';
import { lazyWords, type Texts } from './lazy-words.ts';
import type { publicationInEnglish } from './publication/en.ts';

/** What the panel says that shows and decides what is public. */
export type PublicationWords = Texts<typeof publicationInEnglish>;

export const usePublicationWords = lazyWords<PublicationWords>({
  ar: async () => (await import('./publication/ar.ts')).publicationInArabic,
  en: async () => (await import('./publication/en.ts')).publicationInEnglish,
  es: async () => (await import('./publication/es.ts')).publicationInSpanish,
  fr: async () => (await import('./publication/fr.ts')).publicationInFrench,
  ru: async () => (await import('./publication/ru.ts')).publicationInRussian,
  zh: async () => (await import('./publication/zh.ts')).publicationInChinese,
});

/** The words of the public pages themselves. */
export const usePublicWords = lazyWords<PublicWords>({
  ar: async () => (await import('../../words/public/ar.ts')).publicInArabic,
  en: async () => (await import('../../words/public/en.ts')).publicInEnglish,
  es: async () => (await import('../../words/public/es.ts')).publicInSpanish,
  fr: async () => (await import('../../words/public/fr.ts')).publicInFrench,
  ru: async () => (await import('../../words/public/ru.ts')).publicInRussian,
  zh: async () => (await import('../../words/public/zh.ts')).publicInChinese,
});
