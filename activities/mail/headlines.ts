import { daysBetween, type CalendarDate } from '../../domain/time.ts';
import { fill } from '../../words/plurals.ts';
import type { Words } from '../../words/words.ts';
import type { DigestItem } from './digest-content.ts';
import { dueOnOf } from './facts.ts';

/** What a notice says in one line, as of the reader's today. */
export function headlineOf(item: DigestItem, today: CalendarDate, words: Words): string {
  const { kind, followUp, rung } = item;
  const { headlines, closedBecause, closures } = words.mail;
  switch (kind) {
    case 'reminder-before':
    case 'check-in':
    case 'reminder-after':
      return askedFor(dueOnOf(item), today, words);
    case 'role-moved':
      return dated(kind, dueOnOf(item), words);
    case 'decision-wanted':
      return dated(kind, followUp.extension?.untilOn, words);
    case 'delivery-wanted':
    case 'delivery-reminder':
      return dated(kind, errandOf(followUp)?.dueOn, words);
    case 'treaty-event-ahead':
      return dated(kind, followUp.appeal?.treatyEventOn, words);
    case 'review-wanted':
      return dated(kind, reviewOf(followUp)?.dueOn, words);
    case 'appeal-letter-drafted':
    case 'appeal-letter-to-send':
      return withOthers(headlines[kind], item, words);
    case 'extension-decided':
      return dated(kind, followUp.round?.dueOn, words);
    case 'contact-unreachable':
      return unreachable(item, words);
    case 'closed':
      return followUp.closure === null
        ? headlines.closed
        : fill(closedBecause, { reason: closures[followUp.closure.reason] });
    default:
      return fill(headlines[kind], { rung: String(rung) });
  }
}

const errandOf = ({ appeal }: DigestItem['followUp']) => appeal?.tasks.find(({ task }) => task !== 'review');
const reviewOf = ({ appeal }: DigestItem['followUp']) => appeal?.tasks.find(({ task }) => task === 'review');

const dated = (
  kind: keyof Words['mail']['dated'],
  on: CalendarDate | null | undefined,
  { mail, date }: Words,
): string => (on == null ? mail.headlines[kind] : fill(mail.dated[kind], { date: date(on) }));

const unreachable = (item: DigestItem, words: Words): string => {
  const role = words.mail.roles[item.eventRole ?? item.role];
  return withOthers(fill(words.mail.headlines['contact-unreachable'], { role }), item, words);
};

/** What one item says for many. */
const withOthers = (said: string, { standsFor }: DigestItem, { mail, count }: Words): string =>
  standsFor === 0 ? said : `${said}${mail.marks.sentenceGap}${count(mail.counts.alsoOf, standsFor)}`;

function askedFor(dueOn: CalendarDate | null, today: CalendarDate, { mail, date, count }: Words): string {
  if (dueOn === null) return mail.due.unknown;
  if (dueOn === today) return mail.due.today;
  if (dueOn > today) return fill(mail.due.later, { date: date(dueOn) });
  return count(mail.counts.daysOverdue, daysBetween(dueOn, today));
}
