import type { FollowUpEvent } from '../follow-up/events.ts';
import { noticesFor, type NoticeKind } from '../follow-up/notices.ts';
import type { Role } from '../follow-up/roles.ts';
import { isStarted, type StartedState } from '../follow-up/state.ts';
import type { PlanningContext } from '../plan/context.ts';
import type { Instant } from '../time.ts';
import { nobodyAnswers } from './answers.ts';
import { liveOn, type Answers, type Happened, type Life, type Subject } from './life.ts';

/** What will happen on one date under an assumption. */
export type ForecastEntry = {
  readonly at: Instant;
  readonly event: FollowUpEvent['type'];
  readonly stepId: string | null;
  /** What the round asks, by key of the playbook's questions. */
  readonly asks: string | null;
  readonly rung: number | null;
  /** Who is told, and what; nobody for a step that only moves the process on. */
  readonly notices: readonly { readonly kind: NoticeKind; readonly role: Role }[];
  /** True from a rung that waits for approval onward: what follows is forecast as if it were approved on its day. */
  readonly assumesApproval: boolean;
};
export type Forecast = { readonly entries: readonly ForecastEntry[]; readonly until: Instant };

/** Bounds that keep a forecast readable and its making short. */
export type ForecastLimits = { readonly until: Instant; readonly maxEntries: number };

/** Plans, approvals and answers leave fewer entries than they take commands; more than this many for each is a fault. */
const commandsPerEntry = 10;

/** What will happen to a follow-up that has begun if nobody answers. */
export const forecast = (
  state: StartedState,
  at: Instant,
  context: PlanningContext,
  limits: ForecastLimits,
): Forecast => forecastOf({ key: '', state, start: null, at, context }, nobodyAnswers, limits);

/** The future of one follow-up, begun or not, under what people are taken to do. */
export function forecastOf(subject: Subject, answers: Answers, { until, maxEntries }: ForecastLimits): Forecast {
  const life = liveOn(subject, answers, { until, maxCommands: maxEntries * commandsPerEntry });
  return { entries: entriesOf(life).slice(0, maxEntries), until };
}

/** Every step and every notice of a life, with its instant and its roles. */
export function entriesOf({ happened }: Pick<Life, 'happened'>): readonly ForecastEntry[] {
  const firstApproval = happened.findIndex(({ cause }) => cause === 'ApproveEscalation');
  return happened.flatMap((each, index) => entryOf(each, firstApproval !== -1 && index >= firstApproval));
}

function entryOf({ event, after }: Happened, assumesApproval: boolean): readonly ForecastEntry[] {
  if (event.type === 'StepsPlanned' || event.type === 'RoundOpened') return [];
  const notices = noticesFor(event, after).map(({ kind, role }) => ({ kind, role }));
  const stepId = event.type === 'StepFellDue' ? event.step.id : null;
  const rung = 'rung' in event ? event.rung : null;
  const isOnlyCause = event.type === 'StepFellDue' && notices.length === 0;
  const asks = isStarted(after) ? (after.round?.asks ?? null) : null;
  return isOnlyCause ? [] : [{ at: event.at, event: event.type, stepId, asks, rung, notices, assumesApproval }];
}
