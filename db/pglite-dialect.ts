import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { PGliteClient } from './pglite-client.ts';

export type PGliteDialectConfig = {
  readonly client: PGliteClient;
  /** How long a caller waits for the one connection before it is told that somebody holds it. */
  readonly lockTimeoutMs: number;
};

/**
 * Kysely over PGlite, which has one connection. `begin` and `commit` are sent as SQL, so isolation levels are honoured,
 * and callers queue: whoever waits too long gets an error that names the likely mistake instead of hanging for ever.
 */
export const pgliteDialect = (config: PGliteDialectConfig): Dialect => ({
  createAdapter: () => new PGliteAdapter(),
  createDriver: () => pgliteDriver(config),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/** One process, one connection: nobody else can migrate at the same time. */
class PGliteAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

function pgliteDriver({ client, lockTimeoutMs }: PGliteDialectConfig): Driver {
  const connection = pgliteConnection(client);
  const queue = createQueue(lockTimeoutMs);
  const run = async (statement: string): Promise<void> => void (await client.query(statement));
  return {
    init: async () => {},
    acquireConnection: async () => {
      await queue.enter();
      return connection;
    },
    releaseConnection: async () => queue.leave(),
    beginTransaction: (_, settings) => run(beginStatement(settings)),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    savepoint: (_, name) => run(`savepoint "${name}"`),
    rollbackToSavepoint: (_, name) => run(`rollback to savepoint "${name}"`),
    releaseSavepoint: (_, name) => run(`release savepoint "${name}"`),
    destroy: () => client.close(),
  };
}

function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const modes = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean);
  return modes.length > 0 ? `begin transaction ${modes.join(' ')}` : 'begin';
}

const pgliteConnection = (client: PGliteClient): DatabaseConnection => ({
  executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
    const { rows, affectedRows } = await client.query(sql, parameters);
    return { rows: rows as R[], ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
  },
  streamQuery: () => {
    throw new Error('PGlite cannot stream: page by key instead');
  },
});

/** First come, first served; a place that times out is passed on when its turn comes. */
function createQueue(timeoutMs: number): { enter: () => Promise<void>; leave: () => void } {
  const places: (() => void)[] = [];
  let isTaken = false;
  const leave = (): void => {
    const next = places.shift();
    if (next) next();
    else isTaken = false;
  };
  const enter = (): Promise<void> => {
    if (!isTaken) {
      isTaken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        places.splice(places.indexOf(turn), 1);
        reject(new Error(hint(timeoutMs)));
      }, timeoutMs);
      places.push(turn);
    });
  };
  return { enter, leave };
}

const hint = (timeoutMs: number): string =>
  `The one connection of the embedded database was not free within ${timeoutMs} ms: did a transaction callback use db instead of trx?`;
