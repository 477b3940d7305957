import type { Instant } from '../time.ts';
import type { Command, PlanRequest } from './commands.ts';
import type { DecisionSubject, FollowUpEvent, RungEntry, Step } from './events.ts';
import { fold } from './evolve.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';
import { nextPlan, nextTimer } from './timers.ts';

/**
 * Everything that fell due by `at`. Never refused: the timer may have lost a race with an answer or a closing, and then
 * there is simply nothing left to fire.
 *
 * After an outage every missed step falls due at once, but people are told once: the newest reminder stands for the
 * older ones, and a rung that asks the focal point anyway stands for all of them.
 */
export function advanceClock(state: FollowUpState, at: Instant): readonly FollowUpEvent[] {
  const fallen = fallenBy(state, at);
  const steps = fallen.map(({ step }) => step);
  const spokesman = spokesmanOf(steps);
  return fallen.flatMap(({ step, consequences }) => {
    const newer = isAsking(step) ? spokesman : newestReminder(step, steps);
    const mergedInto = newer === undefined || newer.id === step.id ? null : newer.id;
    return [{ type: 'StepFellDue', at, step, mergedInto }, ...consequences];
  });
}

type Fallen = { readonly step: Step; readonly consequences: readonly FollowUpEvent[] };

/** One after the other, each on what the one before has left: so that two strides of the clock do what one does. */
function fallenBy(from: FollowUpState, at: Instant): readonly Fallen[] {
  const fallen: Fallen[] = [];
  let state = from;
  for (let step = nextTimer(state); step && step.dueAt <= at && isStarted(state); step = nextTimer(state)) {
    const consequences = consequenceOf(step, at, state);
    fallen.push({ step, consequences });
    state = fold([{ type: 'StepFellDue', at, step, mergedInto: null }, ...consequences], state);
  }
  return fallen;
}

/** A plan counts only while the state still asks for exactly this one; anything else is stale and leaves nothing. */
export function adoptPlan(
  state: FollowUpState,
  { at, for: request, plan }: Extract<Command, { type: 'AdoptPlan' }>,
): readonly FollowUpEvent[] {
  const wanted = nextPlan(state);
  if (!isStarted(state) || wanted === null || !isSameRequest(wanted, request)) return [];
  if (request.kind === 'task') {
    const { task } = request;
    return plan.kind === 'steps' ? [{ type: 'TaskStepsPlanned', at, task, steps: plan.steps }] : [];
  }
  if (plan.kind === 'steps') return [{ type: 'StepsPlanned', at, purpose: purposeOf(request), steps: plan.steps }];
  const { asks, dueOn, dueAt, steps, watches = [] } = plan;
  return [{ type: 'RoundOpened', at, number: nextRoundNumber(state), asks, dueOn, dueAt, steps, watches }];
}

/** Of the reminders of one task to one role, the newest speaks. */
const newestReminder = (step: Step, due: readonly Step[]): Step | undefined =>
  step.kind === 'task-reminder'
    ? due.findLast((other) => other.kind === step.kind && other.task === step.task && other.role === step.role)
    : undefined;

const isAsking = (step: Step): boolean => step.kind === 'reminder' || step.kind === 'check-in';

function spokesmanOf(due: readonly Step[]): Step | undefined {
  const rung = due.findLast((step) => step.kind === 'escalation');
  const rungAsksFocalPoint = rung?.kind === 'escalation' && !rung.needsApproval && rung.roles.includes('focal-point');
  return rungAsksFocalPoint ? rung : due.findLast(isAsking);
}

function consequenceOf(step: Step, at: Instant, state: StartedState): readonly FollowUpEvent[] {
  switch (step.kind) {
    case 'escalation':
      return [escalation(step, at)];
    case 'milestone-limit':
      return limitReached(step, at, state);
    case 'ladder-end':
      return [{ type: 'NoCooperationRecorded', at, assessment: 'D' }];
    case 'pause-end':
      return [{ type: 'FollowUpResumed', at, because: 'pause-ended' }];
    case 'reminder':
    case 'check-in':
    case 'decision-reminder':
    case 'task-reminder':
      return [];
  }
}

/**
 * A limit leads up the ladder and never down it, and nowhere while a request for more time waits for its decision: what is late
 * stays on record. A lower rung that nobody has approved yet is overtaken.
 */
function limitReached(
  step: RungEntry,
  at: Instant,
  { rung, draft, extension }: StartedState,
): readonly FollowUpEvent[] {
  if (extension !== null || step.rung <= Math.max(rung, draft?.rung ?? 0)) return [];
  const overtaken: readonly FollowUpEvent[] =
    draft === null ? [] : [{ type: 'EscalationWithdrawn', at, rung: draft.rung, because: 'overtaken' }];
  return [...overtaken, escalation(step, at)];
}

const escalation = ({ rung, roles, needsApproval, letter }: RungEntry, at: Instant): FollowUpEvent => ({
  type: needsApproval ? 'EscalationDrafted' : 'EscalationRaised',
  at,
  rung,
  roles,
  ...(letter === undefined ? {} : { letter }),
});

const nextRoundNumber = (state: StartedState): number => (state.round?.number ?? 0) + 1;

const purposeOf = (request: Exclude<PlanRequest, { kind: 'task' }>): 'rung' | DecisionSubject =>
  request.kind === 'decision' ? request.about : 'rung';

function isSameRequest(one: PlanRequest, other: PlanRequest): boolean {
  if (one.from !== other.from) return false;
  if (one.kind === 'round') return other.kind === 'round' && one.dueOn === other.dueOn;
  if (one.kind === 'task') return other.kind === 'task' && one.task === other.task && one.dueOn === other.dueOn;
  if (one.kind === 'rung') return other.kind === 'rung' && one.rung === other.rung;
  return other.kind === 'decision' && one.about === other.about;
}
