import { z } from 'zod';
import { instrumentBases } from '../../db/schema.ts';
import { readAskedKey } from '../../domain/proposals/asked-instruments.ts';
import { idSchema } from './common.ts';

/** A treaty by its key, or by another name that is known for it; anything else is refused where it stands. */
export const instrumentKeySchema = z
  .string()
  .max(40)
  .refine((key) => readAskedKey(key) !== undefined, 'is no treaty that we know')
  .transform((key) => readAskedKey(key) ?? key)
  .meta({ id: 'InstrumentKey', examples: ['CEDAW', 'OP-CEDAW', 'ICCPR'] });

export const instrumentListSchema = z.array(instrumentKeySchema).max(30);

export const askedInstrumentSchema = z
  .object({
    instrument: z.string(),
    basis: z.enum(instrumentBases).meta({ description: 'Stated by somebody, or read from the text' }),
  })
  .meta({ id: 'AskedInstrument' });

export const askedInstrumentsSchema = z
  .object({
    recommendationId: idSchema,
    version: z.number().int(),
    instruments: z.array(askedInstrumentSchema),
    batchId: z.string().nullable().meta({
      description: 'Where the State has deposited what it is asked for now: the batch that tells the follow-up',
    }),
  })
  .meta({ id: 'AskedInstruments' });

export const askedInstrumentsBody = z.strictObject({ instruments: instrumentListSchema }).meta({
  id: 'AskedInstrumentsBody',
  description: 'All of them; whoever sends an empty list says that it asks for none',
});
