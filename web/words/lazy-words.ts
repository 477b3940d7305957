import { use } from 'react';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { useSpeech } from '../app/speech.tsx';

/** The same texts in another language. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Texts that are loaded with the screens that say them. The hook suspends until they are there. */
export function lazyWords<T>(load: Readonly<Record<UnLanguage, () => Promise<T>>>): () => T {
  const loaded = new Map<UnLanguage, Promise<T>>();
  return function useLazyWords(): T {
    const { language } = useSpeech();
    const words = loaded.get(language) ?? load[language]();
    loaded.set(language, words);
    return use(words);
  };
}
