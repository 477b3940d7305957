import type { CalendarDate } from '../../time.ts';
import type { UnLanguage } from '../states.ts';

export type InstrumentKind = 'core' | 'optional-protocol' | 'refugees' | 'statelessness';

/** When a deposit binds whoever made it, once the treaty itself is in force. */
export type EntryIntoForce = {
  readonly rule:
    | { readonly type: 'days-after' | 'months-after'; readonly count: number }
    /** The first day of the month that follows so many months. */
    | { readonly type: 'first-of-month-after'; readonly months: number }
    | { readonly type: 'same-day' };
  readonly article: string;
};

/** When a denunciation ends a participation, or the source that says that there is none. */
export type Denunciation =
  | {
      readonly isPossible: true;
      readonly monthsAfterNotice: number;
      /** From the first day of the month that follows those months. */
      readonly fromFirstOfMonth: boolean;
      /** Not before so many years after entry into force for the State. */
      readonly notBeforeYears: number;
      readonly article: string;
    }
  | { readonly isPossible: false; readonly because: string };

export type Reporting = {
  readonly firstWithinMonths: number;
  /** Null where the treaty leaves the next date to its committee and the committee has fixed none. */
  readonly everyMonths: number | null;
  readonly article: string;
  /** What of the two figures comes from the practice of a committee or of a council, and where it is laid down; null when the text says both. */
  readonly practice: { readonly of: 'periodic' | 'both'; readonly source: string } | null;
};

export type InstrumentFacts = {
  readonly key: string;
  readonly kind: InstrumentKind;
  readonly protocolTo: string | null;
  /** The official title in the six languages; five of them are authentic texts for every one, Arabic for those since 1979. */
  readonly names: Readonly<Record<UnLanguage, string>>;
  readonly shortName: string;
  /** Chapter and number among the multilateral treaties deposited with the Secretary-General, `IV-8`. */
  readonly untc: string;
  readonly adoptedOn: CalendarDate;
  readonly inForceOn: CalendarDate;
  readonly entryIntoForce: EntryIntoForce;
  readonly denunciation: Denunciation;
  readonly reports: Reporting | null;
  readonly depositary: string;
  /** Organizations are those of regional integration to which States gave the competence: the European Union. */
  readonly openTo: 'states' | 'states-and-organizations';
  readonly sources: readonly string[];
};

/** Everything but what is said in six languages. */
export type InstrumentRow = Omit<InstrumentFacts, 'names' | 'depositary'>;
