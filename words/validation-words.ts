import type { Labelled } from './answer-words.ts';

/** What the validating authority of a State can say of a claim, in this order. */
export const validationChoices = ['validate', 'decline'] as const;
export type ValidationChoice = (typeof validationChoices)[number];

/** The refusals that it can meet and do something about. */
export const validationRefusals = ['SamePerson', 'SignerUnknown', 'NothingToValidate'] as const;

/** What the page of the validating authority says beside what all pages behind a mail's link say. */
export type ValidationWords = {
  readonly title: string;
  /** Whose word this is, and what follows from it. */
  readonly introduction: string;
  readonly labels: Readonly<Record<'claim' | 'evidence', string>>;
  readonly choices: Readonly<Record<ValidationChoice, Labelled>>;
  readonly note: Labelled;
  readonly submit: string;
  readonly thanks: Readonly<Record<ValidationChoice, string>>;
  readonly refused: Readonly<Record<(typeof validationRefusals)[number], string>>;
  /** On the mail's button. */
  readonly action: string;
};
