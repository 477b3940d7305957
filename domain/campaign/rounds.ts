import { addDays, addYears, nthWeekday, type CalendarDate, type Instant } from '../time.ts';
import type { CampaignEvent, CampaignRound, RoundKind } from './events.ts';
import { targetsOf, type RunningCampaign, type Wave } from './state.ts';

/** Treaty Events that the calendar of world events knows, by year. */
export type KnownTreatyEvents = Readonly<Record<string, CalendarDate>>;

/** The ceremony has been held every autumn since the Millennium Summit. Source: treaties.un.org, Treaty Events. */
const firstTreatyEvent = 2000;
/** Rounds begin the day, before offices open in Geneva and New York. */
const hour = 'T06:00:00.000Z';
export const roundAt = (on: CalendarDate): Instant => `${on}${hour}`;

/** The day of a year's Treaty Event: the campaign's own word, what is announced, or the fourth Tuesday of September. */
export const treatyEventOn = (
  year: number,
  { dates }: Pick<RunningCampaign, 'dates'>,
  known: KnownTreatyEvents,
): CalendarDate => dates.treatyEvents[year] ?? known[year] ?? nthWeekday(year, 9, 2, 4);

/**
 * The rounds that stand before a campaign up to a day, the earliest first: those that were neither held nor passed by. What lay
 * before the campaign began is none of its rounds.
 */
export function roundsUntil(
  state: RunningCampaign,
  known: KnownTreatyEvents,
  until: CalendarDate,
): readonly CampaignRound[] {
  if (state.status === 'ended') return [];
  const settled = new Set(state.rounds.map(({ key }) => key));
  return [...letterRounds(state), ...treatyEventRounds(state, known, until), ...yearlyReviews(state, until)]
    .filter(({ key, onDate }) => !settled.has(key) && onDate <= until)
    .sort((one, other) => (one.onDate + one.key < other.onDate + other.key ? -1 : 1));
}

/**
 * The letter of each wave, and what follows it. A wave that begins after the day of the letter has a letter of its own; one that is
 * not through yet waits until it is, or the last of its States would have none.
 */
function letterRounds({ waves, dates, ...state }: RunningCampaign): readonly CampaignRound[] {
  const isUnderWay = targetsOf({ waves, dates, ...state }, 'beginning').length > 0;
  const through = isUnderWay ? waves.slice(0, -1) : waves;
  const letters = grouped(
    through.filter(({ letterHeldOn }) => letterHeldOn === null),
    'letter',
    (wave) => later(dates.letterOn, wave.startedAt.slice(0, 10)),
  );
  const deliveries = grouped(
    through.filter(({ letterHeldOn, deliveryHeldOn }) => letterHeldOn !== null && deliveryHeldOn === null),
    'delivery',
    ({ letterHeldOn }) => addDays(letterHeldOn ?? dates.letterOn, dates.deliveryAfterDays),
  );
  return [...letters, ...deliveries];
}

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);

/** Waves whose day is the same share a round, which has its key from the first of them. */
function grouped(
  waves: readonly Wave[],
  kind: RoundKind,
  dateOf: (wave: Wave) => CalendarDate,
): readonly CampaignRound[] {
  const days = [...new Set(waves.map(dateOf))];
  return days.map((onDate) => {
    const numbers = waves.filter((wave) => dateOf(wave) === onDate).map(({ number }) => number);
    return { key: `${kind}:${numbers[0]}`, kind, onDate, eventOn: null, waves: numbers };
  });
}

function treatyEventRounds(
  state: RunningCampaign,
  known: KnownTreatyEvents,
  until: CalendarDate,
): readonly CampaignRound[] {
  const begunOn = state.startedAt.slice(0, 10);
  const first = Math.max(firstTreatyEvent, Number(begunOn.slice(0, 4)));
  // The reminders of next year's event may lie in this year.
  const last = Number(until.slice(0, 4)) + 1;
  return years(first, last).flatMap((year) => {
    const eventOn = treatyEventOn(year, state, known);
    return state.dates.remindBeforeDays
      .map((days) => ({ key: `treaty-event:${year}:${days}`, onDate: addDays(eventOn, -days) }))
      .filter(({ onDate }) => onDate >= begunOn)
      .map((round) => ({ ...round, kind: 'treaty-event' as const, eventOn, waves: null }));
  });
}

/** A year after the letter and every year from then on, until somebody ends the campaign. */
function yearlyReviews({ dates: { letterOn } }: RunningCampaign, until: CalendarDate): readonly CampaignRound[] {
  const most = Number(until.slice(0, 4)) - Number(letterOn.slice(0, 4));
  return years(1, most).map((number) => ({
    key: `yearly-review:${number}`,
    kind: 'yearly-review' as const,
    onDate: addYears(letterOn, number),
    eventOn: null,
    waves: null,
  }));
}

const years = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export type DueRounds = {
  readonly held: readonly CampaignRound[];
  readonly passedBy: readonly Omit<Extract<CampaignEvent, { type: 'CampaignRoundPassedBy' }>, 'type' | 'at'>[];
};

/**
 * What is due by an instant. After an outage, or a pause, every missed round is on record, but people are told once: the newest of
 * its kind stands for the older ones. A letter, or its delivery, is then for all their waves. Before a Treaty Event that is over
 * nobody is reminded of it.
 */
export function roundsDue(state: RunningCampaign, known: KnownTreatyEvents, at: Instant): DueRounds {
  if (state.status !== 'running') return { held: [], passedBy: [] };
  const today = at.slice(0, 10);
  const due = roundsUntil(state, known, today).filter(({ onDate }) => roundAt(onDate) <= at);
  const isOver = ({ eventOn }: CampaignRound): boolean => eventOn !== null && eventOn < today;
  const over = due.filter(isOver).map((round) => ({ ...round, because: 'date-past' as const, by: null }));
  const open = due.filter((round) => !isOver(round));
  const newest = (kind: RoundKind): CampaignRound | undefined => open.findLast((round) => round.kind === kind);
  const held = open
    .filter((round) => newest(round.kind) === round)
    .map((round) => ({ ...round, waves: wavesOf(open.filter(({ kind }) => kind === round.kind)) }));
  const older = open
    .filter((round) => newest(round.kind) !== round)
    .map((round) => ({ ...round, because: 'newer-round' as const, by: newest(round.kind)?.key ?? null }));
  return { held, passedBy: [...over, ...older] };
}

const wavesOf = (rounds: readonly CampaignRound[]): readonly number[] | null =>
  rounds[0]?.waves === null ? null : rounds.flatMap(({ waves }) => waves ?? []).sort((one, other) => one - other);

/** The next moments at which a campaign must be looked at, without repeats, up to a day. */
export const momentsAhead = (
  state: RunningCampaign,
  known: KnownTreatyEvents,
  { after, until }: { readonly after: Instant; readonly until: CalendarDate },
): readonly Instant[] => {
  // Letters of waves that are still to come are looked at when the wave is through; the first one is known beforehand.
  const letter = state.waves.length === 0 ? [state.dates.letterOn] : [];
  const rounds = roundsUntil(state, known, until).map(({ onDate }) => onDate);
  const moments = [...letter, ...rounds].map(roundAt).filter((moment) => moment > after);
  return [...new Set(moments)].sort();
};
