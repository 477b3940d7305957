import { z } from 'zod';
import { obstacles } from '../../domain/campaign/obstacles.ts';
import {
  appealLetterStatuses,
  appealSteps,
  appealTasks,
  depositIntentions,
  helpKinds,
  offices,
  reviewOutcomes,
  skipCauses,
} from '../../domain/follow-up/appeal-kinds.ts';
import { dateSchema, noteSchema, stateCodeSchema } from './common.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const obstacle = z.enum(obstacles);
const lineSchema = z.string().trim().min(1).max(300);

/** What is said of an appeal, where the fields come whole from the body. */
export const appealBodies = {
  ReportDelivery: z.strictObject({
    office: z.enum(offices).meta({ description: 'The office to which the letter was handed' }),
    officeDetail: optional(lineSchema).meta({ description: 'Which office exactly; name no person' }),
    deliveredOn: dateSchema,
    note: noteSchema.meta({ description: 'What was said' }),
    obstacle: optional(obstacle),
    willDeposit: optional(z.enum(depositIntentions)).meta({
      description: 'At the Treaty Event, as the Government said',
    }),
    nextStep: optional(noteSchema),
    nextOn: optional(dateSchema).meta({ description: 'By when; whoever said so is reminded of it' }),
  }),
  RecordObstacle: z.strictObject({ obstacle, note: noteSchema.default('') }),
  LiftObstacle: z.strictObject({ obstacle, note: noteSchema.default('') }),
  ArrangeTwinning: z.strictObject({
    withState: stateCodeSchema.meta({ description: 'A party that helps this State' }),
    note: noteSchema.default(''),
  }),
  OfferHelp: z.strictObject({
    kind: z.enum(helpKinds),
    by: lineSchema.meta({ description: 'Which institution helps; name no person' }),
    note: noteSchema.default(''),
  }),
};

export const reviewBody = z
  .strictObject({
    outcome: z.enum(reviewOutcomes),
    note: noteSchema,
    obstacle: optional(obstacle),
    rung: optional(z.number().int().min(1).max(20)).meta({
      description: 'Drafted for approval where the outcome is to recommend it',
    }),
  })
  .meta({ id: 'ReviewAppealBody' });

const at = z.string();

export const appealSchema = z
  .object({
    campaignId: z.string().nullable(),
    rounds: z.array(z.object({ key: z.string(), step: z.enum(appealSteps), at })).readonly(),
    letter: z
      .object({ key: z.string(), draftedAt: at, status: z.enum(appealLetterStatuses), sentOn: z.string().nullable() })
      .nullable(),
    tasks: z.array(z.object({ task: z.enum(appealTasks), since: at, dueOn: z.string() })),
    lastDelivery: z
      .object({
        office: z.enum(offices),
        deliveredOn: z.string(),
        obstacle: obstacle.nullable(),
        willDeposit: z.enum(depositIntentions).nullable(),
        nextOn: z.string().nullable(),
        at,
      })
      .nullable()
      .meta({ description: 'What was said is in the timeline' }),
    treatyEventOn: z.string().nullable(),
    lastReview: z.object({ outcome: z.enum(reviewOutcomes), at }).nullable(),
    obstacles: z.array(z.object({ obstacle, since: at })).readonly(),
    lifted: z.array(z.object({ obstacle, since: at, until: at })).readonly(),
    twinnings: z.array(z.object({ withState: z.string(), at })).readonly(),
    help: z.array(z.object({ kind: z.enum(helpKinds), by: z.string(), at })).readonly(),
    lastSkip: z.object({ step: z.enum(appealSteps), because: z.enum(skipCauses), at }).nullable(),
  })
  .meta({ id: 'Appeal', description: 'The newest forty of each list; all of it is in the timeline' });
