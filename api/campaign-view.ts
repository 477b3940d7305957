import type { ScheduleDescription } from '@temporalio/client';
import type { CampaignCounts, CampaignRow, listObstacles, listRounds, listTargets } from '../db/queries/campaigns.ts';
import type { CampaignRound } from '../domain/campaign/events.ts';
import { noAppeal } from '../domain/follow-up/appeal-events.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { sourceIdOf } from '../domain/ids.ts';

export const campaignLineView = (row: CampaignRow) => ({
  id: row.id,
  title: row.title,
  status: row.status,
  instruments: row.instruments,
  targetOn: row.target_on,
  playbook: row.playbook_key,
  letterOn: row.letter_on,
  waves: row.waves,
  startedAt: row.started_at,
  pausedAt: row.paused_at,
  endedAt: row.ended_at,
});

export const campaignView = (row: CampaignRow, counts: CampaignCounts) => {
  const { deliveryAfterDays, treatyEvents, remindBeforeDays } = row.dates;
  const regionalGroup = row.scope.kind === 'regional-group' ? row.scope.regionalGroup : null;
  return {
    ...campaignLineView(row),
    edition: row.edition,
    states: { kind: row.scope.kind, regionalGroup, stateCodes: row.state_codes },
    wave: { ...row.wave },
    deliveryAfterDays,
    treatyEvents: { ...treatyEvents },
    remindBeforeDays: [...remindBeforeDays],
    endReason: row.end_reason,
    sourceId: sourceIdOf(row.id),
    counts: { ...counts },
  };
};

type TargetRow = Awaited<ReturnType<typeof listTargets>>['lines'][number];

export const targetView = (row: TargetRow) => ({
  stateCode: row.state_code,
  instrument: row.instrument,
  status: row.status,
  wave: row.wave,
  because: row.because,
  note: row.note,
  recommendationId: row.recommendation_id,
  followUp:
    row.follow_up_status === null || row.position === null || row.implementation === null
      ? null
      : {
          status: row.follow_up_status,
          position: row.position,
          implementation: row.implementation,
          rung: row.rung ?? 0,
          closureReason: row.closure_reason,
          nextStepAt: row.next_step_at,
        },
});

type RoundRow = Awaited<ReturnType<typeof listRounds>>['lines'][number];

export const roundView = (row: RoundRow) => ({
  key: row.key,
  kind: row.kind,
  onDate: row.on_date,
  eventOn: row.event_on,
  outcome: row.outcome,
  at: row.at,
  because: row.because,
  passedFor: row.passed_for,
  batchId: row.batch_id,
  appeals: row.appeals,
});

type ObstacleRow = Awaited<ReturnType<typeof listObstacles>>['lines'][number];

export function obstacleView({ state_code, instrument, recommendation_id, appeal }: ObstacleRow) {
  const { obstacles, twinnings, help, lastDelivery } = { ...noAppeal, ...appeal };
  return {
    stateCode: state_code,
    instrument,
    recommendationId: recommendation_id,
    obstacles: [...obstacles],
    twinnings: [...twinnings],
    help: [...help],
    lastDelivery: lastDelivery && {
      office: lastDelivery.office,
      deliveredOn: lastDelivery.deliveredOn,
      nextOn: lastDelivery.nextOn,
    },
  };
}

/** Only what is still ahead; the calendar's time, for the server's clock means nothing to whoever plans a campaign. */
export function scheduleView(
  described: ScheduleDescription | undefined,
  clock: Clock,
  rounds: readonly CampaignRound[],
) {
  const on = (real: Date): string => calendarTime(clock, real.getTime());
  const nothing = { isThere: false, isPaused: false, note: null, next: [], recent: [], running: [], policies: null };
  const ahead = rounds.map(({ key, kind, onDate, eventOn }) => ({ key, kind, onDate, eventOn }));
  if (described === undefined) return { ...nothing, rounds: ahead };
  const { info, policies, state } = described;
  return {
    isThere: true,
    isPaused: state.paused,
    note: state.note ?? null,
    next: info.nextActionTimes.map(on),
    recent: info.recentActions.map(({ scheduledAt, takenAt, action }) => ({
      scheduledAt: on(scheduledAt),
      takenAt: on(takenAt),
      workflowId: action.workflow.workflowId,
    })),
    running: info.runningActions.map(({ workflow }) => workflow.workflowId),
    policies: {
      catchUpDays: policies.catchupWindow / clock.dayMs,
      catchUpMs: policies.catchupWindow,
      overlap: policies.overlap ?? 'UNSPECIFIED',
      pauseOnFailure: policies.pauseOnFailure,
    },
    rounds: ahead,
  };
}
