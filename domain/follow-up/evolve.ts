import type { CountedFrom, PlanRequest } from './commands.ts';
import { daysBetween, type Instant } from '../time.ts';
import { appealFollows, withAppeal, withoutStep } from './appeal-state.ts';
import { withDenunciation, withDepositRecorded } from './deposits.ts';
import type { FollowUpEvent, Step } from './events.ts';
import { implementationOf } from './parts.ts';
import {
  initialState,
  isStarted,
  laterFields,
  noTerms,
  type Draft,
  type FollowUpState,
  type StartedState,
} from './state.ts';
import { byDueAtThenId } from './timers.ts';

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;

/** The state after one more event. Total: an event that makes no sense for a state leaves it as it is. */
export function evolve(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  if (event.type === 'FollowUpStarted') return started(event);
  return isStarted(state) ? appealFollows(state, evolveStarted(state, event), event) : state;
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
        draft: draftOf(event),
      };
    case 'EscalationRaised':
      return {
        ...waitingFor(asked(state, event.at), { kind: 'rung', rung: event.rung + 1, from: event.at }),
        rung: event.rung,
        draft: null,
      };
    case 'EscalationDismissed':
      return escalationDismissed(state, event);
    case 'EscalationWithdrawn':
      return { ...state, draft: null };
    case 'NoCooperationRecorded':
      return { ...replanned(state, event.at), assessment: event.assessment, isCooperating: false };
    case 'PositionRecorded':
      return positionRecorded(state, event);
    case 'RoleAssigned':
      return { ...state, assigned: { ...state.assigned, [event.role]: event.contactId } };
    case 'WorkHandedOver':
      return { ...state, assigned: handedOver(state.assigned, event) };
    case 'ContactFoundUnreachable':
      if (event.movedTo === null) return state;
      return { ...state, assigned: { ...state.assigned, [event.role]: event.movedTo } };
    case 'ProgressReported':
    case 'LetterAnswered':
      return progressReported(letterAnswered(state, event), event);
    case 'LetterSent':
      return {
        ...state,
        letters: [...state.letters, { letterId: event.letterId, isAnswered: false }].slice(-mostKept),
      };
    case 'MilestoneCompleted':
      return milestoneCompleted(state, event);
    case 'Assessed':
      return { ...state, assessment: event.assessment, assessmentReason: event.reason };
    case 'IndependentViewRecorded':
      return { ...state, views: viewsWith(state, event) };
    case 'ExtensionRequested':
      return {
        ...waitingFor(answered(state, event.at), { kind: 'decision', about: 'extension', from: event.at }),
        extension: { untilOn: event.untilOn, requestedAt: event.at },
        extensionsRequested: state.extensionsRequested + 1,
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
        watches: [],
        pausedAt: event.at,
        pending: event.until === null ? [] : [{ id: `pause-${event.at}`, kind: 'pause-end', dueAt: event.until }],
      };
    case 'FollowUpResumed':
      return resumed(state, event.at);
    case 'ImplementationClaimed':
      return claimed(state, event);
    case 'ClaimValidated':
      return validated(state, event);
    case 'ImplementationVerified':
      return state;
    case 'VerificationRejected':
    case 'ValidationDeclined':
      return { ...replanned(state, event.at), status: 'open', claim: null };
    case 'FollowUpClosed':
      return {
        ...state,
        status: 'closed',
        pending: [],
        watches: [],
        planning: null,
        extension: null,
        closure: { reason: event.reason, at: event.at },
      };
    case 'FollowUpReopened': {
      const again = state.parts === null ? replanned(state, event.at) : state;
      return { ...again, status: 'open', closure: null, claim: null };
    }
    case 'PlaybookAdopted':
      return playbookAdopted(state, event);
    case 'ReplanRequested':
      return waitingFor(state, plannedAnew(state, event.at));
    case 'RecommendationSplit':
      return split(state, event);
    case 'PartProgressed':
      return partProgressed(state, event);
    case 'CarriedOn':
      return { ...state, carries: [...state.carries, event.from] };
    case 'NextStepsOpened':
      return state;
    case 'AppealStepTaken':
    case 'AppealStepSkipped':
    case 'AppealLetterApproved':
    case 'AppealLetterDismissed':
    case 'TaskStepsPlanned':
    case 'AppealDelivered':
    case 'ObstacleRecorded':
    case 'ObstacleLifted':
    case 'TwinningArranged':
    case 'HelpOffered':
    case 'AppealReviewed':
      return withAppeal(state, event);
    case 'DepositRecorded':
      return depositRecorded(state, event);
    case 'DenunciationRecorded':
      return withDenunciation(state, event);
    case 'LetterApproved':
    case 'LetterDismissed':
      return { ...state, decidedLetters: [...state.decidedLetters, event.letterId].slice(-mostKept) };
  }
}

const started = (event: EventOf<'FollowUpStarted'>): StartedState => ({
  ...laterFields,
  terms: event.terms ?? noTerms, // Absent in recorded histories.
  parentId: event.parentId ?? null,
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
    watches: event.watches ?? [], // Absent in recorded histories.
    round: { number, asks, dueOn, dueAt, askedAt: null, answeredAt: null, counted: countedFrom(state, event.at) },
    missedDueAt: state.missedDueAt ?? (wasMissed ? left.dueAt : null),
  };
}

/** What was asked ahead of its date and answered is answered for that date; a round in the place of another counts as that one did. */
function countedFrom({ planning, round }: StartedState, at: Instant): CountedFrom {
  if (planning?.kind === 'round' && planning.counted !== undefined) return planning.counted;
  const wasAnswered = round !== null && round.askedAt !== null && round.answeredAt !== null;
  return { from: at, answeredUntilOn: wasAnswered ? round.dueOn : null };
}

function stepFellDue(state: StartedState, { step, at }: EventOf<'StepFellDue'>): StartedState {
  const pending = state.pending.filter((each) => each.id !== step.id);
  const rest = { ...state, pending };
  if (step.kind === 'milestone-limit') return limitFellDue(state, step);
  if (step.kind === 'task-reminder') return withoutStep(state, step);
  switch (step.kind) {
    case 'reminder':
    case 'check-in': {
      const now = asked(rest, at);
      // A round without a ladder ends with its last reminder; the next one is planned at once.
      return pending.length === 0 ? replanned(now, at) : now;
    }
    case 'decision-reminder':
      return waitingFor(rest, { kind: 'decision', about: step.about, from: at });
    case 'escalation':
    case 'ladder-end':
    case 'pause-end':
      return rest;
  }
}

const asked = (state: StartedState, at: Instant): StartedState => ({
  ...state,
  round: state.round && { ...state.round, askedAt: state.round.askedAt ?? at },
});

type LimitStep = Extract<Step, { kind: 'milestone-limit' }>;

const limitFellDue = (state: StartedState, { id, limit, milestone, dueAt }: LimitStep): StartedState => ({
  ...state,
  watches: state.watches.filter((each) => each.id !== id),
  late: [...state.late, { limit, milestone, since: dueAt }],
});

const draftOf = ({ rung, roles, letter, at }: EventOf<'EscalationDrafted'>): Draft => ({
  rung,
  roles,
  draftedAt: at,
  ...(letter === undefined ? {} : { letter }),
});

/** Where nobody had been asked (a limit led here), the round goes on; otherwise the rung comes again in its time. */
function escalationDismissed(state: StartedState, { rung, at }: EventOf<'EscalationDismissed'>): StartedState {
  const rest = { ...state, draft: null };
  const wasAsked = state.round !== null && state.round.askedAt !== null;
  return wasAsked ? waitingFor(rest, { kind: 'rung', rung, from: at }) : replanned(rest, at);
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

type Answer = EventOf<'ProgressReported'> | EventOf<'LetterAnswered'>;

const letterAnswered = (state: StartedState, event: Answer): StartedState => ({
  ...state,
  letters: state.letters.map((letter) =>
    event.type === 'LetterAnswered' && letter.letterId === event.letterId ? { ...letter, isAnswered: true } : letter,
  ),
});

function progressReported(state: StartedState, event: Answer): StartedState {
  const noted = { ...state, implementation: event.implementation ?? state.implementation, lastAnswerAt: event.at };
  if (state.status !== 'open') return noted;
  return { ...replanned(answered(noted, event.at), event.at), extension: null };
}

/** A milestone is an answer, and lifts what was late for want of it, or of any. */
function milestoneCompleted(state: StartedState, { milestone, on, at }: EventOf<'MilestoneCompleted'>): StartedState {
  const reached: StartedState = {
    ...state,
    milestones: { ...state.milestones, [milestone]: on },
    late: state.late.filter((limit) => limit.milestone !== null && limit.milestone !== milestone),
    implementation: furthest(state.implementation, 'in-progress'),
    lastAnswerAt: at,
  };
  if (state.status !== 'open') return reached;
  return { ...replanned(answered(reached, at), at), extension: null };
}

/** A milestone shows that the work has begun; it takes back nothing that was claimed. */
const furthest = (claimed: StartedState['implementation'], shown: 'in-progress'): StartedState['implementation'] =>
  claimed === 'not-started' || claimed === 'planned' || claimed === 'will-not-implement' ? shown : claimed;

const mostKept = 20;

/** A deposit that it asked for is an answer, the best there is; of one that it only names it takes note. */
function depositRecorded(state: StartedState, event: EventOf<'DepositRecorded'>): StartedState {
  const noted = withDepositRecorded(state, event);
  if (!event.isWholeDemand || event.isCorrection || state.status !== 'open') return noted;
  return { ...replanned(answered(noted, event.at), event.at), extension: null };
}

function viewsWith({ views }: StartedState, event: EventOf<'IndependentViewRecorded'>): StartedState['views'] {
  const { role, contactId, implementation, at } = event;
  const others = views.filter((view) => view.role !== role || view.contactId !== contactId);
  return [...others, { role, contactId, implementation, at }].slice(-mostKept);
}

function handedOver(
  assigned: StartedState['assigned'],
  { roles, from, to }: EventOf<'WorkHandedOver'>,
): StartedState['assigned'] {
  const moved = roles.filter((role) => assigned[role] === from).map((role) => [role, to] as const);
  return { ...assigned, ...Object.fromEntries(moved) };
}

/** What waits for a decision goes on waiting; a ladder half climbed goes on from its rung; else the round is planned anew. */
function playbookAdopted(state: StartedState, { to, terms, at }: EventOf<'PlaybookAdopted'>): StartedState {
  const adopting = { ...state, playbook: to, terms };
  if (state.status !== 'open' || state.extension !== null) return adopting;
  if (state.rung > 0) return waitingFor({ ...adopting, draft: null }, { kind: 'rung', rung: state.rung + 1, from: at });
  return waitingFor({ ...adopting, draft: null }, plannedAnew(state, at));
}

/**
 * Planned anew, a question that was put to somebody keeps its date, and an interval that nobody was asked in runs on: whoever plans
 * anew every day must not be able to put the next question off for ever.
 */
function plannedAnew({ round }: StartedState, from: Instant): PlanRequest {
  if (round === null || round.answeredAt !== null) return { kind: 'round', from, dueOn: null };
  if (round.askedAt !== null) return { kind: 'round', from, dueOn: round.dueOn > dateOf(from) ? round.dueOn : null };
  const { counted } = round;
  return { kind: 'round', from, dueOn: null, ...(counted === undefined ? {} : { counted }) };
}

/** From here on the parts are asked; the whole keeps no timer. */
const split = (state: StartedState, { parts, at }: EventOf<'RecommendationSplit'>): StartedState => ({
  ...answered(state, at),
  lastAnswerAt: state.lastAnswerAt,
  pending: [],
  watches: [],
  late: [],
  planning: null,
  extension: null,
  parts: parts.map(({ recommendationId }) => ({
    recommendationId,
    status: 'not-started',
    implementation: 'not-started',
    assessment: null,
    closure: null,
  })),
});

function partProgressed(state: StartedState, event: EventOf<'PartProgressed'>): StartedState {
  const { type: _, at: __, ...outcome } = event;
  const parts = (state.parts ?? []).map((part) =>
    part.recommendationId === outcome.recommendationId ? outcome : part,
  );
  return { ...state, parts, implementation: implementationOf(parts) };
}

/** The authority that signs for the State goes first, where the playbook asks for it. */
function claimed(state: StartedState, { at, evidence, by }: EventOf<'ImplementationClaimed'>): StartedState {
  const isUnsigned = state.terms.needsValidation === true;
  const about = isUnsigned ? 'validation' : 'verification';
  return {
    ...waitingFor(answered(state, at), { kind: 'decision', about, from: at }),
    status: 'under-verification',
    watches: [],
    implementation: 'implemented',
    extension: null,
    claim: {
      evidence,
      claimedAt: at,
      ...(by === undefined ? {} : { by }),
      ...(isUnsigned ? { validation: 'waiting' } : {}),
    },
  };
}

function validated(state: StartedState, { at, by }: EventOf<'ClaimValidated'>): StartedState {
  if (state.claim === null) return state;
  const signed = { validation: 'done', validatedAt: at, ...(by === undefined ? {} : { validatedBy: by }) } as const;
  return {
    ...waitingFor(state, { kind: 'decision', about: 'verification', from: at }),
    claim: { ...state.claim, ...signed },
  };
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
  pausedAt: null,
  pausedDays: state.pausedDays + (state.pausedAt === null ? 0 : daysBetween(dateOf(state.pausedAt), dateOf(at))),
});

const dateOf = (at: Instant): string => at.slice(0, 10);
