import type { ClosureReason, Position, Status } from '../follow-up/events.ts';
import { isStarted, type FollowUpState } from '../follow-up/state.ts';
import type { RecommendationId } from '../ids.ts';
import { participantByCode } from '../reference/participants.ts';
import type { RegionalGroup } from '../reference/states.ts';
import type { CalendarDate } from '../time.ts';
import type { Target } from './events.ts';
import type { Obstacle } from './obstacles.ts';
import { targetKey, type RunningCampaign, type TargetState, type TargetStatus } from './state.ts';

/** What is on record about a State that has not joined. */
export type Standing = { readonly signedOn: CalendarDate | null; readonly domesticActOn: CalendarDate | null };

/** A State that the campaign still waits for, under one treaty, as it stood on a day. */
export type RemainingState = Target &
  Standing & {
    readonly regionalGroup: RegionalGroup;
    readonly recommendationId: RecommendationId | null;
    /** Where it stands in the campaign: whether an appeal has begun there at all. */
    readonly standsAs: TargetStatus;
    /** Why it was left out, or could not be begun. */
    readonly note: string | null;
    /** Of its appeal; null before it began. */
    readonly appeal: {
      readonly status: Status;
      readonly closure: ClosureReason | null;
      readonly position: Position;
      readonly since: CalendarDate;
      readonly rung: number;
      readonly obstacles: readonly Obstacle[];
      readonly twinnedWith: readonly string[];
    } | null;
  };

type Facts = {
  readonly campaign: RunningCampaign;
  /** Whether a State had joined a treaty on the day. */
  readonly isParty: (target: Target) => boolean;
  readonly standingOf: (target: Target) => Standing | undefined;
  readonly followUpOf: (recommendationId: RecommendationId) => FollowUpState | undefined;
};

/** Who has not joined, State by State of each region, each with what stands in its way. */
export const remainingStates = (facts: Facts): readonly RemainingState[] =>
  Object.values(facts.campaign.targets)
    .filter((target) => !facts.isParty(target))
    .map((target) => remaining(target, facts))
    .sort(byRegionAndState);

function remaining(target: TargetState, { standingOf, followUpOf }: Facts): RemainingState {
  const { stateCode, instrument, recommendationId, status, note } = target;
  const { signedOn, domesticActOn } = standingOf(target) ?? { signedOn: null, domesticActOn: null };
  return {
    stateCode,
    instrument,
    signedOn,
    domesticActOn,
    regionalGroup: participantByCode(stateCode)?.regionalGroup ?? 'none',
    recommendationId,
    standsAs: status,
    note,
    appeal: appealOf(recommendationId === null ? undefined : followUpOf(recommendationId)),
  };
}

function appealOf(state: FollowUpState | undefined): RemainingState['appeal'] {
  if (state === undefined || !isStarted(state)) return null;
  const { status, closure, position, startedAt, rung, appeal } = state;
  return {
    status,
    closure: closure?.reason ?? null,
    position,
    since: startedAt.slice(0, 10),
    rung,
    obstacles: appeal?.obstacles.map(({ obstacle }) => obstacle) ?? [],
    twinnedWith: appeal?.twinnings.map(({ withState }) => withState) ?? [],
  };
}

const orderOf = (state: RemainingState): string => `${state.regionalGroup} ${targetKey(state)}`;
const byRegionAndState = (one: RemainingState, other: RemainingState): number =>
  orderOf(one) < orderOf(other) ? -1 : 1;

export type RegionCount = {
  readonly regionalGroup: RegionalGroup;
  readonly remaining: number;
  readonly withObstacle: number;
  readonly escalated: number;
};

export function countByRegion(states: readonly RemainingState[]): readonly RegionCount[] {
  const groups = [...new Set(states.map(({ regionalGroup }) => regionalGroup))].sort();
  return groups.map((regionalGroup) => {
    const members = states.filter((state) => state.regionalGroup === regionalGroup);
    return {
      regionalGroup,
      remaining: members.length,
      withObstacle: members.filter(({ appeal }) => appeal !== null && appeal.obstacles.length > 0).length,
      escalated: members.filter(({ appeal }) => appeal !== null && appeal.rung > 0).length,
    };
  });
}
