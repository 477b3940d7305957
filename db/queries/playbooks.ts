import type { Kysely } from 'kysely';
import type { PlaybookRef } from '../../domain/follow-up/events.ts';
import { readPlaybook, type Playbook } from '../../domain/playbooks/playbook.ts';
import type { Schema } from '../schema.ts';

export async function findPlaybook(db: Kysely<Schema>, { key, version }: PlaybookRef): Promise<Playbook | undefined> {
  const row = await db
    .selectFrom('playbooks')
    .select('data')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && readPlaybook(row.data);
}

/** The version that new follow-ups start with. */
export async function findNewestPlaybook(db: Kysely<Schema>, key: string): Promise<Playbook | undefined> {
  const row = await db
    .selectFrom('playbooks')
    .select('data')
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readPlaybook(row.data);
}

export async function listPlaybooks(db: Kysely<Schema>): Promise<readonly Playbook[]> {
  const rows = await db.selectFrom('playbooks').select('data').orderBy('key').orderBy('version', 'desc').execute();
  return rows.map(({ data }) => readPlaybook(data));
}
