import type { CalendarDate } from '../time.ts';
import type { DepositWay, Precision } from './events.ts';
import { denunciationsOf, participationsOf, type Participation } from './participations.ts';
import { standingEntries, type TreatyState } from './state.ts';

/** Where a participant stands under a treaty on a day, as far as is on record now. */
export type Standing = {
  readonly isSignatory: boolean;
  readonly signedOn: CalendarDate | null;
  /** The newest; a step at home, and never what makes a party. */
  readonly domesticActOn: CalendarDate | null;
  /** By the day of the deposit; the treaty may enter into force for the participant later. */
  readonly isParty: boolean;
  readonly isInForce: boolean;
  /** Of the present participation, or else of the last. */
  readonly how: DepositWay | null;
  readonly depositedOn: CalendarDate | null;
  readonly precision: Precision | null;
  readonly inForceOn: CalendarDate | null;
  /** The day of the notice; the participation lasts until the other date. */
  readonly denouncedOn: CalendarDate | null;
  readonly denunciationEffectiveOn: CalendarDate | null;
};

export function standingOn(state: TreatyState, on: CalendarDate): Standing {
  const signature = standingEntries(state, 'TreatySigned').find((each) => each.on <= on);
  const act = standingEntries(state, 'DomesticActRecorded').findLast((each) => each.on <= on);
  const begun = participationsOf(state).filter(({ deposit }) => deposit.on <= on);
  const lasting = begun.filter((each) => !isEnded(each, on));
  const shown = lasting[0] ?? begun.at(-1);
  const notice = shown?.denunciation != null && shown.denunciation.on <= on ? shown.denunciation : null;
  return {
    isSignatory: signature !== undefined,
    signedOn: signature?.on ?? null,
    domesticActOn: act?.on ?? null,
    isParty: lasting.length > 0,
    isInForce: lasting.some(({ deposit }) => deposit.inForceOn <= on),
    how: shown?.deposit.how ?? null,
    depositedOn: shown?.deposit.on ?? null,
    precision: shown?.deposit.precision ?? null,
    inForceOn: shown?.deposit.inForceOn ?? null,
    denouncedOn: notice?.on ?? null,
    denunciationEffectiveOn: notice?.effectiveOn ?? null,
  };
}

/** A denunciation takes effect at the beginning of its day. */
const isEnded = ({ denunciation }: Participation, on: CalendarDate): boolean =>
  denunciation !== null && denunciation.effectiveOn <= on;

/** The same standing from one day on until the day before another; `untilOn` is null for the last. */
export type StandingPeriod = {
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  readonly standing: Standing;
};

/** Everything that `standingOn` can answer from the first entry on, in as few periods as there are days on which it changes. */
export function standingPeriods(state: TreatyState): readonly StandingPeriod[] {
  const days = [...new Set(changeDays(state))].sort();
  return days.map((fromOn, index) => ({
    fromOn,
    untilOn: days[index + 1] ?? null,
    standing: standingOn(state, fromOn),
  }));
}

function changeDays(state: TreatyState): readonly CalendarDate[] {
  const deposits = standingEntries(state, 'InstrumentDeposited');
  return [
    ...standingEntries(state, 'TreatySigned').map(({ on }) => on),
    ...standingEntries(state, 'DomesticActRecorded').map(({ on }) => on),
    ...deposits.map(({ on }) => on),
    // What was in force before the deposit, as for a successor State, makes nobody a party before it.
    ...deposits.flatMap(({ on, inForceOn }) => (inForceOn > on ? [inForceOn] : [])),
    ...denunciationsOf(state).flatMap(({ on, effectiveOn }) => [on, effectiveOn]),
  ];
}
