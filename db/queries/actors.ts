import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What those are called whom events name by their ids, as far as they are still known and may be seen. */
export async function nameActors(db: Kysely<Schema>, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) => actors.filter((each) => each.startsWith(kind)).map((each) => each.slice(kind.length));
  const contacts = await db
    .selectFrom('contacts')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...idsOf('contact:')])
    .execute();
  const accounts = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...idsOf('account:')])
    .execute();
  const tokens = await db
    .selectFrom('api_tokens as t')
    .innerJoin('accounts as a', 'a.id', 't.account_id')
    .select(['t.id', 'a.name'])
    .where('t.id', 'in', ['', ...idsOf('token:')])
    .execute();
  return new Map([
    ...contacts.map(({ id, name }) => [`contact:${id}`, name] as const),
    ...accounts.map(({ id, name }) => [`account:${id}`, name] as const),
    ...tokens.map(({ id, name }) => [`token:${id}`, name] as const),
  ]);
}
