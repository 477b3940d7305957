import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import { inCampaign, openCampaign, submitCampaignCommand, writeCampaignEvents } from '../db/campaign-store.ts';
import { findTargetFacts } from '../db/queries/campaign-facts.ts';
import type { Schema } from '../db/schema.ts';
import { targetsOf, targetKey, type RunningCampaign, type TargetState } from '../domain/campaign/state.ts';
import { nextWave, nextWaveAt, sorted } from '../domain/campaign/waves.ts';
import { calendarTime } from '../domain/clock.ts';
import type { CampaignId } from '../domain/ids.ts';
import { beginAppeal, type AppealDeps, type BegunAppeal } from './begin-appeal.ts';
import type { AppealsPage, CampaignActivities } from './contract.ts';

/** Some seconds of work: long enough to keep the workflow's history short, short enough to be told of a pause. */
const secondsOfAPage = 5;
const atOnce = 4;

export const createBeginAppeals =
  (deps: AppealDeps): CampaignActivities['beginAppeals'] =>
  async (campaignId, { givesUp }) => {
    await startWave(deps, campaignId);
    const { state, version } = await openCampaign(deps.db, campaignId);
    if (state?.status !== 'running') return { clock: deps.clock, settled: 0, isUnderWay: false, nextWaveAt: null };
    const page = targetsOf(state, 'beginning').slice(0, state.wave.startsPerSecond * secondsOfAPage);
    const settled = page.length === 0 ? 0 : await beginPage(deps, { campaignId, state, version, givesUp }, page);
    return pageOf(deps, campaignId, settled);
  };

/** Decided under the log's lock on what is known then: the other campaign sees whom this wave takes. */
const startWave = ({ db, clock }: AppealDeps, campaignId: CampaignId): Promise<void> =>
  inCampaign(db, campaignId, async (trx, before) => {
    const { state, version } = before;
    const at = calendarTime(clock, Date.now());
    if (state === null) return;
    const facts = await findTargetFacts(trx, targetsOf(state, 'waiting'), { campaignId, today: at.slice(0, 10) });
    const next = nextWave(state, facts, { campaignId, at });
    if (next.kind !== 'due' || next.events.length === 0) return;
    await writeCampaignEvents(trx, { campaignId, commandId: `wave:${version}`, actor: 'clock', before }, next.events);
  });

type Paged = {
  readonly campaignId: CampaignId;
  readonly state: RunningCampaign;
  readonly version: number;
  readonly givesUp: boolean;
};

async function beginPage(deps: AppealDeps, paged: Paged, page: readonly TargetState[]): Promise<number> {
  const { campaignId, version, givesUp } = paged;
  const today = calendarTime(deps.clock, Date.now()).slice(0, 10);
  // What was recorded between the wave and this page is seen here; what comes after it, once the appeal has begun.
  const facts = sorted(page, await findTargetFacts(deps.db, page, { campaignId, today }));
  const tried = await paced(deps, paged, facts.eligible);
  const outcome = (kind: BegunAppeal['kind']) => tried.filter((each) => each.kind === kind).map(({ target }) => target);
  const failed = tried.flatMap((each) =>
    each.kind === 'refused' || (givesUp && each.kind === 'no-answer') ? [{ ...each.target, code: each.code }] : [],
  );
  const begun = outcome('begun');
  await submitCampaignCommand(deps.db, {
    campaignId,
    commandId: `page:${version}`,
    actor: 'clock',
    command: {
      type: 'RecordAppeals',
      at: calendarTime(deps.clock, Date.now()),
      begun,
      failed,
      parties: facts.parties,
      elsewhere: facts.elsewhere,
    },
  });
  return begun.length + failed.length + facts.parties.length + facts.elsewhere.length;
}

/**
 * A few at a time and no faster than the campaign's rate. A pause, and a worker that shuts down, stop it: what is left here is asked for
 * again, and what was begun is found begun.
 */
async function paced(deps: AppealDeps, paged: Paged, targets: readonly TargetState[]): Promise<readonly BegunAppeal[]> {
  const context = Context.current();
  const { cancellationSignal, cancelled } = context;
  const begunAtMs = Date.now();
  const gapMs = 1_000 / paged.state.wave.startsPerSecond;
  const outcomes: BegunAppeal[] = [];
  const queue = [...targets.entries()];
  const take = async (): Promise<void> => {
    for (let next = queue.shift(); next && !cancellationSignal.aborted; next = queue.shift()) {
      const [number, target] = next;
      await context.sleep(Math.max(0, begunAtMs + number * gapMs - Date.now()));
      if (!(await isRunning(deps.db, paged.campaignId))) return;
      outcomes.push(await beginAppeal(deps, { campaignId: paged.campaignId, campaign: paged.state }, target));
      context.heartbeat(targetKey(target));
    }
  };
  await Promise.race([Promise.all(Array.from({ length: atOnce }, take)), cancelled]);
  return outcomes;
}

async function isRunning(db: Kysely<Schema>, campaignId: CampaignId): Promise<boolean> {
  const row = await db.selectFrom('campaigns').select('status').where('id', '=', campaignId).executeTakeFirst();
  return row?.status === 'running';
}

async function pageOf({ db, clock }: AppealDeps, campaignId: CampaignId, settled: number): Promise<AppealsPage> {
  const { state } = await openCampaign(db, campaignId);
  const nobody = { clock, settled, isUnderWay: false, nextWaveAt: null };
  if (state?.status !== 'running') return nobody;
  if (targetsOf(state, 'beginning').length > 0) return { ...nobody, isUnderWay: true };
  if (targetsOf(state, 'waiting').length === 0) return nobody;
  return { ...nobody, nextWaveAt: nextWaveAt(state) ?? calendarTime(clock, Date.now()) };
}
