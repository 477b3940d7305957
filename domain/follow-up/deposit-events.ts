import type { CalendarDate } from '../time.ts';
import type { DepositWay, Precision } from '../treaty-status/events.ts';
import type { OpenedRecommendation } from './evidence.ts';

/** Why a deposit no longer counts: the State left the treaty, or the entry was a mistake of ours. */
export const depositUndoings = ['denounced', 'entered-in-error'] as const;
export type DepositUndoing = (typeof depositUndoings)[number];

/** What the treaty status knows of a deposit. */
export type DepositEntry = {
  /** A key of the reference table: `CEDAW`, `OP-CEDAW`. */
  readonly instrument: string;
  /** The day, or the last day of the year that is all one knows. */
  readonly on: CalendarDate;
  readonly precision: Precision;
  readonly how: DepositWay;
  /** The number of the depositary notification, `C.N.193.1995.TREATIES-4`; null where none is on record. */
  readonly notification: string | null;
  /** The address of a proof. */
  readonly url: string | null;
  /** By the rule of the instrument; null where none is known. */
  readonly inForceOn: CalendarDate | null;
  readonly firstReportDueOn: CalendarDate | null;
  /** The version of the treaty status that says so: older news than a follow-up has heard changes nothing. */
  readonly asOf: number;
};

type Undoing = {
  readonly instrument: string;
  /** When a denunciation takes effect; null for an entry made in error. */
  readonly effectiveOn: CalendarDate | null;
  readonly notification: string | null;
  readonly because: DepositUndoing;
  /** As of a deposit. */
  readonly asOf: number;
  /** See `isWholeDemand` in deposits.ts. */
  readonly isWholeDemand: boolean;
};

/** What Relance itself tells a follow-up when the treaty status of its State changes, and what people say of its letters of thanks. */
export type DepositCommand =
  | ({
      readonly type: 'RecordDeposit';
      /** Every instrument that the recommendation asks for. */
      readonly asks: readonly string[];
      readonly isWholeDemand: boolean;
      /** What the playbook opens next for this instrument. */
      readonly opens: readonly OpenedRecommendation[];
    } & DepositEntry)
  | ({ readonly type: 'RecordDenunciation' } & Undoing)
  | { readonly type: 'ApproveLetter'; readonly letterId: string }
  | { readonly type: 'DismissLetter'; readonly letterId: string; readonly reason: string };

export type DepositEvent =
  | ({
      readonly type: 'DepositRecorded';
      /** What the recommendation asks for and is not deposited yet. */
      readonly remaining: readonly string[];
      readonly isWholeDemand: boolean;
      /** The same deposit was on record with other facts. */
      readonly isCorrection: boolean;
    } & DepositEntry)
  | ({ readonly type: 'DenunciationRecorded' } & Undoing)
  /** Letters that no rung sends are approved and dismissed by themselves. */
  | { readonly type: 'LetterApproved'; readonly letterId: string }
  | { readonly type: 'LetterDismissed'; readonly letterId: string; readonly reason: string };
