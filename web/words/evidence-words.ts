import { lazyWords, type Texts } from './lazy-words.ts';
import type { evidenceInEnglish } from './evidence/en.ts';

/** What is said of the addresses that were named as evidence. */
export type EvidenceWords = Texts<typeof evidenceInEnglish>;

export const useEvidenceWords = lazyWords<EvidenceWords>({
  ar: async () => (await import('./evidence/ar.ts')).evidenceInArabic,
  en: async () => (await import('./evidence/en.ts')).evidenceInEnglish,
  es: async () => (await import('./evidence/es.ts')).evidenceInSpanish,
  fr: async () => (await import('./evidence/fr.ts')).evidenceInFrench,
  ru: async () => (await import('./evidence/ru.ts')).evidenceInRussian,
  zh: async () => (await import('./evidence/zh.ts')).evidenceInChinese,
});
