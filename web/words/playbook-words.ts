import { lazyWords, type Texts } from './lazy-words.ts';
import type { playbooksInEnglish } from './playbooks/en.ts';

/** What the screens of playbooks say. They are loaded with those screens: few people edit playbooks. */
export type PlaybookWords = Texts<typeof playbooksInEnglish>;

export const usePlaybookWords = lazyWords<PlaybookWords>({
  ar: async () => (await import('./playbooks/ar.ts')).playbooksInArabic,
  en: async () => (await import('./playbooks/en.ts')).playbooksInEnglish,
  es: async () => (await import('./playbooks/es.ts')).playbooksInSpanish,
  fr: async () => (await import('./playbooks/fr.ts')).playbooksInFrench,
  ru: async () => (await import('./playbooks/ru.ts')).playbooksInRussian,
  zh: async () => (await import('./playbooks/zh.ts')).playbooksInChinese,
});
