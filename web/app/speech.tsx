import { createContext, use, useMemo, type ReactNode } from 'react';
import { stateByCode, type UnLanguage } from '../../domain/reference/states.ts';
import { counterFor, type Count } from '../../words/plurals.ts';
import { loadWords, type WebWords } from '../words/words.ts';
import { locales } from './language.ts';

/** How the screens speak in the chosen language: its words, and how it counts, dates and names States. */
export type Speech = {
  readonly language: UnLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly words: WebWords;
  readonly count: Count;
  readonly number: (value: number) => string;
  /** A calendar date, which is the same everywhere. */
  readonly date: (on: string) => string;
  /** The day of an instant in the reader's zone, or in another one. */
  readonly day: (at: string, zone?: string) => string;
  readonly dayAndTime: (at: string, zone?: string) => string;
  readonly week: (on: string) => string;
  readonly stateName: (code: string) => string;
  readonly setLanguage: (language: UnLanguage) => void;
};

const SpeechContext = createContext<Speech | undefined>(undefined);

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === undefined) throw new Error('Nobody has chosen a language yet');
  return speech;
}
export const useWords = (): WebWords => useSpeech().words;

const loaded = new Map<UnLanguage, Promise<WebWords>>();
function wordsIn(language: UnLanguage): Promise<WebWords> {
  const words = loaded.get(language) ?? loadWords[language]();
  loaded.set(language, words);
  return words;
}

type Given = Pick<Speech, 'language' | 'setLanguage'> & { readonly children: ReactNode };

/** Loads the words of a language and lets everything below speak it. Suspends meanwhile. */
export function SpeechProvider({ language, setLanguage, children }: Given) {
  const words = use(wordsIn(language));
  const speech = useMemo(() => speechOf(language, words, setLanguage), [language, words, setLanguage]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

const dateParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;

function speechOf(language: UnLanguage, words: WebWords, setLanguage: Speech['setLanguage']): Speech {
  const locale = locales[language];
  const digits = new Intl.NumberFormat(locale);
  const dateFormat = new Intl.DateTimeFormat(locale, { ...dateParts, timeZone: 'UTC' });
  const weekFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const written = (style: Intl.DateTimeFormatOptions) => (at: string, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? style : { ...style, timeZone }).format(new Date(at));
  const noon = (on: string): Date => new Date(`${on}T12:00:00.000Z`);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    words,
    setLanguage,
    count: counterFor(locale),
    number: (value) => digits.format(value),
    date: (on) => dateFormat.format(noon(on)),
    week: (on) => weekFormat.format(noon(on)),
    day: written(dateParts),
    dayAndTime: written({ ...dateParts, hour: '2-digit', minute: '2-digit' }),
    stateName: (code) => stateByCode(code)?.names[language] ?? code,
  };
}
