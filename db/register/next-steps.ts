import type { Kysely } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { OpenedRecommendation } from '../../domain/follow-up/events.ts';
import type { Instant } from '../../domain/time.ts';
import type { Ask } from '../queries/open-asks.ts';
import type { Schema } from '../schema.ts';

/** What a follow-up's playbook opens after the deposit of one instrument, by name and date. */
export async function nextStepsAfter(
  _db: Kysely<Schema>,
  _ask: Ask,
  _deposit: DepositEntry,
  _at: Instant,
): Promise<readonly OpenedRecommendation[]> {
  return [];
}
