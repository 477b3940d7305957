import { asksForAnswer } from '../../domain/follow-up/notices.ts';
import { fill } from '../../words/plurals.ts';
import type { Words } from '../../words/words.ts';
import {
  isErrand,
  isForOwnSide,
  recommendationsIn,
  wantsView,
  type DigestContent,
  type DigestItem,
} from './digest-content.ts';
import { dueOnOf } from './facts.ts';

/** The sentences around the items of a digest. What they say is decided here, how it is said in words/. */

export function subjectOf({ items }: DigestContent, { mail, date, count, stateName }: Words): string {
  const codes = [...new Set(items.map(({ stateCode }) => stateCode))];
  const [only = ''] = codes;
  const { toOneState, toSeveralStates, due, oldestDue } = mail.subject;
  const dueOn = items.flatMap((item) => dueOnOf(item) ?? []).sort()[0];
  const parts = [
    count(mail.counts.items, items.length),
    ...(dueOn === undefined ? [] : [fill(items.length === 1 ? due : oldestDue, { date: date(dueOn) })]),
  ];
  return fill(mail.marks.labelled, {
    label: codes.length === 1 ? fill(toOneState, { state: stateName(only) }) : toSeveralStates,
    value: parts.join(mail.marks.comma),
  });
}

/** The name is the reader's own and may be in any script. */
export const greetingOf = ({ name }: DigestContent, { mail, apart }: Words): string =>
  fill(mail.greeting, { name: apart(name) });

export function introOf({ items }: DigestContent, { mail, count }: Words): string {
  const asking = items.filter(({ kind }) => asksForAnswer(kind) || wantsView(kind));
  const asked = asking.reduce((sum, item) => sum + recommendationsIn(item), 0);
  const told = items.length - asking.length;
  if (asked === 0) return count(mail.counts.told, told);
  return [
    count(mail.counts.waiting, asked),
    ...(told === 0 ? [] : [count(mail.counts.more, told)]),
    mail.howToAnswer,
  ].join(mail.marks.sentenceGap);
}

/** Our own side sees in Relance how late its mail is. */
export const lateNoteOf = ({ isDelayed, kind, queuedOn }: DigestItem, { mail, date }: Words): string | null =>
  isDelayed && !isForOwnSide(kind) ? fill(mail.lateNote, { date: date(queuedOn) }) : null;

export function actionOf({ kind, role }: DigestItem, { mail: { actions }, appeal, validation }: Words): string {
  if (isForOwnSide(kind)) return actions.openInRelance;
  if (wantsView(kind)) return actions.giveView;
  if (kind === 'validation-wanted') return validation.action;
  if (isErrand(kind) && role === 'resident-coordinator') return appeal.report;
  return asksForAnswer(kind) || kind === 'claim-rejected' || kind === 'treaty-event-ahead'
    ? actions.answer
    : actions.seeDetails;
}

/** The choice is named as the answer page names it. */
export const footerOf = ({ items, senderName }: DigestContent, { mail, answer, apart }: Words): readonly string[] => [
  ...(items.some(({ kind }) => !isForOwnSide(kind))
    ? [fill(mail.footer.linksArePersonal, { choice: answer.choices['not-me'].label })]
    : []),
  fill(mail.footer.sentBy, { sender: apart(senderName) }),
];
