import {
  checkCount,
  checkDays,
  checkUnique,
  each,
  fault,
  none,
  type EventDraft,
  type PlaybookDraft,
  type PlaybookFault,
} from './draft.ts';
import { worldEvents } from './playbook.ts';

const mostCheckIns = 50;
const mostReminders = 10;
/** More often than this nobody has anything new to say, and everybody learns to look away. */
const shortestIntervalDays = 14;
const yearDays = 365;

/** Intervals, check-ins and the reminders around them. */
export function checkCadence(draft: PlaybookDraft): readonly PlaybookFault[] {
  const { checkIns, everyDays, later, events, quiet } = draft.cadence;
  return [
    ...checkInterval(everyDays, '/cadence/everyDays'),
    ...checkInterval(later.everyDays, '/cadence/later/everyDays'),
    ...checkDays(later.afterDays, '/cadence/later/afterDays', 0),
    ...checkInterval(quiet.everyDays, '/cadence/quiet/everyDays'),
    ...checkCount(checkIns, '/cadence/checkIns', mostCheckIns),
    ...each(checkIns, ({ afterDays, asks }, index) => [
      ...checkDays(afterDays, `/cadence/checkIns/${index}/afterDays`),
      ...checkQuestion(asks, `/cadence/checkIns/${index}/asks`, draft),
    ]),
    ...checkUnique(
      checkIns.map(({ afterDays }) => afterDays),
      (index) => `/cadence/checkIns/${index}/afterDays`,
    ),
    ...checkCount(events, '/cadence/events', mostCheckIns),
    ...each(events, (event, index) => checkEvent(event, `/cadence/events/${index}`, draft)),
    ...checkReminders(draft),
  ];
}

const checkInterval = (days: number, path: string): readonly PlaybookFault[] => {
  const bounds = checkDays(days, path, -1_000);
  if (bounds.length > 0 || days >= shortestIntervalDays) return bounds;
  return fault('TooOften', path, `asks more often than every ${shortestIntervalDays} days`);
};

const checkQuestion = (asks: string, path: string, { questions }: PlaybookDraft): readonly PlaybookFault[] =>
  Object.hasOwn(questions, asks) ? none : fault('UnknownQuestion', path, `asks "${asks}", which no question says`);

function checkEvent(event: EventDraft, path: string, draft: PlaybookDraft): readonly PlaybookFault[] {
  const { rule, onceReached } = event;
  return [
    ...((worldEvents as readonly string[]).includes(event.event)
      ? none
      : fault('UnknownEvent', `${path}/event`, 'is no event of which dates are kept')),
    ...checkQuestion(event.asks, `${path}/asks`, draft),
    ...checkDays(event.offsetDays, `${path}/offsetDays`, -3_650, 3_650),
    ...checkBefore(event.remindBeforeDays, `${path}/remindBeforeDays`, yearDays),
    ...(rule === null || isDateEveryYear(rule)
      ? none
      : fault('BadRule', `${path}/rule`, 'is not the first to fourth weekday (1 to 7) of a month (1 to 12)')),
    ...(onceReached === undefined || draft.milestones.some(({ key }) => key === onceReached)
      ? none
      : fault('UnknownMilestone', `${path}/onceReached`, 'is no milestone of this playbook')),
  ];
}

/** A fifth Tuesday is not there in every year. */
const isDateEveryYear = ({ month, weekday, nth }: NonNullable<EventDraft['rule']>): boolean =>
  isWithin(month, 12) && isWithin(weekday, 7) && isWithin(nth, 4);
const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function checkReminders({ cadence, ladder }: PlaybookDraft): readonly PlaybookFault[] {
  const { everyDays, later, quiet } = cadence;
  return [
    ...checkBefore(cadence.remindBeforeDays, '/cadence/remindBeforeDays', Math.min(everyDays, later.everyDays)),
    ...checkAfter(cadence.remindAfterDays, '/cadence/remindAfterDays', ladder[0]?.afterDays ?? Infinity),
    ...checkBefore(quiet.remindBeforeDays, '/cadence/quiet/remindBeforeDays', quiet.everyDays),
    ...checkList(quiet.remindAfterDays, '/cadence/quiet/remindAfterDays', (days, path) =>
      days < quiet.everyDays
        ? none
        : fault('ReminderBeforeInterval', path, `comes when the next check-in is due (${quiet.everyDays} days)`),
    ),
  ];
}

const checkBefore = (list: readonly number[], path: string, interval: number): readonly PlaybookFault[] =>
  checkList(list, path, (days, at) =>
    days < interval
      ? none
      : fault('ReminderBeforeInterval', at, `is not smaller than the ${interval} days from one check-in to the next`),
  );

const checkAfter = (list: readonly number[], path: string, firstRungDays: number): readonly PlaybookFault[] =>
  checkList(list, path, (days, at) =>
    days < firstRungDays
      ? none
      : fault('ReminderAfterEscalation', at, `comes after the first escalation (${firstRungDays} days)`),
  );

type CheckOne = (days: number, path: string) => readonly PlaybookFault[];

const checkList = (list: readonly number[], path: string, check: CheckOne): readonly PlaybookFault[] => [
  ...checkCount(list, path, mostReminders),
  ...each(list, (days, index) => [...checkDays(days, `${path}/${index}`), ...check(days, `${path}/${index}`)]),
  ...checkUnique(list, (index) => `${path}/${index}`, 'ReminderTwice'),
];
