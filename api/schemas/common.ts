import { z } from 'zod';
import { roles } from '../../domain/follow-up/roles.ts';
import { splitValues } from '../../domain/facets.ts';
import { stateByCode } from '../../domain/reference/states.ts';

export const idSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w:.-]+$/, 'is not an id');
/** Instants are compared as text, so none may need a fifth digit for its year, not even one planned from it. */
const isNear = (text: string): boolean => text >= '1900' && text < '3000';
const nearness = 'must lie between 1900 and 2999';
export const instantSchema = z.iso
  .datetime()
  .refine(isNear, nearness)
  .transform((text) => new Date(text).toISOString());
export const dateSchema = z.iso.date().refine(isNear, nearness);
export const stateCodeSchema = z
  .string()
  .length(2)
  .refine((code) => stateByCode(code) !== undefined, 'is not the ISO 3166-1 alpha-2 code of a member or observer State')
  .meta({ description: 'ISO 3166-1 alpha-2 code of a member or observer State' });
export const roleSchema = z.enum(roles);
export const noteSchema = z.string().max(5_000);
/** Names and titles stand in one line, in mail headers too. */
export const shortTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}]*$/u, 'holds a line break or another control character');
export const urlSchema = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({ description: 'An http or https address' });

export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const limitSchema = z.coerce.number().int().min(1).max(200).default(50);

/** `?state=SI&state=KE` and `?state=SI,KE` mean the same; a comma within a value stands behind a backslash. */
export const listOf = <T extends z.ZodType<unknown, string> | z.ZodCoercedNumber>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap(splitValues))
    .pipe(
      z
        .array(item as z.ZodType<z.output<T>, string>)
        .min(1)
        .max(200),
    );

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: 'Stable: program against this one' }),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457)' });

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What any route may answer beside its own answer. */
export const problemResponses = {
  '4xx': problemResponse('The request is refused: `code` says why'),
  '5xx': problemResponse('Relance, its database or Temporal cannot answer now'),
} as const;

export const idParams = z.object({ id: idSchema });
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')
    .optional()
    .meta({ description: 'A repeat with the same key and body changes nothing and gets the same answer' }),
});
