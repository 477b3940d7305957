import { z } from 'zod';
import { leftOutCauses, roundKinds } from '../../domain/campaign/events.ts';
import { usualDeliveryDays, usualReminders, usualWave } from '../../domain/campaign/decide.ts';
import * as limits from '../../domain/campaign/limits.ts';
import { campaignStatuses, targetStatuses } from '../../domain/campaign/state.ts';
import { implementations, positions, type Status } from '../../domain/follow-up/events.ts';
import { obstacles } from '../../domain/campaign/obstacles.ts';
import { instrumentFacts } from '../../domain/reference/instruments/instruments.ts';
import { readInstrumentKey } from '../../domain/reference/instruments/read-instrument-key.ts';
import { regionalGroups, states } from '../../domain/reference/states.ts';
import { dateSchema, idSchema, limitSchema, listOf, noteSchema, shortTextSchema, stateCodeSchema } from './common.ts';

const count = z.number().int();
const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const reason = noteSchema.trim().min(1);

export const instrumentSchema = z
  .string()
  .max(80)
  .refine((text) => readInstrumentKey(text) !== undefined, 'is no treaty of which the status is kept')
  .transform((text) => readInstrumentKey(text) ?? text)
  .meta({ description: `By key (${instrumentFacts.map(({ key }) => key).join(', ')}), or by another name of it` });

const statesOfCampaign = z
  .union([
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('regional-group'), regionalGroup: z.enum(regionalGroups) }),
    z.strictObject({ kind: z.literal('list'), stateCodes: z.array(stateCodeSchema).min(1).max(states.length) }),
  ])
  .meta({ description: 'All 195 members and observers, a regional group, or a list' });

const waveBody = z.strictObject({
  size: whole(1, limits.mostInAWave).default(usualWave.size).meta({ description: 'Appeals in one wave' }),
  everyDays: whole(0, limits.longestWaveIntervalDays)
    .default(usualWave.everyDays)
    .meta({ description: '0: one wave follows the other' }),
  startsPerSecond: whole(1, limits.mostStartsPerSecond).default(usualWave.startsPerSecond),
});
const treatyEvents = z.record(z.string().regex(/^\d{4}$/), dateSchema).meta({
  description: 'Days of Treaty Events, by year, where this campaign knows better than the calendar of world events',
});
const remindBeforeDays = z
  .array(whole(1, limits.longestReminderDays))
  .max(limits.mostReminders)
  .meta({ description: 'Days before the Treaty Event' });
const deliveryAfterDays = whole(1, limits.mostDeliveryDays).meta({
  description: "From the Secretary-General's letter to the resident coordinator's task",
});

export const campaignBody = z
  .strictObject({
    title: shortTextSchema,
    instruments: z.array(instrumentSchema).min(1).max(instrumentFacts.length),
    states: statesOfCampaign,
    targetOn: dateSchema.meta({ description: 'The goal: universal ratification by this day' }),
    playbook: z.string().min(1).max(60).default('appeal'),
    wave: waveBody.default({ ...usualWave }),
    letterOn: dateSchema.optional().meta({ description: "The Secretary-General's letter; in a week by default" }),
    deliveryAfterDays: deliveryAfterDays.default(usualDeliveryDays),
    treatyEvents: treatyEvents.default({}),
    remindBeforeDays: remindBeforeDays.default([...usualReminders]),
  })
  .meta({ id: 'CampaignBody' });
export type CampaignBody = z.output<typeof campaignBody>;

export const campaignChangeBody = z
  .strictObject({
    title: shortTextSchema.optional(),
    targetOn: dateSchema
      .optional()
      .meta({ description: 'For appeals that are still to begin; those that run keep the date that they were given' }),
    wave: z
      .strictObject({
        size: whole(1, limits.mostInAWave).optional(),
        everyDays: whole(0, limits.longestWaveIntervalDays).optional(),
        startsPerSecond: whole(1, limits.mostStartsPerSecond).optional(),
      })
      .optional(),
    letterOn: dateSchema.optional(),
    deliveryAfterDays: deliveryAfterDays.optional(),
    treatyEvents: treatyEvents.optional(),
    remindBeforeDays: remindBeforeDays.optional(),
  })
  .meta({ id: 'CampaignChangeBody' });

export const takeInBody = z
  .strictObject({ stateCodes: z.array(stateCodeSchema).min(1).max(states.length) })
  .meta({ id: 'TakeInBody' });
export const leaveOutBody = z
  .strictObject({
    stateCode: stateCodeSchema,
    instrument: instrumentSchema.nullish().meta({ description: 'All of the campaign where none is named' }),
    note: reason,
  })
  .meta({ id: 'LeaveOutBody' });
export const noBody = z.strictObject({}).meta({ id: 'NoBody' });
export const approveLettersBody = z
  .strictObject({
    letterIds: z
      .array(idSchema)
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'All that wait, where none are named' }),
  })
  .meta({ id: 'ApproveLettersBody' });
export const campaignReasonBody = z.strictObject({ reason }).meta({ id: 'CampaignReasonBody' });

const campaignCounts = z.object({
  total: count,
  waiting: count,
  beginning: count,
  begun: count,
  leftOut: count,
  failed: count,
  open: count.meta({ description: 'Appeals of which the follow-up is not closed' }),
  deposited: count.meta({ description: 'Appeals that a deposit, or another proof, has closed as implemented' }),
  closedOtherwise: count,
});

export const campaignLineSchema = z
  .object({
    id: idSchema,
    title: z.string(),
    status: z.enum(campaignStatuses),
    instruments: z.array(z.string()),
    targetOn: z.string(),
    playbook: z.string(),
    letterOn: z.string(),
    waves: count,
    startedAt: z.string(),
    pausedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'CampaignLine' });

export const campaignSchema = campaignLineSchema
  .extend({
    edition: count.meta({ description: 'Goes up with every change by people; the ETag' }),
    states: z.object({
      kind: z.string(),
      regionalGroup: z.string().nullable(),
      stateCodes: z.array(z.string()),
    }),
    wave: z.object({ size: count, everyDays: count, startsPerSecond: count }),
    deliveryAfterDays: count,
    treatyEvents: z.record(z.string(), z.string()),
    remindBeforeDays: z.array(count),
    endReason: z.string().nullable(),
    sourceId: idSchema.meta({ description: 'What its appeals come from' }),
    counts: campaignCounts,
  })
  .meta({ id: 'Campaign' });

export const campaignQuery = z.object({
  status: listOf(z.enum(campaignStatuses)).optional(),
  instrument: listOf(z.string().max(80)).optional(),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

const followUpStatuses = ['open', 'paused', 'under-verification', 'closed'] as const satisfies readonly Status[];

export const targetSchema = z
  .object({
    stateCode: z.string(),
    instrument: z.string(),
    status: z.enum(targetStatuses),
    wave: count.nullable(),
    because: z.enum(leftOutCauses).nullable(),
    note: z.string().nullable().meta({ description: 'Why it was left out; of what failed, the code of the refusal' }),
    recommendationId: z.string().nullable(),
    followUp: z
      .object({
        status: z.enum(followUpStatuses),
        position: z.enum(positions),
        implementation: z.enum(implementations),
        rung: count,
        closureReason: z.string().nullable(),
        nextStepAt: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'CampaignTarget' });

export const targetQuery = z.object({
  status: listOf(z.enum(targetStatuses)).optional(),
  state: listOf(stateCodeSchema).optional(),
  instrument: listOf(z.string().max(80)).optional(),
  wave: z.coerce.number().int().min(1).optional(),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

const named = z.object({ stateCode: z.string(), instrument: z.string(), note: z.string() });
export const campaignPreviewSchema = z
  .object({
    total: count,
    appeals: z.array(
      z.object({ instrument: z.string(), count, stateCodes: z.array(z.string()) }).meta({ description: 'By treaty' }),
    ),
    appealsCount: count,
    waves: count,
    leftOut: z.object({ parties: count, elsewhere: z.array(named) }),
    parties: z.array(z.object({ instrument: z.string(), count, stateCodes: z.array(z.string()) })),
    rounds: z.array(z.object({ kind: z.enum(roundKinds), onDate: z.string(), eventOn: z.string().nullable() })),
  })
  .meta({
    id: 'CampaignPreview',
    description: 'Who would be appealed to, who is left out and why; nothing is written',
  });

export const pageQuery = z.object({ limit: limitSchema, cursor: z.string().max(500).optional() });
export const campaignEventsQuery = z.object({
  afterVersion: z.coerce.number().int().min(0).default(0).meta({ description: 'The last one that was read' }),
  limit: limitSchema,
});
export const campaignEventSchema = z
  .object({ version: count, type: z.string(), at: z.string(), actor: z.string(), summary: z.string() })
  .meta({ id: 'CampaignEvent' });

export const scheduleSchema = z
  .object({
    isThere: z.boolean().meta({ description: 'False for a campaign that has ended' }),
    isPaused: z.boolean(),
    note: z.string().nullable(),
    next: z.array(z.string()).meta({ description: 'The next looks at the campaign, as its own calendar says' }),
    recent: z.array(z.object({ scheduledAt: z.string(), takenAt: z.string(), workflowId: z.string() })),
    running: z.array(z.string()),
    policies: z
      .object({
        catchUpDays: z.number(),
        catchUpMs: z.number().meta({ description: 'Wall-clock milliseconds, as Temporal has them' }),
        overlap: z.string(),
        pauseOnFailure: z.boolean(),
      })
      .nullable(),
    rounds: z.array(
      z.object({ key: z.string(), kind: z.enum(roundKinds), onDate: z.string(), eventOn: z.string().nullable() }),
    ),
  })
  .meta({ id: 'CampaignSchedule', description: "What Temporal's own Schedule says of itself, in calendar time" });

export const roundSchema = z
  .object({
    key: z.string(),
    kind: z.enum(roundKinds),
    onDate: z.string(),
    eventOn: z.string().nullable(),
    outcome: z.enum(['held', 'passed-by']),
    at: z.string(),
    because: z.enum(['newer-round', 'date-past']).nullable(),
    passedFor: z.string().nullable().meta({ description: 'The newer round that stands for it' }),
    batchId: z.string().nullable(),
    appeals: count,
  })
  .meta({ id: 'CampaignRound' });

export const obstacleLineSchema = z
  .object({
    stateCode: z.string(),
    instrument: z.string(),
    recommendationId: z.string(),
    obstacles: z.array(z.object({ obstacle: z.enum(obstacles), since: z.string() })),
    twinnings: z.array(z.object({ withState: z.string(), at: z.string() })),
    help: z.array(z.object({ kind: z.string(), by: z.string(), at: z.string() })),
    lastDelivery: z.object({ office: z.string(), deliveredOn: z.string(), nextOn: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'CampaignObstacles' });
export const obstacleQuery = z.object({
  obstacle: listOf(z.enum(obstacles)).optional(),
  state: listOf(stateCodeSchema).optional(),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});
