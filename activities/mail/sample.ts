import { noAppeal, type AppealState } from '../../domain/follow-up/appeal-events.ts';
import type { NoticeKind } from '../../domain/follow-up/notices.ts';
import { commonQuestions } from '../../domain/playbooks/shipped/defaults.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import { isErrand, type DigestContent, type DigestItem } from './digest-content.ts';

const onDate = '2027-03-01';
const dueDates: Readonly<Partial<Record<NoticeKind, string>>> = { 'check-in': onDate, 'reminder-before': '2027-03-15' };

/** A digest of one notice about a recommendation that nobody made, for whoever wants to see what a kind says. */
export const sampleContent = (
  kind: NoticeKind,
  { link, ...reader }: Pick<DigestContent, 'language' | 'senderName'> & { readonly link: string },
): DigestContent => ({ ...reader, name: 'Alex Martin', onDate, items: [sampleItem(kind, link)] });

const sampleItem = (kind: NoticeKind, link: string): DigestItem => ({
  kind,
  role: roleOf(kind),
  eventRole: 'focal-point',
  rung: 3,
  stateCode: 'CH',
  sourceTitle: 'Example of a mission',
  reportSymbol: 'A/HRC/00/0',
  paragraph: '12',
  text: 'Example of a recommendation: ratify the Optional Protocol to the Convention against Torture.',
  followUp: followUpOf(kind),
  isStandIn: false,
  question: commonQuestions['check-in'],
  rungSays: 'The desk officer calls, and a note verbale goes to the permanent mission.',
  askedOn: '2027-02-01',
  lastAnswerOn: '2026-11-30',
  queuedOn: onDate,
  isDelayed: false,
  standsFor: 0,
  cluster: null,
  link,
});

/** To whom an appeal's errands and reviews go; all else is shown as a focal point has it. */
const roleOf = (kind: NoticeKind): Role => (isErrand(kind) ? 'resident-coordinator' : 'focal-point');

const campaignAppeal: AppealState = {
  ...noAppeal,
  campaignId: 'example',
  letter: { key: 'example', draftedAt: '2027-02-01T09:00:00.000Z', status: 'sent', sentOn: '2027-02-08' },
  tasks: (['delivery', 'review'] as const).map((task) => ({
    task,
    since: `${onDate}T09:00:00.000Z`,
    countedFrom: `${onDate}T09:00:00.000Z`,
    dueOn: '2027-03-15',
    steps: [],
  })),
  treatyEventOn: '2027-09-28',
  obstacles: [{ obstacle: 'translation', since: '2026-11-30T09:00:00.000Z' }],
};

function followUpOf(kind: NoticeKind): DigestItem['followUp'] {
  const dueOn = dueDates[kind] ?? '2027-02-18';
  const at = `${onDate}T09:00:00.000Z`;
  const round = { number: 1, asks: 'check-in', dueOn, dueAt: at, askedAt: at, answeredAt: null };
  return {
    round: kind === 'extension-decided' ? { ...round, dueOn: '2027-06-30' } : round,
    extension: kind === 'decision-wanted' ? { untilOn: '2027-06-30', requestedAt: at } : null,
    position: 'supported',
    appeal: campaignAppeal,
    closure: kind === 'closed' ? { reason: 'implemented-and-verified', at } : null,
  };
}
