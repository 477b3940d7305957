import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { ContactRow } from '../register/contacts.ts';
import type { Schema } from '../schema.ts';
import { placesOf, type Place } from './coverage.ts';

/** What somebody can be found by where others wrote about them. */
export type Traces = {
  readonly words: readonly string[];
  /** Why the name is not among them. */ readonly because: 'shared' | 'common' | null;
};

/**
 * The address always; the name when it can mean nobody else: "Ana" or "Focal point" is found everywhere, and what two contacts
 * are called tells them not apart.
 */
export async function tracesOf(
  db: Kysely<Schema>,
  { id, name, address }: Pick<ContactRow, 'id' | 'name' | 'address'>,
): Promise<Traces> {
  const same = await db
    .selectFrom('contacts')
    .select('id')
    .where('id', '<>', id)
    .where(sql<SqlBool>`lower(name) = lower(${name})`)
    .limit(1)
    .execute();
  const because = same.length > 0 ? 'shared' : isTelling(name) ? null : 'common';
  // Whoever was erased has no address, and nothing is found everywhere.
  return { words: [address, ...(because === null ? [name] : [])].filter((word) => word !== ''), because };
}

/** Two words at least, or a script in which names are not written with spaces. */
const isTelling = (name: string): boolean =>
  /\S\s+\S/u.test(name) || (/[^\p{Script=Latin}\P{L}]/u.test(name) && name.length >= 2);

const strikeOut = '[…]';

/** A regular expression of Postgres for any of the words, whole: "Ana Bor" is not in "Diana Borg". */
export const patternOf = (words: readonly string[], isJson: boolean): string =>
  `(?<!\\w)(${words.map((word) => escaped(isJson ? JSON.stringify(word).slice(1, -1) : word)).join('|')})(?!\\w)`;

const escaped = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

/** How an address of a saved view writes it. */
const inQuery = (word: string): readonly string[] => [
  encodeURIComponent(word),
  new URLSearchParams({ q: word }).toString().slice(2),
];

type Typed = Place & { readonly type: string };

/** Columns of a class with their types; only text and jsonb hold words. */
async function typedPlaces(db: Kysely<Schema>, places: readonly Place[]): Promise<readonly Typed[]> {
  const { rows } = await sql<Typed>`select c.relname as "table", a.attname as "column", t.typname as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and t.typname in ('text', 'jsonb')`.execute(
    db,
  );
  return rows.filter((row) => places.some(({ table, column }) => table === row.table && column === row.column));
}

const holds = ({ column, type }: Typed, words: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)}::text ~* ${patternOf(words, type === 'jsonb')}`;

export type Mentions = Place & { readonly rows: number };

/** In how many rows of each place the words stand; places without any are left out. */
export async function countMentions(
  db: Kysely<Schema>,
  words: readonly string[],
  kind: 'words' | 'log',
): Promise<readonly Mentions[]> {
  const found: Mentions[] = [];
  if (words.length === 0) return found;
  for (const place of await typedPlaces(db, placesOf(kind))) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(place.table)}
      where ${holds(place, words)}`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) found.push({ table: place.table, column: place.column, rows: count });
  }
  return found;
}

/** Strikes the words out of the registers. What follows from the log is left as the log has it. */
export async function strikeOutWords(db: Kysely<Schema>, words: readonly string[]): Promise<readonly Mentions[]> {
  const struck: Mentions[] = [];
  for (const place of await typedPlaces(db, placesOf('words'))) {
    const all = place.table === 'saved_views' ? [...words, ...words.flatMap(inQuery)] : words;
    const column = sql.ref(place.column);
    const pattern = patternOf(all, place.type === 'jsonb');
    const text = sql`regexp_replace(${column}::text, ${pattern}, ${strikeOut}, 'gi')`;
    const value = place.type === 'jsonb' ? sql`${text}::jsonb` : text;
    const { numAffectedRows } = await sql`update ${sql.table(place.table)} set ${column} = ${value}
      where ${holds(place, all)}`.execute(db);
    const rows = Number(numAffectedRows ?? 0n);
    if (rows > 0) struck.push({ table: place.table, column: place.column, rows });
  }
  return struck;
}
