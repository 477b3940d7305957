import { z } from 'zod';
import { depositWays, precisions, type TreatyEvent } from '../domain/treaty-status/events.ts';

const date = z.iso.date();
const id = z.string().min(1);
const entryNumber = z.int().min(1);

const dated = {
  on: date,
  precision: z.enum(precisions),
  evidence: z.array(z.strictObject({ url: z.string(), description: z.string() })),
};
const notified = { ...dated, notification: z.string().nullable() };
const statement = { ...notified, text: z.string(), provisions: z.string().nullable() };

const entries = {
  TreatySigned: notified,
  DomesticActRecorded: { ...dated, title: z.string() },
  InstrumentDeposited: { ...notified, how: z.enum(depositWays), inForceOn: date },
  ReservationMade: statement,
  DeclarationMade: statement,
  ObjectionMade: {
    ...notified,
    by: id,
    to: entryNumber,
    precludesEntryIntoForce: z.boolean(),
    text: z.string().nullable(),
  },
  StatementWithdrawn: { ...notified, of: entryNumber, isPartial: z.boolean(), text: z.string().nullable() },
  TreatyDenounced: { ...notified, effectiveOn: date },
} as const;

const typed = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const entry = z.discriminatedUnion('type', [
  typed('TreatySigned', entries.TreatySigned),
  typed('DomesticActRecorded', entries.DomesticActRecorded),
  typed('InstrumentDeposited', entries.InstrumentDeposited),
  typed('ReservationMade', entries.ReservationMade),
  typed('DeclarationMade', entries.DeclarationMade),
  typed('ObjectionMade', entries.ObjectionMade),
  typed('StatementWithdrawn', entries.StatementWithdrawn),
  typed('TreatyDenounced', entries.TreatyDenounced),
]);

/** The shapes of what a participant's status under a treaty writes. */
export const treatyShapes = {
  TreatySigned: { entry: entryNumber, ...entries.TreatySigned },
  DomesticActRecorded: { entry: entryNumber, ...entries.DomesticActRecorded },
  InstrumentDeposited: { entry: entryNumber, ...entries.InstrumentDeposited },
  ReservationMade: { entry: entryNumber, ...entries.ReservationMade },
  DeclarationMade: { entry: entryNumber, ...entries.DeclarationMade },
  ObjectionMade: { entry: entryNumber, ...entries.ObjectionMade },
  StatementWithdrawn: { entry: entryNumber, ...entries.StatementWithdrawn },
  TreatyDenounced: { entry: entryNumber, ...entries.TreatyDenounced },
  TreatyEntryCorrected: {
    entry: entryNumber,
    what: entry.nullable(),
    cause: z.enum(['error', 'refined']),
    because: z.string(),
  },
} as const satisfies Record<TreatyEvent['type'], z.ZodRawShape>;
