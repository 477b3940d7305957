import type { Evidence } from '../follow-up/evidence.ts';
import type { CalendarDate, Instant } from '../time.ts';

/** Old lists know some dates by their year alone. */
export const precisions = ['day', 'year'] as const;
export type Precision = (typeof precisions)[number];

/** The ways of expressing consent that make a party on deposit. */
export const depositWays = [
  'ratification',
  'accession',
  'acceptance',
  'approval',
  /** What an organization deposits. */
  'formal-confirmation',
  /** A successor State that takes over its predecessor's participation. */
  'succession',
] as const;
export type DepositWay = (typeof depositWays)[number];

/** What every entry has: its date and its proofs. */
type Dated = {
  /** The day, or the last day of the year that is all one knows: what is compared with "as of". */
  readonly on: CalendarDate;
  readonly precision: Precision;
  readonly evidence: readonly Evidence[];
};
/** What the depositary circulates bears a number of its own, `C.N.193.1995.TREATIES-4`. */
type Notified = Dated & { readonly notification: string | null };

/** The texts of statements are public: the depositary circulates them. */
type Statement = Notified & {
  readonly text: string;
  /** The provisions that it is about, `articles 2 and 16`. */
  readonly provisions: string | null;
};

export type TreatyEntry =
  | ({ readonly type: 'TreatySigned' } & Notified)
  /** What the State does at home, by a law or a decree. It makes nobody a party; only the deposit does. */
  | ({ readonly type: 'DomesticActRecorded'; readonly title: string } & Dated)
  | ({
      readonly type: 'InstrumentDeposited';
      readonly how: DepositWay;
      /** When the treaty enters into force for the participant. */
      readonly inForceOn: CalendarDate;
    } & Notified)
  | ({ readonly type: 'ReservationMade' } & Statement)
  | ({ readonly type: 'DeclarationMade' } & Statement)
  | ({
      readonly type: 'ObjectionMade';
      /** The participant that objects; the stream is that of the one that made the reservation. */
      readonly by: string;
      /** The number of the entry objected to. */
      readonly to: number;
      /** Whether the objecting State opposes the entry into force of the treaty between the two. */
      readonly precludesEntryIntoForce: boolean;
      readonly text: string | null;
    } & Notified)
  | ({
      readonly type: 'StatementWithdrawn';
      /** The number of the reservation, declaration or objection; or of a denunciation that has not taken effect. */
      readonly of: number;
      /** A statement that is withdrawn in part stands for the rest. */
      readonly isPartial: boolean;
      readonly text: string | null;
    } & Notified)
  | ({ readonly type: 'TreatyDenounced'; readonly effectiveOn: CalendarDate } & Notified);

/**
 * The status of one participant under one treaty: the stream `treaty-status:<participant>:<instrument>`. Entries are
 * numbered in the order in which they are recorded, which need not be the order of their dates.
 */
export type TreatyEvent = { readonly at: Instant } & (
  | ({ readonly entry: number } & TreatyEntry)
  | {
      readonly type: 'TreatyEntryCorrected';
      readonly entry: number;
      /** The entry as it should read, of the same type; null when it should not be there at all. */
      readonly what: TreatyEntry | null;
      /** `refined` when more has become known, such as the day of a year: nothing was wrong. */
      readonly cause: 'error' | 'refined';
      readonly because: string;
    }
);
