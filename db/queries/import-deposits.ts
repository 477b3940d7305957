import { sql, type Kysely } from 'kysely';
import type { TreatyStatusOf } from '../../domain/treaty-status/decide.ts';
import type { Schema } from '../schema.ts';

/** The statuses in which an import would record a deposit, in the order of its rows: of all participants, or of some. */
export const newDepositsOf = (
  db: Kysely<Schema>,
  importId: string,
  participants?: readonly string[],
): Promise<readonly TreatyStatusOf[]> =>
  participants?.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('treaty_status_import_rows')
        .select([sql<string>`participant`.as('participant'), sql<string>`instrument`.as('instrument')])
        .where('import_id', '=', importId)
        .where('outcome', 'in', ['new', 'conflict'])
        .where(sql<boolean>`judgement->'parts' @> '[{"what":"deposit","outcome":"new"}]'`)
        .$if(participants !== undefined, (query) => query.where('participant', 'in', [...(participants ?? [])]))
        .orderBy('number')
        .execute();
