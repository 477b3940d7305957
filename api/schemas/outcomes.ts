import { z } from 'zod';
import { assessments, closureReasons, implementations, positions } from '../../domain/follow-up/events.ts';
import { waits } from '../../domain/follow-up/reading.ts';
import { idSchema, limitSchema, listOf } from './common.ts';

export const outcomeQuery = z
  .strictObject({
    sourceId: idSchema.optional(),
    dialogueId: idSchema.optional().meta({
      description: 'What a conversation is about: what it is tied to, or else all that is open for its States',
    }),
    id: listOf(idSchema).optional().meta({ description: 'A selection of recommendations' }),
    limit: limitSchema,
    cursor: z.string().max(500).optional(),
  })
  .refine(({ sourceId, dialogueId, id }) => [sourceId, dialogueId, id].filter(Boolean).length === 1, {
    message: 'needs exactly one of sourceId, dialogueId and id',
  });

export const outcomeSchema = z
  .object({
    id: z.string(),
    stateCode: z.string(),
    sourceId: z.string(),
    sourceTitle: z.string(),
    paragraph: z.string().nullable(),
    text: z.string(),
    playbook: z.string(),
    position: z.enum(positions),
    implementation: z.enum(implementations).nullable(),
    assessment: z.enum(assessments).nullable(),
    assessmentReason: z.string().nullable(),
    status: z.enum(['open', 'paused', 'under-verification', 'closed', 'not-started']),
    closureReason: z.enum(closureReasons).nullable(),
    rung: z.number().int(),
    waitsFor: z.enum(waits).nullable(),
    dueAt: z.string().nullable(),
    isLate: z.boolean(),
    targetOn: z.string().nullable(),
    lastAnswerAt: z.string().nullable(),
    milestones: z.object({ completed: z.number().int(), all: z.number().int() }),
    lastWords: z
      .object({ note: z.string(), at: z.string() })
      .nullable()
      .meta({ description: 'What the State said last' }),
    closing: z
      .object({
        note: z.string(),
        at: z.string(),
        evidence: z.object({ url: z.string(), description: z.string() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Outcome', description: 'A recommendation and what became of it' });
