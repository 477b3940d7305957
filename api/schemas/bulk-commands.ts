import { z } from 'zod';
import { isOneSelection, oneSelection, selection } from './batches.ts';
import { commandBodies } from './commands.ts';

const given = z.discriminatedUnion('type', [
  commandBodies.Pause.extend({ type: z.literal('Pause') }),
  commandBodies.AssignRole.extend({ type: z.literal('AssignRole') }),
]);
const shape = { command: given, ...selection };

export const bulkPreviewBody = z
  .strictObject(shape)
  .refine(isOneSelection, oneSelection)
  .meta({ id: 'BulkCommandPreviewBody' });
export const bulkCommandBody = z
  .strictObject({ ...shape, note: z.string().trim().min(1).max(5_000) })
  .refine(isOneSelection, oneSelection)
  .meta({ id: 'BulkCommandBody' });
export type BulkCommand = z.output<typeof given>;

const count = z.number().int();
export const bulkPreviewSchema = z
  .object({
    total: count,
    concerned: count,
    notConcerned: z.record(z.string(), count).meta({ description: 'How many would refuse it, by code' }),
  })
  .meta({ id: 'BulkCommandPreview' });
