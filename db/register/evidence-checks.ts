import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export type EvidenceCheckRow = Selectable<Schema['evidence_checks']>;

export async function saveEvidenceCheck(db: Kysely<Schema>, row: Insertable<Schema['evidence_checks']>): Promise<void> {
  const { url: _, ...found } = row;
  await db
    .insertInto('evidence_checks')
    .values(row)
    .onConflict((conflict) => conflict.column('url').doUpdateSet(found))
    .execute();
}

export async function listEvidenceChecks(db: Kysely<Schema>, urls: readonly string[]): Promise<EvidenceCheckRow[]> {
  if (urls.length === 0) return [];
  return db
    .selectFrom('evidence_checks')
    .selectAll()
    .where('url', 'in', [...urls])
    .execute();
}
