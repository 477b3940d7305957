import { z } from 'zod';
import { depositWays, precisions } from '../../domain/treaty-status/events.ts';
import { treatyWarnings } from '../../domain/treaty-status/commands.ts';
import { readInstrumentKey } from '../../domain/reference/instruments/read-instrument-key.ts';
import { participantByCode } from '../../domain/reference/participants.ts';
import { evidenceSchema } from './commands.ts';
import { dateSchema, limitSchema, listOf, noteSchema, shortTextSchema } from './common.ts';
import { timelineEntrySchema } from './recommendations.ts';

const instrument = z
  .string()
  .max(300)
  .refine((text) => readInstrumentKey(text) !== undefined, 'is no instrument that is known here')
  .transform((text) => readInstrumentKey(text) ?? text);
const participant = z
  .string()
  .length(2)
  .refine((code) => participantByCode(code) !== undefined, 'is not the code of a participant');

export const asOfQuery = z.strictObject({
  asOf: dateSchema.optional().meta({ description: 'Today where it is not given' }),
});
export const treatyStatusQuery = z.strictObject({
  instrument: listOf(instrument).optional(),
  participant: listOf(participant).optional(),
  party: z.enum(['true', 'false']).optional(),
  asOf: dateSchema.optional(),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

const date = z.string().nullable();
export const standingSchema = z
  .object({
    isSignatory: z.boolean(),
    signedOn: date,
    domesticActOn: date,
    isParty: z.boolean().meta({ description: 'By the day of the deposit' }),
    isInForce: z.boolean(),
    how: z.enum(depositWays).nullable(),
    depositedOn: date,
    precision: z.enum(precisions).nullable().meta({ description: 'Of the deposit: a year stands for its last day' }),
    inForceOn: date,
    denouncedOn: date,
    denunciationEffectiveOn: date,
  })
  .meta({ id: 'Standing' });

const statusLine = { participant: z.string(), instrument: z.string(), asOf: z.string(), standing: standingSchema };
export const statusLineSchema = z.object(statusLine).meta({ id: 'TreatyStatusLine' });
export const statusPageSchema = z.object({ items: z.array(statusLineSchema), nextCursor: z.string().nullable() });

export const partiesSchema = z
  .object({
    instrument: z.string(),
    asOf: z.string(),
    count: z.number().int(),
    parties: z.array(
      z.object({
        participant: z.string(),
        name: z.string(),
        how: z.enum(depositWays).nullable(),
        depositedOn: date,
        inForceOn: date,
        isInForce: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Parties' });

export const entryKinds = [
  'signature',
  'domestic-act',
  'deposit',
  'reservation',
  'declaration',
  'objection',
  'withdrawal',
  'denunciation',
] as const;

export const treatyStatusSchema = z
  .object({
    ...statusLine,
    version: z.number().int(),
    entries: z.array(
      z.object({
        entry: z.number().int(),
        kind: z.enum(entryKinds),
        on: z.string(),
        precision: z.enum(precisions),
        notification: z.string().nullable().optional(),
        evidence: z
          .array(z.object({ url: z.string(), description: z.string() }))
          .meta({ description: 'Of what was imported, the address of its row here' }),
        details: z.record(z.string(), z.unknown()).meta({ description: 'What only this kind of entry has' }),
        recordedAt: z.string(),
        correctedAt: z.string().nullable(),
        struckOut: z.object({ at: z.string(), because: z.string() }).nullable(),
      }),
    ),
    history: z.array(timelineEntrySchema).meta({ description: 'Everything that was recorded, errors with it' }),
    warnings: z.array(z.enum(treatyWarnings)),
  })
  .meta({ id: 'TreatyStatus' });

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const dated = {
  on: z
    .union([z.string().regex(/^(19|20)\d\d$/), dateSchema])
    .meta({ description: 'A day, or a year where no more is known' }),
  evidence: z.array(evidenceSchema).max(20).default([]),
};
const notified = {
  ...dated,
  notification: orNull(shortTextSchema).meta({ description: 'The reference of the depositary notification' }),
};
const text = z.string().max(20_000);
const statement = { ...notified, text, provisions: orNull(shortTextSchema) };
const entryNumber = z.number().int().min(1).max(10_000);

/** What can be put on record, by the name that the address and a correction give it. */
export const entryShapes = {
  signature: notified,
  'domestic-act': { ...dated, title: z.string().max(300) },
  deposit: {
    ...notified,
    how: z.enum(depositWays),
    inForceOn: orNull(dateSchema).meta({ description: "By the treaty's own rule where it is not given" }),
  },
  reservation: statement,
  declaration: statement,
  objection: {
    ...notified,
    by: z.string().length(2),
    to: entryNumber.meta({ description: 'The number of the reservation' }),
    precludesEntryIntoForce: z.boolean().default(false),
    text: orNull(text),
  },
  withdrawal: {
    ...notified,
    of: entryNumber.meta({ description: 'The number of the statement, or of a denunciation not yet in effect' }),
    isPartial: z.boolean().default(false),
    text: orNull(text),
  },
  denunciation: { ...notified, effectiveOn: orNull(dateSchema) },
} as const satisfies Record<(typeof entryKinds)[number], z.ZodRawShape>;

const named = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

export const correctionBody = z
  .strictObject({
    entry: entryNumber,
    to: z
      .discriminatedUnion('kind', [
        named('signature', entryShapes.signature),
        named('domestic-act', entryShapes['domestic-act']),
        named('deposit', entryShapes.deposit),
        named('reservation', entryShapes.reservation),
        named('declaration', entryShapes.declaration),
        named('objection', entryShapes.objection),
        named('withdrawal', entryShapes.withdrawal),
        named('denunciation', entryShapes.denunciation),
      ])
      .nullable()
      .meta({ description: 'The entry as it should read; null strikes it out' }),
    because: noteSchema,
  })
  .meta({ id: 'TreatyEntryCorrection' });
export type SaidEntry = NonNullable<z.output<typeof correctionBody>['to']>;
