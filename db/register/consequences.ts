import type { Transaction } from 'kysely';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import type { TreatyState } from '../../domain/treaty-status/state.ts';
import type { Schema } from '../schema.ts';

/** What has just been written about one participant's status under one treaty. */
export type WrittenTreatyStatus = {
  readonly participant: string;
  readonly instrument: string;
  readonly written: readonly { readonly eventId: string; readonly event: TreatyEvent }[];
  readonly before: TreatyState;
  readonly state: TreatyState;
};

/**
 * Registers what follows for the follow-ups that ask for the treaty, in the transaction that writes the status. Returns
 * the batches that the caller starts once it is committed.
 */
export async function registerConsequences(
  _trx: Transaction<Schema>,
  _status: WrittenTreatyStatus,
): Promise<readonly string[]> {
  return [];
}
