import { answerInEnglish } from '../../words/answer/en.ts';
import { mailInEnglish } from '../../words/mail/en.ts';
import { viewInEnglish } from '../../words/view/en.ts';
import { shellInEnglish } from './shell/en.ts';
import { termsInEnglish } from './terms/en.ts';
import { sharedTerms, type WebWords } from './words.ts';

export const wordsInEnglish: WebWords = {
  shell: shellInEnglish,
  terms: termsInEnglish,
  shared: sharedTerms(mailInEnglish, answerInEnglish, viewInEnglish),
};
