import { sql, type RawBuilder, type SqlBool } from 'kysely';

export type Sort<By extends string> = { readonly by: By; readonly direction: 'asc' | 'desc' };
export type Page<By extends string> = { readonly sort: Sort<By>; readonly limit: number; readonly cursor?: string };

/** Where a page ended: the sort, the last row's key and its id. Opaque to callers. */
export const cursorOf = (sort: Sort<string>, key: unknown, id: string): string =>
  Buffer.from(JSON.stringify([sort.by, sort.direction, key, id])).toString('base64url');

/** The key and id in a cursor; undefined when it is not one of ours, or was made under another sort. */
export function readCursor(
  sort: Sort<string>,
  cursor: string,
): { readonly key: unknown; readonly id: string } | undefined {
  try {
    const [by, direction, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    return by === sort.by && direction === sort.direction && typeof id === 'string' ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the key in a cursor is an instant that Postgres takes; whoever writes cursors of their own may write anything. */
export const isInstantKey = (key: unknown): key is string =>
  typeof key === 'string' && /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(key) && !Number.isNaN(Date.parse(key));

/** The rows behind a cursor. Rows without a key come last in either direction, ordered by id alone. */
export function afterCursor(
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  sort: Sort<string>,
  cursor: string,
): RawBuilder<SqlBool> {
  const last = readCursor(sort, cursor);
  if (last === undefined) return sql<SqlBool>`true`; // The edge has refused it already.
  const beyond = sql.raw(sort.direction === 'asc' ? '>' : '<');
  if (last.key === null) return sql<SqlBool>`(${key} is null and ${id} ${beyond} ${last.id})`;
  return sql<SqlBool>`((${key}, ${id}) ${beyond} (${last.key}, ${last.id}) or ${key} is null)`;
}

/** A page from the rows of a query that asked for one more than fits: that one says whether there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  { sort, limit }: Pick<Page<string>, 'sort' | 'limit'>,
  keyOf: (row: Row) => readonly [key: unknown, id: string],
): { readonly lines: readonly Row[]; readonly nextCursor: string | null } {
  const lines = rows.slice(0, limit);
  const last = lines.at(-1);
  return { lines, nextCursor: rows.length > limit && last !== undefined ? cursorOf(sort, ...keyOf(last)) : null };
}
