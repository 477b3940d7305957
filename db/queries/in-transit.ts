import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * A notice whose work is being handed over is neither sent nor put away: it waits for the hand-over, which takes it to whoever has the
 * work then. Without this the old holder's next digest would find that it is no longer theirs, and nobody would be told.
 */
export const isNotInTransit = (notices: 'notices' | 'n'): RawBuilder<SqlBool> => {
  const notice = sql.ref(`${notices}.recommendation_id`);
  const holder = sql.ref(`${notices}.contact_id`);
  return sql<SqlBool>`not exists (select from batch_items i where i.recommendation_id = ${notice} and i.status = 'pending'
    and i.command->>'type' = 'HandOver' and i.command->>'from' = ${holder})`;
};
