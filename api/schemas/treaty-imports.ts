import { z } from 'zod';
import { rowOutcomes } from '../../domain/treaty-import/judge-row.ts';
import { decisions, rowResults } from '../../domain/treaty-import/plan-row.ts';
import { consentKinds } from '../../domain/treaty-import/read-row.ts';
import { tableFormats } from '../../domain/treaty-import/table.ts';
import { reasonSchema } from './batches.ts';
import { idSchema, limitSchema, listOf, shortTextSchema } from './common.ts';

const count = z.number().int();
const outcome = z.enum(rowOutcomes);
const result = z.enum(rowResults);

export const importQuery = z.object({
  format: z.enum(tableFormats).optional().meta({ description: 'Recognised from the header unless it is said' }),
  instrument: shortTextSchema.optional().meta({
    description: 'What the table is about, where its lines do not say it: a key such as CEDAW, or IV-8',
  }),
  source: shortTextSchema.meta({ description: 'Where the table comes from, and of which day it is' }),
});

const unknownName = z.object({ name: z.string(), rows: count });

export const importSchema = z
  .object({
    id: idSchema,
    format: z.enum(tableFormats),
    instrument: z.string().nullable(),
    source: z.string(),
    status: z.enum(['draft', 'applying', 'applied']),
    createdAt: z.string(),
    judgedAt: z.string(),
    applyAt: z.string().nullable().meta({ description: 'When it was asked to be applied' }),
    appliedAt: z.string().nullable(),
    version: count,
    total: count,
    outcomes: z.record(outcome, count).meta({ description: 'What the dry run says, in rows' }),
    refusals: z.record(z.string(), count).meta({ description: 'Why rows were refused, by code' }),
    results: z.record(z.enum(['waiting', ...rowResults]), count).meta({ description: 'What became of the rows' }),
  })
  .meta({ id: 'TreatyStatusImport' });

export const wholeImportSchema = importSchema
  .extend({
    unknownParticipants: z.array(unknownName).meta({ description: 'The first two hundred; PUT /participant-aliases' }),
    unknownInstruments: z.array(unknownName),
    consequences: z
      .object({
        closes: count.meta({ description: 'Open follow-ups that the deposits would close' }),
        tells: count.meta({ description: 'Those that would be told, and stay as they are' }),
      })
      .nullable()
      .meta({ description: 'What a draft would do to running follow-ups; null once it is applied' }),
  })
  .meta({ id: 'WholeTreatyStatusImport' });

const statedDate = {
  on: z.string().meta({ description: 'A day, 1983-07-06, or a year, 1983' }),
  precision: z.enum(['day', 'year']),
};
const statedSchema = z.object({ ...statedDate, how: z.enum(consentKinds).nullable().optional() });
const partSchema = z.object({
  what: z.enum(['signature', 'deposit']),
  outcome: z.enum(['new', 'same', 'refines', 'conflict']),
  stated: statedSchema,
  recorded: statedSchema.nullable(),
});

export const importRowSchema = z
  .object({
    number: count,
    line: count.meta({ description: 'In the file' }),
    written: z.object({
      participant: z.string(),
      instrument: z.string(),
      signature: z.string(),
      consent: z.string(),
    }),
    participant: z.string().nullable(),
    instrument: z.string().nullable(),
    outcome,
    code: z.string().nullable().meta({ description: 'Why it is refused' }),
    otherLine: count.nullable().meta({ description: 'The line that it repeats or contradicts' }),
    parts: z.array(partSchema),
    unstated: z.array(z.enum(['signature', 'deposit'])).meta({ description: 'On record, and not in the table' }),
    leftOut: z.array(z.enum(['signature', 'consent'])).meta({ description: 'Between brackets: no longer standing' }),
    consequences: z
      .object({ closes: z.array(z.string()), tells: z.array(z.string()) })
      .nullable()
      .meta({ description: 'Follow-ups that a deposit of this row would close or tell; null once it is applied' }),
    decision: z.enum(decisions),
    because: z.string().nullable(),
    result: result.nullable(),
    resultCode: z.string().nullable(),
    resultParts: z
      .array(z.object({ what: z.enum(['signature', 'deposit']), result, now: partSchema, code: z.string().nullable() }))
      .nullable(),
    batchIds: z.array(z.string()).meta({ description: 'The batches that tell follow-ups of the deposit' }),
    version: count,
  })
  .meta({ id: 'TreatyStatusImportRow' });

export const importListQuery = z.object({ limit: limitSchema, cursor: z.string().max(500).optional() });
export const importRowsQuery = z.object({
  outcome: listOf(outcome).optional(),
  result: listOf(result).optional(),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});
export const rowParams = z.object({ id: idSchema, number: z.coerce.number().int().min(1).max(1_000_000) });

export const rowDecisionBody = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('keep'), because: reasonSchema.optional() }),
    z.strictObject({ decision: z.literal('replace'), because: reasonSchema }),
  ])
  .meta({ id: 'ImportRowDecision' });

export const aliasParams = z.object({ alias: shortTextSchema });
export const aliasBody = z.strictObject({ participant: z.string().min(2).max(2) }).meta({ id: 'ParticipantAliasBody' });
export const aliasSchema = z
  .object({ alias: z.string(), participant: z.string(), createdAt: z.string(), version: count })
  .meta({ id: 'ParticipantAlias' });
