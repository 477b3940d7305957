import type { Basis } from '../playbooks/playbook.ts';

/** What a simulation takes for granted about people. Dates, ladders and notices are the engine's own under each of them. */
export const assumptions = ['nobody-answers', 'everybody-answers-on-time', 'base-rates'] as const;
export type Assumption = (typeof assumptions)[number];

export const assumptionTexts: Readonly<Record<Assumption, string>> = {
  'nobody-answers':
    'No State answers anything. Our own side approves every draft on its day; claims and requests for more time that wait already are left waiting.',
  'everybody-answers-on-time':
    'Every check-in is answered two days before it is due (or when first asked, if that is later), every milestone is reached in ' +
    'the middle of its usual time, claims are verified and drafts approved after a fixed time. A State that noted the ' +
    'recommendation answers its check-ins and moves nothing. A follow-up that is behind goes on from 30 days after today at its usual pace.',
  'base-rates':
    'States begin to act, and deposit, as often as the base-rate tables say; when is drawn from the seed, the same seed giving the ' +
    'same days. A State that acts answers its check-ins, early or late; one that does not is silent. Base rate, not a prediction ' +
    'about one State.',
};

/** How long people take where no record says so: each is a default that stands in one place and is shown. */
export type Habits = {
  /** Days before a check-in is due on which it is answered. */
  readonly answersBeforeDays: number;
  readonly approvalDays: number;
  readonly extensionDays: number;
  /** The authority that signs for the State. */
  readonly validationDays: number;
  readonly verificationDays: number;
  /** A playbook that no milestone closes is claimed on its target date, or so many days after its start. */
  readonly claimAfterDays: number;
  /** Where the usual time has passed already, the work goes on so many days after the simulation begins. */
  readonly catchUpDays: number;
};

export const onTimeHabits: Habits = {
  answersBeforeDays: 2,
  approvalDays: 2,
  extensionDays: 7,
  validationDays: 14,
  verificationDays: 30,
  claimAfterDays: 1_095,
  catchUpDays: 30,
};

/** Of a State that acts: an answer comes between two weeks before a check-in and a month after it. */
export const baseRateHabits = {
  ...onTimeHabits,
  answersBeforeDays: 14,
  answersAfterDays: 30,
  approvalDays: 7,
  extensionDays: 14,
  validationDays: 30,
  verificationDays: 60,
} as const satisfies Habits & { readonly answersAfterDays: number };

export const habitsBasis: Basis = 'estimate';
