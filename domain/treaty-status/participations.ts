import { standingEntries, type EntryOf, type TreatyState } from './state.ts';

/** From a deposit until the denunciation, if any, that ends it. */
export type Participation = {
  readonly deposit: EntryOf<'InstrumentDeposited'>;
  readonly denunciation: EntryOf<'TreatyDenounced'> | null;
};

/**
 * A State may join again: each denunciation ends the deposit that comes before it, in the order of the dates. Trinidad
 * and Tobago denounced a protocol and acceded to it anew on one day, so a deposit may come before the one before it ends.
 */
export function participationsOf(state: TreatyState): readonly Participation[] {
  const denunciations = denunciationsOf(state);
  return standingEntries(state, 'InstrumentDeposited').map((deposit, index) => ({
    deposit,
    denunciation: denunciations[index] ?? null,
  }));
}

/** Those that were not withdrawn before they took effect (Vienna Convention on the Law of Treaties, article 68). */
export function denunciationsOf(state: TreatyState): readonly EntryOf<'TreatyDenounced'>[] {
  const withdrawn = new Set(standingEntries(state, 'StatementWithdrawn').map(({ of }) => of));
  return standingEntries(state, 'TreatyDenounced').filter(({ entry }) => !withdrawn.has(entry));
}
