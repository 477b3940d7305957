import type { CalendarDate, Instant } from '../time.ts';
import { dueFrom } from './appeal.ts';
import { noAppeal, type AppealEvent, type AppealState, type TaskWaiting } from './appeal-events.ts';
import type { AppealLetterEnd, AppealTask } from './appeal-kinds.ts';
import type { FollowUpEvent, Step } from './events.ts';
import type { StartedState } from './state.ts';

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;
type AppealEventType = AppealEvent['type'];

const appealEventTypes: Readonly<Record<AppealEventType, true>> = {
  AppealStepTaken: true,
  AppealStepSkipped: true,
  AppealLetterApproved: true,
  AppealLetterDismissed: true,
  TaskStepsPlanned: true,
  AppealDelivered: true,
  ObstacleRecorded: true,
  ObstacleLifted: true,
  TwinningArranged: true,
  HelpOffered: true,
  AppealReviewed: true,
};
export const isAppealEvent = (event: FollowUpEvent): event is EventOf<AppealEventType> =>
  event.type in appealEventTypes;

/** Histories of these are in the log; the state keeps the newest of each. */
const mostKept = 40;
const newest = <T>(list: readonly T[]): readonly T[] => list.slice(-mostKept);

/**
 * The state after an event of its appeal. A delivery is news of the file and not an answer of the State: round, rung and the instant
 * of the last answer stay as they are, for whoever carried the letter does not speak for the Government.
 */
export function withAppeal(state: StartedState, event: EventOf<AppealEventType>): StartedState {
  const evolved = evolveAppeal(state.appeal ?? noAppeal, event);
  const appeal = isWithoutTasks(state) ? { ...evolved, tasks: [] } : evolved;
  return event.type === 'TaskStepsPlanned'
    ? { ...state, appeal, plansAdopted: state.plansAdopted + 1 }
    : { ...state, appeal };
}

function evolveAppeal(appeal: AppealState, event: EventOf<AppealEventType>): AppealState {
  const { at } = event;
  switch (event.type) {
    case 'AppealStepTaken':
      return stepTaken(visited(appeal, event), event);
    case 'AppealStepSkipped':
      return { ...visited(appeal, event), lastSkip: { step: event.step, because: event.because, at } };
    case 'AppealLetterApproved':
      return withLetter(appeal, { status: 'approved' });
    case 'AppealLetterDismissed':
      return withLetter(appeal, { status: 'withdrawn' });
    case 'TaskStepsPlanned':
      return { ...appeal, tasks: appeal.tasks.map((task) => planned(task, event)) };
    case 'AppealDelivered':
      return delivered(appeal, event);
    case 'ObstacleRecorded':
      return { ...appeal, obstacles: newest([...appeal.obstacles, { obstacle: event.obstacle, since: at }]) };
    case 'ObstacleLifted':
      return lifted(appeal, event);
    case 'TwinningArranged':
      return { ...appeal, twinnings: newest([...appeal.twinnings, { withState: event.withState, at }]) };
    case 'HelpOffered':
      return { ...appeal, help: newest([...appeal.help, { kind: event.kind, by: event.by, at }]) };
    case 'AppealReviewed':
      return { ...without(appeal, ['review']), lastReview: { outcome: event.outcome, at } };
  }
}

type Round = EventOf<'AppealStepTaken'> | EventOf<'AppealStepSkipped'>;

const visited = (appeal: AppealState, { campaignId, key, step, at }: Round): AppealState => ({
  ...appeal,
  campaignId,
  rounds: newest([...appeal.rounds, { key, step, at }]),
});

function stepTaken(appeal: AppealState, { step, key, dueOn, at }: EventOf<'AppealStepTaken'>): AppealState {
  switch (step) {
    case 'letter':
      return { ...appeal, letter: { key, draftedAt: at, status: 'draft', sentOn: null } };
    case 'delivery':
      return withTask(appeal, 'delivery', { at, dueOn });
    case 'treaty-event':
      return { ...appeal, treatyEventOn: dueOn ?? appeal.treatyEventOn };
    case 'yearly-review':
      return withTask(appeal, 'review', { at, dueOn });
  }
}

/** Whoever goes to the Government has one task at a time: the letter, or what they said they would do next. */
const rivals: Readonly<Record<AppealTask, readonly AppealTask[]>> = {
  delivery: ['delivery', 'next-step'],
  'next-step': ['delivery', 'next-step'],
  review: ['review'],
};

const without = (appeal: AppealState, tasks: readonly AppealTask[]): AppealState => ({
  ...appeal,
  tasks: appeal.tasks.filter(({ task }) => !tasks.includes(task)),
});

type Due = { readonly at: Instant; readonly dueOn: CalendarDate | null };
function withTask(appeal: AppealState, task: AppealTask, { at, dueOn }: Due): AppealState {
  const rest = without(appeal, rivals[task]);
  const waiting: TaskWaiting = { task, since: at, countedFrom: at, dueOn: dueOn ?? dueFrom(task, at), steps: null };
  return { ...rest, tasks: [...rest.tasks, waiting] };
}

const planned = (waiting: TaskWaiting, { task, steps }: EventOf<'TaskStepsPlanned'>): TaskWaiting =>
  waiting.task === task ? { ...waiting, steps } : waiting;

/** What was promised next, and by when, is a task again: a promise that nobody asks after is forgotten. */
function delivered(appeal: AppealState, event: EventOf<'AppealDelivered'>): AppealState {
  const { at, office, deliveredOn, obstacle, willDeposit, nextOn } = event;
  const rest = without(appeal, rivals.delivery);
  const told = { ...rest, lastDelivery: { office, deliveredOn, obstacle, willDeposit, nextOn, at } };
  return nextOn === null ? told : withTask(told, 'next-step', { at, dueOn: nextOn });
}

function lifted(appeal: AppealState, { obstacle, at }: EventOf<'ObstacleLifted'>): AppealState {
  const open = appeal.obstacles.find((each) => each.obstacle === obstacle);
  return {
    ...appeal,
    obstacles: appeal.obstacles.filter((each) => each !== open),
    lifted: newest([...appeal.lifted, ...(open === undefined ? [] : [{ ...open, until: at }])]),
  };
}

const withLetter = (appeal: AppealState, change: Partial<NonNullable<AppealState['letter']>>): AppealState => ({
  ...appeal,
  letter: appeal.letter && { ...appeal.letter, ...change },
});

/** What an event of the follow-up means for an appeal in it; `before` is the state before that event. */
export function appealFollows(before: StartedState, after: StartedState, event: FollowUpEvent): StartedState {
  if (after.appeal === null || isAppealEvent(event)) return after;
  const appeal = withStatus(letterFollows(after.appeal, event), { before, after, at: event.at });
  return appeal === after.appeal ? after : { ...after, appeal };
}

function letterFollows(appeal: AppealState, event: FollowUpEvent): AppealState {
  if (event.type === 'LetterSent' && isOfNoRung(event))
    return withLetter(appeal, { status: 'sent', sentOn: event.sentOn });
  const isUnsent = appeal.letter?.status === 'draft' || appeal.letter?.status === 'approved';
  return isUnsent && appealLetterEnd(event) !== null ? withLetter(appeal, { status: 'withdrawn' }) : appeal;
}

/** The letter of a campaign hangs on no rung. */
const isOfNoRung = ({ kind, rung }: EventOf<'LetterSent'>): boolean =>
  kind === 'secretary-general-letter' && rung === 0;

/**
 * What makes a letter of a campaign pointless before it was sent. Progress that the State reports does not: it is still encouraged
 * to finish. Whoever sent it all the same still says so.
 */
export function appealLetterEnd(event: FollowUpEvent): AppealLetterEnd | null {
  switch (event.type) {
    case 'AppealLetterDismissed':
      return 'dismissed';
    case 'FollowUpClosed':
      return 'closed';
    case 'ImplementationClaimed':
      return 'claimed';
    case 'FollowUpPaused':
      return 'paused';
    case 'RecommendationSplit':
      return 'split';
    case 'PositionRecorded':
      return event.position === 'noted' ? 'position-recorded' : null;
    default:
      return null;
  }
}

type Change = { readonly before: StartedState; readonly after: StartedState; readonly at: Instant };

/** Of a closed or a split one nobody is asked to do anything; what was delivered is put on record all the same. */
const isWithoutTasks = ({ status, parts }: StartedState): boolean => status === 'closed' || parts !== null;

/** Nobody is reminded while the follow-up rests; when it goes on, reminders are planned anew. */
function withStatus(appeal: AppealState, { before, after, at }: Change): AppealState {
  if (appeal.tasks.length === 0) return appeal;
  if (isWithoutTasks(after)) return { ...appeal, tasks: [] };
  if ((before.status === 'open') === (after.status === 'open')) return appeal;
  const rest = after.status === 'open' ? { steps: null, countedFrom: at } : { steps: [] };
  return { ...appeal, tasks: appeal.tasks.map((task) => ({ ...task, ...rest })) };
}

/** A reminder of a task has fallen due. */
export const withoutStep = (state: StartedState, step: Step): StartedState =>
  state.appeal === null
    ? state
    : { ...state, appeal: { ...state.appeal, tasks: state.appeal.tasks.map((task) => lessOne(task, step)) } };

const lessOne = (task: TaskWaiting, { id }: Step): TaskWaiting => ({
  ...task,
  steps: task.steps && task.steps.filter((each) => each.id !== id),
});
