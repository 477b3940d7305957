import { ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { CalendarSpec, ScheduleDescription, ScheduleUpdateOptions } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { openCampaign } from '../db/campaign-store.ts';
import { findKnownTreatyEvents } from '../db/queries/campaign-facts.ts';
import type { Schema } from '../db/schema.ts';
import { momentsAhead, roundsDue, type KnownTreatyEvents } from '../domain/campaign/rounds.ts';
import type { RunningCampaign } from '../domain/campaign/state.ts';
import { calendarTime, realMsOfDays, realMsUntil, type Clock } from '../domain/clock.ts';
import { campaignRoundId, campaignStreamId, type CampaignId } from '../domain/ids.ts';
import { addYears, latest, type Instant } from '../domain/time.ts';
import { workflowTypes } from '../workflows/names.ts';

export type ScheduleDeps = {
  readonly db: Kysely<Schema>;
  readonly client: Client;
  readonly clock: Clock;
  readonly taskQueue: string;
};

export type CampaignSchedules = {
  /** Makes, changes or deletes the campaign's Schedule as its stream says, and has a round looked at when one is due already. */
  readonly sync: (campaignId: CampaignId) => Promise<void>;
  /** What Temporal says of the Schedule; undefined when there is none. */
  readonly describe: (campaignId: CampaignId) => Promise<ScheduleDescription | undefined>;
};

/**
 * How long after its date a missed look at a campaign is still taken. Temporal's default is a year, and then a letter that an outage
 * delayed since last spring would go by itself. A month is shorter than the 31 days between the last two reminders of a Treaty
 * Event; what is older a person sets going with `recover`, which looks at every campaign.
 */
const catchUpDays = 30;
/** Temporal's own least. */
const leastCatchUpMs = 10_000;
/** Every round that is held gives the Schedule its next dates; a few years of them bridge whatever keeps us from it. */
const yearsAhead = 3;
const mostMoments = 24;

export const createCampaignSchedules = (deps: ScheduleDeps): CampaignSchedules => ({
  sync: (campaignId) => sync(deps, campaignId),
  describe: (campaignId) =>
    deps.client.schedule.getHandle(campaignStreamId(campaignId)).describe().catch(undefinedIfMissing),
});

/** Whoever changed the campaign meanwhile may have been here first: then what was written is old, and is written again. */
async function sync(deps: ScheduleDeps, campaignId: CampaignId): Promise<void> {
  for (;;) {
    const { state, version } = await openCampaign(deps.db, campaignId);
    if (state === null) return;
    const known = await findKnownTreatyEvents(deps.db);
    const handle = deps.client.schedule.getHandle(campaignStreamId(campaignId));
    if (state.status === 'ended') return handle.delete().catch(undefinedIfMissing);
    await makeOrChange(deps, campaignId, optionsOf(deps, campaignId, { state, known }));
    if ((await openCampaign(deps.db, campaignId)).version !== version) continue;
    const due = roundsDue(state, known, calendarTime(deps.clock, Date.now()));
    if (due.held.length + due.passedBy.length > 0) await handle.trigger(ScheduleOverlapPolicy.BUFFER_ONE);
    return;
  }
}

type Options = ScheduleUpdateOptions;

async function makeOrChange({ client }: ScheduleDeps, campaignId: CampaignId, options: Options): Promise<void> {
  const scheduleId = campaignStreamId(campaignId);
  const change = (): Promise<void> => client.schedule.getHandle(scheduleId).update(() => options);
  try {
    await change();
  } catch (error) {
    undefinedIfMissing(error);
    await client.schedule.create({ ...options, scheduleId }).catch((failure: unknown) => {
      if (failure instanceof ScheduleAlreadyRunning) return change();
      throw failure;
    });
  }
}

/**
 * The whole Schedule anew. A pause is written this way and not as a patch: one that has been paused for longer than the server keeps
 * idle Schedules would be deleted when it goes on, unless the change itself counts as news.
 */
function optionsOf(deps: ScheduleDeps, campaignId: CampaignId, campaign: Planned): Options {
  const { clock, taskQueue } = deps;
  const isPaused = campaign.state.status === 'paused';
  return {
    spec: { calendars: momentsOf(clock, campaign).map((moment) => calendarSpecOf(clock, moment)), timezone: 'UTC' },
    action: {
      type: 'startWorkflow',
      workflowType: workflowTypes.runCampaignRound,
      workflowId: campaignRoundId(campaignId),
      taskQueue,
      args: [{ campaignId }],
    },
    policies: {
      catchupWindow: Math.max(leastCatchUpMs, realMsOfDays(clock, catchUpDays)),
      // A round that is running may have looked before the next one was due: skipping that one would lose it until the date after.
      overlap: ScheduleOverlapPolicy.BUFFER_ONE,
      // The campaign's stream alone says whether it is paused. What a failed run leaves undone, the next one finds due.
      pauseOnFailure: false,
    },
    state: { paused: isPaused, note: isPaused ? 'The campaign is paused' : 'Follows the stream of the campaign' },
  };
}

type Planned = { readonly state: RunningCampaign; readonly known: KnownTreatyEvents };

function momentsOf(clock: Clock, { state, known }: Planned): readonly Instant[] {
  const after = calendarTime(clock, Date.now());
  const from = latest(after.slice(0, 10), state.dates.letterOn) ?? after.slice(0, 10);
  return momentsAhead(state, known, { after, until: addYears(from, yearsAhead) }).slice(0, mostMoments);
}

const months = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** One second of wall-clock time, rounded up: looked at too early, a round would not be due yet. */
function calendarSpecOf(clock: Clock, moment: Instant): CalendarSpec {
  const nowMs = Date.now();
  const real = new Date(Math.ceil((nowMs + realMsUntil(clock, nowMs, moment)) / 1_000) * 1_000);
  return {
    year: real.getUTCFullYear(),
    month: months[real.getUTCMonth()] ?? 'JANUARY',
    dayOfMonth: real.getUTCDate(),
    hour: real.getUTCHours(),
    minute: real.getUTCMinutes(),
    second: real.getUTCSeconds(),
  };
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof ScheduleNotFoundError) return undefined;
  throw error;
}
