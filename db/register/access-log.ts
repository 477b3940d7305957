import type { Insertable, Kysely } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

export type Access = Insertable<Schema['access_log']>;

export const recordAccess = async (db: Kysely<Schema>, access: Access): Promise<void> => {
  await db.insertInto('access_log').values(access).execute();
};

/** Forgets who read and changed what before an instant; events stay. */
export const forgetAccessBefore = async (db: Kysely<Schema>, before: Instant): Promise<void> => {
  await db.deleteFrom('access_log').where('at', '<', before).execute();
};
