import type { Transaction } from 'kysely';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { AppealFacts } from '../domain/letters/letter.ts';
import { findHolders } from './resolve-notices.ts';
import type { Schema } from './schema.ts';

/** What the letter of a campaign says beside what every letter says. */
export async function gatherAppealFacts(trx: Transaction<Schema>, state: StartedState): Promise<AppealFacts> {
  const holders = await findHolders(trx, state);
  const signedOn = state.milestones.signature ?? null;
  return {
    treaty: null,
    isSigned: signedOn === null ? null : true,
    signedOn,
    goalOn: state.targetOn,
    hasCoordinator: holders.some(({ role, isReachable }) => role === 'resident-coordinator' && isReachable),
    help: [...new Set((state.appeal?.help ?? []).map(({ kind }) => kind))],
  };
}
