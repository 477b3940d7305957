/** What cannot all be true of one participant and one treaty, whatever the order in which it was recorded. */
import type { InstrumentFacts } from '../reference/instruments/instruments.ts';
import { addYears } from '../time.ts';
import type { TreatyRejection } from './commands.ts';
import { isSurelyBefore } from './entry-dates.ts';
import { denunciationsOf } from './participations.ts';
import { standingEntries, type OnRecord, type TreatyState } from './state.ts';

export const contradictionIn = (state: TreatyState, facts: InstrumentFacts): TreatyRejection | undefined =>
  amongSignatures(state) ?? amongParticipations(state, facts) ?? amongObjections(state) ?? amongWithdrawals(state);

function amongSignatures(state: TreatyState): TreatyRejection | undefined {
  const [signature, another] = standingEntries(state, 'TreatySigned');
  if (another !== undefined) return 'AlreadySigned';
  const [deposit] = standingEntries(state, 'InstrumentDeposited');
  if (signature === undefined || deposit === undefined) return undefined;
  return isSurelyBefore(deposit, signature) ? 'SignedAfterDeposit' : undefined;
}

/** Deposits and denunciations take turns. What follows a denunciation may come on its very day, before it takes effect. */
function amongParticipations(state: TreatyState, facts: InstrumentFacts): TreatyRejection | undefined {
  const deposits = standingEntries(state, 'InstrumentDeposited');
  const denunciations = denunciationsOf(state);
  for (const [index, deposit] of deposits.entries()) {
    const [notice, next] = [denunciations[index], deposits[index + 1]];
    if (next !== undefined && (notice === undefined || isSurelyBefore(next, notice))) return 'AlreadyParty';
    if (notice !== undefined && isSurelyBefore(notice, deposit)) return 'NotParty';
    if (notice !== undefined && isTooEarly(notice.on, deposit.inForceOn, facts)) return 'DenouncedTooEarly';
  }
  return denunciations.length > deposits.length ? 'NotParty' : undefined;
}

const isTooEarly = (noticeOn: string, inForceOn: string, { denunciation }: InstrumentFacts): boolean =>
  denunciation.isPossible &&
  noticeOn < addYears(inForceOn, denunciation.notBeforeYears) &&
  denunciation.notBeforeYears > 0;

function amongObjections(state: TreatyState): TreatyRejection | undefined {
  for (const objection of standingEntries(state, 'ObjectionMade')) {
    const statement = standing(state, objection.to);
    if (statement?.type !== 'ReservationMade' && statement?.type !== 'DeclarationMade') return 'UnknownStatement';
    if (isSurelyBefore(objection, statement)) return 'BeforeStatement';
  }
  return undefined;
}

function amongWithdrawals(state: TreatyState): TreatyRejection | undefined {
  const whole = new Set<number>();
  for (const withdrawal of standingEntries(state, 'StatementWithdrawn')) {
    const statement = standing(state, withdrawal.of);
    if (statement === undefined || !withdrawable.has(statement.type)) return 'UnknownStatement';
    if (isSurelyBefore(withdrawal, statement)) return 'BeforeStatement';
    if (whole.has(withdrawal.of)) return 'StatementAlreadyWithdrawn';
    if (!withdrawal.isPartial) whole.add(withdrawal.of);
    if (statement.type === 'TreatyDenounced') {
      if (withdrawal.isPartial) return 'UnknownStatement';
      if (withdrawal.on >= statement.effectiveOn) return 'WithdrawnAfterEffect';
    }
  }
  return undefined;
}

const withdrawable: ReadonlySet<OnRecord['type']> = new Set([
  'ReservationMade',
  'DeclarationMade',
  'ObjectionMade',
  'TreatyDenounced',
]);

const standing = ({ entries }: TreatyState, number: number): OnRecord | undefined =>
  entries.find(({ entry, struckOut }) => entry === number && struckOut === null);
