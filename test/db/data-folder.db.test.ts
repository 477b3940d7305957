import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/database.ts';
import { migrateToLatest, pendingMigrations } from '../../db/migrate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const home = (): string => join(folder, 'database');

test('a folder belongs to one process: the second is told whose it is, and gets it when the first has closed', async () => {
  const first = await openDatabase({ folder: home() });
  await expect(openDatabase({ folder: home() })).rejects.toThrow(`in use by process ${process.pid}`);
  await first.close();
  await (await openDatabase({ folder: home() })).close();
}, 60_000);

test('a lock that a killed process left behind is taken over', async () => {
  await (await openDatabase({ folder: home() })).close();
  await writeFile(join(home(), 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
  const database = await openDatabase({ folder: home() });
  expect(JSON.parse(await readFile(join(home(), 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  await database.close();
}, 60_000);

test('nobody else may read it', async () => {
  await (await openDatabase({ folder: home() })).close();
  expect((await stat(home())).mode & 0o777).toBe(0o700);
}, 60_000);

test('what was written is there after closing, and migrating again changes nothing', async () => {
  const first = await openDatabase({ folder: home() });
  expect((await pendingMigrations(first.kysely)).length).toBeGreaterThan(0);
  expect((await migrateToLatest(first.kysely)).length).toBeGreaterThan(0);
  await first.kysely
    .insertInto('states_calendar')
    .values({ state_code: 'SI', weekend: [6, 7] })
    .execute();
  await first.close();
  const second = await openDatabase({ folder: home() });
  expect(await migrateToLatest(second.kysely)).toEqual([]);
  expect(await pendingMigrations(second.kysely)).toEqual([]);
  expect(await second.kysely.selectFrom('states_calendar').selectAll().execute()).toEqual([
    { state_code: 'SI', weekend: [6, 7] },
  ]);
  await second.close();
}, 60_000);
