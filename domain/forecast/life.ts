import type { Command, PersonCommand, Rejection } from '../follow-up/commands.ts';
import { decide } from '../follow-up/decide.ts';
import type { FollowUpEvent } from '../follow-up/events.ts';
import { evolve } from '../follow-up/evolve.ts';
import { isStarted, type FollowUpState, type StartedState } from '../follow-up/state.ts';
import { nextPlan, nextTimer } from '../follow-up/timers.ts';
import type { PlanningContext } from '../plan/context.ts';
import { planNext } from '../plan/plan.ts';
import type { Instant } from '../time.ts';

export type StartFollowUp = Extract<PersonCommand, { type: 'StartFollowUp' }>;

/** A follow-up whose future is asked for: as it stands, or, before it is started, as it would be. */
export type Subject = {
  readonly key: string;
  readonly state: FollowUpState;
  /** What would start it; never used for one that has begun. */
  readonly start: StartFollowUp | null;
  readonly at: Instant;
  readonly context: PlanningContext;
};

/**
 * What people do next, if nothing else happens before: a pure function of the state, the present instant and how many commands
 * people have given so far. It is asked anew after everything that happens; `undefined` means that nobody does anything.
 */
export type Answers = (state: StartedState, at: Instant, given: number) => Command | undefined;

export type Happened = {
  readonly event: FollowUpEvent;
  readonly after: FollowUpState;
  readonly cause: Command['type'];
};

export type Life = {
  readonly happened: readonly Happened[];
  /** What people were taken to do, in order, whether or not it was accepted. */
  readonly given: readonly Command[];
  readonly refused: readonly Rejection[];
  readonly state: FollowUpState;
  /** True when the bound on commands was met before the end: what follows is missing. */
  readonly isCutShort: boolean;
};

/** Bounds that keep a future readable and its making short. */
export type LifeLimits = { readonly until: Instant; readonly maxCommands: number };

/**
 * Runs the real decider and the real planner ahead of the calendar, as the shell does: plans are adopted at once, steps fall due
 * in time, and at the same instant the clock goes before people. There is no second set of rules. What a campaign will yet bring to
 * an appeal (letters, errands, the Treaty Event, reviews) is its Schedule's and not simulated; reminders of what it has brought are.
 */
export function liveOn(subject: Subject, answers: Answers, { until, maxCommands }: LifeLimits): Life {
  const happened: Happened[] = [];
  const given: Command[] = [];
  const refused: Rejection[] = [];
  let run: Run = { state: subject.state, at: subject.at, given: 0 };
  for (let taken = 0; taken < maxCommands; taken += 1) {
    const { command, isOfPeople } = nextCommand(run, subject, answers);
    if (command === undefined || command.at > until)
      return { happened, given, refused, state: run.state, isCutShort: false };
    const decision = decide(command, run.state);
    if ('rejected' in decision) refused.push(decision.rejected);
    let { state } = run;
    for (const event of 'events' in decision ? decision.events : []) {
      state = evolve(state, event);
      happened.push({ event, after: state, cause: command.type });
    }
    if (isOfPeople) given.push(command);
    run = { state, at: command.at, given: given.length };
  }
  return { happened, given, refused, state: run.state, isCutShort: true };
}

type Run = { readonly state: FollowUpState; readonly at: Instant; readonly given: number };
type Next = { readonly command: Command | undefined; readonly isOfPeople: boolean };

function nextCommand({ state, at, given }: Run, { start, context }: Subject, answers: Answers): Next {
  if (!isStarted(state))
    return { command: start === null || given > 0 ? undefined : { ...start, at }, isOfPeople: true };
  const wanted = nextPlan(state);
  if (wanted !== null) {
    const plan = planNext(wanted, state, context);
    return { command: { type: 'AdoptPlan', at, for: wanted, plan }, isOfPeople: false };
  }
  const step = nextTimer(state);
  const answer = answers(state, at, given);
  if (step !== undefined && (answer === undefined || step.dueAt <= later(answer.at, at)))
    return { command: { type: 'AdvanceClock', at: later(step.dueAt, at) }, isOfPeople: false };
  return { command: answer && { ...answer, at: later(answer.at, at) }, isOfPeople: true };
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
