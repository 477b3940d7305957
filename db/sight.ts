import {
  PostgresQueryCompiler,
  RawNode,
  SelectQueryNode,
  createQueryId,
  sql,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
} from 'kysely';
import type { Sight } from '../domain/access/sight.ts';
import { narrowedTables, narrowingOf, type Narrowed } from './narrowings.ts';
import type { Schema } from './schema.ts';

/**
 * The database as somebody sees it. Whatever is asked of it, each table that has secrets is first narrowed to what they
 * reach: `with letters as (select … from letters where …)` in front of the question itself, in which the name then means
 * the narrowed rows. So no query can forget it, be it a list, a count, a figure or the look-up of one id. Postgres
 * unfolds such a part into the question (`not materialized`), and uses the same indexes.
 *
 * Only questions are narrowed. What is written was judged before (api/judge.ts), and whoever opens a transaction writes:
 * inside it the rules of the house need the whole, such as who holds a role, whoever gave the command.
 */
export function sightedDatabase(db: Kysely<Schema>, sight: Sight): Kysely<Schema> {
  const narrowed = db.withPlugin(narrowingPlugin(sight));
  return new Proxy(narrowed, {
    get: (_, property) => {
      const owner = property === 'transaction' || property === 'startTransaction' ? db : narrowed;
      const value: unknown = Reflect.get(owner, property, owner);
      return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
    },
  });
}

const narrowingPlugin = (sight: Sight): KyselyPlugin => ({
  transformQuery: ({ node }) => narrow(node, sight),
  transformResult: ({ result }) => Promise.resolve(result),
});

function narrow(node: RootOperationNode, sight: Sight): RootOperationNode {
  const text = new PostgresQueryCompiler().compileQuery(node, createQueryId()).sql;
  if (!/^\s*(select|with|\()/i.test(text)) return node;
  const tables = tablesIn(text);
  if (tables.length === 0) return node;
  const parts = tables.map((table) => sql`${sql.ref(table)} as not materialized (${narrowingOf(table, sight)})`);
  return behind(sql`with ${sql.join(parts)}`.toOperationNode(), node);
}

/** Every narrowed table that a question names, with those that its narrowing names in turn, in the order of definition. */
function tablesIn(text: string): readonly Narrowed[] {
  const found = new Set<Narrowed>();
  const add = (table: Narrowed): void => {
    if (found.has(table)) return;
    found.add(table);
    for (const other of narrowedTables[table].leansOn) add(other);
  };
  const all = Object.keys(narrowedTables) as Narrowed[];
  for (const table of all) if (new RegExp(`\\b${table}\\b`).test(text)) add(table);
  return all.filter((table) => found.has(table));
}

/** The question behind the narrowed tables; what it defines itself comes after them, and sees them. */
function behind(tables: OperationNode, node: RootOperationNode): RootOperationNode {
  if (SelectQueryNode.is(node)) {
    const { with: own, ...rest } = node;
    if (own === undefined) return RawNode.create(['', ' ', ''], [tables, node]);
    if (own.recursive === true) throw new Error('A recursive question cannot be narrowed');
    const commas = ['', ...own.expressions.map(() => ', '), ' ', ''];
    return RawNode.create(commas, [tables, ...own.expressions, rest as SelectQueryNode]);
  }
  if (!RawNode.is(node)) throw new Error(`A question of the kind ${node.kind} cannot be narrowed`);
  return joined(tables, node);
}

/** Text that begins with a `with` of its own goes on behind ours. */
function joined(tables: OperationNode, node: RawNode): RawNode {
  const [first = '', ...others] = node.sqlFragments;
  if (first.trim() === '' && others.length > 0)
    throw new Error('A question must begin with its own text to be narrowed');
  const isDefining = /^\s*with\s/i.test(first);
  if (/^\s*with\s+recursive\s/i.test(first)) throw new Error('A recursive question cannot be narrowed');
  const begin = isDefining ? `, ${first.replace(/^\s*with\s+/i, '')}` : ` ${first}`;
  return RawNode.create(['', begin, ...others], [tables, ...node.parameters]);
}
