/**
 * Loaded into a process that is measured (`--import`): asked by its parent, it collects garbage in every thread and tells
 * how many bytes of heap are in use. Workflows live in a thread of Temporal's SDK that only the inspector reaches.
 * JavaScript, because threads load it too, and they know no TypeScript.
 */
import { Session } from 'node:inspector/promises';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) await listen();

async function listen() {
  const session = new Session();
  session.connect();
  const threads = new Set();
  const waiting = new Map();
  session.on('NodeWorker.attachedToWorker', ({ params }) => threads.add(params.sessionId));
  session.on('NodeWorker.detachedFromWorker', ({ params }) => threads.delete(params.sessionId));
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const { id, result } = JSON.parse(params.message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  process.on('message', () => void heapUsed().then((bytes) => process.send(bytes)));
  process.channel?.unref();

  let lastId = 0;
  function inThread(sessionId, method) {
    const id = (lastId += 1);
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    void session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method }) });
    return answered;
  }

  async function heapUsed() {
    let total = 0;
    for (const thread of threads) {
      await inThread(thread, 'HeapProfiler.collectGarbage');
      total += (await inThread(thread, 'Runtime.getHeapUsage')).usedSize;
    }
    await session.post('HeapProfiler.collectGarbage');
    return total + process.memoryUsage().heapUsed;
  }
}
