import { Worker } from 'node:worker_threads';

export type QueryResult = { readonly rows: readonly unknown[]; readonly affectedRows?: number };

/** PGlite in its thread, as the dialect and maintenance see it. */
export type PGliteClient = {
  readonly query: (sql: string, parameters?: readonly unknown[]) => Promise<QueryResult>;
  /** The whole data folder as a tar, to open copies from. */
  readonly dump: () => Promise<Uint8Array>;
  /** Closes once, however often it is asked to. */
  readonly close: () => Promise<void>;
};

export type PGliteStorage = { readonly folder?: string; readonly snapshot?: Uint8Array };

type Request = { kind: 'query'; sql: string; parameters: readonly unknown[] } | { kind: 'dump' } | { kind: 'close' };
type Reply = { readonly id: number; readonly result?: unknown; readonly error?: { readonly message: string } };
type Waiting = { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void };

export async function startPGlite(storage: PGliteStorage): Promise<PGliteClient> {
  // No flags of the main process: a thread started under jest or tsx would try to load their hooks.
  const thread = new Worker(new URL('./pglite-thread.js', import.meta.url), {
    workerData: storage,
    execArgv: [],
    env: {},
  });
  const waiting = new Map<number, Waiting>();
  const ended = failWhenEnded(thread, waiting);
  await Promise.race([ready(thread), ended]);
  thread.on('message', (reply: Reply) => settle(waiting, reply));
  let lastId = 0;
  let closing: Promise<void> | undefined;
  const ask = <T>(request: Request): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.postMessage({ ...request, id: lastId });
    });
  const close = async (): Promise<void> => {
    await ask({ kind: 'close' });
    await thread.terminate();
  };
  return {
    query: (sql, parameters = []) => ask({ kind: 'query', sql, parameters }),
    dump: () => ask({ kind: 'dump' }),
    close: () => (closing ??= close()),
  };
}

const ready = (thread: Worker): Promise<void> => new Promise((resolve) => thread.once('message', () => resolve()));

function settle(waiting: Map<number, Waiting>, { id, result, error }: Reply): void {
  const caller = waiting.get(id);
  waiting.delete(id);
  if (error) caller?.reject(Object.assign(new Error(error.message), error));
  else caller?.resolve(result as never);
}

/** A thread that dies takes no answer with it in silence. */
const failWhenEnded = (thread: Worker, waiting: Map<number, Waiting>): Promise<never> =>
  new Promise((_, reject) => {
    const fail = (error: Error): void => {
      for (const caller of waiting.values()) caller.reject(error);
      waiting.clear();
      reject(error);
    };
    thread.once('error', fail);
    thread.once('exit', (code) => fail(new Error(`The embedded database ended with code ${code}`)));
  });
