import { lazyWords, type Texts } from './lazy-words.ts';
import type { treatiesInEnglish } from './treaties/en.ts';

/** What the screens of treaties and of their imports say. */
export type TreatyWords = Texts<typeof treatiesInEnglish>;

export const useTreatyWords = lazyWords<TreatyWords>({
  ar: async () => (await import('./treaties/ar.ts')).treatiesInArabic,
  en: async () => (await import('./treaties/en.ts')).treatiesInEnglish,
  es: async () => (await import('./treaties/es.ts')).treatiesInSpanish,
  fr: async () => (await import('./treaties/fr.ts')).treatiesInFrench,
  ru: async () => (await import('./treaties/ru.ts')).treatiesInRussian,
  zh: async () => (await import('./treaties/zh.ts')).treatiesInChinese,
});
