import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Puts a decision on record; one that is there already (a request sent again) stays as it is. */
export const savePublicationDecision = (db: Kysely<Schema>, row: Insertable<Schema['publication_decisions']>) =>
  db
    .insertInto('publication_decisions')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();

/** Says in which words something is shown; the words before stay on record. */
export const savePublicationWording = (db: Kysely<Schema>, row: Insertable<Schema['publication_wordings']>) =>
  db
    .insertInto('publication_wordings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
