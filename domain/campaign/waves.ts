import { appealIdOf } from '../ids.ts';
import { addDays, type CalendarDate, type Instant } from '../time.ts';
import { leftOut } from './decide.ts';
import type { CampaignEvent, Target } from './events.ts';
import { targetKey, targetsOf, type RunningCampaign, type TargetState } from './state.ts';

/** What the shell knows of a target on the day: keys are those of `targetKey`. */
export type TargetFacts = {
  /** Since when the State is a party. */
  readonly parties: ReadonlyMap<string, CalendarDate | null>;
  /** The campaign that appeals to it already, by its title. */
  readonly elsewhere: ReadonlyMap<string, { readonly campaignId: string; readonly title: string }>;
};

export type NextWave =
  /** Left-out targets, and the wave that is made of the next ones, if any. */
  | { readonly kind: 'due'; readonly events: readonly CampaignEvent[] }
  /** The wave that has begun is not through yet: its appeals that are not started. */
  | { readonly kind: 'under-way'; readonly beginning: readonly TargetState[] }
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'none' };

/** What is to be done next about a campaign's appeals. One wave at a time; nobody waits while the campaign is paused. */
export function nextWave(state: RunningCampaign, facts: TargetFacts, { campaignId, at }: Now): NextWave {
  if (state.status !== 'running') return { kind: 'none' };
  const beginning = targetsOf(state, 'beginning');
  if (beginning.length > 0) return { kind: 'under-way', beginning };
  const waiting = targetsOf(state, 'waiting');
  if (waiting.length === 0) return { kind: 'none' };
  const notBefore = nextWaveAt(state);
  if (notBefore !== null && notBefore > at) return { kind: 'later', at: notBefore };
  return { kind: 'due', events: wave(state, sorted(waiting, facts), { campaignId, at }) };
}

type Now = { readonly campaignId: string; readonly at: Instant };

/** Counted from the wave before; a first wave waits for nothing. */
export function nextWaveAt({ waves, wave: { everyDays } }: RunningCampaign): Instant | null {
  const last = waves.at(-1);
  if (last === undefined || everyDays === 0) return null;
  return `${addDays(last.startedAt.slice(0, 10), everyDays)}${last.startedAt.slice(10)}`;
}

type Sorted = {
  readonly eligible: readonly TargetState[];
  readonly parties: readonly (Target & { readonly note: string })[];
  readonly elsewhere: readonly (Target & { readonly note: string })[];
};

/** Who is appealed to, and who is left out and why: also what a preview says before anything is written. */
export function sorted(targets: readonly TargetState[], facts: TargetFacts): Sorted {
  const named = targets.map((target) => ({ target, note: partyNote(target, facts), other: otherNote(target, facts) }));
  const withNote = ({ stateCode, instrument }: Target, note: string) => ({ stateCode, instrument, note });
  return {
    eligible: named.flatMap(({ target, note, other }) => (note === null && other === null ? [target] : [])),
    parties: named.flatMap(({ target, note }) => (note === null ? [] : [withNote(target, note)])),
    elsewhere: named.flatMap(({ target, note, other }) =>
      note === null && other !== null ? [withNote(target, other)] : [],
    ),
  };
}

function partyNote(target: Target, { parties }: TargetFacts): string | null {
  const since = parties.get(targetKey(target));
  if (since === undefined) return null;
  return since === null ? 'Is a party' : `Is a party since ${since}`;
}

function otherNote(target: Target, { elsewhere }: TargetFacts): string | null {
  const other = elsewhere.get(targetKey(target));
  return other === undefined ? null : `Under appeal of the campaign ${other.campaignId}, ${other.title}`;
}

/** What is left out is told for all that wait, whatever the size of the wave: nobody should wait weeks to learn it. */
function wave(state: RunningCampaign, { eligible, parties, elsewhere }: Sorted, { campaignId, at }: Now) {
  const appeals = eligible.slice(0, state.wave.size).map(({ stateCode, instrument }) => ({
    stateCode,
    instrument,
    recommendationId: appealIdOf({ campaignId, stateCode, instrument }),
  }));
  const number = (state.waves.at(-1)?.number ?? 0) + 1;
  const begins: readonly CampaignEvent[] =
    appeals.length === 0 ? [] : [{ type: 'WaveStarted', at, wave: number, appeals }];
  return [
    ...inParts(parties).flatMap((part) => leftOut('party', part, at)),
    ...inParts(elsewhere).flatMap((part) => leftOut('other-campaign', part, at)),
    ...begins,
  ];
}

/** One event stays a few dozen kilobytes, however many States are parties. */
const partSize = 500;
const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / partSize) }, (_, part) =>
    all.slice(part * partSize, (part + 1) * partSize),
  );
