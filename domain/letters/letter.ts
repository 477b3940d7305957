import type { Implementation, LetterKind, Position, WithdrawalCause } from '../follow-up/events.ts';
import type { HelpKind } from '../follow-up/appeal-kinds.ts';
import type { DepositEntry, DepositUndoing } from '../follow-up/deposit-events.ts';
import type { UnLanguage } from '../reference/states.ts';
import type { CalendarDate } from '../time.ts';

/** Drafted by the engine, approved and sent by people; the engine never moves a letter to `sent` by itself. */
export const letterStatuses = ['draft', 'approved', 'sent', 'answered', 'withdrawn'] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** Why a letter will not be sent: what overtook it, or a person who dismissed its rung. */
export type LetterWithdrawal = WithdrawalCause | 'dismissed' | DepositUndoing;

/** What people edit. A note verbale has neither salutation nor signature: it is initialled and stamped. */
export type LetterBody = {
  readonly addressee: readonly string[];
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
  readonly signature: readonly string[];
};

/** What came from the State, as the enclosure lists it. */
export const answerKinds = ['progress', 'milestone', 'claim', 'extension', 'position', 'letter'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What a letter of a campaign says of the treaty and of the State's way to it. */
export type AppealFacts = {
  /** The official title in each language; null where it is not known which treaty is meant. */
  readonly treaty: Readonly<Record<UnLanguage, string>> | null;
  /** Null where nobody knows. */
  readonly isSigned: boolean | null;
  readonly signedOn: CalendarDate | null;
  /** By when the campaign wants every State to have joined. */
  readonly goalOn: CalendarDate | null;
  readonly hasCoordinator: boolean;
  /** What was offered to this State; empty where nothing in particular was. */
  readonly help: readonly HelpKind[];
};
/** The deposit that a letter of thanks is about, with the official title of the treaty in each language. */
export type ThankedDeposit = DepositEntry & { readonly titles: Readonly<Record<UnLanguage, string>> };

/** The facts of the file on the day of drafting. They stay with the letter, so that it can be written anew in another language. */
export type LetterFacts = {
  readonly stateCode: string;
  readonly institution: string | null;
  readonly sourceTitle: string;
  readonly reportSymbol: string | null;
  readonly paragraph: string | null;
  readonly text: string;
  readonly position: Position;
  readonly positionOn: CalendarDate | null;
  readonly implementation: Implementation;
  readonly followedUpSince: CalendarDate;
  /** When the question that waits for its answer was first asked, and by when an answer was due. */
  readonly askedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** Days on which a mail that asks was accepted by the State's mail server, since the last answer; oldest first. */
  readonly remindedOn: readonly CalendarDate[];
  readonly lastAnswerOn: CalendarDate | null;
  /** The newest ones, oldest first. */
  readonly answers: readonly { readonly kind: AnswerKind; readonly on: CalendarDate }[];
  readonly reached: readonly { readonly title: string; readonly on: CalendarDate }[];
  /** A limit that any milestone would have met has no title. */
  readonly late: readonly { readonly title: string | null; readonly since: CalendarDate }[];
  readonly earlierLetters: readonly {
    readonly kind: LetterKind;
    readonly reference: string;
    readonly sentOn: CalendarDate;
  }[];
  readonly draftedOn: CalendarDate;
  /** By when a reply is asked for. */
  readonly replyBy: CalendarDate;
  /** There in the letter of a campaign alone: it is worded for an appeal, and has no enclosure. */
  readonly appeal?: AppealFacts;
  /** Of a letter of thanks alone, which asks for no reply. */
  readonly thanksFor?: ThankedDeposit;
};

export const isEditable = (status: LetterStatus): boolean => status === 'draft' || status === 'approved';
