import type { CorrespondenceEvent } from '../correspondence/events.ts';
import { counted, spaced } from './describe-follow-up.ts';

/** What became of a mail: the proof of sending, as far as a State's timeline tells it. */
export const mailOutcomes = [
  'DigestAccepted',
  'DigestRefused',
  'DigestLeftUncertain',
  'DigestResolved',
  'DigestBounced',
] as const;
export type MailOutcome = Extract<CorrespondenceEvent, { type: (typeof mailOutcomes)[number] }>;

export const isMailOutcome = (event: { readonly type: string }): event is MailOutcome =>
  mailOutcomes.some((each) => each === event.type);

/** One line about a mail and those of its notices that concern the State; the notice kinds may repeat. */
export function describeMail(event: MailOutcome, noticeKinds: readonly string[]): string {
  const kinds = [...new Set(noticeKinds)].sort().map(spaced).join(', ');
  const what = kinds === '' ? 'Mail' : `Mail with ${counted(noticeKinds.length, 'notice')} (${kinds})`;
  return `${what} ${outcomeOf(event)}`;
}

function outcomeOf(event: MailOutcome): string {
  switch (event.type) {
    case 'DigestAccepted':
      return 'accepted by the mail server';
    case 'DigestRefused':
      return 'refused by the mail server';
    case 'DigestLeftUncertain':
      return 'left uncertain: a person decides';
    case 'DigestResolved':
      return event.wasDelivered ? 'found to be delivered' : 'found not to be delivered; it is sent again';
    case 'DigestBounced':
      return event.isPermanent ? 'came back: it cannot be delivered' : 'is delayed on its way';
  }
}
