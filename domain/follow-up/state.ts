import type { ContactId, RecommendationId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { CountedFrom, PlanRequest } from './commands.ts';
import type {
  Assessment,
  ClosureReason,
  Evidence,
  Implementation,
  PartOutcome,
  PlaybookRef,
  PlaybookTerms,
  Position,
  RungLetterKind,
  Status,
  Step,
} from './events.ts';
import type { AppealState } from './appeal-events.ts';
import type { DepositEntry } from './deposit-events.ts';
import type { IndependentRole, Role } from './roles.ts';

/** The round in which the State is asked; it stays here, answered or not, until the next one opens. */
export type Round = {
  readonly number: number;
  readonly asks: string;
  readonly dueOn: CalendarDate;
  readonly dueAt: Instant;
  /** When the first notice of the round fell due: from then on something is asked. */
  readonly askedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Absent in states that were folded before rounds could be planned anew. */
  readonly counted?: CountedFrom;
};

export type Draft = {
  readonly rung: number;
  readonly roles: readonly Role[];
  readonly draftedAt: Instant;
  readonly letter?: RungLetterKind;
};

/** What an NHRI or an NGO last said; its words are in the log. */
export type IndependentView = {
  readonly role: IndependentRole;
  readonly contactId: ContactId | null;
  readonly implementation: Implementation | null;
  readonly at: Instant;
};

/** A part as its parent knows it; `not-started` until its own follow-up has said a word. */
export type Part = Omit<PartOutcome, 'status'> & { readonly status: PartOutcome['status'] | 'not-started' };

/**
 * What the State says it has done, and who has signed it so far, by ids. Whether it must be validated is fixed when it is claimed:
 * a playbook that is adopted later asks for it from the next claim on.
 */
export type Claim = {
  readonly evidence: readonly Evidence[];
  readonly claimedAt: Instant;
  readonly by?: readonly string[];
} & (
  | { readonly validation?: 'waiting' }
  | { readonly validation: 'done'; readonly validatedAt: Instant; readonly validatedBy?: readonly string[] }
);

/** A follow-up that has begun: everything deciding, showing and planning need. Plain JSON, bounded in size. */
export type StartedState = {
  readonly status: Status;
  readonly stateCode: string;
  readonly playbook: PlaybookRef;
  readonly startedAt: Instant;
  readonly targetOn: CalendarDate | null;
  readonly position: Position;
  readonly implementation: Implementation;
  readonly assessment: Assessment | null;
  readonly closure: { readonly reason: ClosureReason; readonly at: Instant } | null;
  readonly round: Round | null;
  /** The highest rung raised since the last answer; 0 when none. */
  readonly rung: number;
  /** Steps that have not fallen due, earliest first. */
  readonly pending: readonly Step[];
  /** How many plans were adopted; makes step ids unique in the stream. */
  readonly plansAdopted: number;
  /** What must be planned next, if anything. */
  readonly planning: PlanRequest | null;
  readonly draft: Draft | null;
  readonly extension: { readonly untilOn: CalendarDate; readonly requestedAt: Instant } | null;
  readonly claim: Claim | null;
  /** False after the last rung went unanswered: yearly check-ins without a ladder until somebody answers. */
  readonly isCooperating: boolean;
  /** When the first unanswered check-in since the last answer was due, once a newer round has taken its place. */
  readonly missedDueAt: Instant | null;
  readonly lastAnswerAt: Instant | null;
  readonly extensionsRequested: number;
  readonly extensionsGranted: number;
  /** Roles assigned for this recommendation alone; all others are the State's. */
  readonly assigned: Readonly<Partial<Record<Role, ContactId>>>;
  readonly terms: PlaybookTerms;
  /** When each completed milestone was reached. */
  readonly milestones: Readonly<Record<string, CalendarDate>>;
  /** Limits that have not fallen due; they run beside the round. */
  readonly watches: readonly Step[];
  /** Limits that fell due and whose milestone is still missing. */
  readonly late: readonly { readonly limit: string; readonly milestone: string | null; readonly since: Instant }[];
  readonly assessmentReason: string | null;
  /** The newest view of each independent voice. */
  readonly views: readonly IndependentView[];
  /** When the present pause began, and how many days all pauses before it took: limits move by them. */
  readonly pausedAt: Instant | null;
  readonly pausedDays: number;
  /** The parts of a split recommendation, which are followed up instead of it. */
  readonly parts: readonly Part[] | null;
  readonly parentId: RecommendationId | null;
  /** Older recommendations that this one carries on. */
  readonly carries: readonly RecommendationId[];
  /** Letters that were sent, newest last, and whether a reply came. */
  readonly letters: readonly { readonly letterId: string; readonly isAnswered: boolean }[];
  /** What a campaign has done here, and what stands in its way; null where no campaign has come by. */
  readonly appeal: AppealState | null;
  /** Deposits that count for what it asks, by key of the instrument. */
  readonly deposits: readonly DepositEntry[];
  /** The newest version of each treaty status that it was told of. */
  readonly statusAsOf: Readonly<Record<string, number>>;
  /** Letters of thanks that somebody approved or dismissed, newest last. */
  readonly decidedLetters: readonly string[];
};
export type NotStartedState = { readonly status: 'not-started' };
export type FollowUpState = NotStartedState | StartedState;

/** A playbook of the first version: no milestones. */
export const noTerms: PlaybookTerms = { milestones: [], closing: [], alarm: null };

/** What a state is read with that was written before these fields were there. */
export const laterFields = {
  extensionsRequested: 0,
  terms: noTerms,
  milestones: {},
  watches: [],
  late: [],
  assessmentReason: null,
  views: [],
  pausedAt: null,
  pausedDays: 0,
  parts: null,
  parentId: null,
  carries: [],
  letters: [],
  appeal: null,
  deposits: [],
  statusAsOf: {},
  decidedLetters: [],
} as const satisfies Partial<StartedState>;

/** A state as this version knows it, from one that any earlier version folded. */
export const completed = (state: FollowUpState): FollowUpState =>
  isStarted(state) ? { ...laterFields, ...state } : state;

export const initialState: NotStartedState = { status: 'not-started' };
export const isStarted = (state: FollowUpState): state is StartedState => state.status !== 'not-started';
