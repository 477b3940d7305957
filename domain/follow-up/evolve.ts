import type { Instant } from '../time.ts';
import type { PlanRequest } from './commands.ts';
import type { FollowUpEvent, Step } from './events.ts';
import { initialState, isStarted, type FollowUpState, type StartedState } from './state.ts';

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;

/** The state after one more event. Total: an event that makes no sense for a state leaves it as it is. */
export function evolve(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  if (event.type === 'FollowUpStarted') return started(event);
  return isStarted(state) ? evolveStarted(state, event) : state;
}

export const fold = (events: readonly FollowUpEvent[], from: FollowUpState = initialState): FollowUpState =>
  events.reduce<FollowUpState>(evolve, from);

function evolveStarted(state: StartedState, event: Exclude<FollowUpEvent, EventOf<'FollowUpStarted'>>): StartedState {
  switch (event.type) {
    case 'RoundOpened':
      return roundOpened(state, event);
    case 'StepsPlanned':
      return adopted(state, event.steps);
    case 'StepFellDue':
      return stepFellDue(state, event);
    case 'EscalationDrafted':
      return {
        ...waitingFor(state, { kind: 'decision', about: 'approval', from: event.at }),
        draft: { rung: event.rung, roles: event.roles, draftedAt: event.at },
      };
    case 'EscalationRaised':
      return {
        ...waitingFor(state, { kind: 'rung', rung: event.rung + 1, from: event.at }),
        rung: event.rung,
        draft: null,
      };
    case 'EscalationDismissed':
      return { ...waitingFor(state, { kind: 'rung', rung: event.rung, from: event.at }), draft: null };
    case 'EscalationWithdrawn':
      return { ...state, draft: null };
    case 'NoCooperationRecorded':
      return { ...replanned(state, event.at), assessment: event.assessment, isCooperating: false };
    case 'PositionRecorded':
      return positionRecorded(state, event);
    case 'RoleAssigned':
      return { ...state, assigned: { ...state.assigned, [event.role]: event.contactId } };
    case 'ContactFoundUnreachable':
      if (event.movedTo === null) return state;
      return { ...state, assigned: { ...state.assigned, [event.role]: event.movedTo } };
    case 'ProgressReported':
      return progressReported(state, event);
    case 'ExtensionRequested':
      return {
        ...waitingFor(answered(state, event.at), { kind: 'decision', about: 'extension', from: event.at }),
        extension: { untilOn: event.untilOn, requestedAt: event.at },
      };
    case 'ExtensionDecided':
      return {
        ...waitingFor(state, { kind: 'round', from: event.at, dueOn: event.untilOn }),
        extension: null,
        extensionsGranted: state.extensionsGranted + (event.isGranted ? 1 : 0),
      };
    case 'FollowUpPaused':
      return {
        ...state,
        status: 'paused',
        planning: null,
        pending: event.until === null ? [] : [{ id: `pause-${event.at}`, kind: 'pause-end', dueAt: event.until }],
      };
    case 'FollowUpResumed':
      return resumed(state, event.at);
    case 'ImplementationClaimed':
      return {
        ...waitingFor(answered(state, event.at), { kind: 'decision', about: 'verification', from: event.at }),
        status: 'under-verification',
        implementation: 'implemented',
        extension: null,
        claim: { evidence: event.evidence, claimedAt: event.at },
      };
    case 'ImplementationVerified':
      return state;
    case 'VerificationRejected':
      return { ...replanned(state, event.at), status: 'open', claim: null };
    case 'FollowUpClosed':
      return {
        ...state,
        status: 'closed',
        pending: [],
        planning: null,
        extension: null,
        closure: { reason: event.reason, at: event.at },
      };
    case 'FollowUpReopened':
      return { ...replanned(state, event.at), status: 'open', closure: null, claim: null };
  }
}

const started = (event: EventOf<'FollowUpStarted'>): StartedState => ({
  status: 'open',
  stateCode: event.stateCode,
  playbook: event.playbook,
  startedAt: event.at,
  targetOn: event.targetOn,
  position: event.position,
  implementation: 'not-started',
  assessment: null,
  closure: null,
  round: null,
  rung: 0,
  pending: [],
  plansAdopted: 0,
  planning: { kind: 'round', from: event.at, dueOn: null },
  draft: null,
  extension: null,
  claim: null,
  isCooperating: true,
  missedDueAt: null,
  lastAnswerAt: null,
  extensionsGranted: 0,
  assigned: {},
});

/** A step belongs to one plan: whatever is planned anew replaces what was pending. */
const waitingFor = (state: StartedState, planning: PlanRequest): StartedState => ({ ...state, pending: [], planning });

const replanned = (state: StartedState, from: Instant): StartedState =>
  waitingFor(state, { kind: 'round', from, dueOn: null });

const adopted = (state: StartedState, steps: readonly Step[]): StartedState => ({
  ...state,
  pending: [...steps].sort(byDueAtThenId),
  plansAdopted: state.plansAdopted + 1,
  planning: null,
});

function roundOpened(state: StartedState, event: EventOf<'RoundOpened'>): StartedState {
  const { number, asks, dueOn, dueAt } = event;
  const left = state.round;
  const wasMissed = left !== null && left.answeredAt === null && left.askedAt !== null && left.dueAt <= event.at;
  return {
    ...adopted(state, event.steps),
    round: { number, asks, dueOn, dueAt, askedAt: null, answeredAt: null },
    missedDueAt: state.missedDueAt ?? (wasMissed ? left.dueAt : null),
  };
}

function stepFellDue(state: StartedState, { step, at }: EventOf<'StepFellDue'>): StartedState {
  const pending = state.pending.filter((each) => each.id !== step.id);
  const rest = { ...state, pending };
  switch (step.kind) {
    case 'reminder':
    case 'check-in': {
      const asked = { ...rest, round: state.round && { ...state.round, askedAt: state.round.askedAt ?? at } };
      // A round without a ladder ends with its last reminder; the next one is planned at once.
      return pending.length === 0 ? replanned(asked, at) : asked;
    }
    case 'decision-reminder':
      return waitingFor(rest, { kind: 'decision', about: step.about, from: at });
    case 'escalation':
    case 'ladder-end':
    case 'pause-end':
      return rest;
  }
}

/** Somebody answered: the round is over, the ladder starts again from the ground. */
const answered = (state: StartedState, at: Instant): StartedState => ({
  ...state,
  round: state.round && { ...state.round, answeredAt: state.round.answeredAt ?? at },
  rung: 0,
  draft: null,
  missedDueAt: null,
  isCooperating: true,
  lastAnswerAt: at,
});

function progressReported(state: StartedState, event: EventOf<'ProgressReported'>): StartedState {
  const noted = { ...state, implementation: event.implementation ?? state.implementation, lastAnswerAt: event.at };
  if (state.status !== 'open') return noted;
  return { ...replanned(answered(noted, event.at), event.at), extension: null };
}

/** A position changes cadence and ladder, so the round is planned anew; a paused or claimed follow-up only takes note. */
function positionRecorded(state: StartedState, event: EventOf<'PositionRecorded'>): StartedState {
  const recorded = { ...state, position: event.position };
  if (state.status !== 'open') return recorded;
  const { lastAnswerAt } = state; // A position is the State's answer to the recommendation, not to a check-in.
  return { ...replanned(answered(recorded, event.at), event.at), extension: null, lastAnswerAt };
}

const resumed = (state: StartedState, at: Instant): StartedState => ({
  ...(state.extension === null
    ? replanned(state, at)
    : waitingFor(state, { kind: 'decision', about: 'extension', from: at })),
  status: 'open',
});

const byDueAtThenId = (a: Step, b: Step): number => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1); // Total, so stable.
