import type { OfficialName } from '../../reference/official-names.ts';
import type { UnLanguage } from '../../reference/states.ts';
import type { LetterBody, ThankedDeposit } from '../letter.ts';
import { letterWording } from '../wordings/all.ts';
import { thanksInArabic } from './ar.ts';
import { thanksInEnglish } from './en.ts';
import { thanksInSpanish } from './es.ts';
import { thanksInFrench } from './fr.ts';
import { thanksInRussian } from './ru.ts';
import type { ThanksWording } from './wording.ts';
import { thanksInChinese } from './zh.ts';

const wordings: Readonly<Record<UnLanguage, ThanksWording>> = {
  ar: thanksInArabic,
  en: thanksInEnglish,
  es: thanksInSpanish,
  fr: thanksInFrench,
  ru: thanksInRussian,
  zh: thanksInChinese,
};

/** What a letter of thanks says before anybody has edited it, in the form of a letter of the High Commissioner. */
export function composeThanks(deposit: ThankedDeposit, state: OfficialName, language: UnLanguage): LetterBody {
  const { addressee, salutation, closing, signature, date, gap } = letterWording(language);
  const words = wordings[language];
  const form = 'high-commissioner-letter';
  const treaty = deposit.titles[language];
  const { how, inForceOn, firstReportDueOn } = deposit;
  const next = [
    ...(inForceOn === null ? [] : [words.entryIntoForce(treaty, state, date(inForceOn))]),
    ...(firstReportDueOn === null ? [] : [words.firstReport(date(firstReportDueOn))]),
  ];
  return {
    addressee: addressee[form](state),
    salutation: salutation[form],
    paragraphs: [
      words.thanks({ state, treaty, how, on: date(deposit.on) }),
      ...(next.length === 0 ? [] : [next.join(gap)]),
      words.offer,
    ],
    closing: closing[form](state),
    signature: signature[form],
  };
}
