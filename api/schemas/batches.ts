import { z } from 'zod';
import { batchKinds } from '../../db/schema.ts';
import { filterQuery } from './recommendations.ts';
import { idSchema, instantSchema, noteSchema } from './common.ts';

const count = z.number().int();

export const batchSchema = z
  .object({
    id: idSchema,
    kind: z.enum(batchKinds),
    reason: z.string(),
    createdAt: z.string(),
    total: count,
    counts: z.object({ pending: count, done: count, refused: count, failed: count }),
    isFinished: z.boolean(),
  })
  .meta({ id: 'Batch', description: 'One command for each of many follow-ups, given one after the other' });

export const wholeBatchSchema = batchSchema
  .extend({
    undone: z
      .array(
        z.object({
          status: z.enum(['refused', 'failed']),
          code: z.string(),
          count,
          recommendationIds: z.array(z.string()).meta({ description: 'The first hundred' }),
        }),
      )
      .meta({ description: 'What was refused by the follow-up, and what gave no answer, by code' }),
  })
  .meta({ id: 'WholeBatch' });

export const reasonSchema = noteSchema.trim().min(1);

/** The fields of `GET /recommendations`, as JSON has them. */
const filterSchema = z
  .strictObject({
    ...filterQuery.shape,
    overdue: z.boolean().optional(),
    rung: z.array(z.number().int().min(0).max(20)).min(1).optional(),
    minRung: z.number().int().min(0).max(20).optional(),
    sdg: z.array(z.number().int().min(1).max(17)).min(1).optional(),
    nextStepFrom: instantSchema.optional(),
    nextStepBefore: instantSchema.optional(),
  })
  .meta({ id: 'RecommendationFilter' });

/** Which follow-ups: by their ids, or all that a filter finds. */
export const selection = {
  recommendationIds: z.array(idSchema).min(1).max(1_000).optional(),
  filter: filterSchema.optional(),
};
export type Selection = {
  readonly recommendationIds?: readonly string[] | undefined;
  readonly filter?: z.output<typeof filterSchema> | undefined;
};
export const isOneSelection = ({ recommendationIds, filter }: Selection): boolean =>
  (recommendationIds === undefined) !== (filter === undefined);
export const oneSelection = { path: ['recommendationIds'], message: 'give either recommendationIds or filter' };
