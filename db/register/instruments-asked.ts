import type { Kysely, Transaction } from 'kysely';
import type { RecommendationId } from '../../domain/ids.ts';
import type { InstrumentBasis, Schema } from '../schema.ts';

export type AskedInstrument = { readonly instrument: string; readonly basis: InstrumentBasis };

/** The treaties that a recommendation asks its State to join, by key. */
export const instrumentsAskedBy = (db: Kysely<Schema>, id: RecommendationId): Promise<readonly AskedInstrument[]> =>
  db
    .selectFrom('recommendation_instruments')
    .select(['instrument', 'basis'])
    .where('recommendation_id', '=', id)
    .orderBy('instrument')
    .execute();

/** Says what a new recommendation asks for; a repeat changes nothing. */
export async function registerInstruments(
  db: Kysely<Schema>,
  id: RecommendationId,
  instruments: readonly string[],
  basis: InstrumentBasis,
): Promise<void> {
  if (instruments.length === 0) return;
  await db
    .insertInto('recommendation_instruments')
    .values(instruments.map((instrument) => ({ recommendation_id: id, instrument, basis })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts a person's word in the place of what was known, at the version that they have read; false when somebody was faster. */
export async function replaceInstruments(
  trx: Transaction<Schema>,
  { id, version }: { readonly id: RecommendationId; readonly version: number },
  instruments: readonly string[],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recommendations')
    .set({ instruments_version: version + 1 })
    .where('id', '=', id)
    .where('instruments_version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await trx.deleteFrom('recommendation_instruments').where('recommendation_id', '=', id).execute();
  await registerInstruments(trx, id, instruments, 'stated');
  return true;
}
