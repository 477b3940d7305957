import type { Kysely, Selectable } from 'kysely';
import { refuseAbsence, type Absence, type AbsenceRejection } from '../../domain/correspondence/absence.ts';
import type { ContactId } from '../../domain/ids.ts';
import { addDays, type Instant } from '../../domain/time.ts';
import { localDateOf } from '../local-date.ts';
import type { Schema } from '../schema.ts';

export type AbsenceRow = Selectable<Schema['absences']>;

type NewAbsence = Absence & { readonly id: string; readonly contactId: ContactId; readonly createdAt: Instant };

/** Records days on which a contact is away. A repeat with the same id answers with what is on record. */
export const registerAbsence = (
  db: Kysely<Schema>,
  { id, contactId, fromOn, untilOn, createdAt }: NewAbsence,
): Promise<AbsenceRow | { readonly rejected: AbsenceRejection }> =>
  db.transaction().execute(async (trx) => {
    // Two at once would each see the calendar without the other.
    await trx.selectFrom('contacts').select('id').where('id', '=', contactId).forUpdate().execute();
    const rows = await listAbsences(trx, contactId);
    const known = rows.find((row) => row.id === id);
    if (known !== undefined) return known;
    const rejected = refuseAbsence({ fromOn, untilOn }, rows.map(absenceOf));
    if (rejected !== null) return { rejected };
    return trx
      .insertInto('absences')
      .values({ id, contact_id: contactId, from_on: fromOn, until_on: untilOn, created_at: createdAt })
      .returningAll()
      .executeTakeFirstOrThrow();
  });

export const listAbsences = (db: Kysely<Schema>, contactId: ContactId): Promise<AbsenceRow[]> =>
  db.selectFrom('absences').selectAll().where('contact_id', '=', contactId).orderBy('from_on').execute();

export const findAbsences = async (db: Kysely<Schema>, contactId: ContactId): Promise<readonly Absence[]> =>
  (await listAbsences(db, contactId)).map(absenceOf);

/** Strikes an absence out; false when there is none. */
export async function removeAbsence(db: Kysely<Schema>, contactId: ContactId, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('absences')
    .where('id', '=', id)
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Which of some contacts are away at an instant, each by the date of their own zone. */
export async function contactsAway(
  db: Kysely<Schema>,
  contactIds: readonly ContactId[],
  at: Instant,
): Promise<ReadonlySet<ContactId>> {
  if (contactIds.length === 0) return new Set();
  const utcOn = at.slice(0, 10);
  const rows = await db
    .selectFrom('absences as a')
    .innerJoin('contacts as c', 'c.id', 'a.contact_id')
    .select(['a.contact_id', 'a.from_on', 'a.until_on', 'c.time_zone'])
    .where('a.contact_id', 'in', [...contactIds])
    // No zone is more than a day from UTC.
    .where('a.from_on', '<=', addDays(utcOn, 1))
    .where('a.until_on', '>=', addDays(utcOn, -1))
    .execute();
  const covers = (row: (typeof rows)[number]): boolean => {
    const on = localDateOf(at, row.time_zone);
    return row.from_on <= on && on <= row.until_on;
  };
  return new Set(rows.filter(covers).map((row) => row.contact_id));
}

const absenceOf = ({ from_on, until_on }: Pick<AbsenceRow, 'from_on' | 'until_on'>): Absence => ({
  fromOn: from_on,
  untilOn: until_on,
});
