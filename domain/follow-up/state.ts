import type { ContactId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { PlanRequest } from './commands.ts';
import type { Assessment, ClosureReason, Evidence, Implementation, PlaybookRef, Position, Step } from './events.ts';
import type { Role } from './roles.ts';

export type Status = 'open' | 'paused' | 'under-verification' | 'closed';

/** The round in which the State is asked; it stays here, answered or not, until the next one opens. */
export type Round = {
  readonly number: number;
  readonly asks: string;
  readonly dueOn: CalendarDate;
  readonly dueAt: Instant;
  /** When the first notice of the round fell due: from then on something is asked. */
  readonly askedAt: Instant | null;
  readonly answeredAt: Instant | null;
};

export type Draft = {
  readonly rung: number;
  readonly roles: readonly Role[];
  readonly draftedAt: Instant;
};

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
  readonly claim: { readonly evidence: readonly Evidence[]; readonly claimedAt: Instant } | null;
  /** False after the last rung went unanswered: yearly check-ins without a ladder until somebody answers. */
  readonly isCooperating: boolean;
  /** When the first unanswered check-in since the last answer was due, once a newer round has taken its place. */
  readonly missedDueAt: Instant | null;
  readonly lastAnswerAt: Instant | null;
  readonly extensionsGranted: number;
  /** Roles assigned for this recommendation alone; all others are the State's. */
  readonly assigned: Readonly<Partial<Record<Role, ContactId>>>;
};
export type NotStartedState = { readonly status: 'not-started' };
export type FollowUpState = NotStartedState | StartedState;

export const initialState: NotStartedState = { status: 'not-started' };
export const isStarted = (state: FollowUpState): state is StartedState => state.status !== 'not-started';
