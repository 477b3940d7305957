import type { RecommendationId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type {
  CampaignDates,
  CampaignEvent,
  CampaignScope,
  LeftOutCause,
  RoundKind,
  Target,
  WavePlan,
} from './events.ts';

export const campaignStatuses = ['running', 'paused', 'ended'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** `beginning` is in a wave and not started yet; what becomes of a `begun` one its follow-up knows. */
export const targetStatuses = ['waiting', 'beginning', 'begun', 'left-out', 'failed'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

export type TargetState = Target & {
  readonly status: TargetStatus;
  readonly wave: number | null;
  readonly recommendationId: RecommendationId | null;
  readonly because: LeftOutCause | null;
  /** Why it was left out, in words; of what failed, the code of the refusal. */
  readonly note: string | null;
};

/** A wave, and on which day its letter and its resident coordinators' task were given out. */
export type Wave = {
  readonly number: number;
  readonly startedAt: Instant;
  readonly letterHeldOn: CalendarDate | null;
  readonly deliveryHeldOn: CalendarDate | null;
};

export type RunningCampaign = {
  readonly title: string;
  readonly instruments: readonly string[];
  readonly scope: CampaignScope;
  readonly stateCodes: readonly string[];
  readonly targetOn: CalendarDate;
  readonly playbook: string;
  readonly wave: WavePlan;
  readonly dates: CampaignDates;
  readonly status: CampaignStatus;
  readonly startedAt: Instant;
  readonly pausedAt: Instant | null;
  readonly ended: { readonly at: Instant; readonly reason: string } | null;
  /** Counts what people changed: waves and rounds do not stand in the way of somebody who edits. */
  readonly edition: number;
  readonly waves: readonly Wave[];
  /** Rounds that were held or passed by, the oldest first. */
  readonly rounds: readonly { readonly key: string; readonly kind: RoundKind; readonly isHeld: boolean }[];
  readonly targets: Readonly<Record<string, TargetState>>;
};
/** Nothing before the campaign is started. Plain JSON. */
export type CampaignState = RunningCampaign | null;

export const targetKey = ({ stateCode, instrument }: Target): string => `${stateCode}:${instrument}`;

/** In the order in which waves take them: treaty by treaty as the campaign names them, State by State. */
export const targetsOf = ({ targets }: RunningCampaign, status: TargetStatus): readonly TargetState[] =>
  Object.values(targets).filter((target) => target.status === status);

export const foldCampaign = (events: readonly CampaignEvent[], from: CampaignState = null): CampaignState =>
  events.reduce<CampaignState>(evolveCampaign, from);

export function evolveCampaign(state: CampaignState, event: CampaignEvent): CampaignState {
  if (event.type === 'CampaignStarted') return started(event);
  return state === null ? null : evolved(state, event);
}

type EventOf<T extends CampaignEvent['type']> = Extract<CampaignEvent, { type: T }>;

function started(event: EventOf<'CampaignStarted'>): RunningCampaign {
  const { type: _, at, ...facts } = event;
  const targets = facts.instruments.flatMap((instrument) =>
    facts.stateCodes.map((stateCode) => waiting({ stateCode, instrument })),
  );
  return {
    ...facts,
    status: 'running',
    startedAt: at,
    pausedAt: null,
    ended: null,
    edition: 1,
    waves: [],
    rounds: [],
    targets: byKey(targets),
  };
}

function evolved(state: RunningCampaign, event: Exclude<CampaignEvent, EventOf<'CampaignStarted'>>): RunningCampaign {
  switch (event.type) {
    case 'CampaignChanged':
      return edited({ ...state, ...event.changes });
    case 'StatesTakenIn': {
      const stateCodes = [...new Set([...state.stateCodes, ...event.stateCodes])];
      return edited(withTargets({ ...state, stateCodes }, event.targets.map(waiting)));
    }
    case 'WaveStarted':
      return waveStarted(state, event);
    case 'AppealsBegun':
      return changed(state, event.appeals, () => ({ status: 'begun' }));
    case 'AppealsLeftOut':
      return changed(state, event.targets, ({ note }) => ({ status: 'left-out', because: event.because, note }));
    case 'AppealsFailed':
      return changed(state, event.targets, ({ code }) => ({ status: 'failed', note: code }));
    case 'CampaignRoundHeld':
      return roundHeld(state, event);
    case 'CampaignRoundPassedBy':
      return { ...state, rounds: [...state.rounds, { key: event.key, kind: event.kind, isHeld: false }] };
    case 'CampaignPaused':
      return { ...state, status: 'paused', pausedAt: event.at };
    case 'CampaignResumed':
      return { ...state, status: 'running', pausedAt: null };
    case 'CampaignEnded':
      return { ...state, status: 'ended', ended: { at: event.at, reason: event.reason } };
  }
}

const edited = (state: RunningCampaign): RunningCampaign => ({ ...state, edition: state.edition + 1 });

const waiting = ({ stateCode, instrument }: Target): TargetState => ({
  stateCode,
  instrument,
  status: 'waiting',
  wave: null,
  recommendationId: null,
  because: null,
  note: null,
});

const byKey = (targets: readonly TargetState[]): Readonly<Record<string, TargetState>> =>
  Object.fromEntries(targets.map((target) => [targetKey(target), target]));

const withTargets = (state: RunningCampaign, targets: readonly TargetState[]): RunningCampaign => ({
  ...state,
  targets: { ...state.targets, ...byKey(targets) },
});

function changed<T extends Target>(
  state: RunningCampaign,
  targets: readonly T[],
  changeOf: (target: T) => Partial<TargetState>,
): RunningCampaign {
  const after = targets.flatMap((target): TargetState[] => {
    const before = state.targets[targetKey(target)];
    return before === undefined ? [] : [{ ...before, because: null, note: null, ...changeOf(target) }];
  });
  return withTargets(state, after);
}

function waveStarted(state: RunningCampaign, { wave, appeals, at }: EventOf<'WaveStarted'>): RunningCampaign {
  const begun = { number: wave, startedAt: at, letterHeldOn: null, deliveryHeldOn: null };
  const waves = [...state.waves, begun];
  return changed({ ...state, waves }, appeals, ({ recommendationId }) => ({
    status: 'beginning',
    wave,
    recommendationId,
  }));
}

/** A letter counts from the day on which it was given out, however late that was: its delivery comes two weeks after that. */
function roundHeld(state: RunningCampaign, event: EventOf<'CampaignRoundHeld'>): RunningCampaign {
  const { key, kind, at } = event;
  const rounds = [...state.rounds, { key, kind, isHeld: true }];
  if (kind !== 'letter' && kind !== 'delivery') return { ...state, rounds };
  const heldOn = at.slice(0, 10);
  const held = kind === 'letter' ? { letterHeldOn: heldOn } : { deliveryHeldOn: heldOn };
  const isFor = (number: number): boolean => event.waves === null || event.waves.includes(number);
  return { ...state, rounds, waves: state.waves.map((wave) => (isFor(wave.number) ? { ...wave, ...held } : wave)) };
}
