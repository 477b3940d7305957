import type { ClosureReason } from '../../domain/follow-up/events.ts';
import { asksForAnswer, type NoticeKind } from '../../domain/follow-up/notices.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import { daysBetween, type CalendarDate } from '../../domain/time.ts';
import { isForOwnSide, type DigestContent, type DigestItem } from './digest-content.ts';

export type Fact = { readonly label: string; readonly value: string };

/** All that a digest says in one language; further languages are further values of this type. */
export type Wording = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: (content: DigestContent) => string;
  readonly greeting: (name: string) => string;
  readonly intro: (content: DigestContent) => string;
  readonly headline: (item: DigestItem, today: CalendarDate) => string;
  readonly facts: (item: DigestItem) => readonly Fact[];
  readonly lateNote: (item: DigestItem) => string;
  readonly action: (kind: NoticeKind) => string;
  readonly footer: (content: DigestContent) => readonly string[];
};

/** English until a language has been translated: the mail then says that it is English, so that it is read out rightly. */
export const wordingFor = (language: string): Wording => wordings[language] ?? english;

/** The due date of what is asked; null for notices that only inform. */
export const dueOnOf = ({ kind, followUp }: DigestItem): CalendarDate | null =>
  asksForAnswer(kind) ? (followUp.round?.dueOn ?? null) : null;

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const written = (on: CalendarDate): string => date.format(new Date(`${on}T00:00:00.000Z`));
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const english: Wording = {
  language: 'en',
  direction: 'ltr',
  subject: ({ items }) => {
    const states = [...new Set(items.map(({ stateName }) => stateName))];
    const to = states.length === 1 ? ` to ${states[0]}` : '';
    const dueOn = items.flatMap((item) => dueOnOf(item) ?? []).sort()[0];
    const due =
      dueOn === undefined ? '' : items.length === 1 ? `, due ${written(dueOn)}` : `, oldest due ${written(dueOn)}`;
    return `Follow-up of recommendations${to}: ${counted(items.length, 'item')}${due}`;
  },
  greeting: (name) => `Dear ${name},`,
  intro: ({ items }) => {
    const asked = items.filter(({ kind }) => asksForAnswer(kind)).length;
    const told = items.length - asked;
    if (asked === 0) return `${counted(told, 'item')} for you.`;
    const asks = asked === 1 ? '1 recommendation waits for an answer.' : `${asked} recommendations wait for an answer.`;
    const informs = told === 0 ? '' : ` ${counted(told, 'more item')} below.`;
    return `${asks}${informs} Each has its own link: answering takes a minute and needs no account.`;
  },
  headline: englishHeadline,
  facts: englishFacts,
  lateNote: ({ queuedOn }) => `Delayed: this was ready on ${written(queuedOn)} and reaches you only today.`,
  action: (kind) => {
    if (isForOwnSide(kind)) return 'Open in Relance';
    return asksForAnswer(kind) || kind === 'claim-rejected' ? 'Answer now' : 'See the details';
  },
  footer: ({ items, senderName }) => [
    ...(items.some(({ kind }) => !isForOwnSide(kind))
      ? [
          'The links are personal: please do not forward them. If a recommendation is not yours, open its link and choose “I am not the right person”.',
        ]
      : []),
    `Sent by ${senderName} when your working day begins, at most once a day. No reminder is sent for what has been answered.`,
  ],
};

const wordings: Readonly<Record<string, Wording>> = { en: english };

function englishHeadline(item: DigestItem, today: CalendarDate): string {
  const { kind, followUp, rung } = item;
  const dueOn = dueOnOf(item);
  switch (kind) {
    case 'reminder-before':
    case 'check-in':
    case 'reminder-after':
      return askedFor(dueOn, today);
    case 'escalation':
      return `No answer yet: escalated to rung ${rung}`;
    case 'role-moved':
      return `Now yours to answer${dueOn === null ? '' : `: due ${written(dueOn)}`}`;
    case 'approval-wanted':
      return `Your approval is wanted: escalation to rung ${rung}`;
    case 'decision-wanted':
      return followUp.extension === null
        ? 'Your decision is wanted: more time was asked for'
        : `Your decision is wanted: more time asked for, until ${written(followUp.extension.untilOn)}`;
    case 'verification-wanted':
      return 'Please verify: the State reports this as implemented';
    case 'claim-rejected':
      return 'The reported implementation could not be confirmed';
    case 'extension-decided':
      return followUp.round === null
        ? 'Your request for more time was decided'
        : `Your request for more time was decided: now due ${written(followUp.round.dueOn)}`;
    case 'contact-unreachable':
      return `Mail no longer reaches the ${roleNames[item.eventRole ?? item.role]}${alsoOf(item)}`;
    case 'no-cooperation':
      return 'No cooperation recorded (assessment D) after the last rung';
    case 'closed':
      return followUp.closure === null ? 'Closed' : `Closed: ${closures[followUp.closure.reason]}`;
    case 'view-wanted':
      return 'Your independent view is asked for: the State reports this as implemented';
    case 'letter-to-send':
      return `A letter waits to be sent: rung ${rung} was approved`;
    case 'next-steps-opened':
      return 'Closing this opened the next files';
  }
}

const alsoOf = ({ standsFor }: DigestItem): string =>
  standsFor === 0 ? '' : ` (of this and ${counted(standsFor, 'other recommendation')})`;

function askedFor(dueOn: CalendarDate | null, today: CalendarDate): string {
  if (dueOn === null) return 'Your answer is asked for';
  if (dueOn === today) return 'Answer due today';
  if (dueOn > today) return `Answer due ${written(dueOn)}`;
  return `Answer overdue by ${counted(daysBetween(dueOn, today), 'day')}`;
}

function englishFacts(item: DigestItem): readonly Fact[] {
  const { sourceTitle, reportSymbol, paragraph, askedOn, lastAnswerOn, role, question, rungSays, kind } = item;
  const dueOn = dueOnOf(item);
  const source = [sourceTitle, reportSymbol, paragraph && `paragraph ${paragraph}`].filter(Boolean).join(', ');
  const facts: readonly (Fact | false)[] = [
    asksForAnswer(kind) && question !== null && { label: 'Question', value: question },
    dueOn !== null && { label: 'Due', value: written(dueOn) },
    asksForAnswer(kind) && askedOn !== null && { label: 'Asked since', value: written(askedOn) },
    { label: 'Last answer', value: lastAnswerOn === null ? 'none so far' : written(lastAnswerOn) },
    rungSays !== null && (kind === 'escalation' || kind === 'approval-wanted') && { label: 'Rung', value: rungSays },
    { label: 'State', value: item.stateName },
    { label: 'Source', value: source },
    // The role of a moved contact is in the headline; here it would name the reader wrongly.
    kind !== 'contact-unreachable' && { label: 'Written to', value: `the ${roleNames[role]}` },
  ];
  return facts.filter((fact) => fact !== false);
}

const roleNames: Readonly<Record<Role, string>> = {
  'focal-point': 'focal point',
  alternate: 'alternate focal point',
  'validating-authority': 'validating authority',
  'nmirf-secretariat': 'national mechanism’s secretariat',
  'permanent-mission': 'permanent mission',
  'desk-officer': 'desk officer',
  manager: 'manager',
  'resident-coordinator': 'resident coordinator',
  'high-commissioner': 'High Commissioner',
  nhri: 'national human rights institution',
  'civil-society': 'civil society',
};

const closures: Readonly<Record<ClosureReason, string>> = {
  'implemented-and-verified': 'implemented and verified',
  superseded: 'superseded by a newer recommendation',
  'overtaken-by-events': 'overtaken by events',
  'not-applicable': 'not applicable',
  refused: 'refused by the State',
  merged: 'merged with another recommendation',
  lapsed: 'lapsed',
};
