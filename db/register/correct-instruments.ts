import type { Kysely } from 'kysely';
import type { RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { lockLog } from '../log.ts';
import { askOf } from '../queries/open-asks.ts';
import { registerBatch } from './batches.ts';
import { replaceInstruments } from './instruments-asked.ts';
import { depositsToTell } from './settle.ts';
import type { Schema } from '../schema.ts';

type Correction = {
  readonly id: RecommendationId;
  readonly version: number;
  readonly instruments: readonly string[];
  readonly at: Instant;
};

/**
 * Saves what a person says that a recommendation asks for, with what follows from it: a deposit that is on record counts for what is
 * asked now. No deposit is recorded meanwhile, or neither side would tell the follow-up of it. Undefined when somebody was faster.
 */
export const correctInstruments = (
  db: Kysely<Schema>,
  { id, version, instruments, at }: Correction,
): Promise<{ readonly batchId: string | null } | undefined> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    if (!(await replaceInstruments(trx, { id, version }, instruments))) return undefined;
    const ask = await askOf(trx, id);
    if (ask === undefined || ask.state.status === 'closed') return { batchId: null };
    const commands = await depositsToTell(trx, [ask], at);
    if (commands.length === 0) return { batchId: null };
    const batchId = `bat_${id}_${version + 1}`;
    await registerBatch(trx, { id: batchId, kind: 'deposit', reason: `${id}: instruments corrected`, at, commands });
    return { batchId };
  });
