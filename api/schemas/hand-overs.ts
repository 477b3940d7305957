import { z } from 'zod';
import { reasonSchema } from './batches.ts';
import { idSchema, roleSchema, stateCodeSchema } from './common.ts';

const who = {
  from: z
    .union([z.strictObject({ contactId: idSchema }), z.strictObject({ institutionId: idSchema })])
    .meta({ description: 'One contact, or all contacts of an institution' }),
  to: z.strictObject({ contactId: idSchema }),
  stateCode: stateCodeSchema.optional().meta({ description: 'Only what is held for this State' }),
};
export const handOverPreviewBody = z.strictObject(who).meta({ id: 'HandOverPreviewBody' });
export const handOverBody = z.strictObject({ ...who, reason: reasonSchema }).meta({ id: 'HandOverBody' });

export const handOverPreviewSchema = z
  .object({
    contacts: z.number().int().meta({ description: 'How many contacts hold something' }),
    stateRoles: z.array(z.object({ stateCode: z.string(), role: roleSchema, contactId: z.string() })).readonly(),
    followUps: z.number().int(),
    byRole: z
      .partialRecord(roleSchema, z.number().int())
      .meta({ description: 'In how many follow-ups each role moves' }),
  })
  .meta({ id: 'HandOverPreview' });
