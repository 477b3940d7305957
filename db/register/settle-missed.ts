import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { openAsks } from '../queries/open-asks.ts';
import { registerBatch } from './batches.ts';
import { derivedId } from './derived-id.ts';
import { depositsToTell } from './settle.ts';

/**
 * Registers a batch for whatever was deposited and is not told yet, and that no batch is about to tell: a crash between starting a
 * follow-up and telling it, or a playbook that was adopted since. Running it again finds nothing more.
 */
export const registerMissedDeposits = (db: Kysely<Schema>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const at = await newestInstant(trx);
    if (at === null) return;
    const commands = await depositsToTell(trx, await openAsks(trx), at);
    if (commands.length === 0) return;
    const id = derivedId('bat', `missed ${JSON.stringify(commands)}`);
    await registerBatch(trx, { id, kind: 'deposit', reason: 'Deposits that were not told yet', at, commands });
  });

/** The calendar may run faster than the wall clock: what was written last says what day it is. */
async function newestInstant(db: Kysely<Schema>): Promise<string | null> {
  const row = await db
    .selectFrom('events')
    .select('at')
    .where('position', '=', sql<string>`(select max(position) from events)`)
    .executeTakeFirst();
  return row?.at ?? null;
}
