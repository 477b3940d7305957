/**
 * What may be asked of a campaign, as a pure decider. Waves and rounds, which the clock brings, are decided beside it
 * (waves.ts, rounds.ts) on facts that the shell has looked up.
 */
import { addDays, type Instant } from '../time.ts';
import type { CampaignCommand, CampaignRejection } from './commands.ts';
import type { CampaignDates, CampaignEvent, LeftOutCause, Target, WavePlan } from './events.ts';
import * as limits from './limits.ts';
import { targetKey, type CampaignState, type RunningCampaign, type TargetState } from './state.ts';

export type CampaignDecision = { readonly events: readonly CampaignEvent[] } | { readonly rejected: CampaignRejection };
type Timed<T extends CampaignCommand['type']> = Extract<CampaignCommand, { type: T }>;

export function decideCampaign(command: CampaignCommand, state: CampaignState): CampaignDecision {
  if (command.type === 'StartCampaign') return start(command, state);
  if (state === null) return reject('CampaignNotStarted');
  if (command.type === 'RecordAppeals') return { events: recorded(command, state) };
  if (state.status === 'ended') return reject('CampaignHasEnded');
  switch (command.type) {
    case 'ChangeCampaign':
      return change(command, state);
    case 'TakeInStates':
      return takeIn(command, state);
    case 'LeaveOut':
      return leaveOut(command, state);
    case 'PauseCampaign':
      if (state.status === 'paused') return reject('CampaignAlreadyPaused');
      return withReason(command.reason, { type: 'CampaignPaused', at: command.at, reason: command.reason });
    case 'ResumeCampaign':
      return state.status === 'paused'
        ? accept({ type: 'CampaignResumed', at: command.at })
        : reject('CampaignNotPaused');
    case 'EndCampaign':
      return withReason(command.reason, { type: 'CampaignEnded', at: command.at, reason: command.reason });
  }
}

function start(command: Timed<'StartCampaign'>, state: CampaignState): CampaignDecision {
  if (state !== null) return reject('CampaignAlreadyStarted');
  const { type: _, at, ...facts } = command;
  const instruments = [...new Set(facts.instruments)];
  const stateCodes = [...new Set(facts.stateCodes)];
  if (instruments.length === 0) return reject('NoInstruments');
  if (stateCodes.length === 0) return reject('NoStates');
  if (instruments.length * stateCodes.length > limits.mostTargets) return reject('TooManyTargets');
  const refused = refusalOfFacts(facts) ?? refusalOfDates(facts, undefined, at);
  return refused ? reject(refused) : accept({ type: 'CampaignStarted', at, ...facts, instruments, stateCodes });
}

type Facts = Pick<RunningCampaign, 'title' | 'targetOn' | 'wave' | 'dates'>;

function refusalOfFacts({ title, wave, dates }: Facts): CampaignRejection | undefined {
  if (isBlank(title)) return 'EmptyTitle';
  if (!isWithinBounds(wave)) return 'WaveOutOfBounds';
  if (!areRemindersWithinBounds(dates)) return 'RemindersOutOfBounds';
  const isMisplaced = Object.entries(dates.treatyEvents).some(([year, on]) => on.slice(0, 4) !== year);
  return isMisplaced ? 'TreatyEventInOtherYear' : undefined;
}

/** Only what is new must lie ahead: whoever corrects a title does not answer for a target that has passed. */
function refusalOfDates(facts: Facts, before: Facts | undefined, at: Instant): CampaignRejection | undefined {
  const today = at.slice(0, 10);
  if (facts.targetOn !== before?.targetOn && facts.targetOn < today) return 'CampaignTargetInThePast';
  const { letterOn } = facts.dates;
  return letterOn !== before?.dates.letterOn && letterOn < today ? 'LetterInThePast' : undefined;
}

function change(command: Timed<'ChangeCampaign'>, state: RunningCampaign): CampaignDecision {
  const { type: _, at, ...facts } = command;
  const changes = Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => !isSame(value, state[key as keyof typeof facts])),
  ) as Partial<Facts>;
  if (Object.keys(changes).length === 0) return accept();
  const refused = refusalOfFacts(facts) ?? refusalOfDates(facts, state, at);
  if (refused) return reject(refused);
  const isLetterMoved = facts.dates.letterOn !== state.dates.letterOn;
  if (isLetterMoved && state.rounds.some(({ kind }) => kind === 'letter')) return reject('LetterAlreadyHeld');
  return accept({ type: 'CampaignChanged', at, changes });
}

/** A State's waiting, beginning and begun targets stay as they are: nobody is appealed to twice. */
function takeIn({ at, stateCodes }: Timed<'TakeInStates'>, state: RunningCampaign): CampaignDecision {
  const codes = [...new Set(stateCodes)];
  if (codes.length === 0) return reject('NoStates');
  const targets = codes
    .flatMap((stateCode) => state.instruments.map((instrument) => ({ stateCode, instrument })))
    .filter((target) => isOut(state.targets[targetKey(target)]));
  const known = Object.keys(state.targets).length;
  const fresh = targets.filter((target) => state.targets[targetKey(target)] === undefined).length;
  if (known + fresh > limits.mostTargets) return reject('TooManyTargets');
  return targets.length === 0 ? accept() : accept({ type: 'StatesTakenIn', at, stateCodes: codes, targets });
}

const isOut = (target: TargetState | undefined): boolean =>
  target === undefined || target.status === 'left-out' || target.status === 'failed';

function leaveOut({ at, stateCode, instrument, note }: Timed<'LeaveOut'>, state: RunningCampaign): CampaignDecision {
  if (isBlank(note)) return reject('EmptyNote');
  const meant = Object.values(state.targets).filter(
    (target) => target.stateCode === stateCode && (instrument === null || target.instrument === instrument),
  );
  if (meant.length === 0) return reject('NotInCampaign');
  const targets = meant
    .filter(({ status }) => status !== 'left-out')
    .map((target) => ({ stateCode, instrument: target.instrument, note }));
  return targets.length === 0 ? accept() : accept({ type: 'AppealsLeftOut', at, because: 'note', targets });
}

/** Only what the wave is still about to begin: a target that somebody left out meanwhile stays left out. */
function recorded(command: Timed<'RecordAppeals'>, state: RunningCampaign): readonly CampaignEvent[] {
  const { at } = command;
  const open = <T extends Target>(targets: readonly T[]): readonly T[] =>
    targets.filter((target) => state.targets[targetKey(target)]?.status === 'beginning');
  const begun = open(command.begun).map(({ stateCode, instrument }) => ({ stateCode, instrument }));
  const failed = open(command.failed);
  const wave = state.waves.at(-1)?.number ?? 1;
  const begins: CampaignEvent[] = begun.length === 0 ? [] : [{ type: 'AppealsBegun', at, wave, appeals: begun }];
  const fails: CampaignEvent[] = failed.length === 0 ? [] : [{ type: 'AppealsFailed', at, targets: failed }];
  return [
    ...begins,
    ...leftOut('party', open(command.parties), at),
    ...leftOut('other-campaign', open(command.elsewhere), at),
    ...fails,
  ];
}

export const leftOut = (
  because: LeftOutCause,
  targets: readonly (Target & { readonly note: string })[],
  at: Instant,
): readonly CampaignEvent[] => (targets.length === 0 ? [] : [{ type: 'AppealsLeftOut', at, because, targets }]);

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const isWithinBounds = ({ size, everyDays, startsPerSecond }: WavePlan): boolean =>
  isWhole(size, 1, limits.mostInAWave) &&
  isWhole(everyDays, 0, limits.longestWaveIntervalDays) &&
  isWhole(startsPerSecond, 1, limits.mostStartsPerSecond);

const areRemindersWithinBounds = ({ deliveryAfterDays, remindBeforeDays }: CampaignDates): boolean =>
  isWhole(deliveryAfterDays, 1, limits.mostDeliveryDays) &&
  remindBeforeDays.length <= limits.mostReminders &&
  new Set(remindBeforeDays).size === remindBeforeDays.length &&
  remindBeforeDays.every((days) => isWhole(days, 1, limits.longestReminderDays));

/** Facts are plain JSON in a fixed order of keys, so equal text is equal content. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : value;

const withReason = (reason: string, event: CampaignEvent): CampaignDecision =>
  isBlank(reason) ? reject('EmptyReason') : accept(event);
const isBlank = (text: string): boolean => text.trim() === '';
const accept = (...events: readonly CampaignEvent[]): CampaignDecision => ({ events });
const reject = (rejected: CampaignRejection): CampaignDecision => ({ rejected });

/** The letter goes to begin with; two weeks later the resident coordinator; 90, 45 and 14 days before each Treaty Event. */
export const usualDates = (letterOn: string): CampaignDates => ({
  letterOn,
  deliveryAfterDays: usualDeliveryDays,
  treatyEvents: {},
  remindBeforeDays: [...usualReminders],
});
export const usualDeliveryDays = 14;
export const usualReminders = [90, 45, 14] as const;
/** One hundred appeals a week: a treaty section can read what comes back. */
export const usualWave: WavePlan = { size: 100, everyDays: 7, startsPerSecond: 10 };
export const firstLetterOn = (at: Instant): string => addDays(at.slice(0, 10), 7);
