import type { Obstacle } from '../campaign/obstacles.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type {
  AppealLetterStatus,
  AppealStep,
  AppealTask,
  DepositIntention,
  HelpKind,
  Office,
  ReviewOutcome,
  SkipCause,
} from './appeal-kinds.ts';
import type { RungEntry, Step } from './steps.ts';

type Taking = {
  readonly step: AppealStep;
  readonly campaignId: string;
  /** Of the campaign's round: a repeat changes nothing. */
  readonly key: string;
  /** By when it is to be done; of a Treaty Event, its date. */
  readonly dueOn: CalendarDate | null;
};
type Delivery = {
  readonly office: Office;
  /** Which office exactly, in words; no person's name. */
  readonly officeDetail: string | null;
  readonly deliveredOn: CalendarDate;
  /** What was said. */
  readonly note: string;
  readonly obstacle: Obstacle | null;
  readonly willDeposit: DepositIntention | null;
  readonly nextStep: string | null;
  readonly nextOn: CalendarDate | null;
};

export type AppealCommand =
  | ({ readonly type: 'TakeAppealStep' } & Taking)
  | { readonly type: 'ApproveAppealLetter'; readonly key: string }
  | { readonly type: 'DismissAppealLetter'; readonly key: string; readonly reason: string }
  | ({ readonly type: 'ReportDelivery' } & Delivery)
  | { readonly type: 'RecordObstacle'; readonly obstacle: Obstacle; readonly note: string }
  | { readonly type: 'LiftObstacle'; readonly obstacle: Obstacle; readonly note: string }
  | { readonly type: 'ArrangeTwinning'; readonly withState: string; readonly note: string }
  | { readonly type: 'OfferHelp'; readonly kind: HelpKind; readonly by: string; readonly note: string }
  | {
      readonly type: 'ReviewAppeal';
      readonly outcome: ReviewOutcome;
      readonly note: string;
      /** Named when the outcome is `obstacle`. */
      readonly obstacle: Obstacle | null;
      /** Named when the outcome is `recommend-rung`: the rung as the running playbook has it. */
      readonly recommends: RungEntry | null;
    };

export type AppealEvent =
  | ({ readonly type: 'AppealStepTaken' } & Taking)
  | ({ readonly type: 'AppealStepSkipped'; readonly because: SkipCause } & Taking)
  | { readonly type: 'AppealLetterApproved'; readonly key: string }
  | { readonly type: 'AppealLetterDismissed'; readonly key: string; readonly reason: string }
  | { readonly type: 'TaskStepsPlanned'; readonly task: AppealTask; readonly steps: readonly Step[] }
  | ({ readonly type: 'AppealDelivered' } & Delivery)
  | { readonly type: 'ObstacleRecorded'; readonly obstacle: Obstacle; readonly note: string }
  | { readonly type: 'ObstacleLifted'; readonly obstacle: Obstacle; readonly note: string }
  | { readonly type: 'TwinningArranged'; readonly withState: string; readonly note: string }
  | { readonly type: 'HelpOffered'; readonly kind: HelpKind; readonly by: string; readonly note: string }
  | {
      readonly type: 'AppealReviewed';
      readonly outcome: ReviewOutcome;
      readonly note: string;
      readonly obstacle: Obstacle | null;
      readonly recommends: number | null;
    };

/** Something that a person was asked to do and has not done yet. */
export type TaskWaiting = {
  readonly task: AppealTask;
  readonly since: Instant;
  /** Reminders are counted from here: from `since`, or from when a rest ended. */
  readonly countedFrom: Instant;
  readonly dueOn: CalendarDate;
  /** Reminders that have not fallen due; null until they are planned, and empty while nobody is reminded. */
  readonly steps: readonly Step[] | null;
};

/** What an appeal of a campaign has come to. Words are in the log; this is what is counted, listed and decided by. */
export type AppealState = {
  readonly campaignId: string | null;
  /** Rounds that have been here, the newest last. */
  readonly rounds: readonly { readonly key: string; readonly step: AppealStep; readonly at: Instant }[];
  readonly letter: {
    readonly key: string;
    readonly draftedAt: Instant;
    readonly status: AppealLetterStatus;
    readonly sentOn: CalendarDate | null;
  } | null;
  /** The Government's visitor has one task at a time, our own side another. */
  readonly tasks: readonly TaskWaiting[];
  readonly lastDelivery:
    | (Pick<Delivery, 'office' | 'deliveredOn' | 'obstacle' | 'willDeposit' | 'nextOn'> & { readonly at: Instant })
    | null;
  /** The Treaty Event of which people were last told. */
  readonly treatyEventOn: CalendarDate | null;
  readonly lastReview: { readonly outcome: ReviewOutcome; readonly at: Instant } | null;
  readonly obstacles: readonly { readonly obstacle: Obstacle; readonly since: Instant }[];
  readonly lifted: readonly { readonly obstacle: Obstacle; readonly since: Instant; readonly until: Instant }[];
  readonly twinnings: readonly { readonly withState: string; readonly at: Instant }[];
  readonly help: readonly { readonly kind: HelpKind; readonly by: string; readonly at: Instant }[];
  readonly lastSkip: { readonly step: AppealStep; readonly because: SkipCause; readonly at: Instant } | null;
};

export const noAppeal: AppealState = {
  campaignId: null,
  rounds: [],
  letter: null,
  tasks: [],
  lastDelivery: null,
  treatyEventOn: null,
  lastReview: null,
  obstacles: [],
  lifted: [],
  twinnings: [],
  help: [],
  lastSkip: null,
};
