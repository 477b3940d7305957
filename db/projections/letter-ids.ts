import { sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

/** The event's id as a letter's: one event drafts one letter, however often it is replayed. */
export const letterIdOf = (eventId: string): string => `let_${eventId.replace(/^evt_/, '')}`;

/** `REL/SI/2026/0042`. Numbered through the year over all States, so that the number alone finds the letter. */
export async function nextReference(trx: Transaction<Schema>, stateCode: string, at: Instant): Promise<string> {
  const year = Number(at.slice(0, 4));
  const { last } = await trx
    .insertInto('letter_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`letter_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `REL/${stateCode}/${year}/${String(last).padStart(4, '0')}`;
}
