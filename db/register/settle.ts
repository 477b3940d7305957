import type { Kysely } from 'kysely';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { isStarted, type StartedState } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { depositsOnRecord, type DepositOnRecord } from '../queries/deposits-on-record.ts';
import type { Ask } from '../queries/open-asks.ts';
import { nextStepsAfter } from './next-steps.ts';
import type { Schema } from '../schema.ts';

export type RecordDeposit = Extract<PersonCommand, { type: 'RecordDeposit' }>;
export type Telling = { readonly recommendationId: RecommendationId; readonly command: RecordDeposit };

/**
 * The deposits that follow-ups must be told of: all that each asks for, not only the one in the news, for what was deposited before it
 * began counts towards what it asks. What it knows already is left out.
 */
export async function depositsToTell(
  db: Kysely<Schema>,
  asks: readonly Ask[],
  at: Instant,
): Promise<readonly Telling[]> {
  const participants = [...new Set(asks.map(({ stateCode }) => stateCode))];
  const instruments = [...new Set(asks.flatMap((ask) => ask.asks))];
  const known = await depositsOnRecord(db, participants, instruments);
  const telling: Telling[] = [];
  for (const ask of asks)
    for (const deposit of depositsFor(ask, known)) {
      const command = commandFor(ask, deposit);
      if (!afterTelling(ask.state, [command], at).isTold) continue;
      const opens = await nextStepsAfter(db, ask, deposit, at);
      telling.push({ recommendationId: ask.recommendationId, command: { ...command, opens } });
    }
  return telling;
}

export const depositsFor = (ask: Ask, known: readonly DepositOnRecord[]): readonly DepositEntry[] =>
  known.flatMap(({ participant, deposit }) =>
    participant === ask.stateCode && ask.asks.includes(deposit.instrument) ? deposit : [],
  );

export const commandFor = ({ asks, isWholeDemand }: Ask, deposit: DepositEntry): RecordDeposit => ({
  type: 'RecordDeposit',
  ...deposit,
  asks,
  isWholeDemand,
  opens: [],
});

/** What becomes of a follow-up when it is told all of this, one after the other. */
export function afterTelling(
  from: StartedState,
  commands: readonly PersonCommand[],
  at: Instant,
): { readonly isTold: boolean; readonly state: StartedState } {
  let [state, isTold] = [from, false];
  for (const command of commands) {
    const decision = decide({ ...command, at }, state);
    if ('rejected' in decision || decision.events.length === 0) continue;
    const next = fold(decision.events, state);
    if (isStarted(next)) [state, isTold] = [next, true];
  }
  return { isTold, state };
}
