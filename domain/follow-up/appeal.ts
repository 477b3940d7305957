import { addDays } from '../time.ts';
import type { Command, PlanRequest, Rejection } from './commands.ts';
import type { AppealCommand } from './appeal-events.ts';
import type { SkipCause } from './appeal-kinds.ts';
import type { FollowUpEvent, RungCall } from './events.ts';
import type { StartedState } from './state.ts';

type AppealType = AppealCommand['type'];
export type TimedAppealCommand = Extract<Command, { type: AppealType }>;
type Timed<T extends AppealType> = Extract<Command, { type: T }>;

/**
 * Why a command of an appeal is refused. What a resident coordinator reports is taken even of a closed follow-up: it was delivered
 * all the same, and says what was said.
 */
export function refusalOfAppeal(command: TimedAppealCommand, state: StartedState): Rejection | undefined {
  if (command.type === 'ReportDelivery') return refusalOfDelivery(command);
  if (state.status === 'closed') return 'NotOpen';
  switch (command.type) {
    case 'TakeAppealStep':
      return undefined; // What cannot be done now is skipped on record.
    case 'ApproveAppealLetter':
      return isLetterWaiting(command.key, ['draft'], state) ? undefined : 'LetterAlreadyDecided';
    case 'DismissAppealLetter':
      if (!isLetterWaiting(command.key, ['draft', 'approved'], state)) return 'LetterAlreadyDecided';
      return isBlank(command.reason) ? 'EmptyReason' : undefined;
    case 'RecordObstacle':
      if (hasObstacle(command.obstacle, state)) return 'ObstacleAlreadyRecorded';
      return command.obstacle === 'other' && isBlank(command.note) ? 'EmptyNote' : undefined;
    case 'LiftObstacle':
      return hasObstacle(command.obstacle, state) ? undefined : 'ObstacleNotRecorded';
    case 'ArrangeTwinning':
      return refusalOfTwinning(command, state);
    case 'OfferHelp':
      return isBlank(command.by) ? 'NobodyHelps' : undefined;
    case 'ReviewAppeal':
      return refusalOfReview(command, state);
  }
}

function refusalOfDelivery({ deliveredOn, note, nextOn, at }: Timed<'ReportDelivery'>): Rejection | undefined {
  if (isBlank(note)) return 'EmptyNote';
  if (deliveredOn > dateOf(at)) return 'DateInTheFuture';
  return nextOn !== null && nextOn < dateOf(at) ? 'NextStepInThePast' : undefined;
}

function refusalOfTwinning({ withState }: Timed<'ArrangeTwinning'>, state: StartedState): Rejection | undefined {
  if (withState === state.stateCode) return 'TwinnedWithItself';
  return state.appeal?.twinnings.some((twin) => twin.withState === withState) === true ? 'AlreadyTwinned' : undefined;
}

function refusalOfReview(
  { outcome, note, obstacle, recommends }: Timed<'ReviewAppeal'>,
  state: StartedState,
): Rejection | undefined {
  if (isBlank(note)) return 'EmptyNote';
  if (outcome === 'obstacle') return obstacle === null ? 'ObstacleMissing' : undefined;
  if (outcome === 'go-on') return undefined;
  if (recommends === null) return 'RungMissing';
  if (state.status !== 'open' || state.parts !== null) return 'NotOpen';
  if (state.position === 'noted') return 'NoLadder';
  if (state.draft !== null) return 'ApprovalWaiting';
  if (state.extension !== null) return 'ExtensionWaiting';
  return recommends.rung <= state.rung ? 'RungNotHigher' : undefined;
}

/** What a command of an appeal has brought about. */
export function appealEvents(command: TimedAppealCommand, state: StartedState): readonly FollowUpEvent[] {
  const { at } = command;
  switch (command.type) {
    case 'TakeAppealStep':
      return stepTaken(command, state);
    case 'ApproveAppealLetter':
      return [{ type: 'AppealLetterApproved', at, key: command.key }];
    case 'DismissAppealLetter':
      return [{ type: 'AppealLetterDismissed', at, key: command.key, reason: command.reason }];
    case 'ReportDelivery':
      return [
        { ...command, type: 'AppealDelivered' },
        ...(state.status === 'closed' ? [] : newObstacle(command, state)),
      ];
    case 'RecordObstacle':
      return [{ ...command, type: 'ObstacleRecorded' }];
    case 'LiftObstacle':
      return [{ ...command, type: 'ObstacleLifted' }];
    case 'ArrangeTwinning':
      return [{ ...command, type: 'TwinningArranged' }];
    case 'OfferHelp':
      return [{ ...command, type: 'HelpOffered' }];
    case 'ReviewAppeal':
      return reviewed(command, state);
  }
}

/** A repeat changes nothing; what cannot be done now is passed by, and says so. */
function stepTaken(command: Timed<'TakeAppealStep'>, state: StartedState): readonly FollowUpEvent[] {
  const { type: _, ...taking } = command;
  if (state.appeal?.rounds.some(({ key, step }) => key === taking.key && step === taking.step) === true) return [];
  const because = skippedBecause(command, state);
  return [
    because === undefined ? { type: 'AppealStepTaken', ...taking } : { type: 'AppealStepSkipped', ...taking, because },
  ];
}

/**
 * A State that took note keeps its yearly check-in and is not pressed; our own review of it goes on, for it may have changed its
 * mind. A second letter while the first waits on somebody's desk would say the same. What an outage made late is not told any more.
 */
function skippedBecause({ step, dueOn, at }: Timed<'TakeAppealStep'>, state: StartedState): SkipCause | undefined {
  if (state.status === 'paused' || state.status === 'under-verification') return state.status;
  if (state.parts !== null) return 'split';
  if (state.position === 'noted' && step !== 'yearly-review') return 'noted';
  if (step === 'treaty-event' && dueOn !== null && dueOn < dateOf(at)) return 'date-past';
  const letter = state.appeal?.letter?.status;
  return step === 'letter' && (letter === 'draft' || letter === 'approved') ? 'letter-waiting' : undefined;
}

/** A rung that a review recommends is drafted, whatever its number: a person still approves it. */
function reviewed(command: Timed<'ReviewAppeal'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, outcome, note } = command;
  const obstacle = outcome === 'obstacle' ? command.obstacle : null;
  const rung = outcome === 'recommend-rung' ? command.recommends : null;
  return [
    { type: 'AppealReviewed', at, outcome, note, obstacle, recommends: rung?.rung ?? null },
    ...newObstacle({ at, obstacle, note }, state),
    ...(rung === null ? [] : [{ type: 'EscalationDrafted', at, ...callOf(rung) } as const]),
  ];
}

const callOf = ({ rung, roles, letter }: RungCall): RungCall => ({
  rung,
  roles,
  ...(letter === undefined ? {} : { letter }),
});

type Named = Pick<Timed<'ReportDelivery'>, 'at' | 'obstacle' | 'note'>;
const newObstacle = ({ at, obstacle, note }: Named, state: StartedState): readonly FollowUpEvent[] =>
  obstacle === null || hasObstacle(obstacle, state) ? [] : [{ type: 'ObstacleRecorded', at, obstacle, note }];

const hasObstacle = (obstacle: string, { appeal }: StartedState): boolean =>
  appeal?.obstacles.some((open) => open.obstacle === obstacle) === true;

const isLetterWaiting = (key: string, as: readonly string[], { appeal }: StartedState): boolean =>
  appeal !== null && appeal.letter !== null && appeal.letter.key === key && as.includes(appeal.letter.status);

/** The reminders of a task that still have to be planned; nobody is reminded while the follow-up rests. */
export function taskToPlan({ status, appeal }: StartedState): Extract<PlanRequest, { kind: 'task' }> | null {
  if (status !== 'open' || appeal === null) return null;
  const waiting = appeal.tasks.find(({ steps }) => steps === null);
  if (waiting === undefined) return null;
  const { task, countedFrom, dueOn } = waiting;
  return { kind: 'task', task, from: countedFrom, dueOn };
}

/** Where a campaign names no day: two weeks to deliver a letter, a month to look at a file. */
export const usualDaysFor = { delivery: 14, 'next-step': 14, review: 30 } as const;
export const dueFrom = (task: keyof typeof usualDaysFor, at: string): string => addDays(dateOf(at), usualDaysFor[task]);

const dateOf = (at: string): string => at.slice(0, 10);
const isBlank = (text: string): boolean => text.trim() === '';
