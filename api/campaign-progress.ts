import {
  findCampaignAt,
  findFollowUpsAt,
  listPartyChanges,
  type PartyChange,
} from '../db/queries/campaign-progress.ts';
import { standingsOf } from '../db/queries/treaty-status.ts';
import { expectDeposits } from '../domain/campaign/expected.ts';
import { lineOn, progressAlong, type GoalLine } from '../domain/campaign/goal-line.ts';
import { remainingStates, type RemainingState } from '../domain/campaign/remaining.ts';
import { targetKey, type RunningCampaign } from '../domain/campaign/state.ts';
import type { CalendarDate } from '../domain/time.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

export type CampaignAsOf = {
  readonly campaign: RunningCampaign;
  readonly on: CalendarDate;
  readonly remaining: readonly RemainingState[];
};

/** A campaign at the end of a day: its own events, those of its appeals and the status of the treaties, each as of then. */
export async function campaignAsOf(deps: AppDeps, id: string, on: CalendarDate): Promise<CampaignAsOf> {
  const at = `${on}T23:59:59.999Z`;
  const campaign = await findCampaignAt(deps.db, id, at);
  if (campaign === undefined) throw new Problem('UnknownCampaign');
  const { instruments, stateCodes } = campaign;
  const appeals = Object.values(campaign.targets).flatMap(({ recommendationId }) => recommendationId ?? []);
  const [rows, followUps] = await Promise.all([
    standingsOf(deps.db, { instruments, participants: stateCodes, on }),
    findFollowUpsAt(deps.db, appeals, { at, now: nowOf(deps) }),
  ]);
  const standings = new Map(
    rows.map((row) => [targetKey({ stateCode: row.participant, instrument: row.instrument }), row]),
  );
  const remaining = remainingStates({
    campaign,
    isParty: (target) => standings.get(targetKey(target))?.is_party === true,
    standingOf: (target) => {
      const row = standings.get(targetKey(target));
      return row && { signedOn: row.signed_on, domesticActOn: row.domestic_act_on };
    },
    followUpOf: (recommendationId) => followUps.get(recommendationId),
  });
  return { campaign, on, remaining };
}

/** Treaty by treaty: the line, the points beside it, and what the base rates expect of those who remain. */
export async function progressOf({ db }: AppDeps, seen: CampaignAsOf) {
  const { campaign, on } = seen;
  const { instruments, stateCodes } = campaign;
  const changes = await listPartyChanges(db, { instruments, set: stateCodes, until: on });
  return instruments.map((instrument) => {
    const own = changes.filter((change) => change.instrument === instrument);
    const line = goalLineOf(campaign, instrument, own);
    const remaining = seen.remaining.filter((state) => state.instrument === instrument);
    const last = own.at(-1);
    return {
      instrument,
      parties: last?.parties ?? 0,
      partiesOfSet: last?.partiesOfSet ?? 0,
      line,
      lineToday: lineOn(line, on),
      points: [...progressAlong(line, ofSet(own), on)],
      remaining: remaining.length,
      expected: expectedBy(line, { on, parties: last?.partiesOfSet ?? 0, remaining }),
    };
  });
}

const ofSet = (changes: readonly PartyChange[]) =>
  changes.map(({ on, partiesOfSet }) => ({ on, parties: partiesOfSet }));

function goalLineOf(campaign: RunningCampaign, instrument: string, changes: readonly PartyChange[]): GoalLine {
  const fromOn = campaign.startedAt.slice(0, 10);
  const before = changes.filter((change) => change.on <= fromOn).at(-1);
  const goal = Object.values(campaign.targets).filter((target) => target.instrument === instrument).length;
  return { fromOn, fromParties: before?.partiesOfSet ?? 0, targetOn: campaign.targetOn, goal };
}

type Situation = { readonly on: CalendarDate; readonly parties: number; readonly remaining: readonly RemainingState[] };

/** Those without an appeal have not been asked: they count as if they were asked today, and had not answered. */
function expectedBy({ targetOn }: GoalLine, { on, parties, remaining }: Situation) {
  if (targetOn <= on) return null;
  const waiting = remaining.map(
    ({ appeal }) => ({ position: appeal?.position ?? 'pending', since: appeal?.since ?? on }) as const,
  );
  const { expected, interval, beyondTable } = expectDeposits(waiting, { on, untilOn: targetOn });
  const { low, high, level } = interval;
  return {
    parties: parties + expected,
    low: parties + low,
    high: parties + high,
    level,
    untilOn: targetOn,
    beyondTable,
  };
}
