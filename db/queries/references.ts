import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export const referredTables = {
  institution: 'institutions',
  contact: 'contacts',
  source: 'sources',
  recommendation: 'recommendations',
  dialogue: 'dialogue_entries',
} as const satisfies Record<string, keyof Schema>;
export type ReferredKind = keyof typeof referredTables;

/** Which of some ids name nothing. */
export async function findUnknown(
  db: Kysely<Schema>,
  kind: ReferredKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${sql.val([...new Set(ids)])}::text[]) as asked (id)
    where not exists (select from ${sql.table(referredTables[kind])} t where t.id = asked.id)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
