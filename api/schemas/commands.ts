import { z } from 'zod';
import { closureReasons, implementations, positions, unreachableReasons } from '../../domain/follow-up/events.ts';
import type { PersonCommand, PersonCommandType } from '../../domain/follow-up/commands.ts';
import { dateSchema, idSchema, instantSchema, noteSchema, roleSchema, urlSchema } from './common.ts';

export const evidenceSchema = z.strictObject({ url: urlSchema, description: z.string().max(1_000) });
const rung = z.number().int().min(1).max(20);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

export const startBody = z
  .strictObject({
    playbookVersion: z.number().int().min(1).optional().meta({ description: 'The newest one by default' }),
    assign: z
      .partialRecord(roleSchema, idSchema)
      .default({})
      .meta({ description: 'Roles held for this recommendation alone' }),
  })
  .meta({ id: 'StartFollowUpBody' });

/** The commands whose fields come whole from the body; `startFollowUp` takes the rest from the register. */
export const commandBodies = {
  RecordPosition: z.strictObject({ position: z.enum(positions), statement: optional(noteSchema) }),
  AssignRole: z.strictObject({ role: roleSchema, contactId: idSchema }),
  RecordContactUnreachable: z.strictObject({
    contactId: idSchema,
    role: roleSchema,
    because: z.enum(unreachableReasons),
    movedTo: optional(idSchema),
  }),
  ReportProgress: z.strictObject({ note: noteSchema, implementation: optional(z.enum(implementations)) }),
  RequestExtension: z.strictObject({ untilOn: dateSchema, reason: noteSchema }),
  DecideExtension: z.strictObject({ isGranted: z.boolean(), reason: noteSchema }),
  Pause: z.strictObject({ reason: noteSchema, until: optional(instantSchema) }),
  Resume: z.strictObject({}),
  ApproveEscalation: z.strictObject({ rung }),
  DismissEscalation: z.strictObject({ rung, reason: noteSchema }),
  ClaimImplementation: z.strictObject({ note: noteSchema.default(''), evidence: z.array(evidenceSchema).max(20) }),
  Verify: z.strictObject({ evidence: evidenceSchema, note: optional(noteSchema) }),
  RejectVerification: z.strictObject({ reason: noteSchema }),
  Close: z.strictObject({ reason: z.enum(closureReasons), note: noteSchema, evidence: optional(evidenceSchema) }),
  Reopen: z.strictObject({ reason: noteSchema }),
} as const satisfies {
  [T in Exclude<PersonCommandType, 'StartFollowUp'>]: z.ZodType<Omit<Extract<PersonCommand, { type: T }>, 'type'>>;
};
export type BodyCommandType = keyof typeof commandBodies;

export const receiptSchema = z
  .object({ recommendationId: idSchema, version: z.number().int() })
  .meta({ id: 'Receipt', description: 'The events are durable; the stream has this version' });
