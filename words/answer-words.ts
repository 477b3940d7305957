import type { Implementation } from '../domain/follow-up/events.ts';

/** What a person can say on the page, in this order. */
export const answerChoices = ['progress', 'milestone', 'implemented', 'more-time', 'not-me'] as const;
export type AnswerChoice = (typeof answerChoices)[number];
export type AnswerField = 'choice' | 'evidenceUrl' | 'untilOn' | 'reachedOn';
export type Labelled = { readonly label: string; readonly hint: string };

/** All that the page behind a mail's link says in one language; names in braces stand for values. */
export type AnswerWords = {
  readonly title: string;
  readonly footer: string;
  readonly labels: Readonly<
    Record<'from' | 'addressedTo' | 'due' | 'askedSince' | 'lastAnswer' | 'extensions', string>
  >;
  readonly noAnswerYet: string;
  readonly lastAnswers: Readonly<Record<Exclude<AnswerChoice, 'not-me'>, string>>;
  /** How often more time was `{asked}` for and `{granted}`. */
  readonly extensions: string;
  readonly milestones: Readonly<Record<'heading' | 'reached' | 'late' | 'noneInTime', string>>;
  readonly nothingAsked: string;
  readonly because: Readonly<Record<'closed' | 'under-verification' | 'split', string>>;
  readonly legend: string;
  readonly choices: Readonly<Record<AnswerChoice, Labelled>>;
  readonly note: Labelled;
  readonly stage: Labelled & {
    readonly unsaid: string;
    readonly names: Readonly<Record<Exclude<Implementation, 'implemented'>, string>>;
  };
  /** Its hint on evidence stands for the ordinary one where a milestone can be reported. */
  readonly milestone: Labelled & { readonly unsaid: string; readonly evidenceHint: string };
  readonly reachedOn: string;
  readonly evidenceUrl: Labelled;
  readonly evidenceDescription: string;
  readonly untilOn: Labelled;
  readonly submit: string;
  /** What cannot be taken in a field; `form` for anything else. */
  readonly wrong: Readonly<Record<AnswerField | 'form', string>>;
  readonly missing: Readonly<
    Record<'note' | 'whomToAsk' | 'evidenceUrl' | 'untilOn' | 'milestone' | 'reachedOn' | 'evidence', string>
  >;
  /** Why the answer was not taken, and what becomes of it. */
  readonly refused: Readonly<Record<AnswerRefusal | 'unavailable' | 'other', string>>;
  readonly nothingSent: string;
  /** Where one answer serves several recommendations. */
  readonly together: Readonly<Record<'legend' | 'tickOne' | 'answered' | 'notTaken' | 'notSent' | 'elsewhere', string>>;
  readonly thanks: { readonly title: string } & Readonly<Record<AnswerChoice, string>>;
  readonly linkNotValid: { readonly title: string; readonly why: string; readonly nothingChanged: string };
};

/** The refusals that a person can meet on this page and do something about. */
export const answerRefusals = [
  'NotOpen',
  'AlreadyAssigned',
  'ExtensionAlreadyRequested',
  'ExtensionNotLater',
  'MilestoneAlreadyCompleted',
  'MilestoneInTheFuture',
  'IsSplit',
  'IdempotencyKeyReused',
] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];
