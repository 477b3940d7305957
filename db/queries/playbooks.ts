import { sql, type Kysely } from 'kysely';
import type { PlaybookRef } from '../../domain/follow-up/events.ts';
import { readPlaybook, type Playbook } from '../../domain/playbooks/playbook.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlaybookOrigin, Schema } from '../schema.ts';

export async function findPlaybook(db: Kysely<Schema>, { key, version }: PlaybookRef): Promise<Playbook | undefined> {
  const row = await db
    .selectFrom('playbooks')
    .select('data')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && readPlaybook(row.data);
}

/** One version with where it comes from. Version numbers count everything that is stored here under a key. */
export type PlaybookVersion = {
  readonly playbook: Playbook;
  readonly origin: PlaybookOrigin;
  readonly shippedVersion: number | null;
  readonly note: string | null;
  readonly createdAt: Instant | null;
  /** The version that new follow-ups start with. */
  readonly isCurrent: boolean;
};

/**
 * The version that new follow-ups start with: the newest of our own, and only where there is none the newest that ships. What an
 * office has edited is not hidden by an upgrade: the newer shipped version is there to be copied or adopted.
 */
export async function findNewestPlaybook(db: Kysely<Schema>, key: string): Promise<Playbook | undefined> {
  const row = await db
    .selectFrom('playbooks')
    .select('data')
    .where('key', '=', key)
    .orderBy(sql`origin = 'own'`, 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readPlaybook(row.data);
}

/** Every version of one playbook or of all, by key, the current one first and then the newest. */
export async function listPlaybookVersions(db: Kysely<Schema>, key?: string): Promise<readonly PlaybookVersion[]> {
  const rows = await db
    .selectFrom('playbooks')
    .select(['key', 'data', 'origin', 'shipped_version', 'note', 'created_at'])
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .orderBy('key')
    .orderBy(sql`row_number() over (partition by key order by (origin = 'own') desc, version desc) = 1`, 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row, index) => ({
    playbook: readPlaybook(row.data),
    origin: row.origin,
    shippedVersion: row.shipped_version,
    note: row.note,
    createdAt: row.created_at,
    isCurrent: rows[index - 1]?.key !== row.key,
  }));
}

export async function listPlaybookKeys(db: Kysely<Schema>): Promise<readonly string[]> {
  return (await db.selectFrom('playbooks').select('key').distinct().execute()).map(({ key }) => key);
}
