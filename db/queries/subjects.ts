import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Where the things that an address can name are kept, and whether they say of which States they are. */
const kept = {
  recommendation: { table: 'recommendations', key: 'id' },
  contact: { table: 'contacts', key: 'id' },
  institution: { table: 'institutions', key: 'id', states: 'array[state_code]' },
  source: { table: 'sources', key: 'id', states: 'array[state_code]' },
  letter: { table: 'letters', key: 'id' },
  notice: { table: 'notices', key: 'notice_id' },
  digest: { table: 'digests', key: 'digest_id' },
  cluster: { table: 'clusters', key: 'id' },
  dialogue: {
    table: 'dialogue_entries',
    key: 'id',
    states: 'array(select state_code from dialogue_states where dialogue_id = id)',
  },
  campaign: { table: 'campaigns', key: 'id', states: 'state_codes' },
  'world-event': { table: 'world_events', key: 'id', states: 'array[state_code]' },
  batch: { table: 'batches', key: 'id' },
} as const;
export type KeptKind = keyof typeof kept;

/** Which of some ids are there, as far as this database lets them be seen. */
export async function findSeen(
  db: Kysely<Schema>,
  kind: KeptKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { table, key } = kept[kind];
  const { rows } = await sql<{ readonly id: string }>`select ${sql.ref(key)} as id from ${sql.table(table)}
    where ${sql.ref(key)} = any (${sql.val([...ids])}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Of which States something is, where it says so itself; null among them stands for what belongs to none. Undefined for
 * kinds whose State is that of a recommendation.
 */
export async function statesOfSubjects(
  db: Kysely<Schema>,
  kind: KeptKind,
  ids: readonly string[],
): Promise<readonly (string | null)[] | undefined> {
  const of = kept[kind];
  if (!('states' in of)) return undefined;
  const { rows } = await sql<{ readonly codes: readonly (string | null)[] }>`select ${sql.raw(of.states)} as codes
    from ${sql.table(of.table)} where ${sql.ref(of.key)} = any (${sql.val([...ids])}::text[])`.execute(db);
  return rows.flatMap(({ codes }) => [...codes]);
}
