import type { Command, PersonCommand } from '../../domain/follow-up/commands.ts';
import { decide, type Decision } from '../../domain/follow-up/decide.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { initialState, isStarted, type FollowUpState, type StartedState } from '../../domain/follow-up/state.ts';
import { nextPlan, nextTimer } from '../../domain/follow-up/timers.ts';
import type { PlanningContext } from '../../domain/plan/context.ts';
import { planNext } from '../../domain/plan/plan.ts';
import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { latest, type Instant } from '../../domain/time.ts';
import { utcCalendar } from './calendar.ts';

export const playbookOf = (key: string) => shippedPlaybooks.find((each) => each.key === key)!;
export const contextOf = (key = 'general'): PlanningContext => ({
  playbook: playbookOf(key),
  calendar: utcCalendar(),
  events: [],
});

/** A Monday. */
export const startedAt = '2026-01-05T10:00:00.000Z';
export const startFollowUp = {
  type: 'StartFollowUp',
  stateCode: 'SI',
  playbook: { key: 'general', version: 1 },
  position: 'supported',
  targetOn: null,
  assign: {},
} as const satisfies PersonCommand;

/** Drives the real decider and planner as the shell does, without a shell: commands in, plans adopted at once. */
export class FollowUp {
  state: FollowUpState = initialState;
  readonly events: FollowUpEvent[] = [];
  readonly context: PlanningContext;

  constructor(context: PlanningContext = contextOf()) {
    this.context = context;
  }

  give(command: Command): Decision {
    const decision = decide(command, this.state);
    if ('events' in decision) this.#believe(decision.events);
    return decision;
  }

  /** Lets the calendar run, step by step, until an instant; a step that was planned too late falls due at once. */
  waitUntil(at: Instant): this {
    for (let step = nextTimer(this.state); step && step.dueAt <= at; step = nextTimer(this.state))
      this.give({ type: 'AdvanceClock', at: latest(step.dueAt, this.events.at(-1)?.at ?? '') ?? at });
    return this;
  }

  /** Nothing ran in between: everything is found due at once. */
  wakeAfterOutage(at: Instant): this {
    this.give({ type: 'AdvanceClock', at });
    return this;
  }

  get started(): StartedState {
    if (!isStarted(this.state)) throw new Error('not started');
    return this.state;
  }

  typesSince(index: number): readonly string[] {
    return this.events.slice(index).map((event) => event.type);
  }

  #believe(events: readonly FollowUpEvent[]): void {
    this.events.push(...events);
    this.state = fold(events, this.state);
    const wanted = nextPlan(this.state);
    if (!isStarted(this.state) || wanted === null || events.length === 0) return;
    const at = events.at(-1)!.at;
    this.give({ type: 'AdoptPlan', at, for: wanted, plan: planNext(wanted, this.state, this.context) });
  }
}

export function givenStarted(
  over: Partial<Extract<PersonCommand, { type: 'StartFollowUp' }>> = {},
  at = startedAt,
): FollowUp {
  const key = over.playbook?.key ?? 'general';
  const followUp = new FollowUp(contextOf(key));
  followUp.give({ ...startFollowUp, ...over, at });
  return followUp;
}
