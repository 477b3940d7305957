import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export type RecommendationRow = Omit<Selectable<Schema['recommendations']>, 'search' | 'words' | 'instruments_version'>;

const columns = [
  'id',
  'source_id',
  'paragraph',
  'state_code',
  'text',
  'playbook_key',
  'position',
  'target_on',
  'themes',
  'affected_groups',
  'sdgs',
  'opened_by',
  'opened_as',
  'created_at',
] as const;

/** Registers a recommendation once: a repeat with the same id changes nothing and gives what is there. */
export async function registerRecommendation(
  db: Kysely<Schema>,
  row: Insertable<Schema['recommendations']>,
): Promise<RecommendationRow> {
  await db
    .insertInto('recommendations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('recommendations').select(columns).where('id', '=', row.id).executeTakeFirstOrThrow();
}
