import { z } from 'zod';
import {
  assessments,
  closureReasons,
  implementations,
  pauseCauses,
  positions,
  unreachableReasons,
} from '../../domain/follow-up/events.ts';
import { independentRoles } from '../../domain/follow-up/roles.ts';
import type { DepositCommand } from '../../domain/follow-up/deposit-events.ts';
import type { PersonCommand, PersonCommandType } from '../../domain/follow-up/commands.ts';
import { appealBodies } from './appeals.ts';
import { instrumentListSchema } from './instruments-asked.ts';
import { dateSchema, idSchema, instantSchema, noteSchema, roleSchema, stateCodeSchema, urlSchema } from './common.ts';

export const evidenceSchema = z.strictObject({ url: urlSchema, description: z.string().max(1_000) });
const rung = z.number().int().min(1).max(20);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const isAlreadyDone = z
  .boolean()
  .default(false)
  .meta({ description: '"Accepted, already implemented or in process": starts a verification, closes nothing' });

export const startBody = z
  .strictObject({
    playbookVersion: z.number().int().min(1).optional().meta({ description: 'The newest one by default' }),
    assign: z
      .partialRecord(roleSchema, idSchema)
      .default({})
      .meta({ description: 'Roles held for this recommendation alone' }),
    isAlreadyDone,
  })
  .meta({ id: 'StartFollowUpBody' });

/** Commands of which the register or another route knows a part, and those that only Relance itself gives. */
type OtherCommandType =
  | 'StartFollowUp'
  | 'Verify'
  | 'AdoptPlaybook'
  | 'Replan'
  | 'Split'
  | 'RecordPart'
  | 'CarryOn'
  | 'HandOver'
  | 'RecordLetterSent'
  | 'RecordLetterReply'
  | 'TakeAppealStep'
  | 'ApproveAppealLetter'
  | 'DismissAppealLetter'
  | 'ReviewAppeal'
  | DepositCommand['type'];

/** The commands whose fields come whole from the body. */
export const commandBodies = {
  RecordPosition: z.strictObject({ position: z.enum(positions), statement: optional(noteSchema), isAlreadyDone }),
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
  Pause: z.strictObject({
    cause: z.enum(pauseCauses).default('other'),
    reason: noteSchema,
    until: optional(instantSchema),
  }),
  Resume: z.strictObject({}),
  ApproveEscalation: z.strictObject({ rung }),
  DismissEscalation: z.strictObject({ rung, reason: noteSchema }),
  ClaimImplementation: z.strictObject({ note: noteSchema.default(''), evidence: z.array(evidenceSchema).max(20) }),
  Validate: z.strictObject({ note: noteSchema.default('') }),
  DeclineValidation: z.strictObject({ reason: noteSchema }),
  RejectVerification: z.strictObject({ reason: noteSchema }),
  Close: z.strictObject({ reason: z.enum(closureReasons), note: noteSchema, evidence: optional(evidenceSchema) }),
  Reopen: z.strictObject({ reason: noteSchema }),
  CompleteMilestone: z.strictObject({
    milestone: z.string().min(1).max(60),
    on: dateSchema.meta({ description: 'The day on which it was reached' }),
    note: noteSchema.default(''),
    evidence: z.array(evidenceSchema).max(20),
  }),
  Assess: z.strictObject({ assessment: z.enum(assessments), reason: noteSchema }),
  RecordIndependentView: z.strictObject({
    role: z.enum(independentRoles),
    contactId: optional(idSchema),
    note: noteSchema,
    implementation: optional(z.enum(implementations)),
    evidence: z.array(evidenceSchema).max(20).default([]),
  }),
  ...appealBodies,
} as const satisfies {
  [T in Exclude<PersonCommandType, OtherCommandType>]: z.ZodType<Omit<Extract<PersonCommand, { type: T }>, 'type'>>;
};
export type BodyCommandType = keyof typeof commandBodies;

export const verifyBody = z
  .strictObject({ evidence: evidenceSchema, note: optional(noteSchema) })
  .meta({ id: 'VerifyBody' });

const partSchema = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  playbook: z.string().min(1).max(60).optional().meta({ description: "The whole's own by default" }),
  stateCode: stateCodeSchema.optional().meta({ description: "The whole's own by default" }),
  instruments: instrumentListSchema
    .optional()
    .meta({ description: 'The treaties that it asks for; read from the text of a ratification by default' }),
});
export const splitBody = z.strictObject({ parts: z.array(partSchema).min(2).max(200) }).meta({ id: 'SplitBody' });

export const carryOnBody = z
  .strictObject({
    successorId: idSchema.meta({ description: 'The recommendation that carries on' }),
    note: noteSchema,
  })
  .meta({ id: 'CarryOnBody' });

export const receiptSchema = z
  .object({ recommendationId: idSchema, version: z.number().int() })
  .meta({ id: 'Receipt', description: 'The events are durable; the stream has this version' });

export const startReceiptSchema = receiptSchema
  .extend({
    settled: z
      .array(
        z.object({
          instrument: z.string(),
          on: z.string(),
          hasClosed: z
            .boolean()
            .meta({ description: 'True when nothing else is asked: the follow-up is closed again' }),
        }),
      )
      .meta({ description: 'What the State had deposited already when the follow-up began' }),
  })
  .meta({ id: 'StartReceipt' });
