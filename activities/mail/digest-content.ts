import type { NoticeKind } from '../../domain/follow-up/notices.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';
import type { CalendarDate } from '../../domain/time.ts';

/** One notice with all that a reader needs to act on it without looking anything up. */
export type DigestItem = {
  readonly kind: NoticeKind;
  /** The role to which this is said. */
  readonly role: Role;
  /** The role of which the event speaks: the one that mail no longer reaches. */
  readonly eventRole: Role | null;
  readonly rung: number;
  readonly stateCode: string;
  readonly sourceTitle: string;
  readonly reportSymbol: string | null;
  readonly paragraph: string | null;
  readonly text: string;
  readonly followUp: Pick<StartedState, 'round' | 'extension' | 'closure'>;
  /** What the round asks, in words. */
  readonly question: string | null;
  /** What the rung means, in words. */
  readonly rungSays: string | null;
  /** Dates of the reader's own calendar. */
  readonly askedOn: CalendarDate | null;
  readonly lastAnswerOn: CalendarDate | null;
  readonly queuedOn: CalendarDate;
  readonly isDelayed: boolean;
  /** How many other notices this one is told for. */
  readonly standsFor: number;
  /** The others of its cluster that are asked for in the same item, with one link for all; null for an item of one. */
  readonly cluster: {
    readonly title: string;
    readonly others: readonly { readonly text: string; readonly paragraph: string | null }[];
  } | null;
  readonly link: string;
};

export type DigestContent = {
  readonly name: string;
  readonly language: UnLanguage;
  /** Today, where the reader lives. */
  readonly onDate: CalendarDate;
  /** Never empty, in the order in which they are shown. */
  readonly items: readonly DigestItem[];
  /** What the sender is called in the mail. */
  readonly senderName: string;
};

/** How many recommendations an item stands for. */
export const recommendationsIn = ({ cluster }: DigestItem): number => 1 + (cluster?.others.length ?? 0);

/** Told to our own side, which works in Relance itself; everybody else answers from the mail, without an account. */
const ownSideKinds: readonly NoticeKind[] = [
  'approval-wanted',
  'decision-wanted',
  'verification-wanted',
  'contact-unreachable',
  'no-cooperation',
  'next-steps-opened',
  'letter-to-send',
  'deposit-closed',
  'deposit-recorded',
  'deposit-undone',
  'thanks-to-send',
];
export const isForOwnSide = (kind: NoticeKind): boolean => ownSideKinds.includes(kind);

/** Asks somebody outside for a view, which no round waits for. */
export const wantsView = (kind: NoticeKind): boolean => kind === 'view-wanted';
