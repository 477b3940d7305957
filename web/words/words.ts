import type { UnLanguage } from '../../domain/reference/states.ts';
import type { SharedWords } from '../../words/shared-words.ts';
import type { AccessWords } from './access-words.ts';
import type { PeopleWords } from './people-words.ts';
import type { RegisterWords } from './register-words.ts';
import type { ListWords } from './list-words.ts';
import type { OneWords } from './one-words.ts';
import type { ShellWords } from './shell-words.ts';
import type { SourceWords } from './sources-words.ts';
import type { StateWords } from './states-words.ts';
import type { TermWords } from './term-words.ts';
import type { TodayWords } from './today-words.ts';

/** All that the screens say in one language; a language that lacks a text does not pass the type check. */
export type WebWords = {
  readonly access: AccessWords;
  readonly shell: ShellWords;
  readonly terms: TermWords;
  readonly people: PeopleWords;
  readonly register: RegisterWords;
  readonly sources: SourceWords;
  readonly states: StateWords;
  readonly list: ListWords;
  readonly one: OneWords;
  readonly today: TodayWords;
  readonly shared: SharedWords;
};

/** Each language is a file of its own, which a browser loads when it is read. */
export const loadWords: Readonly<Record<UnLanguage, () => Promise<WebWords>>> = {
  ar: async () => (await import('./ar.ts')).wordsInArabic,
  en: async () => (await import('./en.ts')).wordsInEnglish,
  es: async () => (await import('./es.ts')).wordsInSpanish,
  fr: async () => (await import('./fr.ts')).wordsInFrench,
  ru: async () => (await import('./ru.ts')).wordsInRussian,
  zh: async () => (await import('./zh.ts')).wordsInChinese,
};
