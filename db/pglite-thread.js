/**
 * The thread that PGlite lives in: a long statement must not stop timers, HTTP and mail on the main thread.
 * Plain JavaScript, because a worker thread is started by file name: no loader stands between (tsx, jest, node).
 *
 * Messages in: { id, kind: 'query', sql, parameters } | { id, kind: 'dump' } | { id, kind: 'close' }.
 * Messages out: { id, result } or { id, error: { message, code, constraint, detail } }; first { ready: true }.
 */
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { parentPort, workerData } from 'node:worker_threads';

const asText = (value) => value;
const isoInstant = (value) => new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
/** int8, numeric, date as text; timestamptz as ISO 8601 with milliseconds: the same as the pg driver is told. */
const parsers = { 20: asText, 1700: asText, 1082: asText, 1184: isoInstant };

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { folder, snapshot } = workerData;
const database = await PGlite.create({
  ...(folder ? { dataDir: folder } : {}),
  ...(snapshot ? { loadDataDir: new Blob([snapshot]) } : {}),
  parsers,
  extensions: { pg_trgm },
  startParams: [...PGlite.defaultStartParams, '-c', 'max_wal_size=64MB'],
});
port.postMessage({ ready: true });

const actions = {
  query: async ({ sql, parameters }) => {
    const { rows, affectedRows } = await database.query(sql, parameters);
    return { rows, affectedRows };
  },
  dump: async () => Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()),
  close: () => database.close(),
};

port.on('message', async (message) => {
  try {
    port.postMessage({ id: message.id, result: await actions[message.kind](message) });
  } catch (error) {
    const { message: text, code, constraint, detail } = error;
    port.postMessage({ id: message.id, error: { message: text, code, constraint, detail } });
  }
});
