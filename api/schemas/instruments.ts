import { z } from 'zod';
import { languages } from '../../db/schema.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';

const names = z.record(z.enum(languages), z.string()) satisfies z.ZodType<Record<UnLanguage, string>>;
const date = z.string();

const instrumentLine = {
  key: z.string(),
  kind: z.enum(['core', 'optional-protocol', 'refugees', 'statelessness']),
  name: z.string().meta({ description: 'In the language that Accept-Language asks for, else in English' }),
  shortName: z.string(),
  untc: z.string().meta({ description: 'Chapter and number in the United Nations Treaty Collection' }),
  protocolTo: z.string().nullable(),
  adoptedOn: date,
  inForceOn: date,
  openTo: z.enum(['states', 'states-and-organizations']),
  parties: z.int().meta({ description: 'How many there are today' }),
};

export const instrumentLineSchema = z.object(instrumentLine).meta({ id: 'InstrumentLine' });

export const instrumentSchema = z
  .object({
    ...instrumentLine,
    names,
    depositary: z.string(),
    entryIntoForce: z.object({
      rule: z.union([
        z.object({ type: z.enum(['days-after', 'months-after']), count: z.number().int() }),
        z.object({ type: z.literal('first-of-month-after'), months: z.number().int() }),
        z.object({ type: z.literal('same-day') }),
      ]),
      article: z.string(),
    }),
    denunciation: z.discriminatedUnion('isPossible', [
      z.object({
        isPossible: z.literal(true),
        monthsAfterNotice: z.number().int(),
        fromFirstOfMonth: z.boolean(),
        notBeforeYears: z.number().int(),
        article: z.string(),
      }),
      z.object({ isPossible: z.literal(false), because: z.string() }),
    ]),
    reports: z
      .object({
        firstWithinMonths: z.number().int(),
        everyMonths: z.number().int().nullable(),
        article: z.string(),
        practice: z
          .object({ of: z.enum(['periodic', 'both']), source: z.string() })
          .nullable()
          .meta({ description: 'Which of the two figures the text leaves to a committee or a council' }),
      })
      .nullable(),
    sources: z.array(z.string()),
  })
  .meta({ id: 'Instrument' });

export const participantSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    names,
    kind: z.enum(['member', 'observer', 'other', 'organization']),
    regionalGroup: z.string(),
  })
  .meta({ id: 'Participant' });
