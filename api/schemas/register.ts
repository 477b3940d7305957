import { z } from 'zod';
import { institutionKinds, languages, sourceKinds } from '../../db/schema.ts';
import { positions } from '../../domain/follow-up/events.ts';
import { instrumentListSchema } from './instruments-asked.ts';
import { dateSchema, idSchema, isTimeZone, roleSchema, shortTextSchema, stateCodeSchema, urlSchema } from './common.ts';

export const sourceBody = z
  .strictObject({
    kind: z.enum(sourceKinds),
    stateCode: stateCodeSchema.nullish().meta({ description: 'None for a source that concerns several States' }),
    title: shortTextSchema,
    startsOn: dateSchema.nullish(),
    endsOn: dateSchema.nullish(),
    mandateHolder: shortTextSchema.nullish(),
    reportSymbol: shortTextSchema.nullish(),
    url: urlSchema.nullish(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'lies before startsOn',
  })
  .meta({ id: 'SourceBody' });

export const sourceSchema = z
  .object({
    id: idSchema,
    kind: z.enum(sourceKinds),
    stateCode: z.string().nullable(),
    title: z.string(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    mandateHolder: z.string().nullable(),
    reportSymbol: z.string().nullable(),
    url: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Source' });

export const institutionBody = z
  .strictObject({
    name: shortTextSchema,
    kind: z.enum(institutionKinds),
    stateCode: stateCodeSchema.nullish().meta({ description: 'None for UN bodies and regional organisations' }),
  })
  .meta({ id: 'InstitutionBody' });
export const institutionSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    kind: z.enum(institutionKinds),
    stateCode: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Institution' });

const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'is not an IANA time zone');
export const contactBody = z
  .strictObject({
    institutionId: idSchema.nullish(),
    name: shortTextSchema,
    address: z.email().max(254),
    language: z.enum(languages).default('en'),
    timeZone: timeZoneSchema,
  })
  .meta({ id: 'ContactBody' });
export const contactChangeBody = z
  .strictObject({
    institutionId: idSchema.nullable().optional(),
    name: shortTextSchema.optional(),
    address: z.email().max(254).optional(),
    language: z.enum(languages).optional(),
    timeZone: timeZoneSchema.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change')
  .meta({ id: 'ContactChange' });
export const contactSchema = z
  .object({
    id: idSchema,
    institutionId: z.string().nullable(),
    name: z.string(),
    address: z.string().nullable().meta({ description: 'Null for whoever may not read addresses' }),
    language: z.enum(languages),
    timeZone: z.string(),
    unreachableSince: z.string().nullable(),
    unreachableBecause: z.string().nullable(),
    suggestion: z.string().nullable(),
    version: z.number().int(),
    createdAt: z.string(),
  })
  .meta({ id: 'Contact' });

export const recommendationBody = z
  .strictObject({
    sourceId: idSchema,
    stateCode: stateCodeSchema.meta({ description: 'The addressee' }),
    paragraph: z.string().trim().min(1).max(50).nullish(),
    text: z.string().trim().min(1).max(20_000),
    playbook: z
      .string()
      .min(1)
      .max(60)
      .nullish()
      .meta({ description: 'Without one the proposal is used where it is sure, and `general` where it is not' }),
    position: z.enum(positions).default('pending'),
    targetOn: dateSchema.nullish().meta({ description: 'By when it was promised or asked; not in the past' }),
    themes: z.array(shortTextSchema).max(50).default([]),
    affectedGroups: z.array(shortTextSchema).max(50).default([]),
    sdgs: z.array(z.number().int().min(1).max(17)).max(17).default([]),
    instruments: instrumentListSchema.optional().meta({
      description: 'The treaties that it asks for; without them they are read from the text of a ratification',
    }),
  })
  .meta({ id: 'RecommendationBody' });

export const stateSchema = z
  .object({
    code: z.string(),
    names: z.object({ en: z.string(), fr: z.string(), es: z.string(), ru: z.string(), zh: z.string(), ar: z.string() }),
    regionalGroup: z.string(),
    membership: z.string(),
    timeZone: z.string(),
    weekend: z.array(z.number().int()).meta({ description: 'ISO weekdays, Monday is 1' }),
  })
  .meta({ id: 'State' });
export const stateDetailSchema = stateSchema
  .extend({
    weekendSource: z.enum(['default', 'own']),
    holidays: z.object({
      source: z.enum(['library', 'library-and-own', 'own', 'unknown']),
      says: z.string().meta({ description: 'What a page says below dates of this State' }),
      ownDays: z.number().int(),
    }),
  })
  .meta({ id: 'StateDetail' });

const dayOffSchema = z
  .object({
    on: z.string(),
    isWeekend: z.boolean(),
    holiday: z.object({ name: z.string(), source: z.enum(['library', 'own']) }).nullable(),
  })
  .meta({ id: 'DayOff' });
export const stateCalendarSchema = stateDetailSchema
  .pick({ code: true, timeZone: true, weekend: true, weekendSource: true, holidays: true })
  .extend({ from: z.string(), to: z.string(), daysOff: z.array(dayOffSchema) })
  .meta({ id: 'StateCalendar' });

export const absenceBody = z.strictObject({ fromOn: dateSchema, untilOn: dateSchema }).meta({
  id: 'AbsenceBody',
  description: 'Both days included, by the calendar of the contact’s zone; no reason is kept',
});
export const absenceSchema = z
  .object({ id: idSchema, contactId: z.string(), fromOn: z.string(), untilOn: z.string(), createdAt: z.string() })
  .meta({ id: 'Absence' });

export const stateRoleSchema = z.object({ role: roleSchema, contactId: idSchema }).meta({ id: 'StateRole' });
