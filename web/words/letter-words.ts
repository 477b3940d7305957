import { use } from 'react';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { useSpeech } from '../app/speech.tsx';
import type { lettersInEnglish } from './letters/en.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What the screens of letters say, loaded with them. */
export type LetterWords = Texts<typeof lettersInEnglish>;

const load: Readonly<Record<UnLanguage, () => Promise<LetterWords>>> = {
  ar: async () => (await import('./letters/ar.ts')).lettersInArabic,
  en: async () => (await import('./letters/en.ts')).lettersInEnglish,
  es: async () => (await import('./letters/es.ts')).lettersInSpanish,
  fr: async () => (await import('./letters/fr.ts')).lettersInFrench,
  ru: async () => (await import('./letters/ru.ts')).lettersInRussian,
  zh: async () => (await import('./letters/zh.ts')).lettersInChinese,
};

const loaded = new Map<UnLanguage, Promise<LetterWords>>();

/** Suspends until they are there. */
export function useLetterWords(): LetterWords {
  const { language } = useSpeech();
  const words = loaded.get(language) ?? load[language]();
  loaded.set(language, words);
  return use(words);
}
