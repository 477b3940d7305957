import type { Evidence } from '../follow-up/events.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { DepositWay, Precision } from './events.ts';

/** The date by its day, or by any day of its year; and the proofs. */
type Dated = { readonly on: CalendarDate; readonly precision: Precision; readonly evidence: readonly Evidence[] };
type Notified = Dated & { readonly notification: string | null };
type Statement = Notified & { readonly text: string; readonly provisions: string | null };

/** What people, and imports, put on record. */
export type NewTreatyEntry =
  | ({ readonly type: 'RecordSignature' } & Notified)
  | ({ readonly type: 'RecordDomesticAct'; readonly title: string } & Dated)
  | ({
      readonly type: 'RecordInstrumentDeposit';
      readonly how: DepositWay;
      /** Null for the treaty's own rule. */
      readonly inForceOn: CalendarDate | null;
    } & Notified)
  | ({ readonly type: 'RecordReservation' } & Statement)
  | ({ readonly type: 'RecordDeclaration' } & Statement)
  | ({
      readonly type: 'RecordObjection';
      readonly by: string;
      readonly to: number;
      readonly precludesEntryIntoForce: boolean;
      readonly text: string | null;
    } & Notified)
  | ({
      readonly type: 'WithdrawStatement';
      readonly of: number;
      readonly isPartial: boolean;
      readonly text: string | null;
    } & Notified)
  /** `effectiveOn` is null for the treaty's own rule. */
  | ({ readonly type: 'DenounceTreaty'; readonly effectiveOn: CalendarDate | null } & Notified);

/** `at` is set by the shell. */
export type TreatyCommand = { readonly at: Instant } & (
  | NewTreatyEntry
  | {
      readonly type: 'CorrectTreatyEntry';
      readonly entry: number;
      /** The entry as it should have been recorded; null strikes it out. */
      readonly to: NewTreatyEntry | null;
      readonly because: string;
    }
);

/** Why a command was refused: stable codes, translated once at each edge. */
export const treatyRejections = [
  'UnknownInstrument',
  'UnknownParticipant',
  'MayNotJoin',
  'BeforeAdoption',
  'DateInTheFuture',
  'AlreadySigned',
  'SignedAfterDeposit',
  'AlreadyParty',
  'NotParty',
  'DenunciationNotPossible',
  'DenouncedTooEarly',
  'EffectTooEarly',
  'InForceTooEarly',
  'ContradictsEntry',
  'UnknownEntry',
  'CorrectsAnotherKind',
  'UnknownStatement',
  'StatementAlreadyWithdrawn',
  'BeforeStatement',
  'WithdrawnAfterEffect',
  'UnknownObjector',
  'ObjectsToItself',
  'EmptyTitle',
  'EmptyText',
  'EmptyReason',
] as const;
export type TreatyRejection = (typeof treatyRejections)[number];

/** What is unusual and on record all the same. */
export const treatyWarnings = ['AccessionAfterSignature', 'RatificationWithoutSignature'] as const;
export type TreatyWarning = (typeof treatyWarnings)[number];
