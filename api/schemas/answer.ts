import { z } from 'zod';
import { obstacles } from '../../domain/campaign/obstacles.ts';
import { depositIntentions, offices } from '../../domain/follow-up/appeal-kinds.ts';
import { implementations } from '../../domain/follow-up/events.ts';
import { errandChoices } from '../../words/appeal-words.ts';
import { answerChoices } from '../../words/answer-words.ts';
import { validationChoices } from '../../words/validation-words.ts';
import { dateSchema, urlSchema } from './common.ts';

const blank = z.literal('').transform(() => undefined);
const text = (most: number) => z.string().trim().max(most).default('');

/** People write `www.example.org/law`, as they say it. */
const withScheme = (address: string): string =>
  address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;

const nonceSchema = z.string().regex(/^[\w-]{8,64}$/);
export const isNonce = (given: unknown): given is string => nonceSchema.safeParse(given).success;

/** Ticked on a page that answers several: one comes as a text, more as a list. */
const tickedSchema = z
  .union([z.string().max(80), z.array(z.string().max(80)).max(100)])
  .default([])
  .transform((ticked) => [...new Set([ticked].flat())]);

/** The form as a browser sends it: every field is there, most of them empty. What is wrong is said in the reader's words. */
export const answerFormSchema = z.object({
  nonce: nonceSchema,
  choice: z.enum(answerChoices),
  note: text(5_000),
  implementation: z.union([blank, z.enum(implementations)]).optional(),
  evidenceUrl: z
    .string()
    .trim()
    .transform(withScheme)
    .pipe(z.union([blank, urlSchema]))
    .optional(),
  evidenceDescription: text(1_000),
  recommendation: tickedSchema,
  untilOn: z.union([blank, dateSchema]).optional(),
  milestone: z.union([blank, z.string().max(60)]).optional(),
  reachedOn: z.union([blank, dateSchema]).optional(),
});
export type AnswerForm = z.output<typeof answerFormSchema>;

/** An independent voice gives a view, or says that it is not theirs to give; nothing else can be said on its page. */
export const viewFormSchema = answerFormSchema
  .pick({ nonce: true, note: true, implementation: true, evidenceUrl: true, evidenceDescription: true })
  .extend({ choice: z.enum(['view', 'not-me']) });
export type ViewForm = z.output<typeof viewFormSchema>;

/** The validating authority of a State signs what was claimed, sends it back, or says that it is not theirs to sign. */
export const validationFormSchema = answerFormSchema
  .pick({ nonce: true, note: true })
  .extend({ choice: z.enum([...validationChoices, 'not-me']) });
export type ValidationForm = z.output<typeof validationFormSchema>;

/** Whoever carries a letter to the Government says what came of it, or that it is not theirs to carry. */
export const deliveryFormSchema = answerFormSchema.pick({ nonce: true, note: true }).extend({
  choice: z.enum([...errandChoices, 'not-me']),
  office: z.union([blank, z.enum(offices)]).optional(),
  officeDetail: text(300),
  deliveredOn: z.union([blank, dateSchema]).optional(),
  obstacle: z.union([blank, z.enum(obstacles)]).optional(),
  willDeposit: z.union([blank, z.enum(depositIntentions)]).optional(),
  nextStep: text(1_000),
  nextOn: z.union([blank, dateSchema]).optional(),
});
export type DeliveryForm = z.output<typeof deliveryFormSchema>;

/** A form that is not finished: whatever is there, as it was typed, within the bounds that sending has. */
export const draftFormSchema = z.object({
  choice: text(40),
  note: text(5_000),
  implementation: text(60),
  evidenceUrl: text(2_000),
  evidenceDescription: text(1_000),
  untilOn: text(40),
  milestone: text(60),
  reachedOn: text(40),
  office: text(60),
  officeDetail: text(300),
  deliveredOn: text(40),
  obstacle: text(60),
  willDeposit: text(60),
  nextStep: text(1_000),
  nextOn: text(40),
  recommendation: tickedSchema,
});

/** Which button was pressed; a form that sends itself names none, and is judged like an answer. */
export const pressedSchema = z.enum(['send', 'save', 'open', 'erase']).catch('send');
