import { helpNames } from '../campaign/help.ts';
import type { HelpKind } from '../follow-up/appeal-kinds.ts';
import type { OfficialName } from '../reference/official-names.ts';
import type { UnLanguage } from '../reference/states.ts';
import type { CalendarDate } from '../time.ts';
import { isSaid, type AppealWording } from './appeal-wording.ts';
import { appealInArabic } from './appeals/ar.ts';
import { appealInChinese } from './appeals/zh.ts';
import { appealInEnglish } from './appeals/en.ts';
import { appealInFrench } from './appeals/fr.ts';
import { appealInRussian } from './appeals/ru.ts';
import { appealInSpanish } from './appeals/es.ts';
import type { AppealFacts, LetterFacts } from './letter.ts';
import { letterWording } from './wordings/all.ts';

const wordings: Readonly<Record<UnLanguage, AppealWording>> = {
  en: appealInEnglish,
  fr: appealInFrench,
  es: appealInSpanish,
  ru: appealInRussian,
  zh: appealInChinese,
  ar: appealInArabic,
};

/** What is offered where nobody has offered anything in particular. */
const usualHelp: readonly HelpKind[] = ['translation', 'drafting', 'training', 'reporting'];

type Written = { readonly facts: LetterFacts; readonly appeal: AppealFacts; readonly language: UnLanguage };

/** The text of the Secretary-General's letter of a campaign, before anybody has edited it. */
export function appealParagraphs({ facts, appeal, language }: Written, state: OfficialName): readonly string[] {
  const words = wordings[language];
  const { date, quoted, gap } = letterWording(language);
  const joined = (...sentences: readonly string[]): readonly string[] =>
    sentences.length === 0 ? [] : [sentences.join(gap)];
  const help = appeal.help.length === 0 ? usualHelp : appeal.help;
  return [
    words.opening(state, quoted(appeal.treaty?.[language] ?? facts.text)),
    ...joined(...signature(words, appeal, date), ...position(words, facts, date)),
    ...joined(words.everyState, ...(appeal.goalOn === null ? [] : [words.goal(date(appeal.goalOn))])),
    words.help(help.map((kind) => helpNames[kind][language]).join(words.comma)),
    appeal.hasCoordinator ? words.coordinator : words.noCoordinator,
    words.ask(date(facts.replyBy)),
  ];
}

type Dated = (on: CalendarDate) => string;

/** Where nobody knows whether the State has signed, nothing is said of it. */
function signature(words: AppealWording, { isSigned, signedOn }: AppealFacts, date: Dated): readonly string[] {
  if (isSigned === null) return [];
  return [isSigned ? words.signed(signedOn === null ? null : date(signedOn)) : words.notSigned];
}

function position(words: AppealWording, { position: said, positionOn }: LetterFacts, date: Dated): readonly string[] {
  return isSaid(said) ? [words.position[said](positionOn === null ? null : date(positionOn))] : [];
}
