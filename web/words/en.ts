import { answerInEnglish } from '../../words/answer/en.ts';
import { mailInEnglish } from '../../words/mail/en.ts';
import { viewInEnglish } from '../../words/view/en.ts';
import { listInEnglish } from './list/en.ts';
import { oneInEnglish } from './one/en.ts';
import { shellInEnglish } from './shell/en.ts';
import { termsInEnglish } from './terms/en.ts';
import { todayInEnglish } from './today/en.ts';
import { sharedTerms, type WebWords } from './words.ts';

export const wordsInEnglish: WebWords = {
  shell: shellInEnglish,
  terms: termsInEnglish,
  list: listInEnglish,
  one: oneInEnglish,
  today: todayInEnglish,
  shared: sharedTerms(mailInEnglish, answerInEnglish, viewInEnglish),
};
