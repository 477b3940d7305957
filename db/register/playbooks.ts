import { sql, type Kysely, type Transaction } from 'kysely';
import type { Playbook } from '../../domain/playbooks/playbook.ts';
import type { Instant } from '../../domain/time.ts';
import { listPlaybookVersions } from '../queries/playbooks.ts';
import type { Schema } from '../schema.ts';

/**
 * Stores what ships, each version once and for ever: running follow-ups rely on it. A version number that an installation has used
 * for a version of its own is not taken from it: what ships under the same number gets the next free one, and is known again by
 * the number that it ships under.
 */
export const storeShippedPlaybooks = (db: Kysely<Schema>, shipped: readonly Playbook[]): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockPlaybooks(trx);
    for (const playbook of shipped) await storeShipped(trx, playbook);
  });

async function storeShipped(trx: Transaction<Schema>, playbook: Playbook): Promise<void> {
  const { key, version: shippedVersion } = playbook;
  const stored = await trx
    .selectFrom('playbooks')
    .select(['version', 'shipped_version'])
    .where('key', '=', key)
    .execute();
  if (stored.some((row) => row.shipped_version === shippedVersion)) return;
  const isTaken = stored.some((row) => row.version === shippedVersion);
  const version = isTaken ? nextVersion(stored) : shippedVersion;
  const data = JSON.stringify({ ...playbook, version });
  await trx
    .insertInto('playbooks')
    .values({ key, version, data, origin: 'shipped', shipped_version: shippedVersion })
    .execute();
}

export type OwnPlaybook = {
  readonly playbook: Omit<Playbook, 'version'>;
  /** The version that was current when it was read; null for a new key. */
  readonly expected: number | null;
  readonly note: string | null;
  readonly at: Instant;
};

/** Saves the next version under a key, and gives its number; undefined when somebody else saved one first. */
export const saveOwnPlaybook = (db: Kysely<Schema>, wish: OwnPlaybook): Promise<number | undefined> =>
  db.transaction().execute(async (trx) => {
    await lockPlaybooks(trx);
    const { playbook, expected, note, at } = wish;
    const stored = await listPlaybookVersions(trx, playbook.key);
    if ((stored[0]?.playbook.version ?? null) !== expected) return undefined;
    const version = nextVersion(stored.map((each) => each.playbook));
    const data = JSON.stringify({ ...playbook, version });
    await trx
      .insertInto('playbooks')
      .values({ key: playbook.key, version, data, origin: 'own', note, created_at: at })
      .execute();
    return version;
  });

const nextVersion = (stored: readonly { readonly version: number }[]): number =>
  Math.max(0, ...stored.map(({ version }) => version)) + 1;

/** Whoever numbers a version is alone with it. */
const lockPlaybooks = async (trx: Transaction<Schema>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7305, 2)`.execute(trx);
};
