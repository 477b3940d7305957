import type { Kysely } from 'kysely';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { isStarted } from '../../domain/follow-up/state.ts';
import type { Instant } from '../../domain/time.ts';
import { depositsOnRecord } from '../queries/deposits-on-record.ts';
import type { Ask } from '../queries/open-asks.ts';
import { nextStepsAfter } from './next-steps.ts';
import type { Schema } from '../schema.ts';

export type RecordDeposit = Extract<PersonCommand, { type: 'RecordDeposit' }>;

/**
 * The deposits that a follow-up must be told of: all that it asks for, not only the one in the news, for what was deposited before it
 * began counts towards what it asks. What it knows already is left out.
 */
export async function depositsToTell(db: Kysely<Schema>, ask: Ask, at: Instant): Promise<readonly RecordDeposit[]> {
  const deposits = await depositsOnRecord(db, [ask.stateCode], ask.asks);
  const commands: RecordDeposit[] = [];
  for (const { deposit } of deposits) {
    const command = commandFor(ask, deposit, []);
    if (!changes(ask, command, at)) continue;
    commands.push({ ...command, opens: await nextStepsAfter(db, ask, deposit, at) });
  }
  return commands;
}

export const commandFor = (
  { asks, isWholeDemand }: Ask,
  deposit: DepositEntry,
  opens: RecordDeposit['opens'],
): RecordDeposit => ({ type: 'RecordDeposit', ...deposit, asks, isWholeDemand, opens });

function changes({ state }: Ask, command: PersonCommand, at: Instant): boolean {
  const decision = decide({ ...command, at }, state);
  return 'events' in decision && decision.events.length > 0;
}

/** What becomes of a follow-up when it is told all of this, one after the other. */
export function afterTelling({ state }: Ask, commands: readonly PersonCommand[], at: Instant) {
  let told = false;
  let now: typeof state = state;
  for (const command of commands) {
    const decision = decide({ ...command, at }, now);
    if ('rejected' in decision || decision.events.length === 0) continue;
    told = true;
    const next = fold(decision.events, now);
    if (isStarted(next)) now = next;
  }
  return { told, isClosed: now.status === 'closed' };
}
