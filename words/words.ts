import { stateByCode, type UnLanguage } from '../domain/reference/states.ts';
import type { CalendarDate } from '../domain/time.ts';
import { appealInSpanish } from './appeal/es.ts';
import { appealInRussian } from './appeal/ru.ts';
import { appealInFrench } from './appeal/fr.ts';
import { appealInEnglish } from './appeal/en.ts';
import { appealInChinese } from './appeal/zh.ts';
import { appealInArabic } from './appeal/ar.ts';
import type { AccountWords } from './account-words.ts';
import { accountInEnglish } from './account/en.ts';
import { accountInFrench } from './account/fr.ts';
import { accountInSpanish } from './account/es.ts';
import { accountInRussian } from './account/ru.ts';
import { accountInChinese } from './account/zh.ts';
import { accountInArabic } from './account/ar.ts';
import type { AfterWords } from './after-words.ts';
import { afterInArabic } from './after/ar.ts';
import { afterInEnglish } from './after/en.ts';
import { afterInSpanish } from './after/es.ts';
import { afterInFrench } from './after/fr.ts';
import { afterInRussian } from './after/ru.ts';
import { afterInChinese } from './after/zh.ts';
import { answerInArabic } from './answer/ar.ts';
import { answerInChinese } from './answer/zh.ts';
import { answerInEnglish } from './answer/en.ts';
import { answerInFrench } from './answer/fr.ts';
import { answerInRussian } from './answer/ru.ts';
import { answerInSpanish } from './answer/es.ts';
import type { AppealWords } from './appeal-words.ts';
import type { AnswerWords } from './answer-words.ts';
import { dateWriterFor } from './dates.ts';
import { feedInArabic } from './feed/ar.ts';
import { feedInEnglish } from './feed/en.ts';
import { feedInSpanish } from './feed/es.ts';
import { feedInFrench } from './feed/fr.ts';
import { feedInRussian } from './feed/ru.ts';
import { feedInChinese } from './feed/zh.ts';
import type { FeedWords } from './feed-words.ts';
import { mailInArabic } from './mail/ar.ts';
import { mailInChinese } from './mail/zh.ts';
import { mailInEnglish } from './mail/en.ts';
import { mailInFrench } from './mail/fr.ts';
import { mailInRussian } from './mail/ru.ts';
import { mailInSpanish } from './mail/es.ts';
import type { MailWords } from './mail-words.ts';
import { counterFor, type Count } from './plurals.ts';
import { viewInArabic } from './view/ar.ts';
import { viewInEnglish } from './view/en.ts';
import { viewInSpanish } from './view/es.ts';
import { viewInFrench } from './view/fr.ts';
import { viewInRussian } from './view/ru.ts';
import { viewInChinese } from './view/zh.ts';
import type { ViewWords } from './view-words.ts';

/** All that Relance says to people outside, in one language, and how that language counts and dates. */
export type Words = {
  readonly language: UnLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly mail: MailWords;
  readonly answer: AnswerWords;
  readonly view: ViewWords;
  readonly appeal: AppealWords;
  readonly after: AfterWords;
  readonly feed: FeedWords;
  readonly account: AccountWords;
  readonly date: (on: CalendarDate) => string;
  readonly count: Count;
  readonly stateName: (code: string) => string;
  /** A name or text that may run the other way, kept from disturbing the order of what stands around it. */
  readonly apart: (text: string) => string;
};

export const wordsFor = (language: UnLanguage): Words => words[language];

/** U+2068 and U+2069 do in plain text what <bdi> does in HTML. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

function wordsIn(
  language: UnLanguage,
  locale: string,
  own: Pick<Words, 'mail' | 'answer' | 'view' | 'appeal' | 'after' | 'feed' | 'account'>,
): Words {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return {
    language,
    direction,
    ...own,
    date: dateWriterFor(language, locale),
    count: counterFor(locale),
    stateName: (code) => stateByCode(code)?.names[language] ?? code,
    apart: direction === 'rtl' ? isolated : (text) => text,
  };
}

const words: Readonly<Record<UnLanguage, Words>> = {
  en: wordsIn('en', 'en-GB', {
    mail: mailInEnglish,
    answer: answerInEnglish,
    view: viewInEnglish,
    appeal: appealInEnglish,
    after: afterInEnglish,
    feed: feedInEnglish,
    account: accountInEnglish,
  }),
  fr: wordsIn('fr', 'fr', {
    mail: mailInFrench,
    answer: answerInFrench,
    view: viewInFrench,
    appeal: appealInFrench,
    after: afterInFrench,
    feed: feedInFrench,
    account: accountInFrench,
  }),
  es: wordsIn('es', 'es', {
    mail: mailInSpanish,
    answer: answerInSpanish,
    view: viewInSpanish,
    appeal: appealInSpanish,
    after: afterInSpanish,
    feed: feedInSpanish,
    account: accountInSpanish,
  }),
  ru: wordsIn('ru', 'ru', {
    mail: mailInRussian,
    answer: answerInRussian,
    view: viewInRussian,
    appeal: appealInRussian,
    after: afterInRussian,
    feed: feedInRussian,
    account: accountInRussian,
  }),
  zh: wordsIn('zh', 'zh-Hans', {
    mail: mailInChinese,
    answer: answerInChinese,
    view: viewInChinese,
    appeal: appealInChinese,
    after: afterInChinese,
    feed: feedInChinese,
    account: accountInChinese,
  }),
  // Latin digits: resolutions and reports of the United Nations in Arabic use them, as document symbols do everywhere.
  ar: wordsIn('ar', 'ar-u-nu-latn', {
    mail: mailInArabic,
    answer: answerInArabic,
    view: viewInArabic,
    appeal: appealInArabic,
    after: afterInArabic,
    feed: feedInArabic,
    account: accountInArabic,
  }),
};
