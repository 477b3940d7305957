/** What a round of a campaign has done in one appeal. */
export const appealSteps = ['letter', 'delivery', 'treaty-event', 'yearly-review'] as const;
export type AppealStep = (typeof appealSteps)[number];

/** Why a round passed an appeal by. Of one that is closed the round itself keeps the refusal. */
export const skipCauses = ['paused', 'under-verification', 'noted', 'split', 'letter-waiting', 'date-past'] as const;
export type SkipCause = (typeof skipCauses)[number];

/** To whom a letter was handed: an office, and never a person. */
export const offices = [
  'head-of-state',
  'head-of-government',
  'foreign-affairs',
  'justice',
  'other-ministry',
  'parliament',
  'national-mechanism',
  'other',
] as const;
export type Office = (typeof offices)[number];

export const helpKinds = [
  'translation',
  'drafting',
  'training',
  'reporting',
  'expert-visit',
  'funding',
  'other',
] as const;
export type HelpKind = (typeof helpKinds)[number];

/** Whether the instrument will be deposited at the Treaty Event, as the Government said. */
export const depositIntentions = ['yes', 'no', 'not-known'] as const;
export type DepositIntention = (typeof depositIntentions)[number];

/** What a person is asked to do in an appeal, and reminded of beside the rounds in which the State is asked. */
export const appealTasks = ['delivery', 'next-step', 'review'] as const;
export type AppealTask = (typeof appealTasks)[number];

export const reviewOutcomes = ['go-on', 'obstacle', 'recommend-rung'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Why a letter of a campaign will not be sent. */
export const appealLetterEnds = ['dismissed', 'closed', 'claimed', 'paused', 'split', 'position-recorded'] as const;
export type AppealLetterEnd = (typeof appealLetterEnds)[number];

export const appealLetterStatuses = ['draft', 'approved', 'sent', 'withdrawn'] as const;
export type AppealLetterStatus = (typeof appealLetterStatuses)[number];
