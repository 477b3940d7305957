import { z } from 'zod';
import { languages } from '../../db/schema.ts';
import { depositUndoings } from '../../domain/follow-up/deposit-events.ts';
import { implementations, letterKinds, withdrawalCauses } from '../../domain/follow-up/events.ts';
import { letterStatuses } from '../../domain/letters/letter.ts';
import { dateSchema, idSchema, limitSchema, listOf, noteSchema, stateCodeSchema } from './common.ts';

const isWritten = (text: string): boolean => text.trim() !== '';
const lineSchema = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}]*$/u, 'holds a line break or another control character')
  .refine(isWritten, 'is empty');
const paragraphSchema = z.string().max(5_000).refine(isWritten, 'is empty');

const letterBodySchema = z
  .object({
    addressee: z.array(z.string()),
    salutation: z.string(),
    paragraphs: z.array(z.string()),
    closing: z.string(),
    signature: z.array(z.string()),
  })
  .meta({ id: 'LetterText', description: 'A note verbale has neither salutation nor signature' });

export const letterSchema = z
  .object({
    id: idSchema,
    recommendationId: idSchema,
    stateCode: z.string(),
    kind: z.enum(letterKinds),
    rung: z.number().int(),
    reference: z.string(),
    language: z.enum(languages),
    body: letterBodySchema,
    version: z.number().int(),
    draftedAt: z.string(),
    replyBy: z.string().nullable().meta({ description: 'By when the draft asks for a reply; thanks ask for none' }),
    status: z.enum(letterStatuses),
    approvedAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    withdrawnBecause: z.enum([...withdrawalCauses, 'dismissed', ...depositUndoings]).nullable(),
    sentOn: z.string().nullable(),
    sentReference: z.string().nullable(),
    scan: z.string().nullable(),
    repliedOn: z.string().nullable(),
  })
  .meta({ id: 'Letter', description: 'Drafted by Relance; approved, signed and sent by people' });

export const letterQuery = z.strictObject({
  status: listOf(z.enum(letterStatuses)).optional(),
  kind: listOf(z.enum(letterKinds)).optional(),
  state: listOf(stateCodeSchema).optional(),
  recommendationId: idSchema.optional(),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

export const letterChangeBody = z
  .strictObject({
    language: z
      .enum(languages)
      .optional()
      .meta({ description: 'Writes the letter anew in this language; what the body names stands as given' }),
    body: z
      .strictObject({
        addressee: z.array(lineSchema).min(1).max(12).optional(),
        salutation: z.string().max(300).optional(),
        paragraphs: z.array(paragraphSchema).min(1).max(60).optional(),
        closing: z.string().max(1_000).optional(),
        signature: z.array(lineSchema).max(12).optional(),
      })
      .optional(),
  })
  .refine(
    ({ language, body }) => language !== undefined || Object.keys(body ?? {}).length > 0,
    'names nothing to change',
  )
  .meta({ id: 'LetterChange' });

export const letterSentBody = z
  .strictObject({
    sentOn: dateSchema,
    scan: lineSchema.nullish().meta({ description: 'Where the scan is filed' }),
    reference: lineSchema.nullish().meta({ description: 'Where it was sent under another number than its own' }),
  })
  .meta({ id: 'LetterSentBody' });

export const letterDismissalBody = z
  .strictObject({ reason: noteSchema.trim().min(1) })
  .meta({ id: 'LetterDismissalBody' });

export const letterReplyBody = z
  .strictObject({
    receivedOn: dateSchema,
    note: noteSchema,
    implementation: z.enum(implementations).nullish(),
  })
  .meta({ id: 'LetterReplyBody' });

export const letterLanguageSchema = z.strictObject({ language: z.enum(languages) }).meta({ id: 'LetterLanguage' });
