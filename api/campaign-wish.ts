import { findTargetFacts, findKnownTreatyEvents } from '../db/queries/campaign-facts.ts';
import { findNewestPlaybook } from '../db/queries/playbooks.ts';
import type { CampaignCommand } from '../domain/campaign/commands.ts';
import { decideCampaign, firstLetterOn } from '../domain/campaign/decide.ts';
import type { CampaignRound, Target } from '../domain/campaign/events.ts';
import { roundsUntil } from '../domain/campaign/rounds.ts';
import { foldCampaign, targetsOf, type RunningCampaign } from '../domain/campaign/state.ts';
import { sorted } from '../domain/campaign/waves.ts';
import { states } from '../domain/reference/states.ts';
import { addDays, addYears } from '../domain/time.ts';
import { rejected } from './campaigns.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { Problem } from './problems.ts';
import type { CampaignBody } from './schemas/campaigns.ts';

type StartCampaign = Extract<CampaignCommand, { type: 'StartCampaign' }>;

/** The command that a body asks for, with the States that it turns to by name. */
export async function startCommandOf(deps: AppDeps, body: CampaignBody): Promise<StartCampaign> {
  if ((await findNewestPlaybook(deps.db, body.playbook)) === undefined)
    throw new Problem('UnprocessableReference', undefined, {
      fields: [{ path: '/playbook', message: 'no such playbook' }],
    });
  const at = nowOf(deps);
  const { kind } = body.states;
  return {
    type: 'StartCampaign',
    at,
    title: body.title,
    instruments: body.instruments,
    scope: kind === 'regional-group' ? { kind, regionalGroup: body.states.regionalGroup } : { kind },
    stateCodes: stateCodesOf(body),
    targetOn: body.targetOn,
    playbook: body.playbook,
    wave: body.wave,
    dates: {
      letterOn: body.letterOn ?? firstLetterOn(at),
      deliveryAfterDays: body.deliveryAfterDays,
      treatyEvents: body.treatyEvents,
      remindBeforeDays: body.remindBeforeDays,
    },
  };
}

function stateCodesOf({ states: wish }: CampaignBody): readonly string[] {
  if (wish.kind === 'list') return wish.stateCodes;
  const meant = states.filter((state) => wish.kind === 'all' || state.regionalGroup === wish.regionalGroup);
  return meant.map(({ code }) => code);
}

/** Who would be appealed to, who is left out and why, and when. Nothing is written. */
export async function previewOf(deps: AppDeps, command: StartCampaign) {
  const decision = decideCampaign(command, null);
  if ('rejected' in decision) throw rejected(decision.rejected);
  const state = foldCampaign(decision.events) as RunningCampaign;
  const waiting = targetsOf(state, 'waiting');
  const today = command.at.slice(0, 10);
  const facts = await findTargetFacts(deps.db, waiting, { campaignId: null, today });
  const { eligible, parties, elsewhere } = sorted(waiting, facts);
  return {
    total: waiting.length,
    appeals: byInstrument(state, eligible),
    appealsCount: eligible.length,
    waves: Math.ceil(eligible.length / state.wave.size),
    leftOut: { parties: parties.length, elsewhere: [...elsewhere] },
    parties: byInstrument(state, parties),
    rounds: await roundsOf(deps, state),
  };
}

const byInstrument = ({ instruments }: RunningCampaign, targets: readonly Target[]) =>
  instruments.map((instrument) => {
    const stateCodes = targets.filter((each) => each.instrument === instrument).map(({ stateCode }) => stateCode);
    return { instrument, count: stateCodes.length, stateCodes };
  });

/** The letter and its delivery as for the first wave, and what the next two years bring. */
async function roundsOf({ db }: AppDeps, state: RunningCampaign) {
  const { letterOn, deliveryAfterDays } = state.dates;
  const until = addYears(letterOn, 2);
  const later = roundsUntil(state, await findKnownTreatyEvents(db), until);
  const first = [
    { kind: 'letter' as const, onDate: letterOn, eventOn: null },
    { kind: 'delivery' as const, onDate: addDays(letterOn, deliveryAfterDays), eventOn: null },
  ];
  const ahead = [...first, ...later.map(({ kind, onDate, eventOn }: CampaignRound) => ({ kind, onDate, eventOn }))];
  return ahead.sort((one, other) => (one.onDate < other.onDate ? -1 : 1));
}
