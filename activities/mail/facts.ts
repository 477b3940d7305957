import { asksForAnswer, type NoticeKind } from '../../domain/follow-up/notices.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { fill } from '../../words/plurals.ts';
import type { Words } from '../../words/words.ts';
import { appealFactsOf } from './appeal-facts.ts';
import type { DigestItem } from './digest-content.ts';
import type { Fact } from './fact.ts';

/** The due date of what is asked; null for notices that only inform. */
export const dueOnOf = ({ kind, followUp }: DigestItem): CalendarDate | null =>
  asksForAnswer(kind) ? (followUp.round?.dueOn ?? null) : null;

/** What a reader needs to act on one notice without looking anything up. */
export function factsOf(item: DigestItem, words: Words): readonly Fact[] {
  const { askedOn, lastAnswerOn, role, question, rungSays, kind } = item;
  const { language, mail, date, stateName } = words;
  const { labels } = mail;
  const dueOn = dueOnOf(item);
  const isEnglish = language !== 'en';
  const facts: readonly (Fact | false)[] = [
    asksForAnswer(kind) && question !== null && { label: labels.question, value: question, isEnglish },
    dueOn !== null && { label: labels.due, value: date(dueOn) },
    asksForAnswer(kind) && askedOn !== null && { label: labels.askedSince, value: date(askedOn) },
    { label: labels.lastAnswer, value: lastAnswerOn === null ? mail.noAnswerYet : date(lastAnswerOn) },
    ...appealFactsOf(item, words),
    rungSays !== null && saysRung(kind) && { label: labels.rung, value: rungSays, isEnglish },
    { label: labels.state, value: stateName(item.stateCode) },
    { label: labels.source, value: sourceOf(item, words) },
    // The role of a moved contact is in the headline; here it would name the reader wrongly.
    kind !== 'contact-unreachable' && { label: labels.writtenTo, value: mail.roles[role] },
  ];
  return facts.filter((fact) => fact !== false);
}

const saysRung = (kind: NoticeKind): boolean =>
  kind === 'escalation' || kind === 'approval-wanted' || kind === 'letter-to-send';

/** Titles and symbols are the source's own and mostly in Latin script. */
const sourceOf = ({ sourceTitle, reportSymbol, paragraph }: DigestItem, { mail, apart }: Words): string =>
  [
    apart(sourceTitle),
    ...(reportSymbol === null ? [] : [apart(reportSymbol)]),
    ...(paragraph === null ? [] : [fill(mail.paragraph, { paragraph })]),
  ].join(mail.marks.comma);
