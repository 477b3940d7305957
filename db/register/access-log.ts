import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export type Access = Insertable<Schema['access_log']>;

export const recordAccess = async (db: Kysely<Schema>, access: Access): Promise<void> => {
  await db.insertInto('access_log').values(access).execute();
};
