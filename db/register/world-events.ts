import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { WorldEvent } from '../../domain/playbooks/playbook.ts';
import type { Schema } from '../schema.ts';

export type WorldEventRow = Selectable<Schema['world_events']>;

/** Keeps a date once: a repeat with the same id changes nothing and gives what is there. */
export async function registerWorldEvent(
  db: Kysely<Schema>,
  row: Insertable<Schema['world_events']>,
): Promise<WorldEventRow> {
  await db
    .insertInto('world_events')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('world_events').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

export const findWorldEvent = (db: Kysely<Schema>, id: string): Promise<WorldEventRow | undefined> =>
  db.selectFrom('world_events').selectAll().where('id', '=', id).executeTakeFirst();

export type WorldEventFilter = { readonly state?: readonly string[]; readonly event?: readonly WorldEvent[] };

/** By date; those of a State with those of all States. */
export async function listWorldEvents(
  db: Kysely<Schema>,
  { state, event }: WorldEventFilter,
  page: { readonly limit: number; readonly after?: WorldEventRow },
): Promise<readonly WorldEventRow[]> {
  const { limit, after } = page;
  let query = db.selectFrom('world_events').selectAll();
  if (state) query = query.where((w) => w.or([w('state_code', 'in', [...state]), w('state_code', 'is', null)]));
  if (event) query = query.where('event', 'in', [...event]);
  if (after) query = query.where(sql<boolean>`(on_date, id) > (${after.on_date}::date, ${after.id})`);
  return query.orderBy('on_date').orderBy('id').limit(limit).execute();
}

export type WorldEventChange = Pick<WorldEventRow, 'state_code' | 'event' | 'on_date' | 'title' | 'is_estimate'>;

/** Changes a date that is still at `version`; undefined when somebody else changed it first. */
export const changeWorldEvent = (
  db: Kysely<Schema>,
  id: string,
  version: number,
  change: WorldEventChange,
): Promise<WorldEventRow | undefined> =>
  db
    .updateTable('world_events')
    .set(change)
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();

export async function removeWorldEvent(db: Kysely<Schema>, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('world_events')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
