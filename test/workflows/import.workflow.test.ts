import { importWorkflowId } from '../../domain/ids.ts';
import { listUnfinishedImports } from '../../db/queries/imports.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { recover } from '../../worker/recover.ts';
import { ask, eventually, openRelance, type Relance } from '../support/relance.ts';
import { applied, appliedOf, bringTable, inventedTable, rowsOf } from '../support/treaty-tables.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-03-02T06:00:00.000Z' });
}, 60_000);
afterAll(() => relance.close());

const stateCount = 30;

/** How often each status was written to, as [statuses, events, commands]. */
const written = async () => {
  const rows = await relance.db
    .selectFrom('events')
    .select(['stream_id', 'command_id'])
    .where('stream_id', 'like', 'treaty-status:%')
    .execute();
  const count = (values: readonly string[]) => new Set(values).size;
  return [count(rows.map((row) => row.stream_id)), rows.length, count(rows.map((row) => row.command_id))];
};
const settledCount = async (id: string): Promise<number> =>
  Number(
    (
      await relance.db
        .selectFrom('treaty_status_import_rows')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('import_id', '=', id)
        .where('result', 'is not', null)
        .executeTakeFirstOrThrow()
    ).count,
  );

test('a worker that ends in the middle of a page, and a workflow that is lost, leave every row written once', async () => {
  const { body } = await bringTable(relance.app, inventedTable(stateCount));
  const { id, total } = body;
  expect((await ask(relance.app, `POST /v1/treaty-status-imports/${id}/apply`, {})).status).toBe(202);
  // In the first page, and in a later one.
  for (const atLeast of [20, 250]) {
    await eventually(async () => expect(await settledCount(id)).toBeGreaterThanOrEqual(atLeast));
    await relance.stopWorker();
    const settled = await settledCount(id);
    expect(settled).toBeGreaterThan(0);
    expect(settled).toBeLessThan(total);
    expect(await written()).toEqual([settled, settled, settled]);
    await relance.startWorker();
  }
  await eventually(async () => expect(await settledCount(id)).toBeGreaterThanOrEqual(400));
  await relance.client.workflow.getHandle(importWorkflowId(id)).terminate('the cluster is gone');
  expect(await listUnfinishedImports(relance.db)).toEqual([id]);
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).imports).toBe(1);
  expect((await recover(deps)).imports).toBe(0);
  const done = await appliedOf(relance.app, id, 120_000);
  expect(done.results).toMatchObject({ written: total, waiting: 0 });
  expect(await written()).toEqual([total, total, total]);
  expect(await listUnfinishedImports(relance.db)).toEqual([]);
}, 240_000);

test('the history of an import stays short, and its second time writes nothing', async () => {
  const before = await written();
  const { body } = await bringTable(relance.app, inventedTable(stateCount));
  expect(body.outcomes.same).toBe(body.total);
  await applied(relance.app, body.id);
  expect(await written()).toEqual(before);
  const { historyLength } = await relance.client.workflow.getHandle(importWorkflowId(body.id)).describe();
  expect(historyLength).toBeLessThan(60);
}, 60_000);

test('a row that cannot be applied is left to people after some tries, and holds nobody up', async () => {
  const { body } = await bringTable(relance.app, inventedTable(stateCount + 1));
  const spoilt = (await rowsOf(relance.app, body.id, 'outcome=new'))[0];
  // As a fault of our own would leave it: a judgement that no code of today can read.
  await relance.db
    .updateTable('treaty_status_import_rows')
    .set({ said: '{"stated":null}' })
    .where('import_id', '=', body.id)
    .where('number', '=', spoilt.number)
    .execute();
  const { results } = await applied(relance.app, body.id);
  expect(results).toMatchObject({ failed: 1, written: body.outcomes.new - 1, unchanged: body.outcomes.same });
}, 120_000);

test('the log proves itself', async () => {
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
});
