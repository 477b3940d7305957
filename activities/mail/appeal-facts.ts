import { obstacleNames } from '../../domain/campaign/obstacles.ts';
import type { NoticeKind } from '../../domain/follow-up/notices.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import { fill } from '../../words/plurals.ts';
import type { Words } from '../../words/words.ts';
import { isErrand, type DigestItem } from './digest-content.ts';
import type { Fact } from './fact.ts';

const kindsOfAppeals: readonly NoticeKind[] = [
  'delivery-wanted',
  'delivery-reminder',
  'delivery-reported',
  'treaty-event-ahead',
  'review-wanted',
  'appeal-task-overdue',
];

/** How the appeal of a campaign stands: what its reader needs before the telephone is lifted, or before the file is reviewed. */
export function appealFactsOf(item: DigestItem, words: Words): readonly Fact[] {
  const { kind, followUp } = item;
  if (!kindsOfAppeals.includes(kind) || followUp.appeal === null) return [];
  const { appeal, position } = followUp;
  const { labels, letter: saysLetter, none, offices } = words.appeal;
  const { letter, lastDelivery, obstacles, treatyEventOn } = appeal;
  const sentOn = letter?.sentOn == null ? '' : words.date(letter.sentOn);
  const named = obstacles.map(({ obstacle }) => obstacleNames[obstacle][words.language]);
  const facts: readonly (Fact | false)[] = [
    { label: labels.letter, value: fill(saysLetter[letter?.status ?? 'none'], { date: sentOn }) },
    kind === 'treaty-event-ahead' &&
      treatyEventOn !== null && { label: labels.treatyEvent, value: words.date(treatyEventOn) },
    { label: labels.position, value: letterWording(words.language).labels.positions[position] },
    {
      label: labels.lastDelivery,
      value:
        lastDelivery === null
          ? none
          : [words.date(lastDelivery.deliveredOn), offices[lastDelivery.office]].join(words.mail.marks.comma),
    },
    { label: labels.obstacles, value: named.length === 0 ? none : named.join(words.mail.marks.comma) },
  ];
  return facts.filter((fact) => fact !== false);
}

/** Whoever stands in for somebody is told so: they would wonder why they are asked. */
export const standInNoteOf = ({ kind, role, isStandIn }: DigestItem, { appeal, mail }: Words): string | null =>
  isStandIn && isErrand(kind) ? fill(appeal.actsFor, { role: mail.roles[role] }) : null;
