import { nextTimer } from '../follow-up/timers.ts';
import type { Command } from '../follow-up/commands.ts';
import { decide } from '../follow-up/decide.ts';
import type { FollowUpEvent } from '../follow-up/events.ts';
import { fold } from '../follow-up/evolve.ts';
import { noticesFor, type NoticeKind } from '../follow-up/notices.ts';
import type { Role } from '../follow-up/roles.ts';
import { isStarted, type FollowUpState, type StartedState } from '../follow-up/state.ts';
import type { PlanningContext } from '../plan/context.ts';
import { planNext } from '../plan/plan.ts';
import type { Instant } from '../time.ts';

/** What will happen on one date if nobody answers. */
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

/**
 * Runs the real decider and the real planner ahead of the calendar, from a state, with nobody answering. There is no
 * second set of rules: whatever the follow-up would do, the forecast does.
 */
export function forecast(from: StartedState, at: Instant, context: PlanningContext, limits: ForecastLimits): Forecast {
  const entries: ForecastEntry[] = [];
  let run: Run = { state: from, at, assumesApproval: false };
  while (entries.length < limits.maxEntries) {
    const command = nextCommand(run, context);
    if (command === undefined || command.at > limits.until) break;
    const assumesApproval = run.assumesApproval || command.type === 'ApproveEscalation';
    const { state, happened } = advance(run.state, command);
    entries.push(...happened.flatMap(({ event, after }) => entryOf(event, after, assumesApproval)));
    run = { state, at: command.at, assumesApproval };
  }
  return { entries: entries.slice(0, limits.maxEntries), until: limits.until };
}

type Run = { readonly state: FollowUpState; readonly at: Instant; readonly assumesApproval: boolean };

/** What happens next when nobody answers: plans are made at once, drafts approved at once, steps fall due in time. */
function nextCommand({ state, at }: Run, context: PlanningContext): Command | undefined {
  if (!isStarted(state)) return undefined;
  if (state.draft !== null) return { type: 'ApproveEscalation', at, rung: state.draft.rung };
  if (state.planning !== null)
    return { type: 'AdoptPlan', at, for: state.planning, plan: planNext(state.planning, state, context) };
  const step = nextTimer(state);
  return step && { type: 'AdvanceClock', at: step.dueAt > at ? step.dueAt : at };
}

type Happened = { readonly event: FollowUpEvent; readonly after: FollowUpState };

function advance(state: FollowUpState, command: Command): { state: FollowUpState; happened: readonly Happened[] } {
  const decision = decide(command, state);
  const events = 'events' in decision ? decision.events : [];
  const happened = events.map((event, index) => ({ event, after: fold(events.slice(0, index + 1), state) }));
  return { state: happened.at(-1)?.after ?? state, happened };
}

function entryOf(event: FollowUpEvent, after: FollowUpState, assumesApproval: boolean): readonly ForecastEntry[] {
  if (event.type === 'StepsPlanned' || event.type === 'RoundOpened') return [];
  const notices = noticesFor(event, after).map(({ kind, role }) => ({ kind, role }));
  const stepId = event.type === 'StepFellDue' ? event.step.id : null;
  const rung = 'rung' in event ? event.rung : null;
  const isOnlyCause = event.type === 'StepFellDue' && notices.length === 0;
  const asks = isStarted(after) ? (after.round?.asks ?? null) : null;
  return isOnlyCause ? [] : [{ at: event.at, event: event.type, stepId, asks, rung, notices, assumesApproval }];
}
