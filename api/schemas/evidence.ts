import { z } from 'zod';
import { evidenceOutcomes } from '../../db/schema.ts';

export const namedEvidenceSchema = z
  .object({
    isChecked: z.boolean().meta({ description: 'Whether this installation looks behind addresses at all' }),
    items: z.array(
      z.object({
        url: z.string(),
        description: z.string(),
        namedBy: z.string().meta({ description: 'The type of the event that named it last' }),
        namedAt: z.string(),
        check: z
          .object({
            outcome: z.enum(evidenceOutcomes).meta({
              description: '`not-looked-at`: it leads to no address of the public internet, and nothing was asked',
            }),
            httpStatus: z.number().int().nullable(),
            checkedAt: z.string(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'NamedEvidence', description: 'Evidence by its address, the newest first, and whether it answered' });
