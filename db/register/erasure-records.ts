import { sql, type Insertable, type Kysely, type Selectable, type SqlBool, type Transaction } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import { patternOf, strikeOutWords, tracesOf } from '../personal-data/find-words.ts';
import type { Schema } from '../schema.ts';

export type ErasureRow = Selectable<Schema['erasures']>;

/** Somebody who is erased: a contact, or whoever has an account. */
export type Erased = {
  readonly of: 'contact' | 'account';
  readonly id: string;
  readonly name: string;
  readonly address: string;
};

/** The record of an erasure; undefined when nobody of this id was erased. */
export const findErasure = (
  db: Kysely<Schema>,
  { of, id }: Pick<Erased, 'of' | 'id'>,
): Promise<ErasureRow | undefined> =>
  db.selectFrom('erasures').selectAll().where(`${of}_id`, '=', id).executeTakeFirst();

export const listErasures = (db: Kysely<Schema>, limit: number): Promise<ErasureRow[]> =>
  db.selectFrom('erasures').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute();

type Proof = Pick<Insertable<Schema['erasures']>, 'id' | 'at' | 'actor' | 'reason' | 'legal_basis'>;
export type Handing = { readonly hand_over_to: string | null; readonly batch_id: string | null };

/** Puts the erasure on record, strikes the person out of what others wrote in registers, and counts both. */
export async function recordErasure(
  trx: Transaction<Schema>,
  person: Erased,
  { own, ...row }: Proof & Handing & { readonly own: Readonly<Record<string, number>> },
): Promise<ErasureRow> {
  const { words } = await tracesOf(trx, person);
  const whom = { contact_id: null, [`${person.of}_id`]: person.id };
  await trx
    .insertInto('erasures')
    .values({ ...row, ...whom, counts: '{}' })
    .execute();
  await trx
    .updateTable('dialogue_confidential')
    .set({ redacted_at: row.at })
    .where(sql<SqlBool>`text ~* ${patternOf(words, false)}`)
    .execute();
  const struck = (await strikeOutWords(trx, words)).map(({ table, column, rows }) => [`${table}.${column}`, rows]);
  return trx
    .updateTable('erasures')
    .set({ counts: JSON.stringify({ ...own, ...Object.fromEntries(struck) }) })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Answers that were kept for a repeat: those about the person, and those that name them. */
const namesPerson = ({ of, id, name, address }: Erased) =>
  sql<SqlBool>`(route like ${`%/${of}s/${id}%`} or strpos(coalesce(response::text, ''), ${id}) > 0
    or strpos(lower(coalesce(response::text, '')), lower(${address})) > 0
    or strpos(lower(coalesce(response::text, '')), lower(${JSON.stringify(name)})) > 0)`;

export const countKeptAnswers = async (db: Kysely<Schema>, person: Erased): Promise<number> =>
  (await db.selectFrom('idempotency_keys').select('key').where(namesPerson(person)).execute()).length;

/** Deletes kept answers that name the person, and whom others named instead of themselves where it names this one. */
export async function forgetElsewhere(trx: Transaction<Schema>, person: Erased): Promise<void> {
  await trx.deleteFrom('idempotency_keys').where(namesPerson(person)).execute();
  const { name, address } = person;
  await trx
    .updateTable('contacts')
    .set({ suggestion: null })
    .where(
      sql<SqlBool>`strpos(lower(suggestion), lower(${name})) > 0 or strpos(lower(suggestion), lower(${address})) > 0`,
    )
    .execute();
}

/** Who asks for an erasure, when and why. */
export type ErasureOrder = {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  readonly legalBasis: string | null;
};
