import { obstacleNames, obstacles } from '../domain/campaign/obstacles.ts';
import type { AppealState } from '../domain/follow-up/appeal-events.ts';
import { depositIntentions, offices } from '../domain/follow-up/appeal-kinds.ts';
import type { FollowUpEvent } from '../domain/follow-up/events.ts';
import { letterWording } from '../domain/letters/wordings/all.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { dateFor, sourceOf, type Asked } from './asked.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { frameOf, type LinkPageWish, type Visit } from './link-page.ts';
import { renderPage } from './pages/render.ts';

export type Errand = Asked & {
  readonly appeal: AppealState;
  /** Holds the role themselves; anybody else stands in for whoever does not. */
  readonly isHolder: boolean;
  /** The reader's today. */
  readonly today: string;
};

/** What a link opens for whoever carries a letter to the Government; undefined where no campaign has been. */
export function errandOf(deps: AppDeps, asked: Asked, holderIds: readonly string[]): Errand | undefined {
  const appeal = asked.row.state?.appeal;
  if (asked.claim.role !== 'resident-coordinator' || appeal == null) return undefined;
  const isHolder = holderIds.includes(asked.claim.contactId);
  return { ...asked, appeal, isHolder, today: dateFor(asked.contact, nowOf(deps)) };
}

/** The page of a resident coordinator: how the appeal stands, and room for what was said in the capital. */
export function deliveryPage(visit: Visit, errand: Errand, wish: LinkPageWish): string {
  const { row, contact, claim, isHolder } = errand;
  const words = wordsFor(contact.language);
  const { appeal: says } = words;
  return renderPage('delivery', {
    ...frameOf(visit, wish),
    colon: fill(words.mail.marks.labelled, { label: '', value: '' }),
    says,
    text: row.text,
    source: sourceOf(errand),
    state: words.stateName(row.state_code),
    actsFor: isHolder ? undefined : fill(says.actsFor, { role: words.mail.roles[claim.role] }),
    standing: row.status === null || row.status === 'open' ? undefined : says.standing[row.status],
    facts: factsOf(errand, words),
    choices: choicesOf(errand, words),
    offices: [['', says.office.unsaid], ...offices.map((office) => [office, says.offices[office]])],
    obstacles: [['', says.obstacle.none], ...obstacles.map((each) => [each, obstacleNames[each][contact.language]])],
    intentions: isTreatyEventAhead(errand)
      ? [['', says.willDeposit.unsaid], ...depositIntentions.map((each) => [each, says.willDeposit.names[each]])]
      : undefined,
  });
}

const isTreatyEventAhead = ({ appeal, today }: Errand): boolean =>
  appeal.treatyEventOn !== null && appeal.treatyEventOn >= today;

function factsOf(errand: Errand, words: Words): readonly (readonly [string, string])[] {
  const { row, appeal, events } = errand;
  const { labels, letter, none } = words.appeal;
  const due = appeal.tasks.find(({ task }) => task !== 'review');
  const sentOn = appeal.letter?.sentOn == null ? '' : words.date(appeal.letter.sentOn);
  const { positions } = letterWording(words.language).labels;
  const position = row.position ?? row.registered_position;
  const open = appeal.obstacles.map(({ obstacle }) => obstacleNames[obstacle][words.language]);
  const { treatyEventOn } = appeal;
  return [
    [labels.letter, fill(letter[appeal.letter?.status ?? 'none'], { date: sentOn })],
    ...(due === undefined || row.status !== 'open' ? [] : [[labels.due, words.date(due.dueOn)] as const]),
    ...(treatyEventOn !== null && isTreatyEventAhead(errand)
      ? [[labels.treatyEvent, words.date(treatyEventOn)] as const]
      : []),
    [labels.position, positions[position]],
    [labels.obstacles, open.length === 0 ? none : open.join(words.mail.marks.comma)],
    [labels.lastDelivery, lastDelivery(events, words) ?? none],
    ...nextStep(events, words),
  ];
}

type Delivered = Extract<FollowUpEvent, { type: 'AppealDelivered' }>;
const newestOf = (events: readonly FollowUpEvent[]): Delivered | undefined =>
  events.findLast((event): event is Delivered => event.type === 'AppealDelivered');

function lastDelivery(events: readonly FollowUpEvent[], words: Words): string | undefined {
  const last = newestOf(events);
  if (last === undefined) return undefined;
  const { comma } = words.mail.marks;
  const where = [words.date(last.deliveredOn), words.appeal.offices[last.office]].join(comma);
  return fill(words.mail.marks.labelled, { label: where, value: words.apart(last.note) });
}

function nextStep(events: readonly FollowUpEvent[], words: Words): readonly (readonly [string, string])[] {
  const last = newestOf(events);
  if (last === undefined || last.nextStep === null) return [];
  const on = last.nextOn === null ? [] : [words.date(last.nextOn)];
  return [[words.appeal.labels.nextStep, [words.apart(last.nextStep), ...on].join(words.mail.marks.comma)]];
}

/** Of a closed follow-up nothing is asked any more; what was delivered before is still taken. */
const choicesOf = ({ row, isHolder }: Errand, { appeal, answer }: Words) => [
  ['delivered', appeal.choices.delivered],
  ...(row.status === 'closed' ? [] : [['obstacle', appeal.choices.obstacle]]),
  ...(row.status === 'closed' || !isHolder ? [] : [['not-me', answer.choices['not-me']]]),
];
