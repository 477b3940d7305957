/**
 * What a deposit, and its undoing, do to a follow-up.
 *
 * A deposit closes only what asks for deposits and for nothing else (`isWholeDemand`), and only when everything that it asks for is
 * deposited. Anything else is told and left open: to close what still asks for something would lose it, and a person can close it in
 * a minute.
 */
import { addDays, latest } from '../time.ts';
import type { DepositCommand, DepositEntry, DepositEvent } from './deposit-events.ts';
import type { Command, Rejection } from './commands.ts';
import type { Evidence, FollowUpEvent, PlaybookTerms } from './events.ts';
import type { StartedState } from './state.ts';

export const depositMilestone = 'deposit';
const ratifying: readonly string[] = ['ratify', 'appeal'];

/** A playbook whose goal is a deposit: those that ship by key, copies by the milestone that closes them. */
export const isRatification = (key: string, { closing }: Pick<PlaybookTerms, 'closing'>): boolean =>
  ratifying.includes(key) || closing.includes(depositMilestone);

type Asked = {
  /** True when a person said which instruments it asks for; false when that was read from its text. */
  readonly isStated: boolean;
  readonly isRatification: boolean;
  /** What its text asks for: a ratification alone, a ratification beside other measures, or something else. */
  readonly reading: 'ratification' | 'ratification-and-more' | 'other';
};

/**
 * Whether the deposit of the instruments is all that a recommendation asks.
 *
 * Under a playbook of ratification the word of a person counts as it stands; what was only read counts unless the text asks for other
 * measures, too ("ratify OPCAT and establish a national preventive mechanism"). Under any other playbook both must agree: a person
 * named the instruments, and the text asks for nothing else.
 */
export const isWholeDemand = ({ isStated, isRatification: isAbout, reading }: Asked): boolean =>
  isAbout ? isStated || reading !== 'ratification-and-more' : isStated && reading === 'ratification';

type Timed<T extends DepositCommand['type']> = Extract<Command, { type: T }>;
export type TimedDepositCommand = Timed<DepositCommand['type']>;

export function refusalOfDeposit(command: TimedDepositCommand, state: StartedState): Rejection | undefined {
  switch (command.type) {
    case 'RecordDeposit':
      if (!command.asks.includes(command.instrument)) return 'NotAsked';
      if (state.parts !== null) return 'IsSplit';
      return state.status === 'closed' && !isOnRecord(command, state) ? 'NotOpen' : undefined;
    case 'RecordDenunciation':
      return state.parts !== null ? 'IsSplit' : undefined;
    case 'ApproveLetter':
      return isDecided(command.letterId, state) ? 'LetterAlreadyDecided' : undefined;
    case 'DismissLetter':
      if (isDecided(command.letterId, state)) return 'LetterAlreadyDecided';
      return command.reason.trim() === '' ? 'EmptyReason' : undefined;
  }
}

export function depositEvents(command: TimedDepositCommand, state: StartedState): readonly FollowUpEvent[] {
  switch (command.type) {
    case 'RecordDeposit':
      return deposited(command, state);
    case 'RecordDenunciation':
      return undone(command, state);
    case 'ApproveLetter':
      return [{ type: 'LetterApproved', at: command.at, letterId: command.letterId }];
    case 'DismissLetter':
      return [{ type: 'LetterDismissed', at: command.at, letterId: command.letterId, reason: command.reason }];
  }
}

/** Whether a deposit was the last that a recommendation asked for: it closes what is not closed. */
export const settles = ({
  remaining,
  isWholeDemand: isWhole,
}: Extract<DepositEvent, { type: 'DepositRecorded' }>): boolean => isWhole && remaining.length === 0;

function deposited(command: Timed<'RecordDeposit'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, type: _, asks, isWholeDemand: isWhole, opens, ...entry } = command;
  if (isStale(entry, state)) return [];
  const known = depositOf(state, entry.instrument);
  const deposits = withDeposit(state.deposits, entry);
  const remaining = [...asks].filter((key) => deposits.every((each) => each.instrument !== key)).sort();
  const isLast = isWhole && remaining.length === 0 && state.status !== 'closed';
  if (known !== undefined && isSameDeposit(known, entry) && !isLast) return [];
  const recorded: DepositEvent = {
    type: 'DepositRecorded',
    ...entry,
    remaining,
    isWholeDemand: isWhole,
    isCorrection: known?.precision === 'day', // A day in the place of a year is news.
  };
  return [
    ...(isWhole ? withdrawn(at, state) : []),
    { ...recorded, at },
    ...(isLast ? closing(at, deposits, asks, state) : []),
    ...(isWhole && known === undefined && opens.length > 0
      ? [{ type: 'NextStepsOpened', at, opened: opens } as const]
      : []),
  ];
}

const withdrawn = (at: string, { draft }: StartedState): readonly FollowUpEvent[] =>
  draft === null ? [] : [{ type: 'EscalationWithdrawn', at, rung: draft.rung, because: 'deposited' }];

/** The depositary's word is the verification: a claim that waited for one is settled by it. */
function closing(
  at: string,
  deposits: readonly DepositEntry[],
  asks: readonly string[],
  { terms, milestones }: StartedState,
): readonly FollowUpEvent[] {
  const counted = deposits.filter(({ instrument }) => asks.includes(instrument));
  const evidence = evidenceOf(counted);
  const on = latest(...counted.map((each) => each.on)) ?? at.slice(0, 10);
  const isMissing = terms.milestones.includes(depositMilestone) && !(depositMilestone in milestones);
  const note = 'The depositary has notified the deposit';
  return [
    ...(isMissing
      ? [{ type: 'MilestoneCompleted', at, milestone: depositMilestone, on, note, evidence: [evidence] } as const]
      : []),
    { type: 'ImplementationVerified', at, evidence, note },
    { type: 'FollowUpClosed', at, reason: 'implemented-and-verified', note, evidence, by: null },
  ];
}

/** In the order of the keys, so that the order in which two deposits arrived leaves no trace. */
function evidenceOf(deposits: readonly DepositEntry[]): Evidence {
  const said = deposits.map(({ instrument, how, on, precision, notification }) => {
    const when = precision === 'day' ? `on ${on}` : `in ${on.slice(0, 4)}`;
    return `${instrument}: ${how} deposited ${when} (${notification ?? 'no number of a notification on record'})`;
  });
  const url = deposits.flatMap((deposit) => deposit.url ?? [])[0] ?? '';
  return { url, description: `Depositary notification. ${said.join('; ')}` };
}

function undone(command: Timed<'RecordDenunciation'>, state: StartedState): readonly FollowUpEvent[] {
  const { at, type: _, ...undoing } = command;
  const { instrument, because, effectiveOn, asOf } = undoing;
  if (asOf <= (state.statusAsOf[instrument] ?? 0)) return [];
  const isKnown = depositOf(state, instrument) !== undefined;
  const isMistake = because === 'entered-in-error';
  const isReopened =
    state.status === 'closed' && isClosedByDeposit(undoing.isWholeDemand, isKnown || !isMistake, state);
  if (state.status === 'closed' && !isKnown && !isReopened) return [];
  const said = isMistake
    ? `The deposit of ${instrument} was entered in error`
    : `${instrument} was denounced${effectiveOn === null ? '' : `, with effect from ${effectiveOn}`}`;
  return [
    { type: 'DenunciationRecorded', at, ...undoing },
    ...(isReopened ? [{ type: 'FollowUpReopened', at, reason: said } as const] : []),
  ];
}

/**
 * What a deposit closed is what was closed as implemented and verified while it asked for nothing else; whether the engine or a
 * person closed it makes no difference to a State that leaves. A mistake of ours undoes only what it did.
 */
const isClosedByDeposit = (isWhole: boolean, isMeant: boolean, { closure }: StartedState): boolean =>
  isWhole && isMeant && closure?.reason === 'implemented-and-verified';

type EventOf<T extends DepositEvent['type']> = Extract<FollowUpEvent, { type: T }>;

/** What a deposit leaves behind beside the round, which evolve.ts looks after. */
export function withDepositRecorded(state: StartedState, event: EventOf<'DepositRecorded'>): StartedState {
  const { type: _, at: __, remaining, isWholeDemand: isWhole, isCorrection: ___, ...entry } = event;
  const noted = { ...state, deposits: withDeposit(state.deposits, entry), statusAsOf: heard(state, entry) };
  if (!isWhole) return noted;
  return { ...noted, implementation: remaining.length === 0 ? 'implemented' : 'partly-implemented' };
}

/** The goal is as far away as before, whatever had been claimed. */
export function withDenunciation(state: StartedState, event: EventOf<'DenunciationRecorded'>): StartedState {
  const deposits = state.deposits.filter(({ instrument }) => instrument !== event.instrument);
  const noted = { ...state, deposits, statusAsOf: heard(state, event) };
  const wasCounted = deposits.length < state.deposits.length || state.status === 'closed';
  if (!event.isWholeDemand || !wasCounted) return noted;
  const { [depositMilestone]: _, ...milestones } = state.milestones;
  return { ...noted, milestones, implementation: deposits.length === 0 ? 'not-started' : 'partly-implemented' };
}

type Heard = { readonly instrument: string; readonly asOf: number };

const heard = ({ statusAsOf }: StartedState, { instrument, asOf }: Heard): StartedState['statusAsOf'] => ({
  ...statusAsOf,
  [instrument]: asOf,
});

const isStale = ({ instrument, asOf }: Heard, { statusAsOf }: StartedState): boolean =>
  asOf < (statusAsOf[instrument] ?? 0);

/** Nobody is thanked for what was there long before the State was asked; a deposit that became known late still counts. */
export const deservesThanks = (
  { on, precision }: Pick<DepositEntry, 'on' | 'precision'>,
  { startedAt }: Pick<StartedState, 'startedAt'>,
): boolean => precision === 'day' && on >= addDays(startedAt.slice(0, 10), -mostDaysBefore);
const mostDaysBefore = 365;

const depositOf = ({ deposits }: StartedState, instrument: string): DepositEntry | undefined =>
  deposits.find((each) => each.instrument === instrument);

const isOnRecord = ({ instrument }: DepositEntry, state: StartedState): boolean =>
  depositOf(state, instrument) !== undefined;

const withDeposit = (deposits: readonly DepositEntry[], entry: DepositEntry): readonly DepositEntry[] =>
  [...deposits.filter(({ instrument }) => instrument !== entry.instrument), entry].sort((one, other) =>
    one.instrument < other.instrument ? -1 : 1,
  );

const isSameDeposit = (one: DepositEntry, other: DepositEntry): boolean =>
  one.on === other.on &&
  one.precision === other.precision &&
  one.how === other.how &&
  one.notification === other.notification;

const isDecided = (letterId: string, { decidedLetters }: StartedState): boolean => decidedLetters.includes(letterId);
