import { z } from 'zod';
import { idSchema, limitSchema, shortTextSchema, stateCodeSchema } from './common.ts';

const members = z
  .array(idSchema)
  .max(100)
  .transform((ids) => [...new Set(ids)]);

export const clusterBody = z
  .strictObject({ stateCode: stateCodeSchema, title: shortTextSchema, recommendationIds: members.default([]) })
  .meta({ id: 'ClusterBody' });

export const clusterMembersBody = z
  .strictObject({ recommendationIds: members.refine((ids) => ids.length > 0, 'names nothing to add') })
  .meta({ id: 'ClusterMembersBody' });

export const clusterQuery = z.strictObject({
  limit: limitSchema,
  afterId: idSchema.optional(),
  state: stateCodeSchema.optional(),
});

export const clusterSchema = z
  .object({
    id: idSchema,
    stateCode: z.string(),
    title: z.string(),
    version: z.number().int(),
    createdAt: z.string(),
    recommendationIds: z.array(idSchema),
  })
  .meta({ id: 'Cluster', description: 'Recommendations of one State that are asked and answered together' });

export const suggestionsSchema = z
  .object({
    considered: z.number().int().meta({ description: 'How many recommendations were compared: the newest ones' }),
    items: z.array(
      z.object({
        title: z.string(),
        themes: z.array(z.string()),
        score: z.number(),
        recommendationIds: z.array(idSchema),
      }),
    ),
  })
  .meta({ id: 'ClusterSuggestions' });
