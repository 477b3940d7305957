import { answerInChinese } from '../../words/answer/zh.ts';
import { mailInChinese } from '../../words/mail/zh.ts';
import { viewInChinese } from '../../words/view/zh.ts';
import { shellInChinese } from './shell/zh.ts';
import { termsInChinese } from './terms/zh.ts';
import { sharedTerms, type WebWords } from './words.ts';

export const wordsInChinese: WebWords = {
  shell: shellInChinese,
  terms: termsInChinese,
  shared: sharedTerms(mailInChinese, answerInChinese, viewInChinese),
};
