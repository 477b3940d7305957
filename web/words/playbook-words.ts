import { use } from 'react';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { useSpeech } from '../app/speech.tsx';
import type { playbooksInEnglish } from './playbooks/en.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What the screens of playbooks say. They are loaded with those screens: few people edit playbooks. */
export type PlaybookWords = Texts<typeof playbooksInEnglish>;

const load: Readonly<Record<UnLanguage, () => Promise<PlaybookWords>>> = {
  ar: async () => (await import('./playbooks/ar.ts')).playbooksInArabic,
  en: async () => (await import('./playbooks/en.ts')).playbooksInEnglish,
  es: async () => (await import('./playbooks/es.ts')).playbooksInSpanish,
  fr: async () => (await import('./playbooks/fr.ts')).playbooksInFrench,
  ru: async () => (await import('./playbooks/ru.ts')).playbooksInRussian,
  zh: async () => (await import('./playbooks/zh.ts')).playbooksInChinese,
};

const loaded = new Map<UnLanguage, Promise<PlaybookWords>>();

/** Suspends until they are there. */
export function usePlaybookWords(): PlaybookWords {
  const { language } = useSpeech();
  const words = loaded.get(language) ?? load[language]();
  loaded.set(language, words);
  return use(words);
}
