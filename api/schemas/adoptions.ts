import { z } from 'zod';
import { idSchema, limitSchema } from './common.ts';
import { isOneSelection, oneSelection, reasonSchema, selection } from './batches.ts';

const ref = z.object({ key: z.string().min(1).max(60), version: z.number().int().min(1) });

export const adoptionBody = z
  .strictObject({ playbook: ref, ...selection, reason: reasonSchema })
  .refine(isOneSelection, oneSelection)
  .meta({ id: 'PlaybookAdoption' });

export const adoptionPreviewBody = z
  .strictObject({
    playbook: ref,
    ...selection,
    limit: limitSchema,
    afterId: idSchema.optional().meta({ description: 'The last follow-up of the page before' }),
  })
  .refine(isOneSelection, oneSelection)
  .meta({ id: 'PlaybookAdoptionPreview' });

const meaning = {
  kind: z.string(),
  offsetDays: z.number().nullable(),
  rung: z.number().int().nullable(),
  limit: z.string().nullable(),
};
const date = z.object({ ...meaning, at: z.string() });
const change = z.discriminatedUnion('isConcerned', [
  z.object({ isConcerned: z.literal(false), because: z.string() }),
  z.object({
    isConcerned: z.literal(true),
    from: ref,
    asks: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    added: z.array(date).readonly(),
    dropped: z.array(date).readonly(),
    moved: z.array(z.object({ ...meaning, before: z.string(), after: z.string() })).readonly(),
    unchanged: z.number().int(),
    milestones: z
      .object({ counted: z.array(z.string()).readonly(), lost: z.array(z.string()).readonly() })
      .meta({ description: 'Completed milestones that the version knows, and those that it does not' }),
  }),
]);

export const adoptionPreviewSchema = z
  .object({
    total: z.number().int(),
    concerned: z.number().int(),
    notConcerned: z.record(z.string(), z.number().int()).meta({ description: 'How many it does not concern, by code' }),
    items: z
      .array(
        z.object({
          recommendationId: z.string(),
          stateCode: z.string(),
          paragraph: z.string().nullable(),
          text: z.string(),
          preview: change,
        }),
      )
      .readonly(),
    nextAfterId: z.string().nullable(),
  })
  .meta({ id: 'AdoptionPreview' });
