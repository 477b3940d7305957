import type { UnLanguage } from '../../reference/states.ts';
import type { LetterWording } from '../wording.ts';
import { arabic } from './ar.ts';
import { chinese } from './zh.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { russian } from './ru.ts';
import { spanish } from './es.ts';

const wordings: Readonly<Record<UnLanguage, LetterWording>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

export const letterWording = (language: UnLanguage): LetterWording => wordings[language];
