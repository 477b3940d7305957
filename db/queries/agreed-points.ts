import { sql, type Kysely } from 'kysely';
import type { ContactId, DialogueId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

export type AgreedDate = {
  readonly dialogue_id: DialogueId;
  readonly number: number;
  readonly version: number;
  readonly changed_at: Instant;
  readonly point: string;
  readonly due_on: CalendarDate;
};

/** What was agreed in talks that a contact does, with a date from `from` on. */
export const listAgreedOf = async (
  db: Kysely<Schema>,
  contactId: ContactId,
  { from, limit }: { readonly from: CalendarDate; readonly limit: number },
): Promise<readonly AgreedDate[]> =>
  (
    await sql<AgreedDate>`
      select d.id as dialogue_id, p.number::int, d.version, d.changed_at, p.point->>'point' as point, p.point->>'dueOn' as due_on
      from dialogue_entries d, jsonb_array_elements(d.agreed) with ordinality p (point, number)
      where d.agreed @> ${JSON.stringify([{ contactId }])}::jsonb and d.withdrawn_at is null
        and p.point->>'contactId' = ${contactId} and p.point->>'dueOn' >= ${from}
      order by due_on, d.id, p.number limit ${limit}`.execute(db)
  ).rows;
