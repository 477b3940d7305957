import { z } from 'zod';
import { dialogueKinds, dialogueRelations, directions, linkTargets, linkTypes } from '../../domain/dialogue/events.ts';
import { implementations } from '../../domain/follow-up/events.ts';
import { dateSchema, idSchema, isTimeZone, limitSchema, listOf, stateCodeSchema } from './common.ts';
import { recommendationBody } from './register.ts';

/** What Postgres cannot keep is refused by name instead of failing there: NUL, and halves of a character. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => !/[\0\p{Cs}]/u.test(value), 'holds a character that cannot be kept');
const shortText = text(300).min(1);
const someIds = z.array(idSchema).max(100);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** Earlier years are slips of the pen, and year 0 is none that Postgres knows. */
const daySchema = dateSchema.refine((date) => date >= '1900-01-01', 'lies before 1900');

const agreedSchema = z.strictObject({
  point: text(2_000).min(1),
  institutionId: optional(idSchema).meta({ description: 'Who does it' }),
  contactId: optional(idSchema),
  dueOn: optional(daySchema).meta({ description: 'By when' }),
});

/** The facts as a form sends them; an amended entry is checked against the same rules as a new one. */
const facts = {
  kind: z.enum(dialogueKinds),
  isPlanned: z.boolean().meta({ description: 'What has happened cannot lie in the future; what is planned must' }),
  heldOn: daySchema,
  subject: shortText,
  shareable: text(20_000).meta({ description: 'What was said, as far as everybody may read it' }),
  agreed: z.array(agreedSchema).max(100),
  stateCodes: z.array(stateCodeSchema).max(200),
  institutionIds: someIds,
  contactIds: someIds.meta({ description: 'Who took part: persons by id, never by name' }),
};
const optionalFacts = {
  direction: z.enum(directions).meta({ description: 'Of letters and notes verbales, and of nothing else' }),
  endsOn: daySchema,
  startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 14:30'),
  timeZone: z.string().max(60).refine(isTimeZone, 'is not an IANA time zone'),
  place: shortText,
};
const confidential = text(20_000).min(1).meta({
  description: 'What was said in confidence: kept apart, never searched, listed or logged',
});

export const relationSchema = z.enum(dialogueRelations);
export const dialogueBody = z
  .strictObject({
    ...facts,
    direction: optional(optionalFacts.direction),
    endsOn: optional(optionalFacts.endsOn),
    startTime: optional(optionalFacts.startTime),
    timeZone: optional(optionalFacts.timeZone),
    place: optional(optionalFacts.place),
    isPlanned: facts.isPlanned.default(false),
    shareable: facts.shareable.default(''),
    agreed: facts.agreed.default([]),
    stateCodes: facts.stateCodes.default([]),
    institutionIds: facts.institutionIds.default([]),
    contactIds: facts.contactIds.default([]),
    confidential: confidential.nullish(),
    sourceIds: someIds.default([]),
    recommendationIds: someIds.default([]),
    links: z
      .array(z.strictObject({ as: relationSchema, dialogueId: idSchema }))
      .max(100)
      .default([]),
  })
  .meta({ id: 'DialogueBody' });
export type DialogueBody = z.output<typeof dialogueBody>;

export const dialogueChangeBody = z
  .strictObject({
    ...facts,
    direction: optionalFacts.direction.nullable(),
    endsOn: optionalFacts.endsOn.nullable(),
    startTime: optionalFacts.startTime.nullable(),
    timeZone: optionalFacts.timeZone.nullable(),
    place: optionalFacts.place.nullable(),
    confidential: confidential.nullable(),
  })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'names nothing to change')
  .meta({ id: 'DialogueChange', description: 'Only what changes; null takes away' });
export type DialogueChange = z.output<typeof dialogueChangeBody>;

const linkSchema = z.object({ as: z.enum(linkTypes), to: z.enum(linkTargets), id: z.string() });
const line = {
  id: idSchema,
  kind: z.enum(dialogueKinds),
  direction: z.enum(directions).nullable(),
  isPlanned: z.boolean(),
  heldOn: z.string(),
  endsOn: z.string().nullable(),
  startTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  subject: z.string(),
  stateCodes: z.array(z.string()),
  institutionIds: z.array(z.string()),
  contactIds: z.array(z.string()),
  links: z.array(linkSchema),
  pointsAgreed: z.number().int(),
  hasConfidential: z.boolean(),
  isWithdrawn: z.boolean(),
  recordedAt: z.string(),
  version: z.number().int(),
};
export const dialogueLineSchema = z.object(line).meta({ id: 'DialogueLine' });
export const dialogueSchema = z
  .object({
    ...line,
    shareable: z.string(),
    agreed: z.array(
      z.object({
        point: z.string(),
        institutionId: z.string().nullable(),
        contactId: z.string().nullable(),
        dueOn: z.string().nullable(),
      }),
    ),
    referredToBy: z
      .array(z.object({ as: z.enum(linkTypes), dialogueId: z.string() }))
      .meta({ description: 'The entries that follow up, reply to or relate to this one' }),
    changedAt: z.string(),
    withdrawnAt: z.string().nullable(),
    withdrawalReason: z.string().nullable(),
  })
  .meta({ id: 'Dialogue', description: 'A conversation, as far as everybody may read it' });

export const confidentialSchema = z
  .object({
    dialogueId: idSchema,
    text: z.string(),
    writtenAt: z.string(),
    isIntact: z.boolean().meta({ description: 'False when the text is not the one that the log vouches for' }),
    redactedAt: z.string().nullable().meta({ description: 'When a name was struck out: its bearer was erased' }),
  })
  .meta({ id: 'ConfidentialPart' });

export const dialogueQuery = z.strictObject({
  state: listOf(stateCodeSchema).optional(),
  institutionId: idSchema.optional(),
  contactId: idSchema.optional(),
  recommendationId: idSchema.optional(),
  sourceId: idSchema.optional(),
  kind: listOf(z.enum(dialogueKinds)).optional(),
  planned: z.enum(['true', 'false']).optional(),
  withdrawn: z.enum(['true', 'false']).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: text(200).min(1).optional().meta({ description: 'Words that must all stand in the shareable part' }),
  direction: z.enum(['asc', 'desc']).default('desc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

export const withdrawalBody = z.strictObject({ reason: text(5_000).min(1) }).meta({ id: 'WithdrawalBody' });
export const linkParams = z.object({
  id: idSchema,
  as: relationSchema,
  to: z.enum(linkTargets),
  targetId: idSchema,
});

export const dialogueAnswerBody = z
  .strictObject({
    recommendationId: idSchema,
    note: text(5_000).min(1).nullish().meta({ description: 'By default the kind, date and subject of the entry' }),
    implementation: optional(z.enum(implementations)),
  })
  .meta({ id: 'DialogueAnswerBody' });
export const dialogueAnswerSchema = z
  .object({ recommendationId: idSchema, dialogueId: idSchema, version: z.number().int(), wasOnRecord: z.boolean() })
  .meta({ id: 'DialogueAnswer', description: 'An entry answers a follow-up once; what was on record stays as it was' });

export const openedRecommendationBody = recommendationBody
  .extend({
    sourceId: idSchema.optional().meta({ description: 'By default the one source that the entry is tied to' }),
    stateCode: stateCodeSchema.optional().meta({ description: 'By default the one State that the entry names' }),
  })
  .meta({ id: 'OpenedRecommendationBody' });
