import { z } from 'zod';
import { implementations } from '../../domain/follow-up/events.ts';
import { dateSchema, urlSchema } from './common.ts';

const blank = z.literal('').transform(() => undefined);
const text = (most: number) => z.string().trim().max(most).default('');

/** The form as a browser sends it: every field is there, most of them empty. */
export const answerFormSchema = z.object({
  nonce: z.string().regex(/^[\w-]{8,64}$/),
  choice: z.enum(['progress', 'implemented', 'more-time', 'not-me'], 'Choose what you want to say.'),
  note: text(5_000),
  implementation: z.union([blank, z.enum(implementations)]).optional(),
  evidenceUrl: z
    .union([blank, urlSchema], 'The address of the evidence must begin with https:// or http://')
    .optional(),
  evidenceDescription: text(1_000),
  untilOn: z.union([blank, dateSchema], 'The date must be a day of the calendar.').optional(),
});
export type AnswerForm = z.output<typeof answerFormSchema>;
