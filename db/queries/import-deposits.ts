import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The participants and instruments of which an import would record a deposit. */
export async function newDepositsOf(
  db: Kysely<Schema>,
  importId: string,
): Promise<readonly { readonly participant: string; readonly instrument: string }[]> {
  const { rows } = await sql<{ participant: string; instrument: string }>`
    select participant, instrument from treaty_status_import_rows
    where import_id = ${importId} and judgement->'parts' @> '[{"what":"deposit","outcome":"new"}]'
    order by number`.execute(db);
  return rows;
}
