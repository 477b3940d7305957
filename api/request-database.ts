import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';

const current = new AsyncLocalStorage<Kysely<Schema>>();

/** Does all the rest of a request with the database as whoever asks sees it. */
export const withDatabase = (db: Kysely<Schema>, rest: () => void): void => current.run(db, rest);

/**
 * The database of the request that is being answered: the routes of the API have no other, so that none can ask past
 * the reader's sight by mistake. Asked outside a request it refuses: nobody is there for whom it could be narrowed.
 */
export const databaseOfRequest = (): Kysely<Schema> =>
  new Proxy({} as Kysely<Schema>, {
    get: (_, property) => {
      const db = current.getStore();
      if (db === undefined) throw new Error('The database of a request was asked outside of one');
      const value: unknown = Reflect.get(db, property, db);
      return typeof value === 'function' ? (value.bind(db) as unknown) : value;
    },
  });
