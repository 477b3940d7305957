import type { AppealLetterStatus, DepositIntention, Office } from '../domain/follow-up/appeal-kinds.ts';
import type { Labelled } from './answer-words.ts';

/** What a resident coordinator can say of an errand beside that it is not theirs. */
export const errandChoices = ['delivered', 'obstacle'] as const;
export type ErrandChoice = (typeof errandChoices)[number];
/** The refusals that a person can meet on this page and do something about. */
export const errandRefusals = ['DateInTheFuture', 'NextStepInThePast', 'ObstacleAlreadyRecorded'] as const;
export type ErrandRefusal = (typeof errandRefusals)[number];
export type ErrandField = 'choice' | 'office' | 'deliveredOn' | 'nextOn';

/** What the page of a resident coordinator says, and what mail says of an appeal; names in braces stand for values. */
export type AppealWords = {
  readonly title: string;
  /** What is asked, and that it answers nothing in the place of the State. */
  readonly introduction: string;
  /** For whoever stands in for the `{role}`. */
  readonly actsFor: string;
  readonly warning: string;
  readonly standing: Readonly<Record<'paused' | 'under-verification' | 'closed', string>>;
  readonly labels: Readonly<
    Record<'letter' | 'due' | 'lastDelivery' | 'obstacles' | 'treatyEvent' | 'position' | 'nextStep', string>
  >;
  readonly letter: Readonly<Record<AppealLetterStatus | 'none', string>>;
  readonly none: string;
  readonly choices: Readonly<Record<ErrandChoice, Labelled>>;
  readonly office: Labelled & { readonly unsaid: string };
  readonly offices: Readonly<Record<Office, string>>;
  readonly officeDetail: Labelled;
  readonly deliveredOn: string;
  readonly note: Labelled;
  readonly obstacle: Labelled & { readonly none: string };
  readonly willDeposit: Labelled & {
    readonly unsaid: string;
    readonly names: Readonly<Record<DepositIntention, string>>;
  };
  readonly nextStep: Labelled;
  readonly nextOn: Labelled;
  readonly submit: string;
  /** What the button of the mail says. */
  readonly report: string;
  readonly missing: Readonly<Record<'office' | 'deliveredOn' | 'note' | 'obstacle', string>>;
  readonly wrong: Readonly<Record<ErrandField, string>>;
  readonly refused: Readonly<Record<ErrandRefusal, string>>;
  readonly thanks: Readonly<Record<ErrandChoice, string>>;
};
