import type { Instant } from '../time.ts';
import type { Command, PlanRequest } from './commands.ts';
import type { FollowUpEvent, Step } from './events.ts';
import { isStarted, type FollowUpState, type StartedState } from './state.ts';

/**
 * Everything that fell due by `at`. Never refused: the timer may have lost a race with an answer or a closing, and then
 * there is simply nothing left to fire.
 *
 * After an outage every missed step falls due at once, but people are told once: the newest reminder stands for the
 * older ones, and a rung that asks the focal point anyway stands for all of them.
 */
export function advanceClock(state: FollowUpState, at: Instant): readonly FollowUpEvent[] {
  if (!isStarted(state)) return [];
  const due = state.pending.filter((step) => step.dueAt <= at);
  const spokesman = spokesmanOf(due);
  return due.flatMap((step) => {
    const isMerged = isAsking(step) && spokesman !== undefined && spokesman.id !== step.id;
    const fell: FollowUpEvent = { type: 'StepFellDue', at, step, mergedInto: isMerged ? spokesman.id : null };
    return [fell, ...consequenceOf(step, at)];
  });
}

/** A plan counts only while the state still asks for exactly this one; anything else is stale and leaves nothing. */
export function adoptPlan(
  state: FollowUpState,
  { at, for: request, plan }: Extract<Command, { type: 'AdoptPlan' }>,
): readonly FollowUpEvent[] {
  if (!isStarted(state) || state.planning === null || !isSameRequest(state.planning, request)) return [];
  if (plan.kind === 'steps') return [{ type: 'StepsPlanned', at, purpose: purposeOf(request), steps: plan.steps }];
  const { asks, dueOn, dueAt, steps } = plan;
  return [{ type: 'RoundOpened', at, number: nextRoundNumber(state), asks, dueOn, dueAt, steps }];
}

const isAsking = (step: Step): boolean => step.kind === 'reminder' || step.kind === 'check-in';

function spokesmanOf(due: readonly Step[]): Step | undefined {
  const rung = due.findLast((step) => step.kind === 'escalation');
  const rungAsksFocalPoint = rung?.kind === 'escalation' && !rung.needsApproval && rung.roles.includes('focal-point');
  return rungAsksFocalPoint ? rung : due.findLast(isAsking);
}

function consequenceOf(step: Step, at: Instant): readonly FollowUpEvent[] {
  switch (step.kind) {
    case 'escalation': {
      const { rung, roles, needsApproval } = step;
      return [{ type: needsApproval ? 'EscalationDrafted' : 'EscalationRaised', at, rung, roles }];
    }
    case 'ladder-end':
      return [{ type: 'NoCooperationRecorded', at, assessment: 'D' }];
    case 'pause-end':
      return [{ type: 'FollowUpResumed', at, because: 'pause-ended' }];
    case 'reminder':
    case 'check-in':
    case 'decision-reminder':
      return [];
  }
}

const nextRoundNumber = (state: StartedState): number => (state.round?.number ?? 0) + 1;

const purposeOf = (request: PlanRequest): 'rung' | 'approval' | 'extension' | 'verification' =>
  request.kind === 'decision' ? request.about : 'rung';

function isSameRequest(one: PlanRequest, other: PlanRequest): boolean {
  if (one.from !== other.from) return false;
  if (one.kind === 'round') return other.kind === 'round' && one.dueOn === other.dueOn;
  if (one.kind === 'rung') return other.kind === 'rung' && one.rung === other.rung;
  return other.kind === 'decision' && one.about === other.about;
}
