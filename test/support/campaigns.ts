import { decideCampaign, usualDates } from '../../domain/campaign/decide.ts';
import type { CampaignCommand } from '../../domain/campaign/commands.ts';
import type { CampaignEvent, CampaignRound } from '../../domain/campaign/events.ts';
import { roundsDue, type DueRounds } from '../../domain/campaign/rounds.ts';
import { foldCampaign, targetsOf, type RunningCampaign, type TargetState } from '../../domain/campaign/state.ts';
import { nextWave, type TargetFacts } from '../../domain/campaign/waves.ts';

export const campaignId = 'cam_1';
export const at = '2026-01-05T08:00:00.000Z';
type Start = Extract<CampaignCommand, { type: 'StartCampaign' }>;

export const startCampaign = (over: Partial<Start> = {}): Start => ({
  type: 'StartCampaign',
  at,
  title: 'Universal ratification of CEDAW',
  instruments: ['CEDAW'],
  scope: { kind: 'list' },
  stateCodes: ['SI', 'KE', 'FJ'],
  targetOn: '2030-12-31',
  playbook: 'ratify',
  wave: { size: 100, everyDays: 7, startsPerSecond: 20 },
  dates: usualDates('2026-02-02'),
  ...over,
});

export function started(over: Partial<Start> = {}): RunningCampaign {
  return after(null, startCampaign(over));
}

export function after(state: RunningCampaign | null, command: CampaignCommand): RunningCampaign {
  const decision = decideCampaign(command, state);
  if ('rejected' in decision) throw new Error(decision.rejected);
  return grown(state, decision.events);
}

export const grown = (state: RunningCampaign | null, events: readonly CampaignEvent[]): RunningCampaign =>
  foldCampaign(events, state) as RunningCampaign;

export const nobody: TargetFacts = { parties: new Map(), elsewhere: new Map() };

/** The next wave, if one is due, and all of its appeals begun; says whom it took. */
export function waveOf(
  state: RunningCampaign,
  when: string,
  facts: TargetFacts = nobody,
): { readonly state: RunningCampaign; readonly taken: readonly TargetState[] } {
  const next = nextWave(state, facts, { campaignId, at: when });
  if (next.kind !== 'due') return { state, taken: [] };
  const begun = grown(state, next.events);
  const taken = targetsOf(begun, 'beginning');
  const command = { type: 'RecordAppeals', at: when, begun: taken, parties: [], elsewhere: [], failed: [] } as const;
  return { state: after(begun, command), taken };
}

/** What is due is held and passed by, as the shell does it. */
export function holdDue(
  state: RunningCampaign,
  when: string,
): { readonly state: RunningCampaign; readonly due: DueRounds } {
  const due = roundsDue(state, {}, when);
  const events: CampaignEvent[] = [
    ...due.passedBy.map((round) => ({ type: 'CampaignRoundPassedBy', at: when, ...round }) as const),
    ...due.held.map((round) => ({ type: 'CampaignRoundHeld', at: when, batchId: null, appeals: 0, ...round }) as const),
  ];
  return { state: grown(state, events), due };
}

export const keysOf = (rounds: readonly CampaignRound[]): readonly string[] => rounds.map(({ key }) => key);
