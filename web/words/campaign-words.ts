import type { campaignsInEnglish } from './campaigns/en.ts';
import { lazyWords, type Texts } from './lazy-words.ts';

/** What the screens of campaigns say. */
export type CampaignWords = Texts<typeof campaignsInEnglish>;

export const useCampaignWords = lazyWords<CampaignWords>({
  ar: async () => (await import('./campaigns/ar.ts')).campaignsInArabic,
  en: async () => (await import('./campaigns/en.ts')).campaignsInEnglish,
  es: async () => (await import('./campaigns/es.ts')).campaignsInSpanish,
  fr: async () => (await import('./campaigns/fr.ts')).campaignsInFrench,
  ru: async () => (await import('./campaigns/ru.ts')).campaignsInRussian,
  zh: async () => (await import('./campaigns/zh.ts')).campaignsInChinese,
});
