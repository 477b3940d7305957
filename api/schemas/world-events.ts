import { z } from 'zod';
import { worldEvents } from '../../domain/playbooks/playbook.ts';
import { reasonSchema } from './batches.ts';
import { dateSchema, idSchema, limitSchema, listOf, shortTextSchema, stateCodeSchema } from './common.ts';

const event = z.enum(worldEvents);

export const worldEventBody = z
  .strictObject({
    stateCode: stateCodeSchema.nullish().meta({ description: 'None where the date is the same for every State' }),
    event,
    onDate: dateSchema,
    title: shortTextSchema,
    isEstimate: z.boolean().default(false),
  })
  .meta({ id: 'WorldEventBody' });

const fields = {
  id: idSchema,
  stateCode: z.string().nullable(),
  event,
  onDate: z.string(),
  title: z.string(),
  isEstimate: z.boolean(),
  version: z.number().int(),
  createdAt: z.string(),
};
export const worldEventSchema = z.object(fields).meta({ id: 'WorldEvent' });

export const keptWorldEventSchema = z
  .object({
    ...fields,
    listeners: z.number().int().meta({
      description: 'Open follow-ups on a playbook that listens to this event. Their present round keeps its date',
    }),
    replanning: z.string().meta({ description: 'POST a reason here to plan their next question anew' }),
  })
  .meta({ id: 'KeptWorldEvent' });

export const worldEventQuery = z.object({
  state: listOf(stateCodeSchema).optional(),
  event: listOf(event).optional(),
  limit: limitSchema,
  afterId: idSchema.optional(),
});
export const replanningBody = z.strictObject({ reason: reasonSchema }).meta({ id: 'ReplanningBody' });
