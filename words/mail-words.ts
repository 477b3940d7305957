import type { ClosureReason } from '../domain/follow-up/events.ts';
import type { NoticeKind } from '../domain/follow-up/notices.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import type { UnLanguage } from '../domain/reference/states.ts';
import type { Counted } from './plurals.ts';

/** All say the same: an answer is due, or overdue, on a date. */
type AskingKind = 'reminder-before' | 'check-in' | 'reminder-after';

/** Those whose headline names a date where one is known. */
type DatedKind =
  | 'role-moved'
  | 'decision-wanted'
  | 'extension-decided'
  | 'delivery-wanted'
  | 'delivery-reminder'
  | 'treaty-event-ahead'
  | 'review-wanted';

/**
 * All that a digest says in one language. Names in braces stand for values, the same in each language; States, roles and
 * choices stand apart from the sentence (behind a colon, in brackets or quotes) wherever a language would inflect them.
 */
export type MailWords<L extends UnLanguage = 'zh'> = {
  /** How the language marks what is quoted, what follows a label, and what goes on. */
  readonly marks: {
    readonly quoted: string;
    readonly labelled: string;
    readonly comma: string;
    readonly sentenceGap: string;
  };
  readonly subject: {
    readonly toOneState: string;
    readonly toSeveralStates: string;
    readonly due: string;
    readonly oldestDue: string;
  };
  readonly counts: {
    readonly items: Counted<L>;
    readonly waiting: Counted<L>;
    readonly told: Counted<L>;
    readonly more: Counted<L>;
    readonly daysOverdue: Counted<L>;
    readonly alsoOf: Counted<L>;
  };
  readonly greeting: string;
  /** Above the other recommendations of a cluster, which are answered with the first. */
  readonly answeredTogether: string;
  readonly howToAnswer: string;
  readonly due: { readonly unknown: string; readonly today: string; readonly later: string };
  readonly headlines: Readonly<Record<Exclude<NoticeKind, AskingKind>, string>>;
  /** The same headlines where a date is known. */
  readonly dated: Readonly<Record<DatedKind, string>>;
  readonly closedBecause: string;
  readonly closures: Readonly<Record<ClosureReason, string>>;
  readonly labels: Readonly<
    Record<'question' | 'due' | 'askedSince' | 'lastAnswer' | 'rung' | 'state' | 'source' | 'writtenTo', string>
  >;
  readonly paragraph: string;
  readonly noAnswerYet: string;
  readonly lateNote: string;
  readonly actions: Readonly<Record<'answer' | 'giveView' | 'seeDetails' | 'openInRelance', string>>;
  readonly footer: { readonly linksArePersonal: string; readonly sentBy: string };
  readonly roles: Readonly<Record<Role, string>>;
  /** What each kind of notice is called, for whoever chooses among them. */
  readonly kinds: Readonly<Record<NoticeKind, string>>;
};
